/**
 * What the flood picture is made of, made in a thread: windows of runs are read and laid over the ground (`engines/flood-detail.ts`),
 * and depths become surfaces (`engines/water-surface.ts`). One service holds the grounds of all sheets that are shown.
 */
import { createFloodDetail, type FloodDetail } from '../engines/flood-detail.ts';
import { buildFloodInput } from '../engines/flood-input.ts';
import { changeSite } from '../engines/flood-measures.ts';
import { planSite } from '../engines/flood-plan.ts';
import { depthDoubt, findUndecided } from '../engines/flood-uncertainty.ts';
import { createWaterSurface, type RaisedWater, type WaterSurface } from '../engines/water-surface.ts';
import { ASSUMED_HEIGHT_ERROR, type FloodFrame } from '../model/flood.ts';
import type { FloodChange } from '../model/flood-change.ts';
import { decodeFlow } from '../model/flood-flow.ts';
import { floodGroundCode, groundTable } from '../model/flood-ground.ts';
import { type FloodSheet, NEVER, sheetExtent } from '../model/flood-run.ts';
import type { FloodSite } from '../model/flood-site.ts';
import type { RdExtent } from '../model/grid.ts';
import { toHalf } from '../model/half-float.ts';
import { createRasterCache } from './raster-window.ts';
import { readSiteFrame, type SiteFiles } from './read-flood-site.ts';

/** As they were computed here. */
export interface CellValues {
  readonly frame: FloodFrame;
  readonly values: Uint16Array;
}

/** Per cell of a run, whole millimetres or minutes: a file's whole address, or as it was computed here. */
export type RunValues = string | CellValues;

export interface RunFiles {
  readonly deepest: RunValues;
  readonly arrival: RunValues;
  readonly duration: RunValues;
  /** m; how deep open water was taken to be. */
  readonly waterDepth: number;
  /** m; standard deviation of single height measurements, where their source says it. */
  readonly heightError?: number | undefined;
  /** What lies on today's ground in this run. */
  readonly change?: FloodChange | undefined;
  /** Metres of water come over canals and ditches: they are drawn under it, and not as the water that always stands there. */
  readonly coversWater?: boolean;
}

export interface RaisedMoment extends RaisedWater {
  /** Per cell 1 where the height measurement leaves open whether water stands there at that moment; of the deepest the sheet says it. */
  readonly undecided?: Uint8Array;
}

export interface RaisedSheet {
  readonly sheet: FloodSheet;
  /** m NAP as it is drawn. */
  readonly bed: Float32Array;
}

export interface FloodViewService {
  /** Reads a sheet on cells of about `cellSize`; undefined where the extent lies outside the files. */
  read(
    key: string,
    site: SiteFiles,
    run: RunFiles,
    extent: RdExtent,
    cellSize: number,
  ): Promise<RaisedSheet | undefined>;
  /** The water of a moment; `deepest` is that of the sheet itself. */
  raise(key: string, depths: RunValues | 'deepest'): Promise<RaisedMoment>;
  /** Velocities of a moment under a sheet, from codes of `model/flood-flow.ts`. */
  flow(key: string, codes: RunValues): Promise<FlowSheet>;
  drop(key: string): void;
}

export interface FlowSheet {
  /** Cells of the run. */
  readonly frame: FloodFrame;
  /** Side by side per cell, m/s to the east and to the north, as 16-bit floats. */
  readonly values: Uint16Array;
}

interface Held {
  readonly surface: WaterSurface;
  readonly sheet: FloodSheet;
  readonly detail: FloodDetail;
  /** Cells of the run that lie under the sheet. */
  readonly extent: RdExtent;
  readonly cellSize: number;
  readonly findUndecided: (depths: Uint16Array) => Uint8Array;
}

/** A file says "none" with its own value; what was computed here has none. */
interface RunWindow {
  readonly frame: FloodFrame;
  readonly values: Uint16Array;
  readonly noData: number | undefined;
}

/** On cells of another size, each by the one that holds its middle: a moment that only a coarser run has come to. */
function onCells({ frame, values }: CellValues, cellSize: number): CellValues {
  if (frame.cellSize === cellSize) return { frame, values };
  const times = frame.cellSize / cellSize;
  const [width, height] = [Math.round(frame.width * times), Math.round(frame.height * times)];
  const result = new Uint16Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = Math.min(Math.floor((row + 0.5) / times), frame.height - 1) * frame.width;
    for (let column = 0; column < width; column++)
      result[row * width + column] = values[
        start + Math.min(Math.floor((column + 0.5) / times), frame.width - 1)
      ] as number;
  }
  return { frame: { ...frame, cellSize, width, height }, values: result };
}

