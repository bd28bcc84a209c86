/** Cell grids over the town frame: cell (column, row) covers one square, row 0 south, index `row * width + column`. */
import { type Area, boxOf } from './area.ts';
import type { Path, Point } from './point.ts';

export interface Grid {
  readonly west: number;
  readonly south: number;
  readonly cellSize: number;
  readonly width: number;
  readonly height: number;
}

export const cellCentre = (grid: Grid, column: number, row: number): Point => ({
  x: grid.west + (column + 0.5) * grid.cellSize,
  y: grid.south + (row + 0.5) * grid.cellSize,
});

/** Calls `visit` with every run of cells whose centres lie inside (even-odd), row by row. */
export function scanArea(
  grid: Grid,
  area: Area,
  visit: (row: number, from: number, until: number) => boolean | undefined,
): void {
  const box = boxOf(area);
  const first = Math.max(0, Math.floor((box.south - grid.south) / grid.cellSize - 0.5));
  const last = Math.min(grid.height - 1, Math.ceil((box.north - grid.south) / grid.cellSize));
  const rows = last - first + 1;
  if (rows <= 0) return;
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  for (const ring of area) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[j] as Point;
      const b = ring[i] as Point;
      if (a.y === b.y) continue;
      const low = Math.min(a.y, b.y);
      const high = Math.max(a.y, b.y);
      const from = Math.max(first, Math.ceil((low - grid.south) / grid.cellSize - 0.5));
      const until = Math.min(last, Math.ceil((high - grid.south) / grid.cellSize - 0.5) - 1);
      for (let row = from; row <= until; row++) {
        const y = grid.south + (row + 0.5) * grid.cellSize;
        const x = a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);
        crossings[row - first]?.push((x - grid.west) / grid.cellSize);
      }
    }
  }
  for (let k = 0; k < rows; k++) {
    const xs = (crossings[k] as number[]).sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(0, Math.ceil((xs[i] as number) - 0.5));
      const until = Math.min(grid.width, Math.ceil((xs[i + 1] as number) - 0.5));
      if (from < until && visit(first + k, from, until) === false) return;
    }
  }
}

export function burn(grid: Grid, values: Uint8Array, area: Area, value: number): void {
  scanArea(grid, area, (row, from, until) => {
    values.fill(value, row * grid.width + from, row * grid.width + until);
    return true;
  });
}

/**
 * Visits every cell within `radius` of a line with the distance to it, the distance along it and the side (positive left).
 * A cell is visited once per segment that is near: the caller keeps the nearest.
 */
export function visitNear(
  grid: Grid,
  line: Path,
  radius: number,
  visit: (index: number, distance: number, along: number, side: number) => void,
): void {
  let passed = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const size = Math.hypot(dx, dy);
    if (size === 0) continue;
    const column0 = Math.max(0, Math.floor((Math.min(a.x, b.x) - radius - grid.west) / grid.cellSize));
    const column1 = Math.min(grid.width - 1, Math.floor((Math.max(a.x, b.x) + radius - grid.west) / grid.cellSize));
    const row0 = Math.max(0, Math.floor((Math.min(a.y, b.y) - radius - grid.south) / grid.cellSize));
    const row1 = Math.min(grid.height - 1, Math.floor((Math.max(a.y, b.y) + radius - grid.south) / grid.cellSize));
    for (let row = row0; row <= row1; row++) {
      const py = grid.south + (row + 0.5) * grid.cellSize - a.y;
      for (let column = column0; column <= column1; column++) {
        const px = grid.west + (column + 0.5) * grid.cellSize - a.x;
        const t = Math.min(1, Math.max(0, (px * dx + py * dy) / (size * size)));
        const ex = px - t * dx;
        const ey = py - t * dy;
        const gap = Math.sqrt(ex * ex + ey * ey);
        if (gap <= radius) visit(row * grid.width + column, gap, passed + t * size, dx * py - dy * px);
      }
    }
    passed += size;
  }
}

/** Keeps which square metres are taken, so that nothing is built twice on the same ground. */
export interface Occupancy {
  take(area: Area): void;
  isFree(area: Area): boolean;
}

export function createOccupancy(grid: Grid): Occupancy {
  const cells = new Uint8Array(grid.width * grid.height);
  return {
    take: (area) => burn(grid, cells, area, 1),
    isFree(area) {
      const box = boxOf(area);
      const inside =
        box.west >= grid.west &&
        box.south >= grid.south &&
        box.east <= grid.west + grid.width * grid.cellSize &&
        box.north <= grid.south + grid.height * grid.cellSize;
      if (!inside) return false;
      let free = true;
      scanArea(grid, area, (row, from, until) => {
        const start = row * grid.width;
        for (let i = start + from; i < start + until; i++) {
          if (cells[i] !== 0) {
            free = false;
            return false;
          }
        }
        return true;
      });
      return free;
    },
  };
}
