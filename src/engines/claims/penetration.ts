/**
 * How deep two areas lie in each other: the least distance over which one would have to move, any way in plan, for the two to be apart. A
 * cable through a wide zone lies deep in it, however thin it is. All moves that leave them overlapping are the Minkowski sum of the one and
 * the other turned half about; the nearest place outside it is the way out (as for collisions: Cameron and Culley 1986).
 */
import { ringArea } from '../../model/plan-ring.ts';
import { type Box, boxOf, cutToBox } from './box.ts';
import { type Parts, partsArea, type Rings, uniteParts } from './clip.ts';
import { listConvex } from './pieces.ts';

/** Where its edges begin: the lowest corner, of those the westernmost. */
function lowestCorner(ring: readonly number[]): number {
  let low = 0;
  for (let i = 2; i < ring.length; i += 2)
    if (ring[i + 1] < ring[low + 1] || (ring[i + 1] === ring[low + 1] && ring[i] < ring[low])) low = i;
  return low;
}

/** All differences of a point of `a` and one of `b`; both convex and counter-clockwise, and so is the answer. */
function differences(a: readonly number[], b: readonly number[]): number[] {
  const turned = b.map((value) => -value);
  const [p0, q0] = [lowestCorner(a), lowestCorner(turned)];
  const [n, m] = [a.length, turned.length];
  const ring: number[] = [];
  let [x, y] = [a[p0] + turned[q0], a[p0 + 1] + turned[q0 + 1]];
  for (let i = 0, k = 0; i < n || k < m; ) {
    ring.push(x, y);
    const [p, pNext, q, qNext] = [(p0 + i) % n, (p0 + i + 2) % n, (q0 + k) % m, (q0 + k + 2) % m];
    const [px, py] = [a[pNext] - a[p], a[pNext + 1] - a[p + 1]];
    const [qx, qy] = [turned[qNext] - turned[q], turned[qNext + 1] - turned[q + 1]];
    const cross = i >= n ? -1 : k >= m ? 1 : px * qy - py * qx;
    if (cross >= 0) {
      x += px;
      y += py;
      i += 2;
    }
    if (cross <= 0) {
      x += qx;
      y += qy;
      k += 2;
    }
  }
  return ring;
}

/** From 0, 0 to the nearest side. */
function sideDistance(rings: Rings): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [dx, dy] = [ring[i] - ring[j], ring[i + 1] - ring[j + 1]];
      const square = dx * dx + dy * dy;
      const t = square === 0 ? 0 : Math.min(1, Math.max(0, -(ring[j] * dx + ring[j + 1] * dy) / square));
      least = Math.min(least, Math.hypot(ring[j] + t * dx, ring[j + 1] + t * dy));
    }
  return least;
}

/** Whether 0, 0 lies in a convex ring that turns counter-clockwise. */
function holdsZero(ring: readonly number[]): boolean {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    if (ring[j] * ring[i + 1] - ring[j + 1] * ring[i] < 0) return false;
  return true;
}

const isWithin = (a: Box, b: Box, reach: number) =>
  a[0] <= b[2] + reach && b[0] <= a[2] + reach && a[1] <= b[3] + reach && b[1] <= a[3] + reach;

interface Piece {
  readonly ring: readonly number[];
  readonly box: Box;
}

function piecesNear(parts: Parts, other: Box, reach: number): Piece[] {
  const near: Piece[] = [];
  for (const ring of listConvex(parts)) {
    const box = boxOf([[ring]]);
    if (isWithin(box, other, reach)) near.push({ ring, box });
  }
  return near;
}

/** Metres; `most`, which must be finite, for what lies at least as deep; 0 where they do not overlap. Parts that turn the right way round. */
export function measurePenetration(a: Parts, b: Parts, most: number): number {
  // Moves beyond it are not looked at: sides of that square are further off than what is asked.
  const reach = 1.01 * most + 1e-6;
  const square: Box = [-reach, -reach, reach, reach];
  const mine = piecesNear(a, boxOf(b), reach);
  const others = piecesNear(b, boxOf(a), reach);
  const moves: Rings[] = [];
  for (const one of mine)
    for (const other of others) {
      if (!isWithin(one.box, other.box, reach)) continue;
      const [near] = cutToBox([[differences(one.ring, other.ring)]], square);
      const [ring] = near ?? [];
      if (!ring || ringArea(ring) <= 0) continue;
      if (holdsZero(ring) && sideDistance([ring]) >= most) return most;
      moves.push([ring]);
    }
  if (moves.length === 0) return 0;
  let depth = 0;
  for (const rings of uniteParts(moves)) {
    // Slivers of rounding between pieces that share a side are no way out.
    const [outer = [], ...holes] = rings;
    const open = holes.filter((hole) => partsArea([[hole]]) > 1e-9);
    if (isZeroIn(outer) && !open.some(isZeroIn)) depth = Math.max(depth, sideDistance([outer, ...open]));
  }
  return Math.min(depth, most);
}

/** By crossings of a ray from 0, 0 to the east. */
function isZeroIn(ring: readonly number[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [x0, y0, x1, y1] = [ring[j], ring[j + 1], ring[i], ring[i + 1]];
    if (y0 > 0 !== y1 > 0 && x0 - (y0 * (x1 - x0)) / (y1 - y0) > 0) inside = !inside;
  }
  return inside;
}
