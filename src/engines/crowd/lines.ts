/** Lines that count: exits and gates, and which cells of the grid they pass, so that only who is near looks. */
import type { CrowdLine, CrowdPlace, CrowdPolygon } from '../../model/crowd.ts';
import { isInPolygon } from '../../model/polygon.ts';
import { scanPolygon } from '../../model/scan-polygon.ts';
import { distanceTo, type Edge } from './segments.ts';
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

const edgesOf = (line: CrowdLine): Edge[] =>
  Array.from({ length: line.length / 2 - 1 }, (_, i) => line.slice(2 * i, 2 * i + 4) as unknown as Edge);

/** m: a cell's middle this far off a line lies on a side of it. */
const ASIDE = 0.05;

/**
 * Of the cells that a line passes, those with ground on both sides: people come from either, ways meet there, and who is pressed past the
 * end would be led to and fro behind the line. `least`: m of clearance that is walked through.
 */
export function cellsBetween(grid: WalkGrid, line: CrowdLine, cells: Int32Array, least: number): Set<number> {
  const { west, south, width, clearance } = grid;
  const edges = edgesOf(line);
  const own = new Set(cells);
  const result = new Set<number>();
  for (const cell of cells) {
    let [isLeft, isRight] = [false, false];
    for (const other of widen(Int32Array.of(cell), grid)) {
      if (own.has(other) || (clearance[other] as number) < least) continue;
      const x = west + ((other % width) + 0.5) * FIELD_CELL;
      const y = south + (Math.floor(other / width) + 0.5) * FIELD_CELL;
      const side = sideOf(nearestEdge(edges, x, y), x, y);
      isLeft ||= side > ASIDE;
      isRight ||= side < -ASIDE;
    }
    if (isLeft && isRight) result.add(cell);
  }
  return result;
}

const nearestEdge = (edges: readonly Edge[], x: number, y: number): Edge =>
  edges.reduce((best, edge) => (distanceTo(edge, x, y) < distanceTo(best, x, y) ? edge : best));

/** m to the left of an edge, drawn on both ways. */
const sideOf = ([x1, y1, x2, y2]: Edge, x: number, y: number): number =>
  ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / Math.hypot(x2 - x1, y2 - y1);

function distanceToLine(line: CrowdLine, x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2)
    least = Math.min(least, distanceTo(line.slice(i, i + 4) as unknown as Edge, x, y));
  return least;
}

/** Whether a step from a to b leads away from a line. */
export const goesAway = (line: CrowdLine, ax: number, ay: number, bx: number, by: number): boolean =>
  distanceToLine(line, bx, by) > distanceToLine(line, ax, ay);
