/** Rasters of `model/geotiff.ts` as files. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { makeGeotiff } from '../model/geotiff.ts';
import type { HeightGrid } from '../model/grid.ts';
import type { Raster, RasterOptions } from '../model/raster.ts';
import { writeBeside } from './write-beside.ts';

const deflateTile = promisify<Uint8Array, Buffer>(deflate);

/** Throws above 4 GB compressed. */
export async function writeRaster(file: string, raster: Raster, options: RasterOptions): Promise<void> {
  const chunks = await makeGeotiff(raster, options, deflateTile);
  await writeBeside(file, 'file', (path) => pipeline(chunks, createWriteStream(path)));
}

/** Writes metres NAP in RD New, unknown cells as NoData −9999, rounded to 1/1024 m. Throws above 4 GB compressed. */
export const writeCog = (file: string, grid: HeightGrid): Promise<void> =>
  writeRaster(file, grid, { noData: -9999, overview: 'mean', rounding: 1 / 1024, isHeight: true, tileSize: 512 });
