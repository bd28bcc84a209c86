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

/** m² that both cover. */
export function areaOfBoth(a: Claim['parts'], b: Claim['parts']): number {
  const [x = 0, y = 0] = a[0]?.[0] ?? [];
  const origin = [Math.floor(x), Math.floor(y)] as const;
  return areaOf(polygonClipping.intersection(toMultiPolygon(a, ...origin), toMultiPolygon(b, ...origin)));
}

const span = (parts: Claim['parts'], axis: 0 | 1): [number, number] => {
  const values = parts.flatMap(([outer = []]) => outer.filter((_, i) => i % 2 === axis));
  return [Math.min(...values), Math.max(...values)];
};

/** `a` before `b` in the order given. Boxes are compared for each pair, which is the only thing spared. */
export function listEveryPair(claims: readonly Claim[]): { a: string; b: string; areaM2: number }[] {
  const spans = claims.map(({ parts }) => [span(parts, 0), span(parts, 1)] as const);
  const found: { a: string; b: string; areaM2: number }[] = [];
  for (const [i, a] of claims.entries()) {
    const [[w, e], [s, n]] = spans[i] as (typeof spans)[number];
    for (let k = i + 1; k < claims.length; k++) {
      const [[west, east], [south, north]] = spans[k] as (typeof spans)[number];
      if (west >= e || east <= w || south >= n || north <= s) continue;
      const b = claims[k] as Claim;
      const areaM2 = areaOfBoth(a.parts, b.parts);
      if (areaM2 > 0) found.push({ a: a.id, b: b.id, areaM2 });
    }
  }
  return found;
}
