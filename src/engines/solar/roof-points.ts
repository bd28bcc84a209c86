/** Places on a roof plane that stand for it: of a grid over the box around it those on the plane, the same every time. */
import { flatten, framePlane } from './plane-outline.ts';
import type { RoofPlane } from './roof-planes.ts';

/** m² for which one point stands at first, and how many a plane has at least, with room for a panel and without, and at most. */
const AREA = 2.5;
const FEWEST = 12;
const FEWEST_SMALL = 8;
export const SMALL = 2;
const MOST = 120;
/** Times as many where much of the sky is hidden: the more there is in the way, the more it changes over a roof. */
export const MORE = 4;

export const countPoints = (area: number, density = 1): number =>
  Math.round(density * Math.min(MOST, Math.max(area < SMALL ? FEWEST_SMALL : FEWEST, Math.ceil(area / AREA))));

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

/** Of four points in a square each looks at another part of the sky, from square to square in another order. */
function glanceAt(column: number, row: number): number {
  const [across, along] = [column >> 1, row >> 1];
  const part = ((column & 1) + 2 * (row & 1) + across + 3 * along) % PARTS;
  const set = (across * 13 + along * 5 + part * 7) % SETS;
  return set * PARTS + part;
}

/** About `count` points, never none. */
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
  const [width, depth] = [east - west, north - south];
  const wanted = Math.max(1, count * Math.min(MOST_TRIED, (width * depth) / plane.area));
  // Even numbers, so that squares of four are whole.
  const columns =
    2 * Math.max(1, Math.min(Math.round(wanted / 4), Math.round(Math.sqrt((wanted * width) / depth) / 2)));
  const rows = 2 * Math.max(1, Math.round(wanted / columns / 2));
  const points = new Float64Array(3 * columns * rows + flat.length * 3);
  const glances = new Uint16Array(columns * rows + flat.length);
  let found = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const a = west + ((column + 0.5) / columns) * width;
      const b = south + ((row + 0.5) / rows) * depth;
      if (!isOnPlane(flat, a, b)) continue;
      for (let k = 0; k < 3; k++) points[3 * found + k] = origin[k] + a * u[k] + b * v[k];
      glances[found++] = glanceAt(column, row);
    }
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
