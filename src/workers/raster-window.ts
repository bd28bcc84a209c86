/** Windows of a cloud-optimised GeoTIFF in RD, at the level that fits, by byte ranges. */
import type { GeoTIFFImage } from 'geotiff';
import type { FloodFrame } from '../model/flood.ts';
import type { RdExtent } from '../model/grid.ts';
import { openGeoTiff } from './open-geotiff.ts';

type Values = Float32Array | Uint8Array | Uint16Array | Uint32Array;

interface RasterWindow<T extends Values> {
  readonly frame: FloodFrame;
  /** Per cell, index `row * width + column`, row 0 south. */
  readonly values: T;
  /** The file's own value for "nothing here". */
  readonly noData: number | undefined;
}

export interface Raster {
  /** Of the finest cells, m. */
  readonly cellSize: number;
  /** Cells of at least `cellSize`, or the finest; undefined where the extent lies outside. Throws when aborted. */
  read<T extends Values>(
    extent: RdExtent,
    cellSize: number,
    signal?: AbortSignal,
  ): Promise<RasterWindow<T> | undefined>;
}

function flipRows<T extends Values>(values: T, width: number): T {
  const flipped = values.slice() as T;
  const height = values.length / width;
  for (let row = 0; row < height; row++)
    flipped.set(values.subarray(row * width, (row + 1) * width), (height - 1 - row) * width);
  return flipped;
}

async function openRaster(url: string): Promise<Raster> {
  const tiff = await openGeoTiff(url);
  const count = await tiff.getImageCount();
  const images = await Promise.all(Array.from({ length: count }, (_, i) => tiff.getImage(i)));
  const [first] = images;
  if (!first) throw new Error(`${url}: has no picture.`);
  const [west, , , north] = first.getBoundingBox() as [number, number, number, number];
  const finest = first.getResolution()[0] as number;
  /** Overviews whose cells are whole times the first one's; a last odd cell makes the others' cells not square. */
  const levels = images.flatMap((image) => {
    const factor = Math.round(first.getWidth() / image.getWidth());
    const isWhole = Math.abs(first.getWidth() / factor - image.getWidth()) < 1;
    return isWhole ? [{ image, cellSize: finest * factor }] : [];
  });

  return {
    cellSize: finest,
    async read<T extends Values>([w, s, e, n]: RdExtent, cellSize: number, signal?: AbortSignal) {
      const { image, cellSize: cell } = levels.findLast((level) => level.cellSize <= cellSize * 1.01) ?? {
        image: first as GeoTIFFImage,
        cellSize: finest,
      };
      const limit = (value: number, most: number) => Math.min(Math.max(value, 0), most);
      const left = limit(Math.floor((w - west) / cell + 1e-6), image.getWidth());
      const right = limit(Math.ceil((e - west) / cell - 1e-6), image.getWidth());
      const top = limit(Math.floor((north - n) / cell + 1e-6), image.getHeight());
      const bottom = limit(Math.ceil((north - s) / cell - 1e-6), image.getHeight());
      const [width, height] = [right - left, bottom - top];
      if (width < 2 || height < 2) return undefined;
      const options = { samples: [0], interleave: true as const, window: [left, top, right, bottom] };
      const raster = (await image.readRasters({ ...options, ...(signal && { signal }) })) as unknown as T;
      return {
        frame: { west: west + left * cell, south: north - bottom * cell, cellSize: cell, width, height },
        values: flipRows(raster, width),
        noData: image.getGDALNoData() ?? undefined,
      };
    },
  };
}

/** Opens each file once; what failed once may be there the next time. */
export function createRasterCache(): (url: string) => Promise<Raster> {
  const rasters = new Map<string, Promise<Raster>>();
  return (url) => {
    let raster = rasters.get(url);
    if (!raster) {
      raster = openRaster(url);
      rasters.set(url, raster);
      raster.catch(() => rasters.delete(url));
    }
    return raster;
  };
}
