/** What is asked of the shapes of roofs: how many panels of another size fit, and outlines for a file. One thread, while roofs are coloured. */
import type { BuildingTable } from '../model/city-index.ts';
import type { RoofOutline, RoofShapesSite } from '../model/roof-shapes.ts';
import { changeSettings } from '../model/solar-choice.ts';
import { hasOtherPanels } from '../model/solar-town.ts';
import { type RoofShapesReply, type RoofShapesThread, startRoofShapes } from '../workers/start-roof-shapes.ts';
import { solar } from './solar.ts';
import { type TwinState, twin } from './twin.ts';

/** Metres around the middles of buildings. */
const AROUND = 150;
/** Of a larger town panels of another size stay an estimate: all of its tiles would be read. */
const MOST_BUILDINGS = 30_000;

let thread: RoofShapesThread | undefined;
/** Of panels: a reply to an earlier question is not taken. */
let question = 0;
let asked: readonly unknown[] = [];

function siteOf({ municipality, baseUrl }: TwinState, table: BuildingTable, rows: Iterable<number>): RoofShapesSite {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    const [x, y] = [table.x[row] as number, table.y[row] as number];
    extent[0] = Math.min(extent[0], x - AROUND);
    extent[1] = Math.min(extent[1], y - AROUND);
    extent[2] = Math.max(extent[2], x + AROUND);
    extent[3] = Math.max(extent[3], y + AROUND);
  }
  const buildings = municipality.status === 'ready' ? municipality.value.buildings : [];
  const tilesets = buildings.flatMap(({ url, heightDatum }) =>
    url === undefined ? [] : { url: new URL(url, baseUrl).href, isNap: heightDatum === 'nap' },
  );
  return { tilesets, extent };
}

function refresh(): void {
  const state = twin.getState();
  const { town } = solar.getState();
  const { buildingTable, solar: choice, overlays } = state;
  const isKnown = town.status === 'ready' && buildingTable.status === 'ready' && overlays.solar.visible;
  const settings = isKnown ? town.value.index.settings : undefined;
  const wanted = settings && changeSettings(settings, choice.changes);
  const table = buildingTable.status === 'ready' ? buildingTable.value : undefined;
  const isOther = settings && wanted && table && hasOtherPanels(settings, wanted) && table.id.length <= MOST_BUILDINGS;
  const now = isOther ? [town, table, wanted.panel.width, wanted.panel.height] : [];
  if (now.length === asked.length && now.every((part, i) => part === asked[i])) return;
  asked = now;
  const own = ++question;
  if (!isOther) {
    solar.setState({ fitted: { status: 'idle' } });
    return;
  }
  solar.setState({ fitted: { status: 'running' } });
  thread ??= startRoofShapes();
  thread.ask({ site: siteOf(state, table, table.id.keys()), panels: wanted }, (reply) => {
    if (own !== question) return;
    const { width, height } = wanted.panel;
    solar.setState({
      fitted:
        'message' in reply
          ? { status: 'failed', message: reply.message }
          : { status: 'ready', value: { width, height, panels: reply.result.panels } },
    });
  });
}

/** Until the returned function is called. */
export function followPanelSize(): () => void {
  const untie = [
    solar.subscribe((now, before) => {
      if (now.town !== before.town) refresh();
    }),
    twin.subscribe((now, before) => {
      const parts = ['overlays', 'solar', 'buildingTable'] as const;
      if (parts.some((part) => now[part] !== before[part])) refresh();
    }),
  ];
  refresh();
  return () => {
    for (const end of untie) end();
    thread?.stop();
    thread = undefined;
    question++;
    asked = [];
    solar.setState({ fitted: { status: 'idle' } });
  };
}

/** Outlines of these rows of the roofs; `buildings` are the rows of the table that they are of. Rejects with what went wrong. */
export function readOutlines(
  table: BuildingTable,
  buildings: readonly number[],
  planes: readonly number[],
): Promise<ReadonlyMap<number, RoofOutline>> {
  thread ??= startRoofShapes();
  const site = siteOf(twin.getState(), table, table.id.length <= MOST_BUILDINGS ? table.id.keys() : buildings);
  const own = thread;
  return new Promise((resolve, reject) => {
    own.ask({ site, outlines: planes }, (reply: RoofShapesReply) => {
      if ('message' in reply) reject(new Error(reply.message));
      else resolve(reply.result.outlines);
    });
  });
}
