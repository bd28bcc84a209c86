/** What was made for floods, cut to the extent; buildings get their new row in the table. */
import { fromFile } from 'geotiff';
import type { BuildingTable } from '../../model/city-index.ts';
import { parseFloodFacades } from '../../model/flood-facades.ts';
import { parseFloodIndex } from '../../model/flood-index.ts';
import type { RdExtent } from '../../model/grid.ts';
import type { RasterOptions, RasterValues } from '../../model/raster.ts';
import { writeRaster } from '../cog.ts';
import type { CutTable } from './cut-indexes.ts';

type Write = (from: string, to: string) => Promise<void>;

export interface FloodCut {
  /** By path in the made folder: files that are written anew instead of copied. */
  readonly writers: ReadonlyMap<string, Write>;
  readonly texts: ReadonlyMap<string, string>;
}

/** Whole cells that touch the extent, as a file of the same kind; `map` changes what stands in them. */
async function cropRaster(from: string, to: string, extent: RdExtent, map?: (value: number) => number): Promise<void> {
  const tiff = await fromFile(from);
  try {
    const image = await tiff.getImage();
    const [west, , , north] = image.getBoundingBox() as [number, number, number, number];
    const cellSize = image.getResolution()[0] as number;
    const noData = image.getGDALNoData() ?? undefined;
    const limit = (value: number, most: number) => Math.min(Math.max(value, 0), most);
    const left = limit(Math.floor((extent[0] - west) / cellSize), image.getWidth() - 1);
    const right = Math.max(limit(Math.ceil((extent[2] - west) / cellSize), image.getWidth()), left + 1);
    const top = limit(Math.floor((north - extent[3]) / cellSize), image.getHeight() - 1);
    const bottom = Math.max(limit(Math.ceil((north - extent[1]) / cellSize), image.getHeight()), top + 1);
    const read = await image.readRasters({ samples: [0], interleave: true, window: [left, top, right, bottom] });
    const cells = read as unknown as RasterValues;
    const [width, height] = [right - left, bottom - top];
    const values = cells.slice();
    for (let row = 0; row < height; row++)
      values.set(cells.subarray(row * width, (row + 1) * width), (height - 1 - row) * width);
    if (map) for (let i = 0; i < values.length; i++) values[i] = map(values[i] as number);
    const isFraction = values instanceof Float32Array;
    if (isFraction) for (let i = 0; i < values.length; i++) if (values[i] === noData) values[i] = Number.NaN;
    const options: RasterOptions = {
      ...(noData === undefined ? {} : { noData }),
      // Codes have no value for nothing, or none that is high: numbers of 16 bits say it with their greatest.
      overview: isFraction || noData === 0xffff ? 'mean' : 'most',
      isHeight: isFraction,
      tileSize: image.getTileWidth(),
    };
    const south = north - bottom * cellSize;
    await writeRaster(to, { west: west + left * cellSize, south, cellSize, width, height, values }, options);
  } finally {
    await tiff.close();
  }
}

/** `url` of the index; `readJson` reads from the made folder. `rows` of the table of buildings, where there is one. */
export async function cutFlood(
  url: string,
  readJson: (path: string) => Promise<unknown>,
  extent: RdExtent,
  rows: CutTable | undefined,
): Promise<FloodCut> {
  const json = (await readJson(url)) as object;
  const index = parseFloodIndex(json, url);
  const place = url.slice(0, url.lastIndexOf('/') + 1);
  const writers = new Map<string, Write>();
  const texts = new Map<string, string>();
  const { ground, water, buildings } = index.files;
  const runs = index.runs.flatMap(({ depths, flows = [], deepest, arrival, duration }) => [
    ...depths,
    ...flows,
    deepest,
    arrival,
    duration,
  ]);
  for (const file of [ground, water, ...runs]) writers.set(place + file, (from, to) => cropRaster(from, to, extent));
  const newRow = (row: number) => (rows ? (rows.rowOf[row - 1] ?? -1) + 1 : row);
  writers.set(place + buildings, (from, to) => cropRaster(from, to, extent, (row) => (row === 0 ? 0 : newRow(row))));
  const { west, south, cellSize, width, height } = index.frame;
  const cells = (metres: number, most: number) => Math.min(Math.max(metres / cellSize, 0), most);
  const left = Math.floor(cells(extent[0] - west, width));
  const low = Math.floor(cells(extent[1] - south, height));
  const frame = {
    west: west + left * cellSize,
    south: south + low * cellSize,
    cellSize,
    width: Math.ceil(cells(extent[2] - west, width)) - left,
    height: Math.ceil(cells(extent[3] - south, height)) - low,
  };
  texts.set(url, `${JSON.stringify({ ...json, frame }, undefined, 1)}\n`);
  const facades = `${place}facades.json`;
  const told = parseFloodFacades(await readJson(facades), facades);
  if (rows) texts.set(facades, JSON.stringify({ ...told, lowest: cutLowest(told.lowest, rows) }));
  return { writers, texts };
}

function cutLowest(
  lowest: readonly (number | null)[],
  { table, rowOf }: { table: BuildingTable; rowOf: readonly number[] },
) {
  const kept: (number | null)[] = table.id.map(() => null);
  for (const [row, to] of rowOf.entries()) if (to >= 0) kept[to] = lowest[row] ?? null;
  return kept;
}
