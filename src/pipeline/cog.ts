/**
 * Height grids as cloud-optimised GeoTIFF: tiles of 512, halved overviews, deflate with the floating-point predictor
 * (TIFF technical note 3). Layout: header, all IFDs, then the tiles, the coarsest overview first. Read by range requests.
 */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { createGrid, type HeightGrid } from '../model/grid.ts';
import { writeBeside } from './write-beside.ts';

const tileSize = 512;
const noData = -9999;
/** Rounding in metres: a power of two empties the low bits of the mantissa, which a third less bytes pays for. */
const rounding = 1 / 1024;
const deflateTile = promisify(deflate);

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;
const typeBytes: Record<number, number> = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8 };

interface Tag {
  code: number;
  type: number;
  values: readonly number[];
}

/** Half the resolution: the mean of the known cells among four. Counted from the north-west, as the rows of the file are. */
function halve({ west, south, cellSize, width, height, values }: HeightGrid): HeightGrid {
  const halfHeight = Math.ceil(height / 2);
  const north = south + height * cellSize;
  const half = createGrid(west, north - halfHeight * 2 * cellSize, 2 * cellSize, Math.ceil(width / 2), halfHeight);
  for (let r = 0; r < half.height; r++) {
    const top = height - 1 - 2 * (half.height - 1 - r);
    for (let c = 0; c < half.width; c++) {
      let sum = 0;
      let count = 0;
      for (const row of [top, top - 1]) {
        for (const column of [2 * c, 2 * c + 1]) {
          const value = row >= 0 && column < width ? (values[row * width + column] as number) : Number.NaN;
          if (Number.isNaN(value)) continue;
          sum += value;
          count++;
        }
      }
      if (count > 0) half.values[r * half.width + c] = sum / count;
    }
  }
  return half;
}

/** Each row: the four bytes of every value in four planes, the most significant first, then differences of bytes. */
function encodeTile({ width, height, values }: HeightGrid, tileColumn: number, tileRow: number): Uint8Array {
  const bytes = new Uint8Array(tileSize * tileSize * 4);
  const value = new Float32Array(1);
  const bits = new Uint32Array(value.buffer);
  for (let r = 0; r < tileSize; r++) {
    const row = height - 1 - (tileRow * tileSize + r);
    const start = r * tileSize * 4;
    for (let c = 0; c < tileSize; c++) {
      const column = tileColumn * tileSize + c;
      const height = row >= 0 && column < width ? (values[row * width + column] as number) : Number.NaN;
      value[0] = Number.isNaN(height) ? noData : Math.round(height / rounding) * rounding;
      const word = bits[0] as number;
      for (let plane = 0; plane < 4; plane++) bytes[start + plane * tileSize + c] = word >>> (24 - 8 * plane);
    }
    for (let i = start + 4 * tileSize - 1; i > start; i--) bytes[i] = (bytes[i] as number) - (bytes[i - 1] as number);
  }
  return bytes;
}

async function compressTiles(grid: HeightGrid): Promise<Buffer[]> {
  const columns = Math.ceil(grid.width / tileSize);
  const tiles: Promise<Buffer>[] = [];
  for (let row = 0; row < Math.ceil(grid.height / tileSize); row++) {
    for (let column = 0; column < columns; column++) tiles.push(deflateTile(encodeTile(grid, column, row)));
    await Promise.all(tiles);
  }
  return Promise.all(tiles);
}

const toAscii = (text: string) => [...Buffer.from(`${text}\0`, 'latin1')];
const citation = 'Amersfoort / RD New + NAP height|';
/** GeoTIFF keys: projected, pixel is area, EPSG:28992 with heights EPSG:5709, metres. */
const geoKeys = [
  [1, 1, 0, 7],
  [1024, 0, 1, 1],
  [1025, 0, 1, 1],
  [1026, 34737, citation.length, 0],
  [3072, 0, 1, 28992],
  [3076, 0, 1, 9001],
  [4096, 0, 1, 5709],
  [4099, 0, 1, 9001],
].flat();

