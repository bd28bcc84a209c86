/**
 * Places on a roof plane that stand for it: an even lattice (Roberts 2018) over the box around it, of which those on the plane are
 * kept, the same every time.
 */
import { flatten, framePlane } from './plane-outline.ts';
import type { RoofPlane } from './roof-planes.ts';

/** m² for which one point stands, and how many a plane has at least, with room for a panel and without, and at most. */
const AREA = 0.8;
const FEWEST = 16;
const FEWEST_SMALL = 8;
const SMALL = 2;
const MOST = 128;

export const countPoints = (area: number, density = 1): number =>
  Math.round(density * Math.min(MOST, Math.max(area < SMALL ? FEWEST_SMALL : FEWEST, Math.ceil(area / AREA))));

/** Of a lattice in four dimensions: two for the place on the roof, two for the direction of its looks (`sky-cells.ts`). */
export const LATTICE = [0.8566748838545029, 0.733891856627126, 0.6287067210378087, 0.5385972572236101] as const;
/** A point looks at one part of the sky's cells, in one of so many sets of directions. */
export const PARTS = 4;
export const SETS = 32;
export const GLANCES = SETS * PARTS;
/** Times as many points as wanted are tried; what fills less of its box gets fewer. */
const MOST_TRIED = 24;

function isOnPlane(flat: Float64Array, u: number, v: number): boolean {
  for (let at = 0; at < flat.length; at += 6) {
    const ab = (flat[at + 2] - flat[at]) * (v - flat[at + 1]) - (flat[at + 3] - flat[at + 1]) * (u - flat[at]);
    const bc = (flat[at + 4] - flat[at + 2]) * (v - flat[at + 3]) - (flat[at + 5] - flat[at + 3]) * (u - flat[at + 2]);
    const ca = (flat[at] - flat[at + 4]) * (v - flat[at + 5]) - (flat[at + 1] - flat[at + 5]) * (u - flat[at + 4]);
    if (ab >= 0 && bc >= 0 && ca >= 0) return true;
  }
  return false;
}

export interface RoofPoints {
  /** Flat x, y, z. */
  readonly points: Float64Array;
  /** Per point which of the sky's glances (`sky-cells.ts`) it takes. */
  readonly glances: Uint16Array;
}

/**
 * About `count` points, never none. Points that look at the same part of the sky are a lattice by themselves, as those are what is
 * compared of that part.
 */
export function spreadPoints(plane: RoofPlane, count: number): RoofPoints {
  const frame = framePlane(plane);
  const flat = flatten(plane.positions, frame);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < flat.length; at += 2) {
    if (flat[at] < west) west = flat[at];
    if (flat[at] > east) east = flat[at];
    if (flat[at + 1] < south) south = flat[at + 1];
    if (flat[at + 1] > north) north = flat[at + 1];
  }
  const { origin, u, v } = frame;
  const fill = Math.min(MOST_TRIED, ((east - west) * (north - south)) / plane.area);
  const tries = Math.max(1, Math.round((count * fill) / PARTS));
  const points = new Float64Array(3 * PARTS * tries + flat.length * 3);
  const glances = new Uint16Array(PARTS * tries + flat.length);
  let found = 0;
  for (let i = 0; i < PARTS * tries; i++) {
    const part = i % PARTS;
    const step = (i - part) / PARTS;
    const a = west + ((0.5 + step * LATTICE[0] + part * 0.618034) % 1) * (east - west);
    const b = south + ((0.5 + step * LATTICE[1] + part * 0.414214) % 1) * (north - south);
    if (!isOnPlane(flat, a, b)) continue;
    for (let k = 0; k < 3; k++) points[3 * found + k] = origin[k] + a * u[k] + b * v[k];
    glances[found++] = i % GLANCES;
  }
  // What is very thin: the middle of every triangle.
  if (found === 0) {
    for (let t = 0; t < plane.positions.length; t += 9) {
      for (let k = 0; k < 3; k++)
        points[3 * found + k] = (plane.positions[t + k] + plane.positions[t + 3 + k] + plane.positions[t + 6 + k]) / 3;
      glances[found++] = found % GLANCES;
    }
  }
  return { points: points.subarray(0, 3 * found), glances: glances.subarray(0, found) };
}
