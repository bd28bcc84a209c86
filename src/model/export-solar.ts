/** Sun on roofs as GeoJSON: the outline of each plane, a point in its middle where none is known. RFC 7946, degrees in CRS84 and metres NAP. */
import type { BuildingTable } from './city-index.ts';
import { rowsOf } from './group-rows.ts';
import { rdToLonLat } from './rd.ts';
import type { RoofOutline } from './roof-shapes.ts';
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

function toPosition(x: number, y: number, nap: number): [number, number, number] {
  const { lon, lat } = rdToLonLat({ x, y });
  return [round(lon, DECIMALS), round(lat, DECIMALS), round(nap, 2)];
}

/** Rings of RFC 7946 are closed; holes go clockwise already. */
function toGeometry(outline: RoofOutline) {
  const polygons = outline.map((rings) =>
    rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(([x, y, nap]) => toPosition(x, y, nap))),
  );
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Rows of the roofs that {@link roofsToGeoJson} tells of. */
export const listPlaneRows = (buildings: readonly SolarBuilding[], { planes }: TownRoofs): number[] =>
  buildings.flatMap(({ row }) => [...rowsOf(planes, row)]);

/** Of those buildings, with the settings as the visitor has them. */
export function roofsToGeoJson(
  buildings: readonly SolarBuilding[],
  town: TownRoofs,
  table: BuildingTable,
  settings: SolarSettings,
  about: SolarAbout,
  outlines: ReadonlyMap<number, RoofOutline> = new Map(),
): string {
  const features = buildings.flatMap(({ row, protection }) => {
    const places = new Map([...rowsOf(town.planes, row)].map((plane) => [town.roofs.surface[plane] as number, plane]));
    return listPlanes(town, row, settings).map((plane) => {
      const at = places.get(plane.surface) as number;
      const outline = outlines.get(at) ?? [];
      const [x, y, nap] = [town.roofs.x[at] as number, town.roofs.y[at] as number, town.roofs.nap[at] as number];
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
        geometry: outline.length > 0 ? toGeometry(outline) : { type: 'Point', coordinates: toPosition(x, y, nap) },
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
