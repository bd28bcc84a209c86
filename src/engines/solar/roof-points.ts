/** Places on a roof plane that stand for it: spread evenly by area, the same every time. */

/** m² for which one point stands, and how many a plane has at least, with room for a panel and without, and at most. */
const AREA = 4;
const FEWEST = 6;
const FEWEST_SMALL = 3;
const SMALL = 2;
const MOST = 32;

export const countPoints = (area: number, density = 1): number =>
  Math.round(density * Math.min(MOST, Math.max(area < SMALL ? FEWEST_SMALL : FEWEST, Math.ceil(area / AREA))));

/** The bits of `i` mirrored around the point: 1/2, 1/4, 3/4, 1/8 … (van der Corput). */
function mirrorBits(i: number): number {
  let share = 0;
  for (let bit = 0.5, rest = i; rest > 0; bit /= 2, rest >>= 1) if (rest & 1) share += bit;
  return share;
}

/** Flat x, y, z of `count` points; `positions` holds nine numbers a triangle. */
export function spreadPoints(positions: Float32Array, count: number): Float64Array {
  const triangles = positions.length / 9;
  const ends = new Float64Array(triangles);
  let area = 0;
  for (let t = 0; t < triangles; t++) {
    const at = 9 * t;
    const ux = positions[at + 3] - positions[at];
    const uy = positions[at + 4] - positions[at + 1];
    const uz = positions[at + 5] - positions[at + 2];
    const vx = positions[at + 6] - positions[at];
    const vy = positions[at + 7] - positions[at + 1];
    const vz = positions[at + 8] - positions[at + 2];
    area += Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
    ends[t] = area;
  }
  const points = new Float64Array(3 * count);
  let t = 0;
  for (let i = 0; i < count; i++) {
    const wanted = ((i + 0.5) / count) * area;
    while (t < triangles - 1 && ends[t] < wanted) t++;
    const start = t === 0 ? 0 : ends[t - 1];
    // A square onto the triangle, so that equal areas stay equal.
    const root = Math.sqrt(Math.min(1, (wanted - start) / (ends[t] - start || 1)));
    const across = mirrorBits(i + 1);
    const at = 9 * t;
    for (let k = 0; k < 3; k++) {
      const a = positions[at + k];
      points[3 * i + k] =
        a + root * ((1 - across) * (positions[at + 3 + k] - a) + across * (positions[at + 6 + k] - a));
    }
  }
  return points;
}
