/** How far the deepest point of an area lies from edges: how far a building reaches out of its plane, or into a zone. */
import { isInPolygon } from '../../model/polygon.ts';
import { extentOf, pointDistance } from './distance.ts';

/** m that the answer may be too small, and the part of it where that is more. */
const [CLOSE, SHARE] = [0.01, 0.01];

/** Even-odd over rings: whether x, y is in the area they bound. */
const isIn = (rings: readonly (readonly number[])[], x: number, y: number) =>
  rings.reduce((inside, ring) => inside !== isInPolygon(ring, x, y), false);

/**
 * Largest distance from a point of the area (rings, even-odd) to the nearest of `edges`, within 1 cm or 1 %. Branch and bound over squares: a
 * distance changes by at most a metre for each metre one goes, so a square is looked into only where it could hold a larger one.
 */
export function deepestDistance(rings: readonly (readonly number[])[], edges: readonly number[]): number {
  if (rings.length === 0 || edges.length === 0) return 0;
  let best = 0;
  for (const ring of rings)
    for (let i = 0; i < ring.length; i += 2)
      best = Math.max(best, pointDistance(ring[i] as number, ring[i + 1] as number, edges));
  const outline = rings.flatMap((ring) => {
    const flat: number[] = [];
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
      flat.push(ring[j] as number, ring[j + 1] as number, ring[i] as number, ring[i + 1] as number);
    return flat;
  });
  const [west, south, east, north] = extentOf({ polygons: [], lines: rings });
  const half = Math.max(east - west, north - south) / 2;
  // Flat: middle x, y and half the side of squares to look into, the last first.
  const squares = [(west + east) / 2, (south + north) / 2, half];
  while (squares.length > 0) {
    const [x, y, h] = squares.splice(-3) as [number, number, number];
    const reach = h * Math.SQRT2;
    const distance = pointDistance(x, y, edges);
    if (distance + reach <= best + Math.max(CLOSE, SHARE * best)) continue;
    const inside = isIn(rings, x, y);
    if (inside) best = Math.max(best, distance);
    else if (pointDistance(x, y, outline) > reach) continue;
    for (const [a, b] of [
      [-1, -1],
      [1, -1],
      [-1, 1],
      [1, 1],
    ] as const)
      squares.push(x + (a * h) / 2, y + (b * h) / 2, h / 2);
  }
  return best;
}
