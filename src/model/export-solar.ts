/** Sun on roofs as GeoJSON: a point in the middle of each plane. RFC 7946, degrees in CRS84 and metres NAP. */
import type { BuildingTable } from './city-index.ts';
import { rowsOf } from './group-rows.ts';
import { rdToLonLat } from './rd.ts';
import type { SolarSettings } from './solar.ts';
import { listPlanes, type SolarBuilding, type TownRoofs } from './solar-town.ts';

export interface SolarAbout {
  readonly title: string;
  readonly engine: string;
  readonly inputsHash: string;
  readonly climate: string;
}

/** About a centimetre in the Netherlands. */
const DECIMALS = 7;
const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** Of those buildings, with the settings as the visitor has them. */
export function roofsToGeoJson(
  buildings: readonly SolarBuilding[],
  town: TownRoofs,
  table: BuildingTable,
  settings: SolarSettings,
  about: SolarAbout,
): string {
  const features = buildings.flatMap(({ row, protection }) => {
    const places = new Map([...rowsOf(town.planes, row)].map((plane) => [town.roofs.surface[plane] as number, plane]));
    return listPlanes(town, row, settings).map((plane) => {
      const at = places.get(plane.surface) as number;
      const { lon, lat } = rdToLonLat({ x: town.roofs.x[at] as number, y: town.roofs.y[at] as number });
      return {
        type: 'Feature',
        properties: {
          building: table.id[row] ?? null,
          surface: plane.surface,
          areaM2: round(plane.area, 1),
          slopeDegrees: round(plane.slope, 1),
          azimuthDegrees: round(plane.azimuth, 1),
          skyViewFactor: round(plane.skyView, 3),
          irradiationUnshadedKwhM2Year: Math.round(plane.unshaded),
          irradiationKwhM2Year: Math.round(plane.irradiation),
          suitability: plane.suitability,
          panels: plane.panels,
          peakKwp: round(plane.kwp, 2),
          yieldKwhYear: Math.round(plane.yearly),
          savingEurosYear: Math.round(plane.yearly * settings.priceKwh),
          co2KgYear: Math.round(plane.yearly * settings.co2Kwh),
          protection,
        },
        geometry: {
          type: 'Point',
          coordinates: [round(lon, DECIMALS), round(lat, DECIMALS), town.roofs.nap[at] as number],
        },
      };
    });
  });
  return JSON.stringify({
    type: 'FeatureCollection',
    ...about,
    settings,
    status: 'Indicatief: berekend, niet gemeten',
    features,
  });
}
