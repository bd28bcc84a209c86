/** `cli flood`: one flood run from files to files. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runFlood } from '../engines/flood/run-flood.ts';
import { buildFloodInput } from '../engines/flood-input.ts';
import type { FloodInput, FloodMoment, FloodResult, MassBalance, Series } from '../model/flood.ts';
import { InputError } from '../model/input-error.ts';
import { parseCsv } from './csv.ts';
import { startFloodCrew } from './flood/crew.ts';
import { readFootprints } from './flood/footprints.ts';
import { burnFootprints } from './flood/site.ts';
import { addBreach, type BreachRun, type BreachSummary, breachFiles, writeBreach } from './flood-run/breach.ts';
import { readCells } from './flood-run/cells.ts';
import { cellOfRow, readInflows, readRain, readText } from './flood-run/series.ts';
import { type Gauge, gaugeLines, isOpenCell, writeDepth, writeMaxima, writeText } from './flood-run/write-results.ts';
import { readGeotiff } from './terrain/read-geotiff.ts';

export interface FloodRun extends BreachRun {
  readonly dtm: string;
  readonly out: string;
  readonly rainMm?: number;
  readonly rainMinutes?: number;
  readonly rainSeries?: string;
  /** A number or a GeoTIFF. */
  readonly infiltrationMmPerHour: number | string;
  readonly manning: number | string;
  readonly sewerMmPerHour: number;
  readonly sewerStorageMm?: number;
  readonly initialDepth?: string;
  readonly initialLevel?: number;
  readonly inflow?: string;
  readonly buildings?: readonly string[];
  readonly boundary: 'closed' | 'open';
  readonly cellSize?: number;
  readonly minutes?: number;
  readonly every?: number;
  readonly gauges?: string;
  /** Absent: one per core, and one for a small grid, where starting more takes longer than they save. */
  readonly threads?: number;
  readonly onProgress?: (share: number) => void;
  /** What the user should know of the input that is no error. */
  readonly onNote?: (note: string) => void;
}

export interface FloodSummary {
  readonly cells: number;
  readonly openCells: number;
  /** m. */
  readonly cellSize: number;
  readonly steps: number;
  /** Of the wall clock, of the run itself. */
  readonly seconds: number;
  readonly cellUpdatesPerSecond: number;
  /** m³, and the error as a share of what came in. */
  readonly massBalance: MassBalance;
  readonly engine: string;
  /** SHA-256 over the contents of all files and the options. */
  readonly inputsHash: string;
  readonly minutes: number;
  readonly out: string;
  readonly scheme: 'inertial' | 'full';
  readonly breach?: BreachSummary;
}

/** Minutes after the last rain or inflow that a run goes on where `minutes` is not given. */
const AFTER = 60;
const AFTER_BREACH = 360;
/** Minutes between lines of a gauge. */
const GAUGE_STEP = 1;
/** Cells. */
const SMALL = 100_000;

function readGauges(file: string, { frame }: FloodInput): Gauge[] {
  const name = basename(file);
  const rows = parseCsv(readText(file), name, ['id'], ['x', 'y']);
  if (rows.length === 0) throw new InputError(`${name}: holds no gauge.`);
  return rows.map((row) => ({ id: row.texts.id, cell: cellOfRow(row, name, frame) }));
}

function rainOf({ rainMm = 0, rainMinutes = 0, rainSeries }: FloodRun): Series {
  if (rainSeries !== undefined) return readRain(rainSeries);
  if (rainMm === 0) return [];
  return [
    { second: 0, value: rainMm / rainMinutes / 60_000 },
    { second: rainMinutes * 60, value: 0 },
  ];
}

/** Heights, buildings, ground and what stands there at the start; rain and inflows come in `runFloodFiles`. */
async function readGround(run: FloodRun): Promise<FloodInput> {
  const { grid } = await readGeotiff(run.dtm);
  const { values: heights, ...frame } = grid;
  const footprints = readFootprints(run.buildings ?? []);
  const ids = footprints.map(({ id }) => id);
  const side = run.boundary;
  const input = buildFloodInput(
    {
      frame,
      heights,
      ground: new Uint8Array(heights.length),
      buildings: burnFootprints(footprints, ids, frame),
      water: new Float32Array(heights.length).fill(Number.NaN),
    },
    {
      cellSize: run.cellSize ?? frame.cellSize,
      waterDepth: 0,
      rain: rainOf(run),
      seconds: 0,
      borders: { west: side, east: side, south: side, north: side },
    },
  );
  const built = input.closed?.reduce((sum, cell) => sum + cell, 0) ?? 0;
  if (ids.length > 0 && built === 0) run.onNote?.('none of the buildings stands on the heights');
  let unknown = 0;
  for (let cell = 0; cell < input.bed.length; cell++)
    if (Number.isNaN(input.bed[cell]) && input.closed?.[cell] !== 1) unknown++;
  if (unknown > 0) run.onNote?.(`${unknown} cells have no height: no water flows or falls there`);
  const cellsOf = async (
    value: number | string,
    option: string,
    range: readonly [number, number, string],
    instead: number,
  ) => {
    if (typeof value === 'number') return value;
    const { values, missing } = await readCells(value, input.frame, range, instead);
    if (missing > 0)
      run.onNote?.(`${basename(value)}: ${missing} cells without a value are taken as ${instead} (${option})`);
    return values;
  };
  const soak = await cellsOf(run.infiltrationMmPerHour, '--infiltration-mm-per-hour', [0, 1e6, 'mm/h'], 0);
  const manning = await cellsOf(run.manning, '--manning', [0.001, 10, 's/m^(1/3)'], 0.03);
  const { frame: cells, bed, closed, rainFactor, rain, faces, borders, seconds } = input;
  return {
    frame: cells,
    bed,
    rain,
    borders,
    seconds,
    ...(built > 0 && closed && rainFactor ? { closed, rainFactor } : {}),
    ...(faces ? { faces } : {}),
    manning,
    infiltration: typeof soak === 'number' ? soak / 3.6e6 : soak.map((value) => value / 3.6e6),
    ...(await initialOf(run, input)),
  };
}

