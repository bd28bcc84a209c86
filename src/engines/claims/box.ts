/** Upright rectangles, in the frame of what they hold. */
import type { Parts } from './clip.ts';

export type Box = readonly [west: number, south: number, east: number, north: number];

export function boxOf(parts: Parts): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of parts)
    for (let i = 0; i < outer.length; i += 2) {
      west = Math.min(west, outer[i]);
      east = Math.max(east, outer[i]);
      south = Math.min(south, outer[i + 1]);
      north = Math.max(north, outer[i + 1]);
    }
  return [west, south, east, north];
}

export const commonBox = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/** What of a ring lies on the side of a line along an axis where `sign` × coordinate is at most `sign` × `limit`. */
function cutAt(ring: readonly number[], axis: 0 | 1, limit: number, sign: 1 | -1): readonly number[] {
  let isOver = false;
  for (let i = axis; i < ring.length && !isOver; i += 2) isOver = sign * (ring[i] - limit) > 0;
  if (!isOver) return ring;
  const kept: number[] = [];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [from, to] = [sign * (ring[j + axis] - limit), sign * (ring[i + axis] - limit)];
    if (from > 0 !== to > 0) {
      const t = from / (from - to);
      const other = ring[j + 1 - axis] + t * (ring[i + 1 - axis] - ring[j + 1 - axis]);
      if (axis === 0) kept.push(limit, other);
      else kept.push(other, limit);
    }
    if (to <= 0) kept.push(ring[i], ring[i + 1]);
  }
  return kept;
}

/** Rings within a box, each the way round that it was; they may run to and fro along its sides, which overlay does not mind. */
export function cutToBox(parts: Parts, [west, south, east, north]: Box): number[][][] {
  const result: number[][][] = [];
  for (const rings of parts) {
    const cut = rings
      .map((ring) => cutAt(cutAt(cutAt(cutAt(ring, 0, east, 1), 0, west, -1), 1, north, 1), 1, south, -1))
      .filter((ring) => ring.length >= 6);
    if (cut.length > 0) result.push(cut as number[][]);
  }
  return result;
}
