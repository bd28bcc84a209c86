/** The run that is in the picture, and the thread that reads it while the overlay is shown. */
import type { FloodIndex, FloodRunEntry } from '../model/flood-index.ts';
import { sheetExtent } from '../model/flood-run.ts';
import type { Storm } from '../model/storm.ts';
import type { FloodTold } from '../workers/compute-flood.ts';
import type { FloodViewThread } from '../workers/start-flood-view.ts';
import { flood, lastSecond } from './flood.ts';
import { createSheetKeeper, type SheetKeeper } from './flood-sheets.ts';
import { type TwinState, twin } from './twin.ts';

let keeper: SheetKeeper | undefined;
let shown: FloodRunEntry | 'own' | undefined;

export const isShowing = (): boolean => keeper !== undefined;

export function beginShowing(thread: FloodViewThread): void {
  keeper = createSheetKeeper(thread);
  shown = undefined;
}

export function endShowing(): void {
  keeper?.destroy();
  keeper = undefined;
}

export const floodIndexUrl = ({ municipality, baseUrl }: Pick<TwinState, 'municipality' | 'baseUrl'>) => {
  const url = municipality.status === 'ready' ? municipality.value.flood?.url : undefined;
  return url === undefined ? undefined : new URL(url, baseUrl).href;
};

/** m; as the source of the heights tells it. */
function heightError(): number | undefined {
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

const toStorm = ({ id, millimetres, minutes, shape, title, source }: FloodRunEntry['storm']): Storm => ({
  id,
  millimetres,
  minutes,
  shape,
  ...(title && { title }),
  ...(source && { source }),
});

/** What was computed here takes the place of what was read, until another storm is chosen. */
export async function showComputed(
  storm: Storm,
  told: FloodTold,
  depths: readonly Uint16Array[],
  flows: readonly Uint16Array[],
): Promise<void> {
  const { index } = flood.getState();
  const url = floodIndexUrl(twin.getState());
  if (!keeper || index.status !== 'ready' || url === undefined) return;
  const { frame, seconds, deepest, arrival, duration, end } = told;
  const isNext = shown === 'own' && flood.getState().run?.storm.id === storm.id;
  shown = 'own';
  const values = (array: Uint16Array) => ({ frame, values: array });
  const run = {
    storm,
    seconds,
    engine: end?.engine ?? '',
    hash: undefined,
    isOwn: true,
    cellSize: frame.cellSize,
    balance: end?.balance,
  };
  flood.setState({ run, source: undefined });
  // Where no moment is asked for the clock stands at the end, also when the run has got further.
  if (!isNext || (twin.getState().flood.second === undefined && !flood.getState().isPlaying)) startClock();
  await keeper.show(
    run,
    {
      site: siteFiles(index.value, url),
      run: {
        deepest: values(deepest),
        arrival: values(arrival),
        duration: values(duration),
        waterDepth: index.value.waterDepth,
        heightError: heightError(),
      },
      depths: depths.map(values),
      flows: flows.map(values),
      extent: sheetExtent(frame),
      cellSize: frame.cellSize,
      // While it computes, on its own cells: the ground's would take longer than the next moment.
      finest: end ? index.value.frame.cellSize : frame.cellSize,
    },
    isNext,
  );
}

/** Draws the clock's moment; true when it was drawn. */
export const drawFlood = (): Promise<boolean> => keeper?.draw() ?? Promise.resolve(false);
export const lookAgain = (): Promise<void> => keeper?.look() ?? Promise.resolve();
