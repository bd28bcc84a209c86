/** Which claims cover the same ground, and where: every pair once, seen from above. */
import Flatbush from 'flatbush';
import { type Box, boxOf, commonBox, cutToBox } from './box.ts';
import { intersectParts, type Parts, partsArea, type Rings } from './clip.ts';
import { areApart, lastOverlap, overlapConvex } from './convex.ts';
import type { PieceStore } from './pieces.ts';
import { isTouch, TOUCH_M } from './width.ts';

/** m²: less than this is not an overlap that anyone could point at. */
export const LEAST_M2 = 1e-4;
/** Pieces of one polygon from which on they get an index of their own; two of such polygons go to overlay at once. */
const MANY = 24;
/** Corners from which on a polygon is cut to the surroundings before overlay. */
const LONG = 48;
/** Metres: pieces that share a side exactly are apart by this much rounding. */
const ROUNDING_M = 1e-9;

export interface PlanOverlap {
  /** Rows of the claims, `a` before `b`. */
  readonly a: number;
  readonly b: number;
  readonly areaM2: number;
  readonly parts: Parts;
}

interface Found {
  areaM2: number;
  /** Of one convex polygon on another: nothing in it only touches. */
  ring: number[] | undefined;
  /** Where overlay had to tell; undefined: not drawn yet. */
  parts: Parts | undefined;
  readonly a: number[];
  readonly b: number[];
}

export function createPolygonIndex({ polygons, boxes }: PieceStore): Flatbush | undefined {
  if (polygons === 0) return undefined;
  const index = new Flatbush(polygons);
  for (let i = 0; i < polygons; i++) index.add(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
  index.finish();
  return index;
}

function createPieceIndex({ corners, pieces, firstPieces }: PieceStore, polygon: number): Flatbush {
  const index = new Flatbush(firstPieces[polygon + 1] - firstPieces[polygon]);
  for (let p = firstPieces[polygon]; p < firstPieces[polygon + 1]; p++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = pieces[2 * p]; i < pieces[2 * p + 1]; i += 2) {
      west = Math.min(west, corners[i]);
      east = Math.max(east, corners[i]);
      south = Math.min(south, corners[i + 1]);
      north = Math.max(north, corners[i + 1]);
    }
    index.add(west, south, east, north);
  }
  index.finish();
  return index;
}

const countCorners = (parts: Parts) =>
  parts.reduce((sum, rings) => sum + rings.reduce((n, r) => n + r.length / 2, 0), 0);

/** What of a polygon can matter within a box. */
const nearBox = (parts: Parts, [west, south, east, north]: Box): Parts =>
  countCorners(parts) < LONG ? parts : cutToBox(parts, [west - 1, south - 1, east + 1, north + 1]);

/** Overlay of a few polygons of each of two claims; `a` and `b` in RD. */
export function overlay(a: Parts, b: Parts): Parts {
  const box = commonBox(boxOf(a), boxOf(b));
  if (box[2] <= box[0] || box[3] <= box[1]) return [];
  const [near, other] = [nearBox(a, box), nearBox(b, box)];
  return near.length === 0 || other.length === 0 ? [] : intersectParts(near, other);
}

/** Sums the convex pieces of two polygons; one with many of them has an index from its first use on. */
function createPieceSum(store: PieceStore) {
  const { corners, pieces, firstPieces, boxes } = store;
  const indexes = new Map<number, Flatbush>();
  const countPieces = (polygon: number) => firstPieces[polygon + 1] - firstPieces[polygon];

  function piecesNear(polygon: number, other: number): ArrayLike<number> | undefined {
    if (countPieces(polygon) < MANY) return undefined;
    let index = indexes.get(polygon);
    if (!index) {
      index = createPieceIndex(store, polygon);
      indexes.set(polygon, index);
    }
    const [o, first] = [4 * other, firstPieces[polygon]];
    return index.search(boxes[o], boxes[o + 1], boxes[o + 2], boxes[o + 3]).map((row) => row + first);
  }

  function sumWith(piece: number, first: number, count: number, list: ArrayLike<number> | undefined): number {
    const [a0, a1] = [pieces[2 * piece], pieces[2 * piece + 1]];
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const other = list ? list[k] : first + k;
      const [b0, b1] = [pieces[2 * other], pieces[2 * other + 1]];
      if (!areApart(corners, a0, a1, b0, b1, ROUNDING_M)) sum += overlapConvex(corners, a0, a1, b0, b1);
    }
    return sum;
  }

  /** Undefined where overlay is faster, or the only one that can tell. */
  return (i: number, k: number): number | undefined => {
    const [mine, others] = [countPieces(i), countPieces(k)];
    if (mine === 0 || others === 0 || (mine >= MANY && others >= MANY)) return undefined;
    const [near, list] = [piecesNear(i, k), piecesNear(k, i)];
    const count = list ? list.length : others;
    let sum = 0;
    for (let p = 0; p < (near ? near.length : mine); p++)
      sum += sumWith(near ? near[p] : firstPieces[i] + p, firstPieces[k], count, list);
    return sum;
  };
}

