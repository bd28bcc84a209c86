/** One storm over a site, computed and written as rasters of whole numbers: what the viewer shows without computing. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type FloodEngineOptions, runFlood } from '../../engines/flood/run-flood.ts';
import { listFlow } from '../../engines/flood-flow.ts';
import type { FloodInput, FloodResult, MassBalance } from '../../model/flood.ts';
import type { FloodRunEntry } from '../../model/flood-index.ts';
import type { RasterOptions } from '../../model/raster.ts';
import { type Storm, stormRain } from '../../model/storm.ts';
import { writeRaster } from '../cog.ts';

/** Nothing is known or nothing ever came. */
const NONE = 0xffff;
/** Millimetres: finer steps are noise of the model and would double the files. */
const STEP = 10;
/** What is thinner is left out, mm: rain that runs off. The national map leaves out all below 50. */
const LEAST = 30;
/** Minutes: its accuracy is no better (`FLOOD_FIELDS`). */
const DURATION_STEP = 5;
/** Minutes that a run goes on after the rain. */
const AFTER = 60;
/** Pictures during a run. */
const PICTURES = 9;
const options: RasterOptions = { overview: 'mean', noData: NONE, tileSize: 256 };
const flowOptions: RasterOptions = { overview: 'most', tileSize: 256 };

export interface StormRun extends FloodRunEntry {
  /** m³; see `MassBalance`. */
  readonly massBalance: MassBalance;
  /** Of the wall clock. */
  readonly computedInSeconds: number;
  readonly cellSize: number;
}

/** Whole minutes of pictures, evenly until the end. */
export function pictureSeconds(minutes: number): number[] {
  const step = Math.max(5, Math.ceil((minutes + AFTER) / PICTURES / 5) * 5);
  const count = Math.ceil((minutes + AFTER) / step);
  return Array.from({ length: count }, (_, i) => (i + 1) * step * 60);
}

const isOpen = ({ bed, closed }: FloodInput, cell: number) => closed?.[cell] !== 1 && !Number.isNaN(bed[cell]);

/** Depths as whole millimetres; on open water above its own level. */
export function toMillimetres(depth: Float32Array, input: FloodInput): Uint16Array {
  const result = new Uint16Array(depth.length);
  for (let cell = 0; cell < depth.length; cell++) {
    if (!isOpen(input, cell)) {
      result[cell] = NONE;
      continue;
    }
    const rise = 1000 * ((depth[cell] as number) - (input.initialDepth?.[cell] ?? 0));
    result[cell] = rise < LEAST ? 0 : Math.min(NONE - 1, Math.round(rise / STEP) * STEP);
  }
  return result;
}

/** Whole minutes; nowhere on open water, where nothing arrives. */
function toMinutes(
  seconds: Float32Array,
  input: FloodInput,
  step: number,
  isNever: (second: number) => boolean,
): Uint16Array {
  const result = new Uint16Array(seconds.length).fill(NONE);
  for (let cell = 0; cell < seconds.length; cell++) {
    const second = seconds[cell] as number;
    if (!isOpen(input, cell) || isNever(second) || (input.initialDepth?.[cell] ?? 0) > 0) continue;
    result[cell] = Math.min(NONE - 1, Math.round(second / 60 / step) * step);
  }
  return result;
}

/** SHA-256 over everything that the engine is given. */
function hashInput({ frame, bed, closed, manning, ...rest }: FloodInput): string {
  const hash = createHash('sha256').update(JSON.stringify([frame, rest.rain, rest.borders, rest.seconds, rest.faces]));
  const { rainFactor, infiltration, sewer, initialDepth, sewerStorage } = rest;
  for (const values of [bed, closed, manning, rainFactor, infiltration, sewer, initialDepth, sewerStorage]) {
    if (values === undefined || typeof values === 'number') hash.update(String(values));
    else hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}

/** `ground`: the input without rain. Writes into `<folder>/<storm's id>/`. */
export async function makeStorm(
  ground: FloodInput,
  storm: Storm,
  folder: string,
  engineOptions: FloodEngineOptions,
): Promise<StormRun> {
  const seconds = pictureSeconds(storm.minutes);
  const input: FloodInput = { ...ground, rain: stormRain(storm), seconds: seconds.at(-1) ?? 0 };
  const { frame } = input;
  const place = join(folder, storm.id);
  const depths: string[] = [];
  const flows: string[] = [];
  const writing: Promise<void>[] = [];
  const write = (name: string, values: Uint16Array, kind = options) => {
    writing.push(writeRaster(join(place, name), { ...frame, values }, kind));
    return `${storm.id}/${name}`;
  };
  const result: FloodResult = runFlood(input, {
    ...engineOptions,
    moments: seconds,
    onMoment(moment) {
      const minute = moment.second / 60;
      depths.push(write(`depth-${minute}.tif`, toMillimetres(moment.depth, input)));
      flows.push(write(`flow-${minute}.tif`, listFlow(moment, frame.width, input.initialDepth), flowOptions));
    },
  });
  const { maxima, balance, engine } = result;
  const deepest = write('depth-max.tif', toMillimetres(maxima.depth, input));
  const arrival = write('arrival.tif', toMinutes(maxima.arrival, input, 1, Number.isNaN));
  const duration = write(
    'duration.tif',
    toMinutes(maxima.duration, input, DURATION_STEP, (second) => second === 0),
  );
  await Promise.all(writing);
  return {
    storm,
    seconds,
    depths,
    flows,
    deepest,
    arrival,
    duration,
    engine,
    hash: hashInput(input),
    cellSize: frame.cellSize,
    massBalance: balance,
    computedInSeconds: Number(result.seconds.toFixed(2)),
  };
}
