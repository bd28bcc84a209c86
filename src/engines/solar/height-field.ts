/**
 * Rays over heights of the ground, or of everything that stands on it: each cell is a column up to its height. A pyramid of the highest
 * cell of four lets a ray step over what lies below it (Tevs, Ihrke & Seidel 2008). Cells without height hide nothing.
 */
import type { HeightGrid } from '../../model/grid.ts';

interface Level {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

export interface HeightField {
  /** RD metres. */
  readonly west: number;
  readonly south: number;
  readonly cellSize: number;
  /** The finest first. */
  readonly levels: readonly Level[];
  readonly highest: number;
}

function allocate(length: number): Float32Array {
  const shared =
    typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(4 * length) : new SharedArrayBuffer(4 * length);
  return new Float32Array(shared).fill(Number.NEGATIVE_INFINITY);
}

function coarsen({ width, height, values }: Level): Level {
  const [columns, rows] = [(width + 1) >> 1, (height + 1) >> 1];
  const coarse = allocate(columns * rows);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = values[row * width + column];
      const to = (row >> 1) * columns + (column >> 1);
      if (value > coarse[to]) coarse[to] = value;
    }
  }
  return { width: columns, height: rows, values: coarse };
}

/** In memory that threads can share. */
export function createHeightField(grid: HeightGrid): HeightField {
  const values = allocate(grid.values.length);
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(grid.values[i])) values[i] = grid.values[i];
  let level: Level = { width: grid.width, height: grid.height, values };
  const levels = [level];
  while (level.width > 1 || level.height > 1) {
    level = coarsen(level);
    levels.push(level);
  }
  return {
    west: grid.west,
    south: grid.south,
    cellSize: grid.cellSize,
    levels,
    highest: level.values[0],
  };
}

/** Whether a ray that rises, from a place in RD and NAP, meets the field further than `near` metres away; the direction is a unit vector. */
export function hitsField(
  field: HeightField,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  near: number,
): boolean {
  const { west, south, cellSize, levels, highest } = field;
  const flat = Math.sqrt(dx * dx + dy * dy);
  if (flat < 1e-9 || oz >= highest) return false;
  // From here on distances are in cells along the ground.
  const sx = dx / flat;
  const sy = dy / flat;
  const rise = dz / flat;
  const x0 = (ox - west) / cellSize;
  const y0 = (oy - south) / cellSize;
  const width = levels[0].width;
  const height = levels[0].height;
  let far = Number.POSITIVE_INFINITY;
  let along = near / cellSize;
  // The part of the ray over the grid.
  if (sx !== 0) {
    const [a, b] = [-x0 / sx, (width - x0) / sx];
    along = Math.max(along, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  } else if (x0 < 0 || x0 >= width) return false;
  if (sy !== 0) {
    const [a, b] = [-y0 / sy, (height - y0) / sy];
    along = Math.max(along, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  } else if (y0 < 0 || y0 >= height) return false;
  let level = 0;
  while (along < far) {
    const z = oz + rise * along * cellSize;
    if (z >= highest) return false;
    // A hair further, to be in the cell and not on its side.
    const x = x0 + sx * (along + 1e-6);
    const y = y0 + sy * (along + 1e-6);
    const size = 1 << level;
    const column = Math.floor(x / size);
    const row = Math.floor(y / size);
    const { width: columns, height: rows, values } = levels[level];
    if (column < 0 || row < 0 || column >= columns || row >= rows) return false;
    if (values[row * columns + column] > z) {
      if (level === 0) return true;
      level--;
      continue;
    }
    const toX =
      sx > 0 ? ((column + 1) * size - x0) / sx : sx < 0 ? (column * size - x0) / sx : Number.POSITIVE_INFINITY;
    const toY = sy > 0 ? ((row + 1) * size - y0) / sy : sy < 0 ? (row * size - y0) / sy : Number.POSITIVE_INFINITY;
    along = Math.max(along + 1e-6, Math.min(toX, toY));
    if (level < levels.length - 1) level++;
  }
  return false;
}
