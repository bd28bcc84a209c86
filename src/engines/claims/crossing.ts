/** Whether rings cross or touch themselves or each other: the first place found, in order of x. */
import type { Rings } from './clip.ts';

export interface Crossing {
  readonly place: readonly [number, number];
  /** A corner on another side, not through it. */
  readonly isTouch: boolean;
}

/** All corners turn left, or all right, none is repeated and the ring goes round once: then it can cross nothing. */
export function isConvexRing(ring: ArrayLike<number>): boolean {
  const n = ring.length;
  let [sign, turns] = [0, 0];
  let [lastX, lastY] = [ring[0] - ring[n - 2], ring[1] - ring[n - 1]];
  let wasLeft = lastX < 0 || (lastX === 0 && lastY < 0);
  for (let i = 0; i < n; i += 2) {
    const j = i + 2 < n ? i + 2 : 0;
    const [x, y] = [ring[j] - ring[i], ring[j + 1] - ring[i + 1]];
    const turn = lastX * y - lastY * x;
    if ((x === 0 && y === 0) || !Number.isFinite(turn)) return false;
    // Straight on is fine, straight back is not.
    if (turn === 0 && lastX * x + lastY * y < 0) return false;
    if (turn !== 0) {
      if (sign !== 0 && turn > 0 !== sign > 0) return false;
      sign = turn;
    }
    const isLeft = x < 0 || (x === 0 && y < 0);
    if (isLeft !== wasLeft) turns++;
    wasLeft = isLeft;
    lastX = x;
    lastY = y;
  }
  return sign !== 0 && turns <= 2;
}

const side = (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);

const within = (low: number, high: number, value: number) =>
  low < high ? low <= value && value <= high : high <= value && value <= low;

/** Corners of all rings counted from their first, so that products of RD coordinates lose nothing. */
function meet(s: Float64Array, i: number, k: number, areNext: boolean): boolean | undefined {
  const [ax, ay, bx, by, cx, cy, dx, dy] = [s[i], s[i + 1], s[i + 2], s[i + 3], s[k], s[k + 1], s[k + 2], s[k + 3]];
  const [p, q] = [side(ax, ay, bx, by, cx, cy), side(ax, ay, bx, by, dx, dy)];
  const [r, t] = [side(cx, cy, dx, dy, ax, ay), side(cx, cy, dx, dy, bx, by)];
  if (p > 0 !== q > 0 && r > 0 !== t > 0 && p * q * r * t !== 0) return true;
  if (areNext) {
    // Neighbours share a corner; they meet elsewhere only when one lies back over the other.
    return p === 0 && q === 0 && (bx - ax) * (dx - cx) + (by - ay) * (dy - cy) < 0 ? true : undefined;
  }
  const isTouch =
    (p === 0 && within(ax, bx, cx) && within(ay, by, cy)) ||
    (q === 0 && within(ax, bx, dx) && within(ay, by, dy)) ||
    (r === 0 && within(cx, dx, ax) && within(cy, dy, ay)) ||
    (t === 0 && within(cx, dx, bx) && within(cy, dy, by));
  return isTouch ? false : undefined;
}

/** Sides in order of x: n log n, and what lies above each other. */
export function findCrossing(rings: Rings): Crossing | undefined {
  if (rings.length === 1 && isConvexRing(rings[0])) return undefined;
  const count = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  const [x0, y0] = rings[0];
  const sides = new Float64Array(4 * count);
  const [rowOf, lastOf] = [new Int32Array(count), new Int32Array(count)];
  let n = 0;
  for (const ring of rings) {
    const [first, last] = [n, n + ring.length / 2 - 1];
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2, n++) {
      sides.set([ring[j] - x0, ring[j + 1] - y0, ring[i] - x0, ring[i + 1] - y0], 4 * n);
      rowOf[n] = n;
      lastOf[n] = n === first ? last : n - 1;
    }
  }
  const west = (row: number) => Math.min(sides[4 * row], sides[4 * row + 2]);
  const order = Array.from(rowOf).sort((a, b) => west(a) - west(b));
  let touch: Crossing | undefined;
  for (let i = 0; i < count; i++) {
    const a = order[i] as number;
    const east = Math.max(sides[4 * a], sides[4 * a + 2]);
    const [low, high] = [Math.min(sides[4 * a + 1], sides[4 * a + 3]), Math.max(sides[4 * a + 1], sides[4 * a + 3])];
    for (let k = i + 1; k < count; k++) {
      const b = order[k] as number;
      if (Math.min(sides[4 * b], sides[4 * b + 2]) > east) break;
      const [c, d] = [sides[4 * b + 1], sides[4 * b + 3]];
      if ((c < low && d < low) || (c > high && d > high)) continue;
      const found = meet(sides, 4 * a, 4 * b, lastOf[a] === b || lastOf[b] === a);
      if (found === undefined) continue;
      const place = [x0 + sides[4 * b], y0 + sides[4 * b + 1]] as const;
      if (found) return { place, isTouch: false };
      touch ??= { place, isTouch: true };
    }
  }
  return touch;
}
