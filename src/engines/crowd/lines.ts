/** Lines that count: exits and gates, and which cells of the grid they pass, so that only who is near looks. */
import type { CrowdLine, CrowdPlace, CrowdPolygon } from '../../model/crowd.ts';
import { isInPolygon } from '../../model/polygon.ts';
import { scanPolygon } from '../../model/scan-polygon.ts';
import { FIELD_CELL, type WalkGrid } from './walk-grid.ts';

/** Cells that a line passes, or that touch it. */
export function cellsOfLine({ west, south, width, height }: WalkGrid, line: CrowdLine): Int32Array {
  const cells = new Set<number>();
  for (let i = 2; i < line.length; i += 2) {
    const [x1, y1, x2, y2] = [line[i - 2], line[i - 1], line[i], line[i + 1]] as [number, number, number, number];
    // Points closer together than half a cell leave none out that matters.
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / (FIELD_CELL / 4)));
    for (let s = 0; s <= steps; s++) {
      const column = Math.floor((x1 + ((x2 - x1) * s) / steps - west) / FIELD_CELL);
      const row = Math.floor((y1 + ((y2 - y1) * s) / steps - south) / FIELD_CELL);
      if (column >= 0 && row >= 0 && column < width && row < height) cells.add(row * width + column);
    }
  }
  return Int32Array.from(cells);
}

/** Those of a line, or those that a polygon covers or touches: one that is smaller than a cell has cells too. */
export function cellsOfPlace(grid: WalkGrid, place: CrowdPlace): Int32Array {
  if ('line' in place) return cellsOfLine(grid, place.line);
  const { polygon } = place;
  const cells = polygon.flatMap((ring) => [...cellsOfLine(grid, [...ring, ring[0] as number, ring[1] as number])]);
  scanPolygon({ ...grid, cellSize: FIELD_CELL }, polygon, (row, from, until) => {
    for (let column = from; column < until; column++) cells.push(row * grid.width + column);
  });
  return Int32Array.from(new Set(cells));
}

/** Cells and those beside them: a step is shorter than a cell. */
export function widen(cells: Int32Array, { width, height }: WalkGrid): Int32Array {
  const result = new Set<number>();
  for (const cell of cells) {
    const column = cell % width;
    const row = Math.floor(cell / width);
    for (let r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++)
      for (let c = Math.max(0, column - 1); c <= Math.min(width - 1, column + 1); c++) result.add(r * width + c);
  }
  return Int32Array.from(result);
}

/** What watches a cell: rows of `cells`; undefined for most, where nobody has to look. */
export function createWatch({ width, height }: WalkGrid, cells: readonly Int32Array[]) {
  // Few cells are watched, by one or two: each such set once.
  const sets: (number[] | undefined)[] = [undefined];
  const index = new Map<string, number>();
  const setOf = new Int32Array(width * height);
  for (const [row, own] of cells.entries()) {
    for (const cell of own) {
      const set = [...(sets[setOf[cell] as number] ?? []), row];
      const key = set.join();
      const known = index.get(key) ?? sets.push(set) - 1;
      index.set(key, known);
      setOf[cell] = known;
    }
  }
  return (cell: number): readonly number[] | undefined => sets[setOf[cell] as number];
}

export const isInside = (polygon: CrowdPolygon, x: number, y: number): boolean =>
  polygon.every((ring, i) => isInPolygon(ring as number[], x, y) === (i === 0));

/**
 * Whether a step from a to b crosses the line: 1 from its right to its left, −1 the other way, 0 not. A point on the line counts as
 * on its left, so that two steps that meet there count once.
 */
export function crossing(line: CrowdLine, ax: number, ay: number, bx: number, by: number): -1 | 0 | 1 {
  for (let i = 2; i < line.length; i += 2) {
    const [x1, y1] = [line[i - 2] as number, line[i - 1] as number];
    const [dx, dy] = [(line[i] as number) - x1, (line[i + 1] as number) - y1];
    const from = dx * (ay - y1) - dy * (ax - x1);
    const to = dx * (by - y1) - dy * (bx - x1);
    if (from >= 0 === to >= 0) continue;
    const t = from / (from - to);
    const x = ax + (bx - ax) * t - x1;
    const y = ay + (by - ay) * t - y1;
    const along = (x * dx + y * dy) / (dx * dx + dy * dy);
    if (along >= 0 && along <= 1) return to >= 0 ? 1 : -1;
  }
  return 0;
}
