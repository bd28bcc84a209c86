/** CityJSON from a visitor's disk as buildings that can be placed: each in a frame of its own, its foot in the middle. */
import type { PlacedThing } from './drawing.ts';
import type { ImportProblem } from './import-problem.ts';
import { toMillimetres } from './outline.ts';
import type { PlanSolid } from './plan-model.ts';

export interface ReadBuildings {
  readonly buildings: readonly Omit<PlacedThing, 'id'>[];
}

type Origin = readonly [x: number, y: number, nap: number];

/** From the frame of `origin` to one of its own. */
export function toOwnFrame(solid: PlanSolid, origin: Origin): Omit<PlacedThing, 'id'> {
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

/** `values`: one document, or the lines of a sequence. */
export function readCityBuildings(
  _values: readonly unknown[],
  _file: string,
): ReadBuildings | { readonly problem: ImportProblem } {
  return { problem: { code: 'no-buildings' } };
}
