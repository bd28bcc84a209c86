/** Which fine cells a measure lies on. */
import type { FloodFrame } from '../../model/flood.ts';
import { scanPolygon } from '../../model/scan-polygon.ts';

/** Cells whose middle lies within the outline, or nearer to the line than half its width. */
export interface MeasureCells {
  readonly cells: readonly number[];
  /** Area as drawn over that of the cells: a depth times this keeps the volume. */
  readonly scale: number;
}

/** More is no rounding of the cells but an outline that lies across the edge of the grid. */
const MOST_SCALE = 2;

const scaleOf = (area: number, cells: number, cellSize: number) =>
  Math.min(Math.max(area / Math.max(cells * cellSize * cellSize, 1e-9), 1 / MOST_SCALE), MOST_SCALE);

/** `area` m², as drawn. */
export function listAreaCells(frame: FloodFrame, outline: readonly number[], area: number): MeasureCells {
  const cells: number[] = [];
  scanPolygon(frame, [outline], (row, from, until) => {
    for (let column = from; column < until; column++) cells.push(row * frame.width + column);
  });
  return { cells, scale: scaleOf(area, cells.length, frame.cellSize) };
}

function distanceTo(line: readonly number[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 2; i + 1 < line.length; i += 2) {
    const [ax, ay] = [line[i - 2] as number, line[i - 1] as number];
    const [ux, uy] = [(line[i] as number) - ax, (line[i + 1] as number) - ay];
    const size = ux * ux + uy * uy;
    const t = size === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / size));
    least = Math.min(least, Math.hypot(x - ax - t * ux, y - ay - t * uy));
  }
  return least;
}

/** Never narrower than a cell: a narrow ditch is as wide as one, and less deep. */
export function listLineCells(
  { west, south, cellSize, width, height }: FloodFrame,
  line: readonly number[],
  lineWidth: number,
  area: number,
): MeasureCells {
  const reach = Math.max(lineWidth / 2, 0.5 * cellSize);
  let [left, right, bottom, top] = [width, -1, height, -1];
  for (let i = 0; i + 1 < line.length; i += 2) {
    left = Math.min(left, Math.floor(((line[i] as number) - reach - west) / cellSize));
    right = Math.max(right, Math.floor(((line[i] as number) + reach - west) / cellSize));
    bottom = Math.min(bottom, Math.floor(((line[i + 1] as number) - reach - south) / cellSize));
    top = Math.max(top, Math.floor(((line[i + 1] as number) + reach - south) / cellSize));
  }
  const cells: number[] = [];
  for (let row = Math.max(bottom, 0); row <= Math.min(top, height - 1); row++) {
    for (let column = Math.max(left, 0); column <= Math.min(right, width - 1); column++) {
      const away = distanceTo(line, west + (column + 0.5) * cellSize, south + (row + 0.5) * cellSize);
      if (away <= reach) cells.push(row * width + column);
    }
  }
  return { cells, scale: scaleOf(area, cells.length, cellSize) };
}
