/**
 * Rasters as cloud-optimised GeoTIFF: tiles, halved overviews, deflate with the predictor of their kind. Layout: header, all
 * directories, then the tiles, the coarsest overview first. Read by range requests.
 */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { HeightGrid } from '../model/grid.ts';
import { listTags, sizeOfDirectory, writeDirectory } from './cog/directory.ts';
import { encodeRasterTile, halveRaster, type Raster, type RasterOptions } from './cog/raster.ts';
import { writeBeside } from './write-beside.ts';

const deflateTile = promisify(deflate);

async function compressTiles(raster: Raster, options: RasterOptions): Promise<Buffer[]> {
  const { tileSize } = options;
  const tiles: Promise<Buffer>[] = [];
  for (let top = 0; top < raster.height; top += tileSize) {
    for (let left = 0; left < raster.width; left += tileSize)
      tiles.push(deflateTile(encodeRasterTile(raster, left, top, options)));
    await Promise.all(tiles);
  }
  return Promise.all(tiles);
}

/** Throws above 4 GB compressed. */
export async function writeRaster(file: string, raster: Raster, options: RasterOptions): Promise<void> {
  const { tileSize } = options;
  const levels = [raster];
  for (let last = raster; last.width > tileSize || last.height > tileSize; levels.push(last))
    last = halveRaster(last, options);
  const tiles: Buffer[][] = [];
  for (const level of levels) tiles.push(await compressTiles(level, options));

  const zeros = tiles.map((list) => list.map(() => 0));
  const directorySizes = levels.map((level, i) =>
    sizeOfDirectory(listTags(level, options, i > 0, zeros[i] as number[], zeros[i] as number[])),
  );
  const starts = directorySizes.map((_, i) => 8 + directorySizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  let position = 8 + directorySizes.reduce((sum, size) => sum + size, 0);
  const head = Buffer.alloc(position);
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  head.write('II', 'latin1');
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  const chunks: Buffer[] = [head];
  for (let i = levels.length - 1; i >= 0; i--) {
    const list = tiles[i] as Buffer[];
    const offsets = list.map((tile) => {
      const offset = position;
      position += tile.length;
      return offset;
    });
    if (position > 0xffffffff) throw new Error(`${file} would be larger than 4 GB.`);
    const sizes = list.map((tile) => tile.length);
    const tags = listTags(levels[i] as Raster, options, i > 0, offsets, sizes);
    writeDirectory(tags, starts[i] as number, starts[i + 1] ?? 0, view);
    chunks.push(...list);
  }
  await writeBeside(file, 'file', (path) => pipeline(chunks, createWriteStream(path)));
}

/** Writes metres NAP in RD New, unknown cells as NoData −9999, rounded to 1/1024 m. Throws above 4 GB compressed. */
export const writeCog = (file: string, grid: HeightGrid): Promise<void> =>
  writeRaster(file, grid, { noData: -9999, overview: 'mean', rounding: 1 / 1024, isHeight: true, tileSize: 512 });