function listTags(grid: HeightGrid, isOverview: boolean, offsets: readonly number[], sizes: readonly number[]): Tag[] {
  const short = (code: number, value: number): Tag => ({ code, type: SHORT, values: [value] });
  const tags: Tag[] = [
    { code: 254, type: LONG, values: [isOverview ? 1 : 0] },
    { code: 256, type: LONG, values: [grid.width] },
    { code: 257, type: LONG, values: [grid.height] },
    short(258, 32),
    short(259, 8),
    short(262, 1),
    short(277, 1),
    short(284, 1),
    short(317, 3),
    short(322, tileSize),
    short(323, tileSize),
    { code: 324, type: LONG, values: offsets },
    { code: 325, type: LONG, values: sizes },
    short(339, 3),
  ];
  if (!isOverview) {
    const { west, south, cellSize, height } = grid;
    tags.push(
      { code: 33550, type: DOUBLE, values: [cellSize, cellSize, 0] },
      { code: 33922, type: DOUBLE, values: [0, 0, 0, west, south + height * cellSize, 0] },
      { code: 34735, type: SHORT, values: geoKeys },
      { code: 34737, type: ASCII, values: toAscii(citation) },
    );
  }
  tags.push({ code: 42113, type: ASCII, values: toAscii(String(noData)) });
  return tags;
}

const sizeOf = (tag: Tag) => tag.values.length * (typeBytes[tag.type] as number);

/** Bytes of an IFD with the values that do not fit in it, even. */
const sizeOfDirectory = (tags: readonly Tag[]) =>
  6 + 12 * tags.length + tags.reduce((sum, tag) => sum + (sizeOf(tag) > 4 ? sizeOf(tag) + (sizeOf(tag) & 1) : 0), 0);

function writeDirectory(tags: readonly Tag[], start: number, next: number, view: DataView): void {
  view.setUint16(start, tags.length, true);
  let outside = start + 6 + 12 * tags.length;
  tags.forEach((tag, i) => {
    const entry = start + 2 + 12 * i;
    view.setUint16(entry, tag.code, true);
    view.setUint16(entry + 2, tag.type, true);
    view.setUint32(entry + 4, tag.values.length, true);
    const size = sizeOf(tag);
    let at = entry + 8;
    if (size > 4) {
      view.setUint32(at, outside, true);
      at = outside;
      outside += size + (size & 1);
    }
    for (const value of tag.values) {
      if (tag.type === DOUBLE) view.setFloat64(at, value, true);
      else if (tag.type === LONG) view.setUint32(at, value, true);
      else if (tag.type === SHORT) view.setUint16(at, value, true);
      else view.setUint8(at, value);
      at += typeBytes[tag.type] as number;
    }
  });
  view.setUint32(start + 2 + 12 * tags.length, next, true);
}

/** Writes metres NAP in RD New, unknown cells as NoData −9999, rounded to 1/1024 m. Throws above 4 GB compressed. */
export async function writeCog(file: string, grid: HeightGrid): Promise<void> {
  const grids = [grid];
  for (let last = grid; last.width > tileSize || last.height > tileSize; grids.push(last)) last = halve(last);
  const tiles: Buffer[][] = [];
  for (const level of grids) tiles.push(await compressTiles(level));

  const zeros = tiles.map((list) => list.map(() => 0));
  const directorySizes = grids.map((level, i) =>
    sizeOfDirectory(listTags(level, i > 0, zeros[i] as number[], zeros[i] as number[])),
  );
  const starts = directorySizes.map((_, i) => 8 + directorySizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  let position = 8 + directorySizes.reduce((sum, size) => sum + size, 0);
  const head = Buffer.alloc(position);
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  head.write('II', 'latin1');
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  const chunks: Buffer[] = [head];
  for (let i = grids.length - 1; i >= 0; i--) {
    const list = tiles[i] as Buffer[];
    const offsets = list.map((tile) => {
      const offset = position;
      position += tile.length;
      return offset;
    });
    if (position > 0xffffffff) throw new Error(`${file} would be larger than 4 GB.`);
    const sizes = list.map((tile) => tile.length);
    writeDirectory(
      listTags(grids[i] as HeightGrid, i > 0, offsets, sizes),
      starts[i] as number,
      starts[i + 1] ?? 0,
      view,
    );
    chunks.push(...list);
  }
  await writeBeside(file, 'file', (path) => pipeline(chunks, createWriteStream(path)));
}
