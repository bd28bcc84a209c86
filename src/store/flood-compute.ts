/**
 * Storms computed around the view, coarse first, then finer: one of the visitor's own, or any with plans and measures on the ground.
 * Then the town of today is computed beside it on the same cells, once for each storm and square.
 */
import type { FloodChange, FloodSide } from '../model/flood-change.ts';
import { depthAccuracy } from '../model/flood-effects.ts';
import { ASSUMED_THRESHOLD } from '../model/flood-facades.ts';
import { groundTable } from '../model/flood-ground.ts';
import { sheetExtent } from '../model/flood-run.ts';
import type { RdExtent } from '../model/grid.ts';
import type { Storm } from '../model/storm.ts';
import type { FloodTask, FloodTold } from '../workers/compute-flood.ts';
import { createFloodThread, type FloodThread } from '../workers/start-flood-compute.ts';
import { type FloodJob, flood, setFloodStorm } from './flood.ts';
import { selectFloodChange } from './flood-change.ts';
import { collectMoments } from './flood-moments.ts';
import {
  awaitComputed,
  type ComputedRun,
  floodIndexUrl,
  forgetToday,
  heightError,
  showComputed,
  siteFiles,
} from './flood-shown.ts';
import { createTurns } from './flood-turns.ts';
import { reportProblem, twin } from './twin.ts';

/** m of cells, run after run; the last only where the machine has the time. */
const CELL_SIZES = [8, 4, 2];
/** Side of the square around the view that is computed, m. */
const SIDE = 1000;
/** Part of it around its middle in which the view may move, and measures lie, without another square being taken. */
const STAY = 0.25;
/** Seconds of dry weather after the rain, and between the moments that are kept. */
const AFTER = 3600;
const EVERY = 300;
/** Least ms between two pictures of a finer run that computes. */
const PAUSE = 800;
/** Drawn on the ground's own cells, however fine. */
const GROUND = Number.POSITIVE_INFINITY;

let thread: FloodThread | undefined;
let stop: (() => void) | undefined;
/** What is being computed, or was last: of a storm, a square and a change. */
let present: { readonly storm: string; readonly change: string | undefined } | undefined;
let square: RdExtent | undefined;
/** Of today, on the cells of what is shown; drawn only where it is asked for. */
let todayRun: ComputedRun<FloodTold> | undefined;
/** Runs of today by storm, square and cells. */
let known = new Map<string, ComputedRun<FloodTold>>();

const tellProblem = (error: unknown) =>
  flood.setState({ problem: error instanceof Error ? error.message : String(error) });
const turns = createTurns(tellProblem);

const tell = (job: FloodJob) => flood.setState({ job: { status: 'running', ...job } });

export function stopComputing(): void {
  stop?.();
  turns.stop();
  stop = undefined;
  present = undefined;
  if (flood.getState().job.status === 'running') flood.setState({ job: { status: 'idle' } });
}

/** Something else computes from now on, until another storm or `stopComputing` ends it. */
export function beginComputing(end: () => void): void {
  stopComputing();
  flood.setState({ compared: [] });
  todayRun = undefined;
  forgetToday();
  stop = end;
}

/** The thread and what it and this side keep. */
export function endComputing(): void {
  stopComputing();
  thread?.destroy();
  thread = undefined;
  square = undefined;
  known = new Map();
}

const isTodayAsked = () => {
  const { compare, flood: choice } = twin.getState();
  return compare.mode !== 'off' || choice.view === 'difference';
};

/** When it is asked for from now on. */
export function showToday(): void {
  if (!todayRun || !isTodayAsked()) return;
  const run = todayRun;
  todayRun = undefined;
  turns.must(() => showComputed(run, GROUND));
}

/** Begins to read the ground, so that the first measure need not wait for it. */
export function prepareComputing(): void {
  const task = stop ? undefined : describeTask([], undefined, undefined);
  if (!task) return;
  thread ??= createFloodThread();
  thread.start(task, (reply) => {
    if ('message' in reply) tellProblem(new Error(reply.message));
  });
}

/** Whether that is what is computed, or was. */
export const isComputed = (storm: string): boolean =>
  present?.storm === storm && present.change === selectFloodChange(twin.getState())?.key;

/** The square around what is looked at, in whole cells of the coarsest run, within the site; the last one while that will do. */
function extentToCompute(whole: RdExtent): RdExtent {
  const { footprint, camera, floodMeasures } = twin.getState();
  const x = footprint?.centre?.x ?? camera?.x ?? (whole[0] + whole[2]) / 2;
  const y = footprint?.centre?.y ?? camera?.y ?? (whole[1] + whole[3]) / 2;
  const isWithin = (px: number, py: number, reach: number) =>
    square !== undefined &&
    Math.abs(px - (square[0] + square[2]) / 2) < reach &&
    Math.abs(py - (square[1] + square[3]) / 2) < reach;
  const points = floodMeasures.items.flatMap(({ points: all }) => all);
  const holds = points.every((px, i) => i % 2 === 1 || isWithin(px, points[i + 1] as number, (SIDE / 2) * (1 - STAY)));
  if (square && holds && isWithin(x, y, SIDE * STAY)) return square;
  const coarsest = CELL_SIZES[0] as number;
  const start = (at: number, low: number, high: number) =>
    Math.max(low, Math.min(low + Math.round((at - SIDE / 2 - low) / coarsest) * coarsest, high - SIDE));
  const west = start(x, whole[0], whole[2]);
  const south = start(y, whole[1], whole[3]);
  square = [west, south, Math.min(west + SIDE, whole[2]), Math.min(south + SIDE, whole[3])];
  return square;
}

