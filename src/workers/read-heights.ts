/** Parts of the heights (a cloud-optimised GeoTIFF in RD and NAP), read by byte ranges: the one reader of heights in the browser. */
import type { GeoTIFFImage } from 'geotiff';
import { createGrid, type HeightGrid, type RdExtent } from '../model/grid.ts';
import { openGeoTiff } from './open-geotiff.ts';

interface HeightWish {
  readonly extent: RdExtent;
  /** Metres; the file's coarsest level that is as fine or finer is read. Absent: the finest. */
  readonly cellSize?: number;
  /** Cells around the extent: bilinear reading needs one, and the extent is rounded to whole cells. */
  readonly margin?: number;
  readonly signal?: AbortSignal;
}

export interface HeightReader {
  /** Side of the finest cells, metres. */
  readonly cellSize: number;
  /** Undefined where the file has not two cells each way. */
  readonly read: (wish: HeightWish) => Promise<HeightGrid | undefined>;
}

/** Metres NAP that no ground in the Netherlands exceeds; beyond it a value is none. */
const PLAUSIBLE = 1000;
/** A level that is finer than asked by less than this is taken for the same. */
const SAME = 1.01;

async function readCells(
  image: GeoTIFFImage,
  window: readonly [number, number, number, number],
  grid: HeightGrid,
  signal: AbortSignal | undefined,
): Promise<HeightGrid> {
  const options = { samples: [0], interleave: true as const, window: [...window], ...(signal && { signal }) };
  const cells = (await image.readRasters(options)) as unknown as ArrayLike<number>;
  const noData = image.getGDALNoData();
  const { width, height, values } = grid;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      // The file's first row is the northern one.
      const value = cells[(height - 1 - row) * width + column] as number;
      if (value !== noData && Math.abs(value) < PLAUSIBLE) values[row * width + column] = value;
    }
  }
  return grid;
}

/** Of the pipeline's own files: north up, corner of the first cell as origin, square cells. Throws where it is otherwise. */
export async function openHeights(url: string): Promise<HeightReader> {
  const tiff = await openGeoTiff(url);
  const levels = await Promise.all(Array.from({ length: await tiff.getImageCount() }, (_, i) => tiff.getImage(i)));
  const [first] = levels as [GeoTIFFImage, ...GeoTIFFImage[]];
  const [west, north] = first.getOrigin() as [number, number];
  const [cellSize, down] = first.getResolution() as [number, number];
  if (!(cellSize > 0) || Math.abs(cellSize + down) > 1e-6 * cellSize)
    throw new Error(`Expected heights with square cells and north up, got cells of ${cellSize} by ${down}.`);
  const cellOf = (image: GeoTIFFImage) => (cellSize * first.getWidth()) / image.getWidth();

  return {
    cellSize,
    async read({ extent: [w, s, e, n], cellSize: wish = cellSize, margin = 2, signal }) {
      const image = levels.findLast((level) => cellOf(level) <= wish * SAME) ?? first;
      const cell = cellOf(image);
      const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
      const left = clamp(Math.round((w - west) / cell) - margin, image.getWidth());
      const right = clamp(Math.round((e - west) / cell) + margin, image.getWidth());
      const top = clamp(Math.round((north - n) / cell) - margin, image.getHeight());
      const bottom = clamp(Math.round((north - s) / cell) + margin, image.getHeight());
      const [width, height] = [right - left, bottom - top];
      if (width < 2 || height < 2) return undefined;
      const grid = createGrid(west + left * cell, north - bottom * cell, cell, width, height);
      return readCells(image, [left, top, right, bottom], grid, signal);
    },
  };
}
