/** GeoJSON from a visitor's disk as volumes. The usual mistakes are looked for first, so that each gets an answer of its own. */
import type { ImportProblem } from './import-problem.ts';
import { InputError } from './input-error.ts';
import { parsePlanVolumes } from './plan-geojson.ts';
import type { PlanVolume } from './plan-volume.ts';
import { isInsideRd, lonLatToRd, OutsideNetherlandsError } from './rd.ts';

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MAXIMUM_VOLUMES = 500;
/** Of one outline: finding out whether it crosses itself takes the square of this. */
const MAXIMUM_CORNERS = 1000;
const RD = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };

export interface ReadVolumes {
  readonly volumes: readonly PlanVolume[];
  /** The zero that the file's heights above peil count from, where it says so. */
  readonly peilNap: number | undefined;
}

function nameOfCrs(json: Members): string | undefined {
  const { crs } = json as { crs?: unknown };
  if (!isMembers(crs)) return undefined;
  const properties = crs['properties'];
  return isMembers(properties) && typeof properties['name'] === 'string' ? properties['name'] : JSON.stringify(crs);
}

/** Lists of positions, however deep. */
function listRings(coordinates: unknown): [number, number][][] {
  if (!Array.isArray(coordinates)) return [];
  const [first] = coordinates;
  const isRing = Array.isArray(first) && typeof first[0] === 'number';
  return isRing ? [coordinates] : coordinates.flatMap(listRings);
}

function isInFrame(x: number, y: number, isRd: boolean): boolean {
  if (isRd) return isInsideRd({ x, y });
  try {
    return isInsideRd(lonLatToRd({ lon: x, lat: y }));
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) return false;
    throw error;
  }
}

function findFeatureProblem(feature: Members, number: number, isRd: boolean): ImportProblem | undefined {
  const properties = isMembers(feature['properties']) ? feature['properties'] : {};
  const name = String(properties['name'] ?? properties['id'] ?? feature['id'] ?? number);
  for (const ring of listRings((feature['geometry'] as Members)['coordinates'])) {
    if (ring.length > MAXIMUM_CORNERS)
      return { code: 'too-many-corners', feature: name, count: ring.length, limit: MAXIMUM_CORNERS };
    const outside = ring.find(([x, y]) => !isInFrame(x, y, isRd));
    if (outside) return { code: 'wrong-place', x: outside[0], y: outside[1] };
  }
  const heights = Object.entries(properties).filter(([key]) => /^(lower|upper)$/i.test(key));
  return heights.length < 2 ? { code: 'no-heights', feature: name } : undefined;
}

const isPolygon = (feature: unknown): feature is Members =>
  isMembers(feature) && isMembers(feature['geometry']) && /Polygon$/.test(String(feature['geometry']['type']));

/** `json` is a FeatureCollection or a Feature. */
export function readGeoJsonVolumes(json: Members, file: string): ReadVolumes | { readonly problem: ImportProblem } {
  const features = json['type'] === 'Feature' ? [json] : json['features'];
  const polygons = Array.isArray(features) ? features.filter(isPolygon) : [];
  const [first] = polygons;
  if (!first) return { problem: { code: 'no-volumes' } };
  if (polygons.length > MAXIMUM_VOLUMES)
    return { problem: { code: 'too-many', count: polygons.length, limit: MAXIMUM_VOLUMES } };
  const crs = nameOfCrs(json);
  if (crs !== undefined && !/(28992|4326|CRS84)$/.test(crs)) return { problem: { code: 'wrong-crs', crs } };
  const [x, y] = listRings((first['geometry'] as Members)['coordinates'])[0]?.[0] ?? [Number.NaN, Number.NaN];
  // Without `crs` it should be degrees, but some programs forget to say that they wrote RD: the numbers cannot be mistaken.
  const isRd = crs === undefined ? isInFrame(x, y, true) : crs.endsWith('28992');
  for (const [i, feature] of polygons.entries()) {
    const problem = findFeatureProblem(feature, i + 1, isRd);
    if (problem) return { problem };
  }
  try {
    const whole = { type: 'FeatureCollection', features: polygons, ...(isRd ? { crs: RD } : {}) };
    const peilNap = typeof json['peilNap'] === 'number' ? json['peilNap'] : undefined;
    return { volumes: parsePlanVolumes(whole, file), peilNap };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { problem: { code: 'bad-content', detail: error.message } };
  }
}
