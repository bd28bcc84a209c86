/** Parts of the heights (`heights.tif`, cloud-optimised GeoTIFF in RD and NAP), read by byte ranges. */
import type { GeoTIFF } from 'geotiff';
import { createGrid, type HeightGrid, type RdExtent } from '../model/grid.ts';

export interface HeightReader {
  /** Side of a cell, metres. */
  readonly cellSize: number;
  /** The cells that touch the extent and two around them, so that it reads like the whole; undefined outside the file. */
  readonly read: (extent: RdExtent, signal?: AbortSignal) => Promise<HeightGrid | undefined>;
}

/** Cells around the extent: bilinear reading needs one. */
const MARGIN = 2;

/** Of the pipeline's own files: north up, corner of the first cell as origin, square cells. */
export async function createHeightReader(tiff: GeoTIFF): Promise<HeightReader> {
  const image = await tiff.getImage(0);
  const [west, north] = image.getOrigin() as [number, number];
  const [cellSize, down] = image.getResolution() as [number, number];
  if (!(cellSize > 0) || Math.abs(cellSize + down) > 1e-6 * cellSize) {
    throw new Error(`Expected heights with square cells and north up, got cells of ${cellSize} by ${down}.`);
  }
  const noData = image.getGDALNoData();
  const [columns, rows] = [image.getWidth(), image.getHeight()];
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);

  return {
    cellSize,
    async read([w, s, e, n], signal) {
      const left = clamp(Math.floor((w - west) / cellSize) - MARGIN, columns);
      const right = clamp(Math.ceil((e - west) / cellSize) + MARGIN, columns);
      const top = clamp(Math.floor((north - n) / cellSize) - MARGIN, rows);
      const bottom = clamp(Math.ceil((north - s) / cellSize) + MARGIN, rows);
      if (right <= left || bottom <= top) return undefined;
      const window = [left, top, right, bottom];
      const options = { samples: [0], interleave: true as const, window, ...(signal && { signal }) };
      const cells = (await image.readRasters(options)) as unknown as ArrayLike<number>;
      const [width, height] = [right - left, bottom - top];
      const grid = createGrid(west + left * cellSize, north - bottom * cellSize, cellSize, width, height);
      for (let row = 0; row < height; row++) {
        for (let column = 0; column < width; column++) {
          const value = cells[(height - 1 - row) * width + column] as number;
          if (value !== noData) grid.values[row * width + column] = value;
        }
      }
      return grid;
    },
  };
}