/** Undefined while the files are not known. Of no storm: nothing is computed. */
function describeTask(
  runs: FloodTask['runs'],
  storm: Storm | undefined,
  change: FloodChange | undefined,
): FloodTask | undefined {
  const { index, facades } = flood.getState();
  const url = floodIndexUrl(twin.getState());
  if (index.status !== 'ready' || url === undefined) return undefined;
  const { frame, waterDepth, settings } = index.value;
  return {
    storm: storm ?? { id: '', millimetres: 0, minutes: 0, shape: 'block' },
    extent: extentToCompute(sheetExtent(frame)),
    runs,
    seconds: (storm?.minutes ?? 0) * 60 + AFTER,
    every: EVERY,
    ground: {
      waterDepth,
      sewerMillimetresPerHour: settings?.sewerMmPerHour ?? 0,
      ...(settings?.sewerStorageMm === undefined ? {} : { sewerStorageMillimetres: settings.sewerStorageMm }),
      ground: groundTable(settings?.ground),
    },
    site: siteFiles(index.value, url),
    change,
    thresholds: { threshold: facades?.threshold ?? ASSUMED_THRESHOLD, accuracy: depthAccuracy(heightError()) },
  };
}

/** Shows what comes as it comes; another storm or change, or `stopComputing`, ends it. */
export function computeStorm(storm: Storm): void {
  stopComputing();
  const { index } = flood.getState();
  if (index.status !== 'ready') return;
  const { frame } = index.value;
  const change = selectFloodChange(twin.getState());
  const extent = extentToCompute(sheetExtent(frame));
  const cellSizes = CELL_SIZES.map((size) => Math.max(size, frame.cellSize));
  const [first] = cellSizes as [number];
  const todayKey = (cellSize: number) => [storm.id, ...extent, cellSize].join();
  const runs = cellSizes.flatMap((cellSize) => {
    const sides: FloodSide[] = change && !known.has(todayKey(cellSize)) ? ['changed', 'today'] : ['changed'];
    return sides.map((side) => ({ side, cellSize }));
  });
  const task = describeTask(runs, storm, change);
  if (!task) return;
  present = { storm: storm.id, change: change?.key };
  tell({ storm, cellSize: first, share: 0 });
  if (twin.getState().flood.storm !== storm.id) setFloodStorm(storm.id);
  flood.setState({ compared: [] });
  todayRun = undefined;
  if (!change) forgetToday();
  // An answer to the same storm stays until the whole of the next is there.
  const { run: shownRun } = flood.getState();
  const hasAnswer = shownRun?.storm.id === storm.id && shownRun.isWhole;
  awaitComputed(storm);

  const moments = { today: collectMoments(), changed: collectMoments() };
  /** One after the other, so that what came last is drawn last. The last run lies on its own cells until the ground is read. */
  function show(...computed: readonly ComputedRun<FloodTold>[]): void {
    const isLast = computed[0]?.told.frame.cellSize === cellSizes.at(-1);
    for (const detail of isLast ? [1, GROUND] : [2])
      turns.must(() => Promise.all(computed.map((run) => showComputed(run, detail))));
  }

  let changed: ComputedRun<FloodTold> | undefined;
  let shownLast: ComputedRun<FloodTold> | undefined;
  /** With and without, on the same cells. */
  function showBoth(after: ComputedRun<FloodTold>, before: ComputedRun<FloodTold>): void {
    const [was, is] = [before.told.end?.water, after.told.end?.water];
    if (was && is) flood.setState({ compared: [...flood.getState().compared, { before: was, after: is }] });
    todayRun = isTodayAsked() ? undefined : before;
    const wanted = [...(todayRun ? [] : [before]), ...(after === shownLast ? [] : [after])];
    if (wanted.length > 0) show(...wanted);
    shownLast = after;
  }

  function hear(told: FloodTold): void {
    const { cellSize } = told.frame;
    const { side } = told;
    tell({ storm, cellSize, share: told.share });
    const computed = { storm, told, ...moments[side](told), change };
    if (!told.end) {
      // With a change, both sides must be as far: of those finer runs only the whole is drawn.
      const isWanted = side === 'changed' && (told.isWhole ? !change : !hasAnswer);
      if (isWanted && twin.getState().flood.view !== 'difference')
        turns.may(() => showComputed(computed, 1), told.isWhole ? PAUSE : 0);
      return;
    }
    const { gpu } = told.end;
    if (gpu?.answer === 'failed' || gpu?.answer === 'differs') {
      reportProblem({ what: 'flood-gpu', url: 'WebGPU', detail: gpu.detail });
    }
    if (side === 'today') {
      known.set(todayKey(cellSize), computed);
      if (changed) showBoth(changed, computed);
      return;
    }
    changed = computed;
    const before = change && known.get(todayKey(cellSize));
    if (before) showBoth(computed, before);
    else if (!change || twin.getState().flood.view !== 'difference') {
      shownLast = computed;
      show(computed);
    }
  }

  thread ??= createFloodThread();
  stop = thread.start(task, (reply) => {
    if ('told' in reply) {
      hear(reply.told);
      return;
    }
    stop = undefined;
    flood.setState({ job: 'message' in reply ? { status: 'failed', message: reply.message } : { status: 'idle' } });
  });
}
