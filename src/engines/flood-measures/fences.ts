/**
 * A line that holds water back, as sides of cells: the corners of cells nearest to the line, one side after the other without a
 * gap, so that what is far narrower than a cell keeps its effect. The line may lie up to half a cell beside where it was drawn, and
 * ends at a corner. Along each side the crest is the lowest of ground plus height on the part of the line that it stands for.
 */
import type { FaceChange, FloodFrame } from '../../model/flood.ts';

/** Parts of a cell between two looks along the line. */
const STEPS = 8;

/** `groundAt`: m NAP in RD, NaN where unknown. What lies outside the grid or on its border is left out. */
export function listFence(
  { west, south, cellSize, width, height }: FloodFrame,
  line: readonly number[],
  raise: number,
  groundAt: (x: number, y: number) => number,
): FaceChange[] {
  const crests = new Map<string, { cell: number; axis: 'x' | 'y'; crest: number }>();
  let [column, row] = [Number.NaN, Number.NaN];
  let lowest = Number.POSITIVE_INFINITY;

  function hold(axis: 'x' | 'y', atColumn: number, atRow: number): void {
    const isOuter = axis === 'x' ? atColumn + 1 >= width : atRow + 1 >= height;
    if (atColumn < 0 || atRow < 0 || atColumn >= width || atRow >= height || isOuter) return;
    const cell = atRow * width + atColumn;
    const known = crests.get(`${axis}${cell}`);
    crests.set(`${axis}${cell}`, { cell, axis, crest: Math.min(lowest, known?.crest ?? Number.POSITIVE_INFINITY) });
  }

  /** Along one side, from corner to corner. */
  function walk(toColumn: number, toRow: number): void {
    if (toColumn !== column) hold('y', Math.min(column, toColumn), row - 1);
    else if (toRow !== row) hold('x', column - 1, Math.min(row, toRow));
    column = toColumn;
    row = toRow;
  }

  function look(x: number, y: number): void {
    const ground = groundAt(x, y);
    if (!Number.isNaN(ground)) lowest = Math.min(lowest, ground + raise);
    const [u, v] = [(x - west) / cellSize, (y - south) / cellSize];
    const [nextColumn, nextRow] = [Math.round(u), Math.round(v)];
    if (Number.isNaN(column)) {
      column = nextColumn;
      row = nextRow;
      return;
    }
    if (nextColumn === column && nextRow === row) return;
    if (lowest === Number.POSITIVE_INFINITY) {
      column = nextColumn;
      row = nextRow;
      return;
    }
    if (nextColumn !== column && nextRow !== row) {
      // Two sides: by the corner that lies nearer to the line.
      if (Math.hypot(u - nextColumn, v - row) <= Math.hypot(u - column, v - nextRow)) walk(nextColumn, row);
      else walk(column, nextRow);
    }
    walk(nextColumn, nextRow);
    lowest = Number.POSITIVE_INFINITY;
  }

  for (let i = 2; i + 1 < line.length; i += 2) {
    const [ax, ay] = [line[i - 2] as number, line[i - 1] as number];
    const [dx, dy] = [(line[i] as number) - ax, (line[i + 1] as number) - ay];
    const count = Math.max(1, Math.ceil((Math.hypot(dx, dy) / cellSize) * STEPS));
    for (let k = i === 2 ? 0 : 1; k <= count; k++) look(ax + (k / count) * dx, ay + (k / count) * dy);
  }
  return [...crests.values()];
}