/** The part of what was computed here that lies in an extent, on its own cells. */
function cut({ frame, values }: CellValues, [west, south, east, north]: RdExtent): RunWindow {
  const { cellSize } = frame;
  const limit = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);
  const left = limit((west - frame.west) / cellSize, frame.width);
  const right = limit((east - frame.west) / cellSize, frame.width);
  const bottom = limit((south - frame.south) / cellSize, frame.height);
  const top = limit((north - frame.south) / cellSize, frame.height);
  const [width, height] = [right - left, top - bottom];
  const part = new Uint16Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (bottom + row) * frame.width + left;
    part.set(values.subarray(start, start + width), row * width);
  }
  const partFrame = {
    west: frame.west + left * cellSize,
    south: frame.south + bottom * cellSize,
    cellSize,
    width,
    height,
  };
  return { frame: partFrame, values: part, noData: undefined };
}

const ofHeld = (values: RunValues, cellSize: number) =>
  typeof values === 'string' ? values : onCells(values, cellSize);

const NONE = 0xffff;
/** Coarse and fine, of today and of a plan. */
const KEPT_GROUNDS = 4;

/** A part of the site, made ready for any depths on it. */
interface Ground {
  readonly site: FloodSite;
  readonly surface: WaterSurface;
  /** m NAP on which water is drawn: the terrain in the picture is not dug out for measures. */
  readonly drawn: Float32Array;
  /** m NAP of ground, or of the water that always stands there. */
  readonly bed: Float32Array;
  readonly isWater: Uint8Array;
  /** Where nothing is ever flooded: buildings, water, unknown ground. */
  readonly isLeftOut: Uint8Array;
}

export function createFloodView(): FloodViewService {
  const open = createRasterCache();
  const sheets = new Map<string, Held>();
  /** Of the last extents: a run that gets finer, or another storm, lies on the same ground. */
  const grounds = new Map<string, Promise<Ground>>();

  async function readRun(from: RunValues, extent: RdExtent, cellSize: number): Promise<RunWindow | undefined> {
    if (typeof from !== 'string') return cut(from, extent);
    return (await open(from)).read<Uint16Array>(extent, cellSize);
  }

  function readGround(
    files: SiteFiles,
    frame: FloodFrame,
    factor: number,
    { change, coversWater = false }: RunFiles,
  ): Promise<Ground> {
    const place = [files.heights, files.ground, ...sheetExtent(frame), frame.cellSize, factor];
    const key = [...place, change?.key, coversWater].join();
    const known = grounds.get(key);
    if (known) return known;
    const { west, south, cellSize, width, height } = frame;
    const fine = { west, south, cellSize: cellSize / factor, width: width * factor, height: height * factor };
    const ground = readSiteFrame(open, files, fine).then((site) => groundOf(site, change, coversWater));
    ground.catch(() => grounds.delete(key));
    grounds.set(key, ground);
    for (const [first] of grounds) {
      if (grounds.size <= KEPT_GROUNDS) break;
      grounds.delete(first);
    }
    return ground;
  }

  const cellSizeOf = async (from: RunValues) =>
    typeof from === 'string' ? (await open(from)).cellSize : from.frame.cellSize;

  async function read(key: string, files: SiteFiles, run: RunFiles, extent: RdExtent, cellSize: number) {
    const own = await cellSizeOf(run.deepest);
    // Finer than the run: on the ground's own cells; coarser: on the run's, or coarser ones.
    const runCell = Math.max(own, cellSize);
    const deepest = await readRun(run.deepest, extent, runCell);
    if (!deepest) return undefined;
    const { frame } = deepest;
    const whole = sheetExtent(frame);
    // Fine cells of the ground in one of the run.
    const factor = Math.max(1, Math.round(frame.cellSize / cellSize));
    const [arrival, duration, { site, surface, drawn, bed, isWater, isLeftOut }] = await Promise.all([
      readRun(run.arrival, whole, frame.cellSize),
      readRun(run.duration, whole, frame.cellSize),
      readGround(files, frame, factor, run),
    ]);
    if (!arrival || !duration) throw new Error('Expected arrival and duration where there is a depth.');
    const detail =
      factor === 1
        ? asTheyAre
        : createFloodDetail({ ...runGround(site, frame, run.waterDepth), factor, fineBed: bed, isLeftOut });
    const fineDeepest = detail.depths(deepest.values, deepest.noData ?? NONE);
    const doubt = depthDoubt(run.heightError ?? ASSUMED_HEIGHT_ERROR, site.frame.cellSize, own);
    const undecidedAt = (depths: Uint16Array) => findUndecided({ ...site.frame, bed, isLeftOut }, depths, doubt);
    const minutes = ({ values }: RunWindow) => {
      const fine = detail.minutes(values, NEVER);
      for (let i = 0; i < fine.length; i++) if (fineDeepest[i] === 0) fine[i] = NEVER;
      return fine;
    };
    const sheet: FloodSheet = {
      frame: site.frame,
      bed,
      buildings: site.buildings,
      isWater,
      deepest: fineDeepest,
      arrival: minutes(arrival),
      duration: minutes(duration),
      undecided: undecidedAt(fineDeepest),
    };
    sheets.set(key, { surface, sheet, detail, extent: whole, cellSize: frame.cellSize, findUndecided: undecidedAt });
    return { sheet, bed: drawn };
  }

  return {
    read,
    async raise(key, depths) {
      const held = sheets.get(key);
      if (!held) throw new Error(`Expected a sheet "${key}" to be read before it is raised.`);
      const { surface, sheet, detail, extent, cellSize } = held;
      if (depths === 'deepest') return surface.raise(sheet.deepest);
      const window = await readRun(ofHeld(depths, cellSize), extent, cellSize);
      if (!window) throw new Error('The moment does not cover the sheet.');
      const fine = detail.depths(window.values, window.noData ?? NONE);
      return { ...surface.raise(fine), undecided: held.findUndecided(fine) };
    },
    async flow(key, codes) {
      const held = sheets.get(key);
      if (!held) throw new Error(`Expected a sheet "${key}" to be read before its flow.`);
      const window = await readRun(ofHeld(codes, held.cellSize), held.extent, held.cellSize);
      if (!window) throw new Error('The flow does not cover the sheet.');
      return { frame: window.frame, values: toVelocities(window.values) };
    },
    drop(key) {
      sheets.delete(key);
    },
  };
}

