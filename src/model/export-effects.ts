/** Effects of water as GeoJSON: buildings, blocked roads and addresses that are cut off. RFC 7946, degrees in CRS84. */
import { NO_CLASS } from './building-marks.ts';
import { buildingWaterClasses } from './building-water.ts';
import type { AddressIndex, BuildingTable, StreetIndex } from './city-index.ts';
import { type FloodEffects, rescueServices } from './flood-effects.ts';
import { NEVER } from './flood-run.ts';
import { rdToLonLat } from './rd.ts';

export interface EffectsAbout {
  readonly title: string;
  readonly storm: string;
  /** What computed it, and SHA-256 of what it was given where that is known. */
  readonly engine: string;
  readonly inputsHash: string | undefined;
}

export interface TownIndexes {
  readonly buildings: BuildingTable | undefined;
  readonly streets: StreetIndex | undefined;
  readonly addresses: AddressIndex | undefined;
}

/** About a centimetre in the Netherlands. */
const DECIMALS = 7;
const toDegrees = (degrees: number) => Number(degrees.toFixed(DECIMALS));

function toPosition(x: number, y: number): [number, number] {
  const { lon, lat } = rdToLonLat({ x, y });
  return [toDegrees(lon), toDegrees(lat)];
}

interface Feature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

const point = (x: number, y: number, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: toPosition(x, y) },
});

/** A point in the middle of each building for which something was computed: the viewer has no outlines. */
function listBuildings({ buildings, accuracy }: FloodEffects, table: BuildingTable): Feature[] {
  const minutes = (value: number | undefined) => (value === undefined || value === NEVER ? null : value);
  return table.id.flatMap((id, row) => {
    const value = buildings.classes[row];
    if (value === undefined || value === NO_CLASS) return [];
    return point(table.x[row] as number, table.y[row] as number, {
      kind: 'building',
      id,
      water: buildingWaterClasses[value] as string,
      depthM: Number((buildings.depth[row] as number).toFixed(2)),
      accuracyM: Number(accuracy.toFixed(2)),
      arrivalMinutes: minutes(buildings.arrival[row]),
      durationMinutes: minutes(buildings.duration[row]),
    });
  });
}

/** One feature per street, of its blocked pieces. */
function listRoads({ roads, step }: FloodEffects, index: StreetIndex): Feature[] {
  const pieces = new Map<number, [number, number][][]>();
  for (const [i, street] of roads.owners.entries()) {
    const at = 6 * i;
    const from = toPosition(roads.lines[at] as number, roads.lines[at + 1] as number);
    const to = toPosition(roads.lines[at + 3] as number, roads.lines[at + 4] as number);
    pieces.set(street, [...(pieces.get(street) ?? []), [from, to]]);
  }
  return roads.streets.map(({ street, metres, seconds, isLasting }) => ({
    type: 'Feature',
    properties: {
      kind: 'blocked road',
      name: index.streets[street]?.name ?? null,
      metres: Math.round(metres),
      atLeastMinutes: Math.round(seconds / 60),
      stepMinutes: Math.round(step / 60),
      stillAtTheEnd: isLasting,
    },
    geometry: { type: 'MultiLineString', coordinates: pieces.get(street) ?? [] },
  }));
}

function listAddresses({ reach }: FloodEffects, index: AddressIndex): Feature[] {
  return rescueServices.flatMap((service) =>
    [...reach[service].rows].map((row) =>
      point(index.x[row] as number, index.y[row] as number, {
        kind: 'address out of reach',
        service,
        street: index.streets[index.street[row] as number] as string,
        number: index.number[row] as string,
        postcode: index.postcodes[index.postcode[row] as number] as string,
        atLeastMinutes: Math.round((reach[service].seconds[row] as number) / 60),
      }),
    ),
  );
}

export function effectsToGeoJson(effects: FloodEffects, town: TownIndexes, about: EffectsAbout): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    ...about,
    thresholdM: effects.threshold,
    status: 'Indicatief: berekend, niet gemeten',
    features: [
      ...(town.buildings ? listBuildings(effects, town.buildings) : []),
      ...(town.streets ? listRoads(effects, town.streets) : []),
      ...(town.addresses ? listAddresses(effects, town.addresses) : []),
    ],
  });
}
