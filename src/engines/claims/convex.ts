/**
 * Convex rings, counter-clockwise, as ranges of one array of flat x, y pairs. Two that do not overlap have a side of one of them with all
 * of the other beyond it, so that most neighbours cost some tens of products; two that overlap are cut by each other's sides (Sutherland and
 * Hodgman 1974).
 */

/** Whether all of b lies beyond one side of a, or less than `depth` metres within. */
function isBeyondSide(c: Float64Array, a0: number, a1: number, b0: number, b1: number, depth: number): boolean {
  for (let i = a0, j = a1 - 2; i < a1; j = i, i += 2) {
    const [px, py] = [c[j], c[j + 1]];
    const [dx, dy] = [c[i] - px, c[i + 1] - py];
    const least = -depth * Math.sqrt(dx * dx + dy * dy);
    let k = b0;
    while (k < b1 && dy * (c[k] - px) - dx * (c[k + 1] - py) >= least) k += 2;
    if (k === b1) return true;
  }
  return false;
}

/** The first of either kind of side that keeps them apart settles it. */
export const areApart = (c: Float64Array, a0: number, a1: number, b0: number, b1: number, depth: number): boolean =>
  isBeyondSide(c, a0, a1, b0, b1, depth) || isBeyondSide(c, b0, b1, a0, a1, depth);

/** Corners of what was cut last, and how many numbers of it count; grown when needed. */
let [from, to] = [new Float64Array(256), new Float64Array(256)];
let length = 0;

/** m² that both cover. The ring itself stays until the next call: {@link lastOverlap}. */
export function overlapConvex(c: Float64Array, a0: number, a1: number, b0: number, b1: number): number {
  const most = 2 * (a1 - a0 + (b1 - b0));
  if (from.length < most) [from, to] = [new Float64Array(2 * most), new Float64Array(2 * most)];
  length = a1 - a0;
  for (let i = 0; i < length; i++) from[i] = c[a0 + i];
  for (let i = b0, j = b1 - 2; i < b1 && length > 0; j = i, i += 2) {
    const [px, py] = [c[j], c[j + 1]];
    const [dx, dy] = [c[i] - px, c[i + 1] - py];
    let count = 0;
    let [x, y] = [from[length - 2], from[length - 1]];
    let before = dx * (y - py) - dy * (x - px);
    for (let k = 0; k < length; k += 2) {
      const [u, v] = [from[k], from[k + 1]];
      const now = dx * (v - py) - dy * (u - px);
      if ((before < 0 && now > 0) || (before > 0 && now < 0)) {
        const t = before / (before - now);
        to[count++] = x + t * (u - x);
        to[count++] = y + t * (v - y);
      }
      if (now >= 0) {
        to[count++] = u;
        to[count++] = v;
      }
      x = u;
      y = v;
      before = now;
    }
    const swap = from;
    from = to;
    to = swap;
    length = count;
  }
  let twice = 0;
  for (let i = 0, j = length - 2; i < length; j = i, i += 2)
    twice += (from[j] - from[0]) * (from[i + 1] - from[1]) - (from[i] - from[0]) * (from[j + 1] - from[1]);
  return twice / 2;
}

/** What {@link overlapConvex} cut last, moved. */
export function lastOverlap(x: number, y: number): number[] {
  const ring: number[] = [];
  for (let i = 0; i < length; i += 2) ring.push(from[i] + x, from[i + 1] + y);
  return ring;
}