async function initialOf({ initialDepth, initialLevel, onNote }: FloodRun, { frame, bed }: FloodInput) {
  if (initialDepth !== undefined) {
    const { values, missing } = await readCells(initialDepth, frame, [0, 1000, 'm'], 0);
    if (missing > 0) onNote?.(`${basename(initialDepth)}: ${missing} cells without a depth are taken as dry`);
    return { initialDepth: values };
  }
  if (initialLevel === undefined) return {};
  return { initialDepth: Float32Array.from(bed, (z) => (z < initialLevel ? initialLevel - z : 0)) };
}

const lastSecond = (series: Series) => series.at(-1)?.second ?? 0;

/** Every file that decides the answer, by content, and every option but where it goes and how it is told. */
function hashInputs({ out: _, onProgress: __, onNote: ___, threads: ____, ...options }: FloodRun): string {
  const hash = createHash('sha256').update(JSON.stringify(options));
  const { dtm, rainSeries, infiltrationMmPerHour, manning, initialDepth, inflow, buildings = [], gauges } = options;
  for (const file of [
    dtm,
    rainSeries,
    infiltrationMmPerHour,
    manning,
    initialDepth,
    inflow,
    ...buildings,
    gauges,
    ...breachFiles(options),
  ])
    if (typeof file === 'string') hash.update(readFileSync(file));
  return hash.digest('hex');
}

const every = (step: number | undefined, end: number): number[] =>
  step === undefined ? [] : Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => i * step);

/** Throws InputError with one line for what is wrong with the files; each output is put in place only when it is whole. */
export async function runFloodFiles(run: FloodRun): Promise<FloodSummary> {
  const ground = await addBreach(run, await readGround(run));
  const inflows = run.inflow ? readInflows(run.inflow, ground.frame, (cell) => isOpenCell(ground, cell)) : [];
  const ends = [lastSecond(ground.rain), ...inflows.map(({ series }) => lastSecond(series))];
  const minutes = run.minutes ?? Math.max(...ends) / 60 + (ground.breaches ? AFTER_BREACH : AFTER);
  const sewer = run.sewerMmPerHour > 0 ? sewerOf(ground, run) : {};
  const input: FloodInput = {
    ...ground,
    ...sewer,
    inflows,
    seconds: minutes * 60,
    ...(run.scheme === 'full' ? { scheme: 'full' as const } : {}),
  };
  const gauges = run.gauges ? readGauges(run.gauges, input) : [];
  for (const { id, cell } of gauges)
    if (!isOpenCell(input, cell)) run.onNote?.(`gauge ${id} lies in a building or where no height is known`);
  await mkdir(run.out, { recursive: true });
  const shots = new Set(every(run.every && run.every * 60, input.seconds));
  const readings = new Set(gauges.length > 0 ? [...every(GAUGE_STEP * 60, input.seconds), input.seconds] : []);
  const lines = ['id,minute,depth_m,level_m,u_m_per_s,v_m_per_s'];
  const writing: Promise<void>[] = [];
  const crew = await startFloodCrew(run.threads ?? (input.bed.length < SMALL ? 1 : undefined));
  const compute = () =>
    runFlood(input, {
      ...crew.options,
      moments: [...new Set([...shots, ...readings])].sort((a, b) => a - b),
      onMoment(moment: FloodMoment) {
        if (readings.has(moment.second)) for (const line of gaugeLines(gauges, input, moment)) lines.push(line);
        if (shots.has(moment.second)) writing.push(writeDepth(run.out, input, moment.second, moment.depth.slice()));
      },
      ...(run.onProgress ? { onProgress: run.onProgress } : {}),
    });
  let result: FloodResult;
  try {
    result = compute();
  } finally {
    await crew.destroy();
  }
  await Promise.all(writing);
  await writeMaxima(run.out, input, result.maxima);
  if (gauges.length > 0) await writeText(join(run.out, 'gauges.csv'), `${lines.join('\n')}\n`);
  let openCells = 0;
  for (let cell = 0; cell < input.bed.length; cell++) if (isOpenCell(input, cell)) openCells++;
  const summary: FloodSummary = {
    cells: input.bed.length,
    openCells,
    cellSize: input.frame.cellSize,
    steps: result.steps,
    seconds: Number(result.seconds.toFixed(3)),
    cellUpdatesPerSecond: Math.round(result.cellUpdates / Math.max(result.seconds, 1e-3)),
    massBalance: result.balance,
    engine: result.engine,
    inputsHash: hashInputs(run),
    minutes,
    out: run.out,
    scheme: input.scheme ?? 'inertial',
    ...(await writeBreach(run.out, input, result)),
  };
  await writeText(join(run.out, 'summary.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
  return summary;
}

/** The same rate everywhere, and for roofs where they drain to. */
function sewerOf({ rainFactor }: FloodInput, { sewerMmPerHour, sewerStorageMm }: FloodRun) {
  const rate = sewerMmPerHour / 3.6e6;
  return {
    sewer: rainFactor?.map((factor) => factor * rate) ?? rate,
    ...(sewerStorageMm === undefined ? {} : { sewerStorage: sewerStorageMm / 1000 }),
  };
}
