/** One roof worked out in a thread of its own, while its leaflet is open: yield by month, where panels lie, what shades it and when. */
import type { SolarSettings } from '../model/solar.ts';
import type { RoofRequest } from '../model/solar-roof.ts';
import { startSolarRoof } from '../workers/start-solar-roof.ts';
import { findBuildingRow } from './select-building.ts';
import { solar } from './solar.ts';
import { shownModels } from './solar-plan.ts';
import { twin } from './twin.ts';

function toRequest(building: string, settings: SolarSettings): RoofRequest | undefined {
  const { municipality, buildingTable, baseUrl } = twin.getState();
  const { town } = solar.getState();
  if (municipality.status !== 'ready' || buildingTable.status !== 'ready' || town.status !== 'ready') return undefined;
  const row = findBuildingRow(buildingTable.value, building);
  if (row === undefined) return undefined;
  const { buildings, trees, heights } = municipality.value;
  const whole = (url: string) => new URL(url, baseUrl).href;
  const tilesets = (datasets: readonly { readonly url?: string | undefined; readonly heightDatum?: unknown }[]) =>
    datasets.flatMap(({ url, heightDatum }) =>
      url === undefined ? [] : { url: whole(url), isNap: heightDatum === 'nap' },
    );
  return {
    building,
    x: buildingTable.value.x[row] as number,
    y: buildingTable.value.y[row] as number,
    tilesets: tilesets(buildings),
    heights: heights?.url === undefined ? undefined : whole(heights.url),
    trees: tilesets(trees ? [trees] : []),
    models: shownModels(twin.getState()),
    settings,
    climate: town.value.index.climate,
  };
}

/** Works it out anew, and says so in the store. Returns what stops it, and takes it out of the picture. */
export function followRoof(building: string, settings: SolarSettings): () => void {
  const request = toRequest(building, settings);
  if (!request) return () => undefined;
  solar.setState({ detail: { building, value: { status: 'running' } } });
  const stop = startSolarRoof(request, (reply) => {
    solar.setState({
      detail: {
        building,
        value:
          'result' in reply ? { status: 'ready', value: reply.result } : { status: 'failed', message: reply.message },
      },
    });
  });
  return () => {
    stop();
    solar.setState({ detail: { building: undefined, value: { status: 'idle' } } });
  };
}
