/** A dike that gives way: which dikes there are, how it was asked for, and computing it over the whole town. */
import { createStore } from 'zustand/vanilla';
import { type BreachChoice, breachId } from '../model/breach-choice.ts';
import { type BreachSettings, defaultBreachSettings } from '../model/breach-settings.ts';
import { parseDikeIndex } from '../model/dike-index.ts';
import type { BreachGrowth, BreachMoment, FloodFrame } from '../model/flood.ts';
import { groundTable } from '../model/flood-ground.ts';
import type { Loadable } from '../model/loadable.ts';
import type { Storm } from '../model/storm.ts';
import type { WaterBarrier } from '../model/water-barrier.ts';
import type { BreachTold } from '../workers/compute-breach.ts';
import { startBreach } from '../workers/start-breach.ts';
import { flood, setFloodStorm } from './flood.ts';
import { beginComputing } from './flood-compute.ts';
import { collectMoments } from './flood-moments.ts';
import { awaitComputed, floodIndexUrl, showComputed, siteFiles } from './flood-shown.ts';
import { createTurns } from './flood-turns.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { twin } from './twin.ts';

/** m of cells, run after run, and of the ground that they are made of. */
const CELL_SIZES = [20, 10] as const;
const GROUND = 2;
/** Most of the town that is computed, m from the breach: a larger polder than that has no water in these hours. */
const REACH = 3000;
/** Seconds that are computed, and between the moments that are kept. */
const SECONDS = 6 * 3600;
const EVERY = 600;
/** Least ms between two pictures of the finer run. */
const PAUSE = 800;

export interface BreachState {
  readonly dikes: Loadable<readonly WaterBarrier[]>;
  readonly settings: BreachSettings;
  /** Of what is shown; undefined before a run is done. */
  readonly growth: BreachGrowth | undefined;
  readonly moments: readonly BreachMoment[];
  /** That is chosen, and may not be computed yet: it is marked in the picture. */
  readonly place: { readonly x: number; readonly y: number } | undefined;
  /** The next click in the picture is the place. */
  readonly isChoosing: boolean;
}

export const breach = createStore<BreachState>(() => ({
  dikes: { status: 'idle' },
  settings: defaultBreachSettings,
  growth: undefined,
  moments: [],
  place: undefined,
  isChoosing: false,
}));

/** Reads them once. Resolves when they are there or have failed; a municipality without dikes has none. */
export async function needDikes(readJson: ReadJson = fetchJson): Promise<readonly WaterBarrier[]> {
  const { dikes } = breach.getState();
  if (dikes.status === 'ready') return dikes.value;
  const { municipality, baseUrl } = twin.getState();
  const url = municipality.status === 'ready' ? municipality.value.waterBarriers?.url : undefined;
  if (url === undefined) {
    breach.setState({ dikes: { status: 'ready', value: [] } });
    return [];
  }
  breach.setState({ dikes: { status: 'running' } });
  try {
    const whole = new URL(url, baseUrl).href;
    const value = parseDikeIndex(await readJson(whole), whole);
    breach.setState({ dikes: { status: 'ready', value } });
    return value;
  } catch (error) {
    breach.setState({ dikes: { status: 'failed', message: error instanceof Error ? error.message : String(error) } });
    return [];
  }
}

export const changeSettings = (change: Partial<BreachSettings>): void =>
  breach.setState({ settings: { ...breach.getState().settings, ...change } });

export const chooseBreachPlace = (place: BreachState['place']): void => breach.setState({ place });

export const chooseInPicture = (isChoosing: boolean): void => breach.setState({ isChoosing });

/** Whole cells of the coarsest run, around the breach and within what is known. */
function frameToRead({ west, south, cellSize, width, height }: FloodFrame, { x, y }: BreachChoice): FloodFrame {
  const [coarsest] = CELL_SIZES;
  const fine = Math.max(GROUND, cellSize);
  const span = (low: number, length: number, middle: number) => {
    const from = low + Math.ceil(Math.max(0, middle - REACH - low) / coarsest) * coarsest;
    const until = Math.min(low + length, middle + REACH);
    return { from, cells: Math.floor((until - from) / coarsest) * (coarsest / fine) };
  };
  const [across, up] = [span(west, width * cellSize, x), span(south, height * cellSize, y)];
  return { west: across.from, south: up.from, cellSize: fine, width: across.cells, height: up.cells };
}

const breachStorm = (choice: BreachChoice): Storm => ({
  id: breachId(choice),
  millimetres: 0,
  minutes: 0,
  shape: 'block',
  title: { nl: 'Dijkdoorbraak', en: 'Breach of a dike' },
});

/** Shows what comes as it comes; another storm, or `stopComputing`, ends it. */
export async function computeBreach(choice: BreachChoice, readJson: ReadJson = fetchJson): Promise<void> {
  const { index } = flood.getState();
  const url = floodIndexUrl(twin.getState());
  if (index.status !== 'ready' || url === undefined) return;
  const storm = breachStorm(choice);
  const [first, last] = CELL_SIZES;
  const turns = createTurns((error) =>
    flood.setState({ problem: error instanceof Error ? error.message : String(error) }),
  );
  let end: (() => void) | undefined;
  let isOver = false;
  beginComputing(() => {
    isOver = true;
    turns.stop();
    end?.();
  });
  flood.setState({ job: { status: 'running', storm, cellSize: first, share: 0 } });
  breach.setState({ growth: undefined, moments: [], isChoosing: false, settings: choice.settings });
  if (twin.getState().flood.storm !== storm.id) setFloodStorm(storm.id);
  awaitComputed(storm);
  const dikes = await needDikes(readJson);
  if (isOver) return;
  const { frame, waterDepth, settings } = index.value;
  const moments = collectMoments();

  function hear(told: BreachTold): void {
    const { cellSize } = told.frame;
    flood.setState({ job: { status: 'running', storm, cellSize, share: told.share } });
    const computed = { storm, told, ...moments(told), change: undefined };
    if (!told.end) {
      turns.may(() => showComputed(computed, 1), told.isWhole ? PAUSE : 0);
      return;
    }
    turns.must(() => showComputed(computed, cellSize === last ? Number.POSITIVE_INFINITY : 2));
    breach.setState({ growth: told.end.growth, moments: told.end.moments });
  }

  end = startBreach(
    {
      choice,
      lines: dikes.map(({ line }) => line),
      frame: frameToRead(frame, choice),
      cellSizes: CELL_SIZES,
      seconds: SECONDS,
      every: EVERY,
      waterDepth,
      ground: groundTable(settings?.ground),
      site: siteFiles(index.value, url),
    },
    (reply) => {
      if (isOver) return;
      if ('told' in reply) hear(reply.told);
      else
        flood.setState({ job: 'message' in reply ? { status: 'failed', message: reply.message } : { status: 'idle' } });
    },
  );
}
