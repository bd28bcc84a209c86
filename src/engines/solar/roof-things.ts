/** What stands on a roof plane: parts of the same building above it, straight from above, cut off at the plane. */
import type { PlaneFrame } from './plane-outline.ts';

/** Metres above the plane from where something is in the way of a panel. */
const ABOVE = 0.1;

/** The triangle being cut: its corners' heights above the plane, and the shape that is left, flat u, v. */
const heights = new Float64Array(3);
const shape: number[] = [];

/** The point at `share` of the way from corner k to l, straight down onto the plane. */
function drop(
  positions: Float32Array,
  t: number,
  k: number,
  l: number,
  share: number,
  { origin, u, v, normal }: PlaneFrame,
): void {
  const [a, b] = [t + 3 * k, t + 3 * l];
  const x = positions[a] + share * (positions[b] - positions[a]) - origin[0];
  const y = positions[a + 1] + share * (positions[b + 1] - positions[a + 1]) - origin[1];
  const z = -(normal[0] * x + normal[1] * y) / normal[2];
  shape.push(x * u[0] + y * u[1] + z * u[2], x * v[0] + y * v[1] + z * v[2]);
}

function touches(box: readonly [number, number, number, number]): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < shape.length; i += 2) {
    west = Math.min(west, shape[i]);
    east = Math.max(east, shape[i]);
    south = Math.min(south, shape[i + 1]);
    north = Math.max(north, shape[i + 1]);
  }
  return west < box[2] && east > box[0] && south < box[3] && north > box[1];
}

/** Convex shapes in the plane, flat u, v; `box` is west, south, east, north of the plane's outline in u and v. */
export function listThings(
  positions: Float32Array,
  frame: PlaneFrame,
  box: readonly [number, number, number, number],
): Float64Array[] {
  const [nx, ny, nz] = frame.normal;
  if (nz < 0.05) return [];
  const offset = nx * frame.origin[0] + ny * frame.origin[1] + nz * frame.origin[2] + ABOVE;
  const things: Float64Array[] = [];
  for (let t = 0; t < positions.length; t += 9) {
    for (let k = 0; k < 3; k++)
      heights[k] = positions[t + 3 * k] * nx + positions[t + 3 * k + 1] * ny + positions[t + 3 * k + 2] * nz - offset;
    if (heights[0] <= 0 && heights[1] <= 0 && heights[2] <= 0) continue;
    shape.length = 0;
    for (let k = 0; k < 3; k++) {
      const l = (k + 1) % 3;
      if (heights[k] > 0) drop(positions, t, k, k, 0, frame);
      if (heights[k] > 0 !== heights[l] > 0) drop(positions, t, k, l, heights[k] / (heights[k] - heights[l]), frame);
    }
    if (touches(box)) things.push(Float64Array.from(shape));
  }
  return things;
}
