/**
 * Exact distances in plan between polygons, lines and points (RD New metres): zero where they touch, cross or hold one another,
 * otherwise the least of all pairs of edges, which always lies at the end of one of them. Quadratic in the edges of the two.
 */
import type { CheckPolygon } from '../../model/claim-check-input.ts';
import { isInRings } from '../../model/plan-ring.ts';

export interface Shape {
  readonly polygons: readonly CheckPolygon[];
  /** Flat x, y; one pair is a point. */
  readonly lines: readonly (readonly number[])[];
}

/** West, south, east, north. */
export type Extent = readonly [number, number, number, number];

/** Flat x, y, x, y of every edge; a point is an edge without length. */
export function listEdges({ polygons, lines }: Shape): number[] {
  const edges: number[] = [];
  for (const ring of polygons.flat())
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
      edges.push(ring[j] as number, ring[j + 1] as number, ring[i] as number, ring[i + 1] as number);
  for (const line of lines) {
    if (line.length === 2) edges.push(line[0] as number, line[1] as number, line[0] as number, line[1] as number);
    for (let i = 2; i < line.length; i += 2)
      edges.push(line[i - 2] as number, line[i - 1] as number, line[i] as number, line[i + 1] as number);
  }
  return edges;
}

export function extentOf({ polygons, lines }: Shape): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const flat of [...polygons.map(([outer]) => outer ?? []), ...lines])
    for (let i = 0; i < flat.length; i += 2) {
      west = Math.min(west, flat[i] as number);
      east = Math.max(east, flat[i] as number);
      south = Math.min(south, flat[i + 1] as number);
      north = Math.max(north, flat[i + 1] as number);
    }
  return [west, south, east, north];
}

/** Between two rectangles; never more than between what lies in them. */
export const extentDistance = (a: Extent, b: Extent): number =>
  Math.hypot(Math.max(0, b[0] - a[2], a[0] - b[2]), Math.max(0, b[1] - a[3], a[1] - b[3]));

/** Squared, from x, y to the edge that begins at `i`. */
function toEdge(x: number, y: number, edges: readonly number[], i: number): number {
  const [ax, ay] = [edges[i] as number, edges[i + 1] as number];
  const [dx, dy] = [(edges[i + 2] as number) - ax, (edges[i + 3] as number) - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}

/** From a point to the nearest of the edges; infinite without any. */
export function pointDistance(x: number, y: number, edges: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < edges.length; i += 4) {
    const square = toEdge(x, y, edges, i);
    if (square < least) least = square;
  }
  return Math.sqrt(least);
}

/** Twice the signed area of the edge's ends and the point. */
const turn = (e: readonly number[], i: number, x: number, y: number) =>
  ((e[i + 2] as number) - (e[i] as number)) * (y - (e[i + 1] as number)) -
  ((e[i + 3] as number) - (e[i + 1] as number)) * (x - (e[i] as number));

/** Touching is told by the distances of the ends. */
function doCross(a: readonly number[], i: number, b: readonly number[], j: number): boolean {
  const [p, q] = [turn(a, i, b[j] as number, b[j + 1] as number), turn(a, i, b[j + 2] as number, b[j + 3] as number)];
  if (p * q >= 0) return false;
  const [r, s] = [turn(b, j, a[i] as number, a[i + 1] as number), turn(b, j, a[i + 2] as number, a[i + 3] as number)];
  return r * s < 0;
}

/** Of their edges only: a shape within another is as far from it as from its outline. */
export function edgeDistance(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < a.length; i += 4)
    for (let j = 0; j < b.length; j += 4) {
      if (doCross(a, i, b, j)) return 0;
      const square = Math.min(
        toEdge(a[i] as number, a[i + 1] as number, b, j),
        toEdge(a[i + 2] as number, a[i + 3] as number, b, j),
        toEdge(b[j] as number, b[j + 1] as number, a, i),
        toEdge(b[j + 2] as number, b[j + 3] as number, a, i),
      );
      if (square < least) least = square;
    }
  return Math.sqrt(least);
}

/** Any part of `b` begins within `a`. Where no edges cross, it lies in it whole. */
const holdsStart = (a: Shape, b: Shape) =>
  [...b.polygons.map(([outer]) => outer ?? []), ...b.lines].some(([x, y]) =>
    a.polygons.some((polygon) => isInRings(polygon, x as number, y as number)),
  );

/** m, 0 where they meet; infinite where one is empty. */
export function shapeDistance(a: Shape, b: Shape): number {
  const distance = edgeDistance(listEdges(a), listEdges(b));
  if (distance === 0 || !Number.isFinite(distance)) return distance;
  return holdsStart(a, b) || holdsStart(b, a) ? 0 : distance;
}

/** Whether a straight line between two points crosses any of the edges; touching is no crossing. */
export function isBlocked(from: readonly number[], to: readonly number[], edges: readonly number[]): boolean {
  const sight = [from[0] as number, from[1] as number, to[0] as number, to[1] as number];
  for (let i = 0; i < edges.length; i += 4) if (doCross(sight, 0, edges, i)) return true;
  return false;
}
