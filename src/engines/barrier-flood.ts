/**
 * Whether water gets past a barrier in a raster of heights: water stands to the left of the line, just under the height that
 * the barrier must have, and spreads over every cell below that (four neighbours). It gets past where it reaches the edge of
 * the raster to the right of the line.
 *
 * Static: no time, waves, seepage or strength. A gap narrower than a cell counts as closed, one of two cells is found.
 */
import type { HeightGrid } from '../model/grid.ts';

/** Positive to the left of the nearest leg of the line (flat x, y pairs). */
export function sideOf(line: readonly number[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  let side = 0;
  for (let k = 2; k < line.length; k += 2) {
    const [ax, ay] = [line[k - 2] as number, line[k - 1] as number];
    const [ux, uy] = [(line[k] as number) - ax, (line[k + 1] as number) - ay];
    const size = ux * ux + uy * uy;
    const t = size === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / size));
    const distance = (ax + ux * t - x) ** 2 + (ay + uy * t - y) ** 2;
    if (distance >= least) continue;
    least = distance;
    side = ux * (y - ay) - uy * (x - ax);
  }
  return side;
}

/** Indices of the cells along the edge of the raster. */
function listEdge({ width, height }: HeightGrid): number[] {
  const edge: number[] = [];
  for (let column = 0; column < width; column++) edge.push(column, (height - 1) * width + column);
  for (let row = 1; row < height - 1; row++) edge.push(row * width, row * width + width - 1);
  return edge;
}

/** `line` as flat x, y pairs in the frame of the grid; cells without a height (NaN) are dry. */
export function passesBarrier(grid: HeightGrid, line: readonly number[], requiredNap: number): boolean {
  const { west, south, cellSize, width, height, values } = grid;
  // As the raster holds it, or ground of exactly that height would be too low.
  const limit = Math.fround(requiredNap);
  const isSeen = new Uint8Array(width * height);
  const isTarget = new Uint8Array(width * height);
  const queue: number[] = [];

  function spread(index: number) {
    if (isSeen[index] === 1 || !((values[index] as number) < limit)) return;
    isSeen[index] = 1;
    queue.push(index);
  }

  for (const index of listEdge(grid)) {
    const [column, row] = [index % width, Math.floor(index / width)];
    const side = sideOf(line, west + (column + 0.5) * cellSize, south + (row + 0.5) * cellSize);
    if (side < 0) isTarget[index] = 1;
    else spread(index);
  }
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    if (isTarget[index] === 1) return true;
    const column = index % width;
    if (column > 0) spread(index - 1);
    if (column < width - 1) spread(index + 1);
    if (index >= width) spread(index - width);
    if (index < width * (height - 1)) spread(index + width);
  }
  return false;
}
