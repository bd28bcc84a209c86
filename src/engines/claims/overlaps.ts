/** Which claims cover the same ground, and where: every pair once, seen from above. */
import Flatbush from 'flatbush';
import { type Box, boxOf, commonBox, cutToBox } from './box.ts';
import { intersectParts, type Parts, partsArea, type Rings } from './clip.ts';
import { areApart, lastOverlap, overlapConvex } from './convex.ts';
import type { PieceStore } from './pieces.ts';
import { isTouch, TOUCH_M } from './width.ts';

/** m²: less than this is not an overlap that anyone could point at. */
export const LEAST_M2 = 1e-4;
/** Pieces of one polygon from which on they get an index of their own. */
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

/** Of every piece, four numbers each: most pairs of pieces lie apart, and that is told soonest by these. */
function boxPieces({ corners, pieces }: PieceStore): Float64Array {
  const boxes = new Float64Array(2 * pieces.length);
  for (let p = 0; 2 * p < pieces.length; p++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = pieces[2 * p]; i < pieces[2 * p + 1]; i += 2) {
      west = Math.min(west, corners[i]);
      east = Math.max(east, corners[i]);
      south = Math.min(south, corners[i + 1]);
      north = Math.max(north, corners[i + 1]);
    }
    boxes[4 * p] = west;
    boxes[4 * p + 1] = south;
    boxes[4 * p + 2] = east;
    boxes[4 * p + 3] = north;
  }
  return boxes;
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
  const { corners, pieces, firstPieces } = store;
  const indexes = new Map<number, Flatbush>();
  const countPieces = (polygon: number) => firstPieces[polygon + 1] - firstPieces[polygon];
  let known: Float64Array | undefined;

  function indexOf(polygon: number, boxes: Float64Array): Flatbush {
    let index = indexes.get(polygon);
    if (index) return index;
    index = new Flatbush(countPieces(polygon));
    for (let p = 4 * firstPieces[polygon]; p < 4 * firstPieces[polygon + 1]; p += 4)
      index.add(boxes[p], boxes[p + 1], boxes[p + 2], boxes[p + 3]);
    index.finish();
    indexes.set(polygon, index);
    return index;
  }

  function sumPair(piece: number, other: number): number {
    const [a0, a1, b0, b1] = [pieces[2 * piece], pieces[2 * piece + 1], pieces[2 * other], pieces[2 * other + 1]];
    return areApart(corners, a0, a1, b0, b1, ROUNDING_M) ? 0 : overlapConvex(corners, a0, a1, b0, b1);
  }

  /** Every piece of the one looks up which of the other are near it. With `isFirst` the first that overlap are enough. */
  function sumByIndex(few: number, many: number, boxes: Float64Array, isFirst: boolean): number {
    const index = indexOf(many, boxes);
    let sum = 0;
    const [west, south, east, north] = store.boxes.subarray(4 * many, 4 * many + 4);
    for (let p = firstPieces[few]; p < firstPieces[few + 1]; p++) {
      const isFar =
        boxes[4 * p] > east || boxes[4 * p + 2] < west || boxes[4 * p + 1] > north || boxes[4 * p + 3] < south;
      if (isFar) continue;
      for (const row of index.search(boxes[4 * p], boxes[4 * p + 1], boxes[4 * p + 2], boxes[4 * p + 3])) {
        sum += sumPair(p, firstPieces[many] + row);
        if (isFirst && sum > 0) return sum;
      }
    }
    return sum;
  }

  function sumAll(i: number, k: number, boxes: Float64Array): number {
    let sum = 0;
    for (let p = firstPieces[i]; p < firstPieces[i + 1]; p++) {
      const [west, south, east, north] = [boxes[4 * p], boxes[4 * p + 1], boxes[4 * p + 2], boxes[4 * p + 3]];
      for (let q = firstPieces[k]; q < firstPieces[k + 1]; q++)
        if (boxes[4 * q] < east && boxes[4 * q + 2] > west && boxes[4 * q + 1] < north && boxes[4 * q + 3] > south)
          sum += sumPair(p, q);
    }
    return sum;
  }

  /** Undefined where overlay is faster, or the only one that can tell: of two with many that do overlap, the outline is asked anyway. */
  return (i: number, k: number): number | undefined => {
    const [mine, others] = [countPieces(i), countPieces(k)];
    if (mine === 0 || others === 0) return undefined;
    known ??= boxPieces(store);
    if (mine < MANY && others < MANY) return sumAll(i, k, known);
    const areMany = mine >= MANY && others >= MANY;
    const sum = mine < others ? sumByIndex(i, k, known, areMany) : sumByIndex(k, i, known, areMany);
    return areMany && sum > 0 ? undefined : sum;
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
