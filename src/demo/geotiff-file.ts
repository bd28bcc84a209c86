/** Writes one band of heights as a tiled GeoTIFF: Float32, deflate with the floating-point predictor, RD New and NAP. */
import { deflateSync } from 'node:zlib';

export interface HeightRaster {
  readonly width: number;
  readonly height: number;
  /** Metres. */
  readonly cellSize: number;
  /** RD New of the northwest corner (of the cell, not its centre). */
  readonly west: number;
  readonly north: number;
  /** `width * height`, index `row * width + column`, row 0 north, cell means, metres NAP; −9999 is NoData. */
  readonly values: Float32Array;
}

const TILE = 256;
const NO_DATA = -9999;

/** TIFF technical note 3: bytes of a row by significance, then differences. */
function predict(source: Float32Array): Uint8Array {
  const result = new Uint8Array(TILE * TILE * 4);
  const bytes = new Uint8Array(source.buffer);
  for (let row = 0; row < TILE; row++) {
    const start = row * TILE * 4;
    for (let i = 0; i < TILE; i++) {
      for (let b = 0; b < 4; b++) result[start + b * TILE + i] = bytes[start + i * 4 + (3 - b)] as number;
    }
    for (let i = TILE * 4 - 1; i > 0; i--) {
      result[start + i] = ((result[start + i] as number) - (result[start + i - 1] as number)) & 255;
    }
  }
  return result;
}

function listTiles({ width, height, values }: HeightRaster): Uint8Array[] {
  const tiles: Uint8Array[] = [];
  const tile = new Float32Array(TILE * TILE);
  for (let y = 0; y < height; y += TILE) {
    for (let x = 0; x < width; x += TILE) {
      tile.fill(NO_DATA);
      const columns = Math.min(TILE, width - x);
      for (let row = 0; row < Math.min(TILE, height - y); row++) {
        const from = (y + row) * width + x;
        tile.set(values.subarray(from, from + columns), row * TILE);
      }
      tiles.push(deflateSync(predict(tile), { level: 5 }));
    }
  }
  return tiles;
}

type Entry = readonly [tag: number, type: number, values: readonly number[] | string];
const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;
const ASCII = 2;
const typeSize: Record<number, number> = { [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8, [ASCII]: 1 };

/** Model projected, cells as areas, EPSG:28992, metres; vertical EPSG:5709 (NAP). */
const geoKeys = [
  1, 1, 0, 6, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 28992, 3076, 0, 1, 9001, 4096, 0, 1, 5709, 4099, 0, 1, 9001,
];

export function encodeGeoTiff(raster: HeightRaster): Uint8Array {
  const tiles = listTiles(raster);
  const entries: Entry[] = [
    [256, LONG, [raster.width]],
    [257, LONG, [raster.height]],
    [258, SHORT, [32]],
    [259, SHORT, [8]],
    [262, SHORT, [1]],
    [277, SHORT, [1]],
    [284, SHORT, [1]],
    [317, SHORT, [3]],
    [322, SHORT, [TILE]],
    [323, SHORT, [TILE]],
    [324, LONG, tiles.map(() => 0)],
    [325, LONG, tiles.map((tile) => tile.length)],
    [339, SHORT, [3]],
    [33550, DOUBLE, [raster.cellSize, raster.cellSize, 0]],
    [33922, DOUBLE, [0, 0, 0, raster.west, raster.north, 0]],
    [34735, SHORT, geoKeys],
    [42113, ASCII, `${NO_DATA}\0`],
  ];
  const directory = 8;
  let free = directory + 2 + entries.length * 12 + 4;
  const places = entries.map(([, type, values]) => {
    const size = values.length * (typeSize[type] as number);
    if (size <= 4) return -1;
    free += free & 7 ? 8 - (free & 7) : 0;
    const place = free;
    free += size;
    return place;
  });
  let end = free;
  const offsets = tiles.map((tile) => {
    const place = end;
    end += tile.length;
    return place;
  });
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  view.setUint16(0, 0x4949, true);
  view.setUint16(2, 42, true);
  view.setUint32(4, directory, true);
  view.setUint16(directory, entries.length, true);
  entries.forEach(([tag, type, given], i) => {
    const values = tag === 324 ? offsets : given;
    const entry = directory + 2 + i * 12;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, values.length, true);
    let place = places[i] as number;
    if (place === -1) place = entry + 8;
    else view.setUint32(entry + 8, place, true);
    for (let k = 0; k < values.length; k++) {
      if (typeof values === 'string') view.setUint8(place + k, values.charCodeAt(k));
      else if (type === SHORT) view.setUint16(place + k * 2, values[k] as number, true);
      else if (type === LONG) view.setUint32(place + k * 4, values[k] as number, true);
      else view.setFloat64(place + k * 8, values[k] as number, true);
    }
  });
  tiles.forEach((tile, i) => {
    file.set(tile, offsets[i] as number);
  });
  return file;
}
