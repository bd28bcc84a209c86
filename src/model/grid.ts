/** Regular height grids in RD New: what GeoTIFF heights become, read by terrain, labels, trees and engines. */

/** A grid of square cells with its sides along RD x and y. */
export interface HeightGrid {
  /** RD metres of the outer sides of the south-western cell. */
  readonly west: number;
  readonly south: number;
  /** Side of a cell, metres. */
  readonly cellSize: number;
  /** Cells from west to east. */
  readonly width: number;
  /** Cells from south to north. */
  readonly height: number;
  /** Metres NAP: `width * height`, index `row * width + col`, row 0 south, cell centres; NaN where unknown. */
  readonly values: Float32Array;
}

/** West, south, east, north: RD metres of the outer sides. */
export type RdExtent = readonly [number, number, number, number];

export const gridExtent = ({ west, south, cellSize, width, height }: HeightGrid): RdExtent => [
  west,
  south,
  west + width * cellSize,
  south + height * cellSize,
];

/** An empty (all NaN) grid of that size, in memory that threads can share. */
export function createGrid(west: number, south: number, cellSize: number, width: number, height: number): HeightGrid {
  const bytes = width * height * Float32Array.BYTES_PER_ELEMENT;
  const buffer = typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
  return { west, south, cellSize, width, height, values: new Float32Array(buffer).fill(Number.NaN) };
}

/**
 * Height at a point in RD metres: bilinear between the four cell centres around it; in the outer half cell, that of the
 * nearest centres. Where some of the four are unknown, the weighted mean of the known ones. Undefined outside the grid
 * and where the cell under the point is unknown.
 */
export function sampleHeight(grid: HeightGrid, x: number, y: number): number | undefined {
  const { width, height, values } = grid;
  const column = (x - grid.west) / grid.cellSize;
  const row = (y - grid.south) / grid.cellSize;
  if (!(column >= 0 && row >= 0 && column <= width && row <= height)) return undefined;
  const under = Math.min(Math.floor(row), height - 1) * width + Math.min(Math.floor(column), width - 1);
  if (Number.isNaN(values[under])) return undefined;
  const c = Math.min(Math.max(column - 0.5, 0), width - 1);
  const r = Math.min(Math.max(row - 0.5, 0), height - 1);
  const c0 = Math.floor(c);
  const r0 = Math.floor(r);
  const c1 = Math.min(c0 + 1, width - 1);
  const r1 = Math.min(r0 + 1, height - 1);
  let sum = 0;
  let weights = 0;
  for (let k = 0; k < 4; k++) {
    const value = values[(k < 2 ? r0 : r1) * width + (k % 2 === 0 ? c0 : c1)] as number;
    const weight = (k % 2 === 0 ? 1 - c + c0 : c - c0) * (k < 2 ? 1 - r + r0 : r - r0);
    if (weight === 0 || Number.isNaN(value)) continue;
    sum += value * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : undefined;
}
