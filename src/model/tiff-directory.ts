/** The directories of a TIFF file: its tags, and where their values go. */
import type { Raster, RasterOptions } from './raster.ts';

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;
const typeBytes: Record<number, number> = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8 };

interface Tag {
  readonly code: number;
  readonly type: number;
  readonly values: readonly number[];
}

const toAscii = (text: string) => [...new TextEncoder().encode(`${text}\0`)];

/** GeoTIFF keys: projected, pixel is area, EPSG:28992 in metres; for heights with EPSG:5709. */
function geoTags(isHeight: boolean): Tag[] {
  const citation = `Amersfoort / RD New${isHeight ? ' + NAP height' : ''}|`;
  const keys = [
    [1024, 0, 1, 1],
    [1025, 0, 1, 1],
    [1026, 34737, citation.length, 0],
    [3072, 0, 1, 28992],
    [3076, 0, 1, 9001],
    ...(isHeight
      ? [
          [4096, 0, 1, 5709],
          [4099, 0, 1, 9001],
        ]
      : []),
  ];
  return [
    { code: 34735, type: SHORT, values: [1, 1, 0, keys.length, ...keys.flat()] },
    { code: 34737, type: ASCII, values: toAscii(citation) },
  ];
}

/** Tags in rising order, as the format wants. `offsets` and `sizes` of the tiles, row by row from the north-west. */
export function listTags(
  { west, south, cellSize, width, height, values }: Raster,
  { noData, isHeight = false, tileSize }: RasterOptions,
  isOverview: boolean,
  offsets: readonly number[],
  sizes: readonly number[],
): Tag[] {
  const isFraction = values instanceof Float32Array;
  const short = (code: number, value: number): Tag => ({ code, type: SHORT, values: [value] });
  const tags: Tag[] = [
    { code: 254, type: LONG, values: [isOverview ? 1 : 0] },
    { code: 256, type: LONG, values: [width] },
    { code: 257, type: LONG, values: [height] },
    short(258, 8 * values.BYTES_PER_ELEMENT),
    short(259, 8),
    short(262, 1),
    short(277, 1),
    short(284, 1),
    short(317, isFraction ? 3 : 2),
    short(322, tileSize),
    short(323, tileSize),
    { code: 324, type: LONG, values: offsets },
    { code: 325, type: LONG, values: sizes },
    short(339, isFraction ? 3 : 1),
  ];
  if (!isOverview) {
    tags.push(
      { code: 33550, type: DOUBLE, values: [cellSize, cellSize, 0] },
      { code: 33922, type: DOUBLE, values: [0, 0, 0, west, south + height * cellSize, 0] },
      ...geoTags(isHeight),
    );
  }
  if (noData !== undefined) tags.push({ code: 42113, type: ASCII, values: toAscii(String(noData)) });
  return tags;
}

const sizeOf = (tag: Tag) => tag.values.length * (typeBytes[tag.type] as number);

/** Bytes of a directory with the values that do not fit in it, even. */
export const sizeOfDirectory = (tags: readonly Tag[]): number =>
  6 + 12 * tags.length + tags.reduce((sum, tag) => sum + (sizeOf(tag) > 4 ? sizeOf(tag) + (sizeOf(tag) & 1) : 0), 0);

/** `next`: where the next directory begins, 0 for none. */
export function writeDirectory(tags: readonly Tag[], start: number, next: number, view: DataView): void {
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
