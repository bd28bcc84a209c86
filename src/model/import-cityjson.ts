/** CityJSON from a visitor's disk as buildings that can be placed: each in a frame of its own, its foot in the middle. */
import { parseCityFeature, parseCityHeader } from './cityjson.ts';
import type { PlacedThing } from './drawing.ts';
import type { ImportProblem } from './import-problem.ts';
import { InputError } from './input-error.ts';
import { toMillimetres } from './outline.ts';
import { parseJson } from './parse-json.ts';
import { cityJsonToSolids } from './plan-cityjson.ts';
import type { PlanSolid } from './plan-model.ts';
import { isInsideRd } from './rd.ts';

export interface ReadBuildings {
  readonly buildings: readonly Omit<PlacedThing, 'id'>[];
}

type Origin = readonly [x: number, y: number, nap: number];

/** From the frame of `origin` to one of its own. */
function toOwnFrame(solid: PlanSolid, origin: Origin): Omit<PlacedThing, 'id'> {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const [i, value] of solid.positions.entries()) {
    low[i % 3] = Math.min(low[i % 3], value);
    high[i % 3] = Math.max(high[i % 3], value);
  }
  const foot = [Math.round((low[0] + high[0]) / 2), Math.round((low[1] + high[1]) / 2), toMillimetres(low[2])];
  const shift = (value: number, axis: number) => toMillimetres(value - foot[axis]);
  const [west, south, bottom] = low.map(shift);
  const [east, north, top] = high.map(shift);
  const nap = toMillimetres(origin[2] + foot[2]);
  return {
    name: solid.name ?? solid.id,
    x: origin[0] + foot[0],
    y: origin[1] + foot[1],
    nap,
    rotationDegrees: 0,
    scale: 1,
    box: { west, south, bottom, east, north, top },
    solid: {
      ...solid,
      footprint: solid.footprint.map((ring) => ring.map((value, i) => shift(value, i % 2))),
      lowerNap: toMillimetres(solid.lowerNap - nap),
      upperNap: toMillimetres(solid.upperNap - nap),
      positions: solid.positions.map((value, i) => shift(value, i % 3)),
    },
  };
}

/** More would make the picture slow to change; a town belongs in the pipeline. */
const MAXIMUM_BUILDINGS = 500;

function findProblem(
  document: unknown,
  file: string,
): ImportProblem | { readonly origin: Origin; readonly count: number } {
  const { referenceSystem, transform } = parseCityHeader(document, file);
  const { objects, vertices } = parseCityFeature(document, file);
  if (referenceSystem !== undefined && !/(7415|28992)\/*$/.test(referenceSystem))
    return { code: 'wrong-crs', crs: referenceSystem };
  const count = Object.values(objects).filter(({ type }) => type === 'Building').length;
  const [vertex] = vertices;
  if (!vertex || count === 0) return { code: 'no-buildings' };
  const { scale, translate } = transform;
  const [x, y, nap] = [0, 1, 2].map((axis) => Math.round(vertex[axis] * scale[axis] + translate[axis]));
  return isInsideRd({ x, y }) ? { origin: [x, y, nap], count } : { code: 'wrong-place', x, y };
}

/** A document, or the parts of a sequence each with the header of all. */
export function readCityBuildings(
  documents: readonly unknown[],
  file: string,
): ReadBuildings | { readonly problem: ImportProblem } {
  const buildings: Omit<PlacedThing, 'id'>[] = [];
  let count = 0;
  try {
    for (const document of documents) {
      const found = findProblem(document, file);
      if ('code' in found) return { problem: found };
      count += found.count;
      if (count > MAXIMUM_BUILDINGS) return { problem: { code: 'too-many', count, limit: MAXIMUM_BUILDINGS } };
      const { origin } = found;
      for (const solid of cityJsonToSolids(document, file, origin)) buildings.push(toOwnFrame(solid, origin));
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { problem: { code: 'bad-content', detail: error.message } };
  }
  return buildings.length > 0 ? { buildings } : { problem: { code: 'no-buildings' } };
}

/** CityJSONSeq: the header on the first line, a feature on each of the others. */
export function listSequence(text: string): { readonly documents: unknown[] } | { readonly problem: ImportProblem } {
  const documents: unknown[] = [];
  let header: object | undefined;
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = parseJson(line);
    if ('problem' in parsed) {
      const { problem } = parsed;
      return { problem: problem.code === 'broken-json' ? { ...problem, line: i + 1 } : problem };
    }
    if (typeof parsed.json !== 'object' || parsed.json === null) return { problem: { code: 'unknown-content' } };
    if (header) documents.push({ ...header, ...parsed.json, type: 'CityJSON' });
    else header = parsed.json;
  }
  return { documents };
}
