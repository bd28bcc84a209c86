/** What a flood run answers, as files: GeoTIFFs, gauges and a summary. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toCommaCell } from '../../model/csv.ts';
import type { FloodFrame, FloodInput, FloodMaxima, FloodMoment } from '../../model/flood.ts';
import { writeRaster } from '../cog.ts';
import { writeBeside } from '../write-beside.ts';

const NO_DATA = -9999;
type Cells = Float32Array | Float64Array;

/** Writes what `read` answers per cell, NaN as NoData −9999. */
async function writeCells(file: string, frame: FloodFrame, isHeight: boolean, read: (cell: number) => number) {
  const values = new Float32Array(frame.width * frame.height);
  for (let cell = 0; cell < values.length; cell++) values[cell] = read(cell);
  await writeRaster(file, { ...frame, values }, { noData: NO_DATA, overview: 'mean', isHeight, tileSize: 512 });
}

export const isOpenCell = ({ bed, closed }: Pick<FloodInput, 'bed' | 'closed'>, cell: number): boolean =>
  closed?.[cell] !== 1 && !Number.isNaN(bed[cell]);

/** Minutes in a file's name: 5, 2.5. */
const minuteName = (second: number): string => String(Number((second / 60).toFixed(3)));

export function writeDepth(folder: string, input: FloodInput, second: number, depth: Float32Array): Promise<void> {
  const file = join(folder, `depth-${minuteName(second)}.tif`);
  return writeCells(file, input.frame, false, (cell) =>
    isOpenCell(input, cell) ? (depth[cell] as number) : Number.NaN,
  );
}

/** Minutes are NoData where water never came; levels where it never stood. */
export async function writeMaxima(folder: string, input: FloodInput, maxima: FloodMaxima): Promise<void> {
  const { frame } = input;
  const { depth, speed, arrival } = maxima;
  const bed: Cells = input.bed;
  const open = (values: Float32Array) => (cell: number) =>
    isOpenCell(input, cell) ? (values[cell] as number) : Number.NaN;
  await mkdir(folder, { recursive: true });
  await writeCells(join(folder, 'depth-max.tif'), frame, false, open(depth));
  await writeCells(join(folder, 'speed-max.tif'), frame, false, open(speed));
  await writeCells(join(folder, 'level-max.tif'), frame, true, (cell) =>
    isOpenCell(input, cell) && (depth[cell] as number) > 0
      ? (bed[cell] as number) + (depth[cell] as number)
      : Number.NaN,
  );
  await writeCells(join(folder, 'arrival.tif'), frame, false, (cell) => (arrival[cell] as number) / 60);
}

export interface Gauge {
  readonly id: string;
  readonly cell: number;
}

/** Shallower water has no speed that means anything, m. */
const LEAST_DEPTH = 0.001;

const format = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : '');

/** One line per gauge: `id,minute,depth_m,level_m,u_m_per_s,v_m_per_s`; speeds are means of the two sides of the cell. */
export function gaugeLines(
  gauges: readonly Gauge[],
  input: FloodInput,
  { second, depth, qx, qy }: FloodMoment,
): string[] {
  const { width } = input.frame;
  return gauges.map(({ id: name, cell }) => {
    const id = toCommaCell(name);
    const minute = minuteName(second);
    if (!isOpenCell(input, cell)) return `${id},${minute},,,,`;
    const h = depth[cell] as number;
    const west = cell % width > 0 ? (qx[cell - 1] as number) : 0;
    const south = cell >= width ? (qy[cell - width] as number) : 0;
    const isDry = h < LEAST_DEPTH;
    const u = isDry ? 0 : (west + (qx[cell] as number)) / 2 / h;
    const v = isDry ? 0 : (south + (qy[cell] as number)) / 2 / h;
    const level = h > 0 ? (input.bed[cell] as number) + h : Number.NaN;
    return [id, minute, format(h, 5), format(level, 5), format(u, 5), format(v, 5)].join(',');
  });
}

export async function writeText(file: string, text: string): Promise<void> {
  await writeBeside(file, 'file', (path) => writeFile(path, text));
}
