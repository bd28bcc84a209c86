/** The run that is in the picture, and the thread that reads it while the overlay is shown. */
import { parseBreachId } from '../model/breach-choice.ts';
import type { GpuVerdict, MassBalance } from '../model/flood.ts';
import type { FloodChange, FloodSide } from '../model/flood-change.ts';
import type { FloodIndex, FloodRunEntry } from '../model/flood-index.ts';
import { sheetExtent } from '../model/flood-run.ts';
import type { Storm } from '../model/storm.ts';
import type { FloodTold } from '../workers/compute-flood.ts';
import type { CellValues } from '../workers/flood-view.ts';
import type { FloodViewThread } from '../workers/start-flood-view.ts';
import { flood, lastSecond } from './flood.ts';
import { createSheetKeeper, type SheetKeeper } from './flood-sheets.ts';
import { type TwinState, twin } from './twin.ts';

let view: FloodViewThread | undefined;
let keeper: SheetKeeper | undefined;
/** Of the same without plan and measures. */
let todayKeeper: SheetKeeper | undefined;
let shown: FloodRunEntry | 'own' | undefined;

export const isShowing = (): boolean => keeper !== undefined;

export function beginShowing(thread: FloodViewThread): void {
  view = thread;
  todayKeeper = createSheetKeeper(thread, 'today', undefined, () => {
    if (twin.getState().flood.view === 'difference') void drawFlood();
  });
  keeper = createSheetKeeper(thread, 'shown', todayKeeper);
  shown = undefined;
}

export function endShowing(): void {
  keeper?.destroy();
  todayKeeper?.destroy();
  view?.stop();
  view = undefined;
  keeper = undefined;
  todayKeeper = undefined;
}

export const floodIndexUrl = ({ municipality, baseUrl }: Pick<TwinState, 'municipality' | 'baseUrl'>) => {
  const url = municipality.status === 'ready' ? municipality.value.flood?.url : undefined;
  return url === undefined ? undefined : new URL(url, baseUrl).href;
};

/** m; as the source of the heights tells it. */
export function heightError(): number | undefined {
  const { municipality } = twin.getState();
  return municipality.status === 'ready' ? municipality.value.terrain?.source.accuracyM : undefined;
}

/** Whole addresses of the ground's files. */
export function siteFiles({ files }: FloodIndex, base: string) {
  const whole = (path: string) => new URL(path, base).href;
  return {
    heights: whole(files.heights),
    ground: whole(files.ground),
    buildings: whole(files.buildings),
    water: whole(files.water),
  };
}

/** The moment that a choice asks for, once the run is known: its end where it names none. */
function startClock(): void {
  const { second } = twin.getState().flood;
  const last = lastSecond(flood.getState());
  flood.setState({ clock: Math.min(second ?? last, last), isPlaying: false });
}

/** The storm that is chosen, else the first of the index. */
export async function showChosen(): Promise<void> {
  const { index } = flood.getState();
  const url = floodIndexUrl(twin.getState());
  if (!keeper || index.status !== 'ready' || url === undefined) return;
  const { runs, frame, waterDepth } = index.value;
  const entry = runs.find((run) => run.storm.id === twin.getState().flood.storm) ?? runs[0];
  if (!entry || entry === shown) return;
  shown = entry;
  const { storm, seconds, engine, hash } = entry;
  const whole = (path: string) => new URL(path, url).href;
  const run = {
    storm: toStorm(storm),
    seconds,
    engine,
    hash,
    isOwn: false,
    isWhole: true,
    cellSize: entry.cellSize,
    balance: entry.massBalance,
  };
  flood.setState({ run, source: undefined });
  startClock();
  await keeper.show(
    run,
    {
      site: siteFiles(index.value, url),
      run: {
        deepest: whole(entry.deepest),
        arrival: whole(entry.arrival),
        duration: whole(entry.duration),
        waterDepth,
        heightError: heightError(),
      },
      depths: entry.depths.map(whole),
      flows: entry.flows?.map(whole) ?? [],
      extent: sheetExtent(frame),
      cellSize: entry.cellSize ?? frame.cellSize,
      finest: frame.cellSize,
    },
    false,
  );
}