/** The outline of an overlap without what only touches, and what that takes off the area. */
function outlineOf(
  store: PieceStore,
  { a, b, ring, parts: drawn, areaM2 }: Found,
  touchM: number,
): { parts: Parts; areaM2: number } {
  if (ring) return { parts: [[ring]], areaM2 };
  const [mine, others] = [a, b].map((rows) => [...new Set(rows)].map((row) => store.rings[row] as Rings));
  for (const parts of [mine, others]) if (areaM2 >= partsArea(parts) - 1e-9) return { parts, areaM2 };
  const parts: Rings[] = [];
  let left = areaM2;
  for (const part of drawn ?? overlay(mine, others))
    if (isTouch(part, mine, others, touchM)) left -= partsArea([part]);
    else parts.push(part);
  return { parts, areaM2: left };
}

/**
 * In order of rows, whatever their heights and days. Cost: n log n for the index, some tens of products for neighbours that only touch,
 * and what overlaps.
 */
export function listOverlaps(store: PieceStore, index: Flatbush | undefined): PlanOverlap[] {
  const { corners, frame, polygons, owners, touches, boxes, hulls, firstPieces } = store;
  const claims = store.firstPolygons.length - 1;
  const found = new Map<number, Found>();
  const sumPieces = createPieceSum(store);
  const isWhole = (row: number) => firstPieces[row + 1] - firstPieces[row] === 1;
  let current = 0;
  const isLater = (row: number) => row > current && owners[row] !== owners[current];

  for (current = 0; index && current < polygons; current++) {
    const [at, a0, a1] = [4 * current, hulls[2 * current], hulls[2 * current + 1]];
    const near = index.search(
      boxes[at] + TOUCH_M,
      boxes[at + 1] + TOUCH_M,
      boxes[at + 2] - TOUCH_M,
      boxes[at + 3] - TOUCH_M,
      isLater,
    );
    for (const row of near) {
      const [b0, b1] = [hulls[2 * row], hulls[2 * row + 1]];
      const touchM = Math.max(touches[owners[current]], touches[owners[row]]);
      if (areApart(corners, a0, a1, b0, b1, touchM)) continue;
      const areBoth = isWhole(current) && isWhole(row);
      const sum = areBoth ? overlapConvex(corners, a0, a1, b0, b1) : sumPieces(current, row);
      const parts = sum === undefined ? overlay([store.rings[current]], [store.rings[row]]) : undefined;
      const areaM2 = parts ? partsArea(parts) : (sum ?? 0);
      if (areaM2 <= 0) continue;
      const key = owners[current] * claims + owners[row];
      const known = found.get(key);
      if (known) {
        known.areaM2 += areaM2;
        known.a.push(current);
        known.b.push(row);
        known.ring = undefined;
        known.parts = undefined;
      } else {
        const ring = areBoth && areaM2 >= LEAST_M2 ? lastOverlap(frame.x, frame.y) : undefined;
        found.set(key, { areaM2, ring, parts, a: [current], b: [row] });
      }
    }
  }

  const overlaps: PlanOverlap[] = [];
  for (const [key, own] of [...found].sort(([a], [b]) => a - b)) {
    if (own.areaM2 < LEAST_M2) continue;
    const [a, b] = [Math.floor(key / claims), key % claims];
    const { parts, areaM2 } = outlineOf(store, own, Math.max(touches[a], touches[b]));
    if (areaM2 >= LEAST_M2 && parts.length > 0) overlaps.push({ a, b, areaM2, parts });
  }
  return overlaps;
}
