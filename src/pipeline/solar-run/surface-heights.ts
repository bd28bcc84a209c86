/** Heights of everything (a DSM) as what stands around buildings: not where the buildings themselves are, which are known better. */
import { createHeightField, type HeightField } from '../../engines/solar/height-field.ts';
import type { TownBuildings } from '../../engines/solar/town.ts';
import type { HeightGrid } from '../../model/grid.ts';
import { KIND_WALL } from '../../model/surface-kind.ts';

/** Metres around a building where heights may still be its own: eaves, and the width of a beam. */
const AROUND = 1.5;

/** The lowest of the cells in an RD rectangle; undefined where none is known. */
export function lowestWithin(grid: HeightGrid, west: number, south: number, east: number, north: number) {
  const { cellSize, width, height, values } = grid;
  const columns = [Math.floor((west - grid.west) / cellSize), Math.ceil((east - grid.west) / cellSize)] as const;
  const rows = [Math.floor((south - grid.south) / cellSize), Math.ceil((north - grid.south) / cellSize)] as const;
  let lowest = Number.POSITIVE_INFINITY;
  for (let row = Math.max(0, rows[0]); row < Math.min(height, rows[1]); row++)
    for (let column = Math.max(0, columns[0]); column < Math.min(width, columns[1]); column++) {
      const value = values[row * width + column];
      if (value < lowest) lowest = value;
    }
  return Number.isFinite(lowest) ? lowest : undefined;
}

/** Squared distance of a point to the side a–b. */
function distanceToSide(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}

function isNearTriangle(x: number, y: number, t: readonly number[]): boolean {
  const [ax, ay, bx, by, cx, cy] = t;
  const ab = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  const bc = (cx - bx) * (y - by) - (cy - by) * (x - bx);
  const ca = (ax - cx) * (y - cy) - (ay - cy) * (x - cx);
  if ((ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0)) return true;
  const near = Math.min(
    distanceToSide(x, y, ax, ay, bx, by),
    distanceToSide(x, y, bx, by, cx, cy),
    distanceToSide(x, y, cx, cy, ax, ay),
  );
  return near <= AROUND * AROUND;
}

/** Takes the cells of one triangle, and those near it, out of the grid. */
function blank(values: Float32Array, grid: HeightGrid, t: readonly number[]): void {
  const { west, south, cellSize, width, height } = grid;
  const first = (low: number, start: number) => Math.max(0, Math.floor((low - AROUND - start) / cellSize));
  const end = (high: number, start: number, size: number) =>
    Math.min(size, Math.ceil((high + AROUND - start) / cellSize));
  const [xs, ys] = [
    [t[0], t[2], t[4]],
    [t[1], t[3], t[5]],
  ];
  const columns = [first(Math.min(...xs), west), end(Math.max(...xs), west, width)];
  for (let row = first(Math.min(...ys), south); row < end(Math.max(...ys), south, height); row++)
    for (let column = columns[0]; column < columns[1]; column++)
      if (isNearTriangle(west + (column + 0.5) * cellSize, south + (row + 0.5) * cellSize, t))
        values[row * width + column] = Number.NaN;
}

/** The grid without its buildings; a few thousand buildings take a second. */
export function surfaceField(grid: HeightGrid, buildings: TownBuildings): HeightField {
  const values = grid.values.slice();
  const { count, starts, positions, origins, kinds } = buildings;
  for (let row = 0; row < count; row++) {
    const [x, y] = [origins[3 * row], origins[3 * row + 1]];
    for (let t = starts[row]; t < starts[row + 1]; t++) {
      if (kinds[t] === KIND_WALL) continue;
      const at = 9 * t;
      blank(values, grid, [
        positions[at] + x,
        positions[at + 1] + y,
        positions[at + 3] + x,
        positions[at + 4] + y,
        positions[at + 6] + x,
        positions[at + 7] + y,
      ]);
    }
  }
  return createHeightField({ ...grid, values });
}
