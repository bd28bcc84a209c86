/**
 * Ground surfaces → raster map tiles (XYZ, Web Mercator, WebP). Every level is drawn from the surfaces themselves, never from
 * finer tiles, so that lines stay crisp and the net of roads readable. Two complete pyramids share one address: coarse levels
 * over everything, fine levels over the detailed extent; a viewer never asks for a tile that is not there.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../model/input-error.ts';
import { rdToLonLat } from '../model/rd.ts';
import { readGround } from './map/ground.ts';
import { type Box, lonLatToSquare } from './map/map-frame.ts';
import { TILE_SIZE } from './map/paint-tile.ts';
import { type MapTile, writeMapTiles } from './map/write-tiles.ts';
import { writeBeside } from './write-beside.ts';

/** Levels of tiles of 512 pixels: 18 is 0.18 m a pixel in the Netherlands, 15 is 1.5 m. */
const LOWEST = 9;
const WIDE = 15;
const DETAIL = 18;

export interface MapReport {
  readonly minimumLevel: number;
  readonly maximumLevel: number;
  readonly tileSize: number;
  /** Degrees: west, south, east, north. */
  readonly rectangle: [number, number, number, number];
  readonly detail: { readonly maximumLevel: number; readonly rectangle: [number, number, number, number] };
  readonly polygons: number;
  readonly tiles: number;
  readonly bytes: number;
  /** Attributes that no class is known for, drawn neutrally, with how many features carry them. */
  readonly unknown: Readonly<Record<string, number>>;
  readonly seconds: number;
}

export interface MapOptions {
  /** RD New metres: west, south, east, north. Drawn to the finest level. */
  readonly extent: Box;
  readonly threads?: number;
  readonly onProgress?: (share: number) => void;
}

/** The largest upright rectangle of degrees within an RD box: RD stands a little askew to the meridians. */
function rectangleWithin([west, south, east, north]: Box): [number, number, number, number] {
  const at = (x: number, y: number) => rdToLonLat({ x, y });
  const [sw, se, ne, nw] = [at(west, south), at(east, south), at(east, north), at(west, north)];
  return [Math.max(sw.lon, nw.lon), Math.max(sw.lat, se.lat), Math.min(se.lon, ne.lon), Math.min(ne.lat, nw.lat)];
}

const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/** Every tile of a level that touches the rectangle. */
function listTiles(level: number, [west, south, east, north]: readonly number[]): MapTile[] {
  const [x0, y0] = lonLatToSquare(west as number, north as number);
  const [x1, y1] = lonLatToSquare(east as number, south as number);
  const count = 2 ** level;
  const tiles: MapTile[] = [];
  for (let x = Math.floor(x0 * count); x <= Math.floor(x1 * count); x++) {
    for (let y = Math.floor(y0 * count); y <= Math.floor(y1 * count); y++) tiles.push({ level, x, y });
  }
  return tiles;
}

/** Makes `folder` with `{z}/{x}/{y}.webp` and `report.json`, replaced as a whole. Throws {@link InputError} naming file, feature and property. */
export async function makeMap(
  files: readonly string[],
  folder: string,
  { extent, threads, onProgress }: MapOptions,
): Promise<MapReport> {
  const started = performance.now();
  const { ground, box, polygonCount, unknown } = await readGround(files);
  const detailBox = meet(box, extent);
  if (!(detailBox[0] < detailBox[2] && detailBox[1] < detailBox[3])) {
    throw new InputError(
      `${files.join(', ')}: no ground surface lies within the extent ${extent.join(', ')} (RD New).`,
    );
  }
  const rectangle = rectangleWithin(box);
  const detail = { maximumLevel: DETAIL, rectangle: rectangleWithin(detailBox) };
  const tiles: MapTile[] = [];
  for (let level = LOWEST; level <= DETAIL; level++) {
    tiles.push(...listTiles(level, level <= WIDE ? rectangle : detail.rectangle));
  }
  return writeBeside(folder, 'folder', async (beside) => {
    const job = { ground, folder: beside, tiles };
    const bytes = await writeMapTiles(job, threads, (done) => onProgress?.(done / tiles.length));
    const report: MapReport = {
      minimumLevel: LOWEST,
      maximumLevel: WIDE,
      tileSize: TILE_SIZE,
      rectangle,
      detail,
      polygons: polygonCount,
      tiles: tiles.length,
      bytes,
      unknown,
      seconds: Number(((performance.now() - started) / 1000).toFixed(2)),
    };
    await writeFile(join(beside, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`);
    return report;
  });
}
