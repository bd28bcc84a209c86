/** Plan geometry as GeoJSON, in RD New or in degrees: volumes, new ground and trees. Errors name file, feature and field. */
import { type GeoFeature, listPoints, listPolygons, numberOf, parseGeoJson, textOf } from './geojson.ts';
import { InputError } from './input-error.ts';
import { groundSurfaces } from './plan-model.ts';
import { findRingFault, type Ring, withoutRepeats } from './plan-ring.ts';
import { heightReferences, type PlanVolume, roofShapes } from './plan-volume.ts';

export interface GroundPolygon {
  readonly id: string;
  /** File and feature: the start of every message about it. */
  readonly where: string;
  readonly surface: (typeof groundSurfaces)[number];
  /** Metres NAP. */
  readonly level: number;
  readonly phase?: string;
  /** RD New, outer ring first, not closed. */
  readonly rings: readonly Ring[];
}

export interface PlanTree {
  readonly where: string;
  /** RD New. */
  readonly x: number;
  readonly y: number;
  /** Metres. */
  readonly height: number;
  readonly crown: number;
  readonly phase?: string;
}

function oneOf<T extends string>(feature: GeoFeature, field: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found !== undefined) return found;
  const given = value === undefined || value === null ? 'missing' : JSON.stringify(value);
  throw new InputError(`${feature.where}: ${field} is ${given}; it must be one of ${allowed.join(', ')}.`);
}

function needNumber(feature: GeoFeature, ...names: string[]): number {
  const value = numberOf(feature, ...names);
  if (value === undefined)
    throw new InputError(`${feature.where}: ${names[0]} is missing; it must be a number (metres).`);
  return value;
}

function phaseOf(feature: GeoFeature): { phase?: string } {
  const phase = textOf(feature, 'phase', 'fase');
  return phase === undefined ? {} : { phase };
}

/** Polygons without their closing corners; a MultiPolygon gives several. */
function simplePolygons(feature: GeoFeature): number[][][] {
  const polygons = listPolygons(feature).map((rings) => rings.map((ring) => withoutRepeats(ring)));
  if (polygons.length === 0) throw new InputError(`${feature.where}: geometry is missing; it must be a Polygon.`);
  for (const rings of polygons) {
    const fault = rings.length === 0 ? 'the outline is missing' : findRingFault(rings);
    if (fault) throw new InputError(`${feature.where}: geometry: ${fault}.`);
  }
  return polygons;
}

const idOf = (feature: GeoFeature, index: number, part: number) => {
  const id = textOf(feature, 'id', 'identificatie') ?? String(index + 1);
  return part === 0 ? id : `${id}-${part + 1}`;
};

/** `roof` as an object, or its shape as a text beside `eaves` and `ridgeDegrees`. */
function parseRoof(feature: GeoFeature): PlanVolume['roof'] {
  const given = feature.properties.get('roof');
  const members = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : undefined;
  const field = (name: 'eaves' | 'ridgeDegrees'): number | undefined => {
    if (!members) return numberOf(feature, name.toLowerCase());
    const value = members[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new InputError(`${feature.where}: roof.${name} ${JSON.stringify(value)} is not a number.`);
  };
  const shape = members ? members['shape'] : (given ?? 'flat');
  const [eaves, ridgeDegrees] = [field('eaves'), field('ridgeDegrees')];
  return {
    shape: oneOf(feature, members ? 'roof.shape' : 'roof', shape, roofShapes),
    ...(eaves === undefined ? {} : { eaves }),
    ...(ridgeDegrees === undefined ? {} : { ridgeDegrees }),
  };
}

function retainsOf(feature: GeoFeature): { retains?: boolean } {
  const value = feature.properties.get('retains') ?? feature.properties.get('keert');
  if (value === undefined || value === null) return {};
  if (typeof value === 'boolean') return { retains: value };
  throw new InputError(`${feature.where}: retains is ${JSON.stringify(value)}; it must be true or false.`);
}

function toVolumes(feature: GeoFeature, index: number): PlanVolume[] {
  const [lower, upper] = [needNumber(feature, 'lower'), needNumber(feature, 'upper')];
  if (!(upper > lower)) throw new InputError(`${feature.where}: upper ${upper} must be more than lower ${lower}.`);
  const [name, use] = [textOf(feature, 'name', 'naam'), textOf(feature, 'use', 'gebruik')];
  const dwellings = numberOf(feature, 'dwellings', 'woningen');
  const floorM2 = numberOf(feature, 'floorm2', 'vloerm2');
  return simplePolygons(feature).map((footprint, part) => ({
    id: idOf(feature, index, part),
    ...(name === undefined ? {} : { name }),
    ...(use === undefined ? {} : { use }),
    ...phaseOf(feature),
    ...retainsOf(feature),
    // Those of a feature in several parts are counted once.
    ...(dwellings === undefined || part > 0 ? {} : { dwellings }),
    ...(floorM2 === undefined || part > 0 ? {} : { floorM2 }),
    footprint,
    lower,
    upper,
    reference: oneOf(feature, 'reference', feature.properties.get('reference'), heightReferences),
    roof: parseRoof(feature),
  }));
}

function refuseTwins<T extends { readonly id: string }>(items: T[], file: string): T[] {
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) throw new InputError(`${file}: two features have the id "${id}".`);
    ids.add(id);
  }
  return items;
}

/** Buildings; `file` names the source in messages. Throws {@link InputError}. */
export const parsePlanVolumes = (json: unknown, file: string): PlanVolume[] =>
  refuseTwins(parseGeoJson(json, file).flatMap(toVolumes), file);

/** New ground. Throws {@link InputError}. */
export const parsePlanGround = (json: unknown, file: string): GroundPolygon[] =>
  refuseTwins(
    parseGeoJson(json, file).flatMap((feature, index) =>
      simplePolygons(feature).map((rings, part) => ({
        id: idOf(feature, index, part),
        where: feature.where,
        surface: oneOf(feature, 'surface', feature.properties.get('surface'), groundSurfaces),
        level: needNumber(feature, 'level'),
        ...phaseOf(feature),
        rings,
      })),
    ),
    file,
  );

/** Trees, with the property names of today's trees. Throws {@link InputError}. */
export const parsePlanTrees = (json: unknown, file: string): PlanTree[] =>
  parseGeoJson(json, file).flatMap((feature) => {
    const height = needNumber(feature, 'hoogte', 'height');
    const crown = needNumber(feature, 'kroondiameter', 'crown');
    if (!(height > 0 && crown > 0))
      throw new InputError(`${feature.where}: hoogte ${height} and kroondiameter ${crown} must be more than 0.`);
    return listPoints(feature).map(([x, y]) => ({ where: feature.where, x, y, height, crown, ...phaseOf(feature) }));
  });
