/**
 * GeoJSON at the edge: features with RD coordinates, whatever of the two allowed frames the file is in (RFC 7946's CRS84,
 * or a `crs` member that names EPSG:28992). What is wrong is an {@link InputError} that names file, feature and field.
 */
import { InputError } from './input-error.ts';
import { lonLatToRd, OutsideNetherlandsError } from './rd.ts';

export interface GeoFeature {
  /** File, number from 1 and id of the feature: the start of every message about it. */
  readonly where: string;
  /** The feature's own, or a property that is one; undefined where it has none. */
  readonly id: string | undefined;
  /** By lower-case name without anything but letters and digits: `fysiek_voorkomen` and `fysiekVoorkomen` are one. */
  readonly properties: ReadonlyMap<string, unknown>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | undefined;
  /** Whether the file is in degrees. */
  readonly geographic: boolean;
}

/** Flat x, y pairs in RD New metres. */
export type Ring = number[];

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idProperties = ['identificatie', 'lokaalid', 'id', 'elementnr'];
const normalised = new Map<string, string>();

/** As {@link GeoFeature.properties} has it: lower case, letters and digits only. */
export function normaliseName(name: string): string {
  let short = normalised.get(name);
  if (short === undefined) {
    short = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
    normalised.set(name, short);
  }
  return short;
}

function isGeographic(json: Members, file: string): boolean {
  const crs = json['crs'];
  if (crs === undefined || crs === null) return true;
  const properties = isMembers(crs) ? crs['properties'] : undefined;
  const name = isMembers(properties) ? properties['name'] : undefined;
  if (typeof name === 'string' && /(EPSG|epsg)(\/0\/|:+)28992$/.test(name)) return false;
  if (typeof name === 'string' && /CRS84$|(EPSG|epsg)(\/0\/|:+)4326$/.test(name)) return true;
  throw new InputError(
    `${file}: crs ${JSON.stringify(name ?? crs)} is not supported; use urn:ogc:def:crs:EPSG::28992 (RD New), or leave crs out for longitude and latitude.`,
  );
}

/** What a feature is called and says, of a file of whatever kind; `where`: its file and number. */
export function nameFeature(
  where: string,
  given: Members,
  ownId?: unknown,
): Pick<GeoFeature, 'where' | 'id' | 'properties'> {
  const properties = new Map<string, unknown>();
  for (const name in given) properties.set(normaliseName(name), given[name]);
  const value = ownId ?? idProperties.map((name) => properties.get(name)).find((id) => id !== undefined && id !== null);
  const id = value === undefined ? undefined : String(value);
  return { where: id === undefined ? where : `${where} (${id})`, id, properties };
}

/** `file` names it in messages. Memory is linear in its size. */
export function parseGeoJson(json: unknown, file: string): GeoFeature[] {
  if (!isMembers(json) || json['type'] !== 'FeatureCollection' || !Array.isArray(json['features'])) {
    throw new InputError(`${file}: not a GeoJSON FeatureCollection (members "type" and "features").`);
  }
  const geographic = isGeographic(json, file);
  return (json['features'] as unknown[]).map((feature, index) => {
    const where = `${file}, feature ${index + 1}`;
    if (!isMembers(feature) || feature['type'] !== 'Feature') throw new InputError(`${where}: not a GeoJSON Feature.`);
    const properties = isMembers(feature['properties']) ? feature['properties'] : {};
    const named = nameFeature(where, properties, feature['id']);
    const geometry = feature['geometry'];
    if (geometry === null || geometry === undefined) return { ...named, geometry: undefined, geographic };
    if (!isMembers(geometry) || typeof geometry['type'] !== 'string') {
      throw new InputError(`${named.where}: geometry has no type.`);
    }
    return { ...named, geometry: { type: geometry['type'], coordinates: geometry['coordinates'] }, geographic };
  });
}

/** First of the names (as normalised) that holds text or a number; undefined when none does. */
export function textOf(feature: GeoFeature, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = feature.properties.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

/** First of the names that is present, as a number; throws when it is something else than a number. */
export function numberOf(feature: GeoFeature, ...names: string[]): number | undefined {
  for (const name of names) {
    const value = feature.properties.get(name);
    if (value === undefined || value === null || value === '') continue;
    const number = typeof value === 'string' ? Number(value.replace(',', '.')) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
    throw new InputError(`${feature.where}: ${name} ${JSON.stringify(value)} is not a number.`);
  }
  return undefined;
}

function pushPosition(feature: GeoFeature, position: unknown, flat: number[]): void {
  const [x, y] = Array.isArray(position) ? position : [];
  if (!(Number.isFinite(x) && Number.isFinite(y))) {
    throw new InputError(`${feature.where}: geometry holds ${JSON.stringify(position)} where a position should be.`);
  }
  if (!feature.geographic) {
    flat.push(x, y);
    return;
  }
  if (Math.abs(x) > 180 || Math.abs(y) > 90) {
    throw new InputError(
      `${feature.where}: position ${x}, ${y} is not longitude and latitude; a file in RD New needs a crs member naming urn:ogc:def:crs:EPSG::28992.`,
    );
  }
  try {
    const rd = lonLatToRd({ lon: x, lat: y });
    flat.push(rd.x, rd.y);
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) throw new InputError(`${feature.where}: ${error.message}`);
    throw error;
  }
}

function flatten(feature: GeoFeature, positions: unknown): Ring {
  if (!Array.isArray(positions)) throw new InputError(`${feature.where}: geometry has no list of positions.`);
  const flat: Ring = [];
  for (const position of positions) pushPosition(feature, position, flat);
  return flat;
}

function parts(feature: GeoFeature, single: string): unknown[] {
  const { geometry } = feature;
  if (!geometry) return [];
  if (geometry.type === single) return [geometry.coordinates];
  if (geometry.type === `Multi${single}` && Array.isArray(geometry.coordinates)) return geometry.coordinates;
  throw new InputError(
    `${feature.where}: geometry is a ${geometry.type}; expected ${single} or Multi${single} with coordinates.`,
  );
}

function closedRing(feature: GeoFeature, positions: unknown): Ring {
  const ring = flatten(feature, positions);
  if (ring[0] === ring.at(-2) && ring[1] === ring.at(-1)) return ring;
  throw new InputError(`${feature.where}: a ring of the polygon does not end where it begins.`);
}

/** Polygons as lists of rings, outer ring first, first point repeated at the end as in the file; none without geometry. */
export function listPolygons(feature: GeoFeature): Ring[][] {
  return parts(feature, 'Polygon').map((rings) => {
    if (!Array.isArray(rings)) throw new InputError(`${feature.where}: geometry has no list of rings.`);
    return rings.map((ring) => closedRing(feature, ring));
  });
}

export function listLines(feature: GeoFeature): Ring[] {
  return parts(feature, 'LineString').map((line) => flatten(feature, line));
}

/** Points as x, y; a MultiPoint gives several. */
export function listPoints(feature: GeoFeature): [number, number][] {
  return parts(feature, 'Point').map((position) => {
    const flat: Ring = [];
    pushPosition(feature, position, flat);
    return flat as [number, number];
  });
}
