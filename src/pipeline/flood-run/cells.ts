/** Rasters that go with the heights: a number or a GeoTIFF → a value per cell. */
import { basename } from 'node:path';
import type { FloodFrame } from '../../model/flood.ts';
import { InputError } from '../../model/input-error.ts';
import { readGeotiff } from '../terrain/read-geotiff.ts';

export interface CellValues {
  readonly values: Float32Array;
  /** Cells where the file has none, given `instead`. */
  readonly missing: number;
}

/**
 * Value of the file's cell under each cell's centre; its cells may have another size, but it must cover all. Throws InputError
 * naming the file for values outside `low` to `high`.
 */
export async function readCells(
  file: string,
  frame: FloodFrame,
  [low, high, unit]: readonly [number, number, string],
  instead: number,
): Promise<CellValues> {
  const { grid } = await readGeotiff(file);
  const { west, south, cellSize, width, height } = frame;
  const values = new Float32Array(width * height);
  const columns = new Int32Array(width);
  for (let column = 0; column < width; column++)
    columns[column] = Math.floor((west + (column + 0.5) * cellSize - grid.west) / grid.cellSize);
  const lastRow = Math.floor((south + (height - 0.5) * cellSize - grid.south) / grid.cellSize);
  const firstRow = Math.floor((south + 0.5 * cellSize - grid.south) / grid.cellSize);
  if ((columns[0] as number) < 0 || (columns.at(-1) as number) >= grid.width || firstRow < 0 || lastRow >= grid.height)
    throw new InputError(`${file}: does not cover the heights.`);
  let missing = 0;
  for (let row = 0; row < height; row++) {
    const from = Math.floor((south + (row + 0.5) * cellSize - grid.south) / grid.cellSize) * grid.width;
    for (let column = 0; column < width; column++) {
      const value = grid.values[from + (columns[column] as number)] as number;
      const cell = row * width + column;
      if (Number.isNaN(value)) {
        missing++;
        values[cell] = instead;
      } else if (value >= low && value <= high) values[cell] = value;
      else {
        const [x, y] = [west + (column + 0.5) * cellSize, south + (row + 0.5) * cellSize];
        throw new InputError(`${basename(file)}: ${value} at ${x}, ${y} is not between ${low} and ${high} ${unit}.`);
      }
    }
  }
  return { values, missing };
}
