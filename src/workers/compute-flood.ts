/**
 * Storms computed here: the site around the view, as it is today or with plans and measures on it, on cells that get finer from run
 * to run. The site that was read last is kept, so that a change of a measure begins to compute at once.
 */
import { type AnywhereOptions, runFloodAnywhere } from '../engines/flood/run-anywhere.ts';
import { buildFloodInput, type FloodChoices } from '../engines/flood-input.ts';
import { readRunWater, type Thresholds } from '../engines/flood-measures/run-water.ts';
import { type ChangedSite, changeInput, changeSite } from '../engines/flood-measures.ts';
import { planSite } from '../engines/flood-plan.ts';
import type { GpuVerdict, MassBalance, Series } from '../model/flood.ts';
import type { FloodChange, FloodSide } from '../model/flood-change.ts';
import { groundTable } from '../model/flood-ground.ts';
import type { RunWater } from '../model/flood-measure-effect.ts';
import { NEVER } from '../model/flood-run.ts';
import type { FloodSite } from '../model/flood-site.ts';
import type { RdExtent } from '../model/grid.ts';
import { type Storm, stormRain } from '../model/storm.ts';
import { createRasterCache } from './raster-window.ts';
import { readSiteWindow, type SiteFiles } from './read-flood-site.ts';
import { listMoments, MOST_TOLD, type RunAnswer, type RunTold, watchRun } from './watch-run.ts';

export interface FloodTask {
  readonly storm: Storm;
  readonly extent: RdExtent;
  /** One after the other; cells in m. */
  readonly runs: readonly { readonly side: FloodSide; readonly cellSize: number }[];
  /** How long, s, and how far apart the moments are that are kept. */
  readonly seconds: number;
  readonly every: number;
  readonly ground: Pick<FloodChoices, 'waterDepth' | 'sewerMillimetresPerHour' | 'sewerStorageMillimetres' | 'ground'>;
  readonly site: SiteFiles;
  /** Of the runs of that side. */
  readonly change: FloodChange | undefined;
  readonly thresholds: Thresholds;
}

/** What comes while it computes. */
export interface FloodTold extends RunTold {
  readonly side: FloodSide;
  /** At the end of a run: what computed it, where the water went, and what it means. */
  readonly end:
    | {
        readonly engine: string;
        readonly gpu: GpuVerdict | undefined;
        readonly balance: MassBalance;
        readonly water: RunWater;
      }
    | undefined;
}

/** Without what stood there before it rained. */
function toMillimetres(depth: Float32Array, initial: Float32Array | undefined): Uint16Array {
  const result = new Uint16Array(depth.length);
  for (let i = 0; i < depth.length; i++)
    result[i] = Math.min(Math.max(Math.round(((depth[i] as number) - (initial?.[i] ?? 0)) * 1000), 0), MOST_TOLD);
  return result;
}

function toMinutes(seconds: Float32Array, isNone: (value: number) => boolean): Uint16Array {
  const result = new Uint16Array(seconds.length);
  for (let i = 0; i < seconds.length; i++) {
    const value = seconds[i] as number;
    result[i] = isNone(value) ? NEVER : Math.min(Math.round(value / 60), MOST_TOLD);
  }
  return result;
}

const isNaNumber = (value: number) => Number.isNaN(value);
const isNothing = (value: number) => !(value > 0);

/** What a run is laid on. */
interface Laid extends ChangedSite {
  /** Without measures. */
  readonly planned: FloodSite;
  readonly measures: FloodChange['measures'];
}

/** Thrown by `compute` when it was asked to stop. */
const STOPPED = new Error('stopped');
export const isStopped = (error: unknown): boolean => error === STOPPED;

export interface FloodComputer {
  /**
   * `onTold` hears of each moment, and of the end of each run; `engine` is what it can compute with. `shouldStop` is asked every few
   * hundredths of a second: then it throws what {@link isStopped} knows.
   */
  compute(
    task: FloodTask,
    engine: AnywhereOptions,
    onTold: (told: FloodTold) => void,
    shouldStop?: () => boolean,
  ): Promise<void>;
}

export function createFloodComputer(): FloodComputer {
  const open = createRasterCache();
  let known: { readonly key: string; readonly site: Promise<FloodSite> } | undefined;

  function readSite(files: SiteFiles, extent: RdExtent): Promise<FloodSite> {
    const key = [...Object.values(files), ...extent].join();
    if (known?.key === key) return known.site;
    const site = readSiteWindow(open, files, extent);
    known = { key, site };
    site.catch(() => {
      if (known?.site === site) known = undefined;
    });
    return site;
  }

  return {
    async compute(task, engine, onTold, shouldStop = () => false) {
      const stopIfAsked = () => {
        if (shouldStop()) throw STOPPED;
      };
      stopIfAsked();
      const site = await readSite(task.site, task.extent);
      const { change, ground } = task;
      const table = ground.ground ?? groundTable();
      const today: Laid = { site, planned: site, ground: table, kept: undefined, amounts: [], measures: [] };
      let changed = today;
      if (change) {
        const planned = planSite(site, change.plans);
        changed = { ...changeSite(planned, change.measures, table), planned, measures: change.measures };
      }
      const rain = stormRain(task.storm);
      const answers: Partial<Record<FloodSide, RunAnswer>> = {};
      for (const { side, cellSize } of task.runs) {
        stopIfAsked();
        const laid = side === 'today' ? today : changed;
        answers[side] = await runSide(task, laid, side, cellSize, rain, answers[side], engine, onTold, stopIfAsked);
      }
    },
  };
}

async function runSide(
  task: FloodTask,
  laid: Laid,
  side: FloodSide,
  cellSize: number,
  rain: Series,
  before: RunAnswer | undefined,
  engine: AnywhereOptions,
  onTold: (told: FloodTold) => void,
  onProgress: () => void,
): Promise<RunAnswer> {
  const built = buildFloodInput(laid.site, {
    ...task.ground,
    ground: laid.ground,
    kept: laid.kept,
    cellSize,
    rain,
    seconds: task.seconds,
    // As the runs made ahead: an open border would let the lake run out.
    borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
  });
  const input = changeInput(built, laid.planned, laid, laid.measures);
  const { initialDepth } = input;
  const watch = watchRun(input, task.seconds, (depth) => toMillimetres(depth, initialDepth), before);
  const result = await runFloodAnywhere(input, {
    ...engine,
    onProgress,
    moments: listMoments(task.seconds, task.every),
    onMoment: (moment) => onTold({ side, ...watch.next(moment), end: undefined }),
  });
  const { balance, maxima } = result;
  const water = readRunWater(
    laid.planned,
    laid.site,
    input,
    maxima.depth,
    task.thresholds,
    laid.measures,
    laid.amounts,
  );
  const answer = {
    deepest: toMillimetres(maxima.depth, initialDepth),
    arrival: toMinutes(maxima.arrival, isNaNumber),
    duration: toMinutes(maxima.duration, isNothing),
  };
  const end = { engine: result.engine, gpu: result.gpu, balance, water };
  onTold({ side, ...watch.last(), share: 1, isWhole: true, ...answer, end });
  return watch.answer(answer);
}
