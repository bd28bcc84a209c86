/**
 * Rasters as cloud-optimised GeoTIFF: tiles, halved overviews, deflate with the predictor of their kind. Layout: header, all
 * directories, then the tiles, the coarsest overview first. Read by range requests.
 */
import { encodeRasterTile, halveRaster, type Raster, type RasterOptions } from './raster.ts';
import { listTags, sizeOfDirectory, writeDirectory } from './tiff-directory.ts';

/** Bytes in zlib's format. */
export type Deflate = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

async function compressTiles(raster: Raster, options: RasterOptions, deflate: Deflate): Promise<Uint8Array[]> {
  const { tileSize } = options;
  const tiles: Promise<Uint8Array>[] = [];
  for (let top = 0; top < raster.height; top += tileSize) {
    for (let left = 0; left < raster.width; left += tileSize)
      tiles.push(deflate(encodeRasterTile(raster, left, top, options)));
    await Promise.all(tiles);
  }
  return Promise.all(tiles);
}

/** The file in pieces, in order. Throws above 4 GB compressed. */
export async function makeGeotiff(raster: Raster, options: RasterOptions, deflate: Deflate): Promise<Uint8Array[]> {
  const { tileSize } = options;
  const levels = [raster];
  for (let last = raster; last.width > tileSize || last.height > tileSize; levels.push(last))
    last = halveRaster(last, options);
  const tiles: Uint8Array[][] = [];
  for (const level of levels) tiles.push(await compressTiles(level, options, deflate));

  const zeros = tiles.map((list) => list.map(() => 0));
  const directorySizes = levels.map((level, i) =>
    sizeOfDirectory(listTags(level, options, i > 0, zeros[i] as number[], zeros[i] as number[])),
  );
  const starts = directorySizes.map((_, i) => 8 + directorySizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  let position = 8 + directorySizes.reduce((sum, size) => sum + size, 0);
  const head = new Uint8Array(position);
  const view = new DataView(head.buffer);
  // "II": least significant byte first.
  view.setUint16(0, 0x4949, true);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  const chunks: Uint8Array[] = [head];
  for (let i = levels.length - 1; i >= 0; i--) {
    const list = tiles[i] as Uint8Array[];
    const offsets = list.map((tile) => {
      const offset = position;
      position += tile.length;
      return offset;
    });
    if (position > 0xffffffff) throw new Error('The GeoTIFF would be larger than 4 GB.');
    const sizes = list.map((tile) => tile.length);
    const tags = listTags(levels[i] as Raster, options, i > 0, offsets, sizes);
    writeDirectory(tags, starts[i] as number, starts[i + 1] ?? 0, view);
    chunks.push(...list);
  }
  return chunks;
}
