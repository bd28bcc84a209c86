import type { BuildingTable } from './city-index.ts';
import type { RdPoint } from './rd.ts';

/** Rows of the table, nearest first, of the buildings within `reach` metres of a point; at most `limit`. */
export function listNearest(
  { x, y }: BuildingTable,
  { x: px, y: py }: RdPoint,
  reach: number,
  limit: number,
): number[] {
  const distances: [row: number, squared: number][] = [];
  for (let row = 0; row < x.length; row++) {
    const squared = ((x[row] ?? Number.NaN) - px) ** 2 + ((y[row] ?? Number.NaN) - py) ** 2;
    if (squared <= reach * reach) distances.push([row, squared]);
  }
  return distances
    .sort((a, b) => a[1] - b[1])
    .slice(0, limit)
    .map(([row]) => row);
}