export const toStorm = ({ id, millimetres, minutes, shape, title, source }: FloodRunEntry['storm']): Storm => ({
  id,
  millimetres,
  minutes,
  shape,
  ...(title && { title }),
  ...(source && { source }),
});

/** What a run tells that is needed to show it; a breach tells no more. */
type ShownTold = Pick<
  FloodTold,
  'frame' | 'seconds' | 'deepest' | 'arrival' | 'duration' | 'depth' | 'flow' | 'isWhole'
> & {
  readonly side?: FloodSide;
  readonly end:
    | { readonly engine: string; readonly gpu?: GpuVerdict | undefined; readonly balance: MassBalance }
    | undefined;
};

/** What was computed here. */
export interface ComputedRun<Told extends ShownTold = ShownTold> {
  readonly storm: Storm;
  readonly told: Told;
  /** s of its moments; each may lie on cells of its own. */
  readonly seconds: readonly number[];
  readonly depths: readonly CellValues[];
  readonly flows: readonly CellValues[];
  readonly change: FloodChange | undefined;
}

/**
 * Goes before what was computed of another storm: what is in the picture goes, so that no water stands under another's name and
 * legend.
 */
export function awaitComputed(storm: Storm): void {
  if (!keeper || flood.getState().run?.storm.id === storm.id) return;
  shown = 'own';
  keeper.clear();
  flood.setState({
    run: {
      storm,
      seconds: [],
      engine: '',
      hash: undefined,
      isOwn: true,
      isWhole: false,
      cellSize: undefined,
      balance: undefined,
    },
    source: undefined,
    isPlaying: false,
    clock: 0,
  });
}

/**
 * What was computed here takes the place of what was read, until another storm is chosen. It is drawn on its own cells, divided by
 * `detail` but no finer than the ground's.
 */
export async function showComputed(
  { storm, told, seconds, depths, flows, change }: ComputedRun,
  detail: number,
): Promise<void> {
  const { index } = flood.getState();
  const url = floodIndexUrl(twin.getState());
  const isToday = told.side === 'today';
  const to = isToday ? todayKeeper : keeper;
  if (!to || index.status !== 'ready' || url === undefined) return;
  const { frame, deepest, arrival, duration, end } = told;
  const isNext = isToday || (shown === 'own' && flood.getState().run?.storm.id === storm.id);
  const values = (array: Uint16Array) => ({ frame, values: array });
  const run = {
    storm,
    seconds,
    engine: end?.engine ?? '',
    gpu: end?.gpu,
    hash: undefined,
    isOwn: true,
    isWhole: told.isWhole,
    cellSize: frame.cellSize,
    balance: end?.balance,
  };
  if (!isToday) {
    shown = 'own';
    flood.setState({ run, source: undefined });
    // Also when the run has got further: the clock stands at its end, or at the moment that a link asks for.
    if (!isNext || !flood.getState().isPlaying) startClock();
  }
  await to.show(
    run,
    {
      site: siteFiles(index.value, url),
      run: {
        deepest: values(deepest),
        arrival: values(arrival),
        duration: values(duration),
        waterDepth: index.value.waterDepth,
        heightError: heightError(),
        change: isToday ? undefined : change,
        coversWater: parseBreachId(storm.id) !== undefined,
      },
      depths,
      flows,
      extent: sheetExtent(frame),
      cellSize: frame.cellSize,
      finest: Math.min(frame.cellSize, Math.max(index.value.frame.cellSize, frame.cellSize / detail)),
    },
    isNext,
  );
}

/** The same on both halves of a comparison. */
export const forgetToday = (): void => todayKeeper?.clear();

/** Draws the clock's moment; true when it was drawn. */
export async function drawFlood(): Promise<boolean> {
  if (!keeper || !todayKeeper) return false;
  const [isDrawn] = await Promise.all([keeper.draw(), todayKeeper.draw()]);
  return isDrawn;
}

export async function lookAgain(): Promise<void> {
  await Promise.all([keeper?.look(), todayKeeper?.look()]);
}
