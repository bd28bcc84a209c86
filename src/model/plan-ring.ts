/** Rings of flat x, y pairs, not closed: what a footprint and a piece of ground are made of. */

export type Ring = readonly number[];

/** Signed area, positive when counter-clockwise. */
export function ringArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    sum += (ring[j] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[j + 1] - ring[1]);
  return sum / 2;
}

/** m² of an outer ring without its holes. */
export const ringsArea = ([outer, ...holes]: readonly Ring[]): number =>
  Math.abs(ringArea(outer)) - holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0);

function isInRing(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    if (ring[i + 1] > y === ring[j + 1] > y) continue;
    if (x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) inside = !inside;
  }
  return inside;
}

export const isInRings = ([outer, ...holes]: readonly Ring[], x: number, y: number): boolean =>
  isInRing(outer, x, y) && !holes.some((hole) => isInRing(hole, x, y));

/** Centre of gravity of a ring; of one without area the mean of its corners. */
export function ringCentre(ring: Ring): [number, number] {
  let [x, y, twice] = [0, 0, 0];
  let [mx, my] = [0, 0];
  const count = ring.length / 2;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    // Counted from the first corner: RD coordinates multiplied lose the millimetres.
    const [ax, ay, bx, by] = [ring[j] - ring[0], ring[j + 1] - ring[1], ring[i] - ring[0], ring[i + 1] - ring[1]];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
    mx += bx / count;
    my += by / count;
  }
  return Math.abs(twice) > 1e-9 ? [ring[0] + x / (3 * twice), ring[1] + y / (3 * twice)] : [ring[0] + mx, ring[1] + my];
}

/** The ring without corners that repeat the one before (within `tolerance` metres), the last one against the first too. */
export function withoutRepeats(ring: Ring, tolerance = 0.001): number[] {
  const result: number[] = [];
  const isSame = (a: number, b: number, x: number, y: number) => Math.hypot(a - x, b - y) <= tolerance;
  for (let i = 0; i < ring.length; i += 2) {
    const end = result.length;
    if (end === 0 || !isSame(result[end - 2], result[end - 1], ring[i], ring[i + 1])) result.push(ring[i], ring[i + 1]);
  }
  while (result.length > 2 && isSame(result.at(-2) as number, result.at(-1) as number, result[0], result[1]))
    result.length -= 2;
  return result;
}

/** Twice the area of a, b, c: positive when counter-clockwise. */
const turn = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** No corner turns right by more than a hair. For a counter-clockwise ring. */
export function isConvex(ring: Ring): boolean {
  const n = ring.length;
  for (let i = 0; i < n; i += 2) {
    const [j, k] = [(i + 2) % n, (i + 4) % n];
    if (turn(ring[i], ring[i + 1], ring[j], ring[j + 1], ring[k], ring[k + 1]) < -1e-3) return false;
  }
  return true;
}

function doSegmentsMeet(p: Ring, i: number, j: number, q: Ring, k: number, l: number): boolean {
  const a = turn(p[i], p[i + 1], p[j], p[j + 1], q[k], q[k + 1]);
  const b = turn(p[i], p[i + 1], p[j], p[j + 1], q[l], q[l + 1]);
  const c = turn(q[k], q[k + 1], q[l], q[l + 1], p[i], p[i + 1]);
  const d = turn(q[k], q[k + 1], q[l], q[l + 1], p[j], p[j + 1]);
  return a * b < 0 && c * d < 0;
}

/** What is wrong with a polygon's rings, as the end of a sentence; undefined for simple rings. Quadratic in the corners. */
export function findRingFault(rings: readonly Ring[]): string | undefined {
  for (const [r, ring] of rings.entries()) {
    const name = r === 0 ? 'the outline' : `hole ${r}`;
    if (ring.length < 6) return `${name} has fewer than three corners`;
    if (Math.abs(ringArea(ring)) < 0.01) return `${name} has no area`;
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      for (const [s, other] of rings.slice(0, r + 1).entries()) {
        for (let k = 0; k < (s === r ? i : other.length); k += 2) {
          if (!doSegmentsMeet(ring, i, j, other, k, (k + 2) % other.length)) continue;
          const place = `near ${ring[i].toFixed(1)}, ${ring[i + 1].toFixed(1)}`;
          return s === r ? `${name} crosses itself ${place}` : `${name} crosses another ring ${place}`;
        }
      }
    }
  }
  return undefined;
}

/** The smallest rectangle round a ring: unit vector along its longer side. */
export function longDirection(ring: Ring): [number, number] {
  let best: [number, number] = [1, 0];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const length = Math.hypot(ring[i] - ring[j], ring[i + 1] - ring[j + 1]);
    if (length < 1e-6) continue;
    const [ux, uy] = [(ring[i] - ring[j]) / length, (ring[i + 1] - ring[j + 1]) / length];
    const [along, across] = [extentAlong(ring, ux, uy), extentAlong(ring, -uy, ux)];
    const [a, b] = [along[1] - along[0], across[1] - across[0]];
    // A hair's difference in area must not turn the ridge of a rectangle drawn by hand.
    if (a * b > least * (1 - 1e-9)) continue;
    least = a * b;
    best = a >= b ? [ux, uy] : [-uy, ux];
  }
  return best;
}

/** Lowest and highest coordinate along a unit vector. */
export function extentAlong(ring: Ring, ux: number, uy: number): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < ring.length; i += 2) {
    const u = ring[i] * ux + ring[i + 1] * uy;
    low = Math.min(low, u);
    high = Math.max(high, u);
  }
  return [low, high];
}