/** Of every code, two halves. */
let velocities: Uint16Array | undefined;

function toVelocities(codes: Uint16Array): Uint16Array {
  velocities ??= Uint16Array.from({ length: 0x20000 }, (_, i) => toHalf(decodeFlow(i >> 1)[i & 1] as number));
  const values = new Uint16Array(2 * codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    values[2 * i] = velocities[2 * code] as number;
    values[2 * i + 1] = velocities[2 * code + 1] as number;
  }
  return values;
}

/** On the run's own cells: only what says "none" becomes dry. */
const asTheyAre: FloodDetail = {
  depths: (values, none) => values.map((value) => (value === none ? 0 : value)),
  minutes: (values) => values.slice(),
};

function groundOf(today: FloodSite, change: FloodChange | undefined, coversWater: boolean): Ground {
  const planned = planSite(today, change?.plans ?? []);
  const site = change ? changeSite(planned, change.measures, groundTable()).site : planned;
  const { heights, ground, buildings, water, frame } = site;
  const bed = Float32Array.from(heights);
  const isWater = new Uint8Array(bed.length);
  const isLeftOut = new Uint8Array(bed.length);
  const waterCode = floodGroundCode('water');
  for (let i = 0; i < bed.length; i++) {
    if (ground[i] === waterCode) {
      isWater[i] = coversWater ? 0 : 1;
      if (!Number.isNaN(water[i])) bed[i] = water[i] as number;
    }
    if (isWater[i] || buildings[i] !== 0 || Number.isNaN(bed[i])) isLeftOut[i] = 1;
  }
  const closed = Uint8Array.from(buildings, (row) => (row > 0 ? 1 : 0));
  const { width, height } = frame;
  const surface = createWaterSurface({ width, height, bed, closed, hidden: isWater });
  const drawn = site === planned ? surface.bed : undig(surface.bed, planned.heights, heights);
  return { site, surface, drawn, bed, isWater, isLeftOut };
}

/** As high as before measures dug it out. */
function undig(bed: Float32Array, before: Float32Array, after: Float32Array): Float32Array {
  return bed.map((height, cell) => {
    const dug = (before[cell] as number) - (after[cell] as number);
    return dug > 0 ? height + dug : height;
  });
}

/** The ground that the run's depths count from: on open water its level. */
function runGround(site: FloodSite, frame: FloodFrame, waterDepth: number) {
  const { bed, initialDepth, closed } = buildFloodInput(site, {
    cellSize: frame.cellSize,
    waterDepth,
    rain: [],
    seconds: 0,
    borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
  });
  const ground = Float32Array.from(bed, (height, cell) =>
    closed?.[cell] ? Number.NaN : height + (initialDepth?.[cell] ?? 0),
  );
  return { width: frame.width, height: frame.height, bed: ground };
}
