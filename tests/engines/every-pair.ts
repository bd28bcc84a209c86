/** Brute force: every pair of claims by another library, without an index, pieces or short cuts. Knows no touching: slivers count. */
import polygonClipping, { type MultiPolygon } from 'polygon-clipping';
import type { Claim } from '../../src/model/claim.ts';
import { polygonArea } from '../../src/model/polygon.ts';

/** Counted from a place nearby, so that areas lose nothing. */
const toMultiPolygon = (parts: Claim['parts'], x: number, y: number): MultiPolygon =>
  parts.map((rings) =>
    rings.map((ring) =>
      Array.from({ length: ring.length / 2 }, (_, i): [number, number] => [ring[2 * i] - x, ring[2 * i + 1] - y]),
    ),
  );

const areaOf = (shape: MultiPolygon): number =>
  shape.reduce(
    (sum, rings) => rings.reduce((all, ring, r) => all + (r === 0 ? 1 : -1) * polygonArea(ring.flat()), sum),
    0,
  );

const perimeterOf = (shape: MultiPolygon): number =>
  shape.flat().reduce((sum, ring) => {
    const closed = ring.map(([x, y], i) => {
      const [u, v] = ring[(i + 1) % ring.length] as [number, number];
      return Math.hypot(u - x, v - y);
    });
    return sum + closed.reduce((all, side) => all + side, 0);
  }, 0);

/** m² that both cover, and how wide that is for its length: twice the area over the perimeter, metres. */
export function overlapOf(a: Claim['parts'], b: Claim['parts']): { areaM2: number; widthM: number } {
  const [x = 0, y = 0] = a[0]?.[0] ?? [];
  const origin = [Math.floor(x), Math.floor(y)] as const;
  const both = polygonClipping.intersection(toMultiPolygon(a, ...origin), toMultiPolygon(b, ...origin));
  const areaM2 = areaOf(both);
  return { areaM2, widthM: both.length === 0 ? 0 : (2 * areaM2) / perimeterOf(both) };
}

const span = (parts: Claim['parts'], axis: 0 | 1): [number, number] => {
  const values = parts.flatMap(([outer = []]) => outer.filter((_, i) => i % 2 === axis));
  return [Math.min(...values), Math.max(...values)];
};

interface EveryOverlap {
  readonly a: string;
  readonly b: string;
  readonly areaM2: number;
  readonly widthM: number;
}

/** `a` before `b` in the order given. Boxes are compared for each pair, which is the only thing spared. */
export function listEveryPair(claims: readonly Claim[]): EveryOverlap[] {
  const spans = claims.map(({ parts }) => [span(parts, 0), span(parts, 1)] as const);
  const found: EveryOverlap[] = [];
  for (const [i, a] of claims.entries()) {
    const [[w, e], [s, n]] = spans[i] as (typeof spans)[number];
    for (let k = i + 1; k < claims.length; k++) {
      const [[west, east], [south, north]] = spans[k] as (typeof spans)[number];
      if (west >= e || east <= w || south >= n || north <= s) continue;
      const b = claims[k] as Claim;
      const overlap = overlapOf(a.parts, b.parts);
      if (overlap.areaM2 > 0) found.push({ a: a.id, b: b.id, ...overlap });
    }
  }
  return found;
}
