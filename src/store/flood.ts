/** Surface water: what is known, shown and computed of it. Lives with its question, so that the first page need not carry it. */
import { createStore } from 'zustand/vanilla';
import { parseBreachId } from '../model/breach-choice.ts';
import type { GpuVerdict, MassBalance } from '../model/flood.ts';
import { usualScheme } from '../model/flood-choice.ts';
import { classesOf, type FloodClasses } from '../model/flood-classes.ts';
import type { FloodFacades } from '../model/flood-facades.ts';
import type { FloodIndex } from '../model/flood-index.ts';
import type { RunWater } from '../model/flood-measure-effect.ts';
import type { FloodPicture } from '../model/flood-picture.ts';
import type { FloodSheet } from '../model/flood-run.ts';
import type { RdExtent } from '../model/grid.ts';
import type { Loadable } from '../model/loadable.ts';
import type { Storm } from '../model/storm.ts';
import type { RunFiles, RunValues } from '../workers/flood-view.ts';
import type { SiteFiles } from '../workers/read-flood-site.ts';
import { twin } from './twin.ts';

/** One answer of the engine: made ahead by the pipeline, or computed here. */
export interface FloodRun {
  readonly storm: Storm;
  /** Seconds from the start of the rain of its moments, ascending; dry before the first. */
  readonly seconds: readonly number[];
  /** `wasm-simd`, `javascript`…, and SHA-256 of what it was given, where that is known. */
  readonly engine: string;
  readonly hash: string | undefined;
  /** Whether the graphics card did it, or why not; undefined where nobody asked for one. */
  readonly gpu?: GpuVerdict | undefined;
  /** Computed on this machine. */
  readonly isOwn: boolean;
  /** Of the whole time; no: it is being computed, and of no more is known than of its moments so far. */
  readonly isWhole: boolean;
  /** m; undefined where the index does not say. */
  readonly cellSize: number | undefined;
  /** Where the water went; undefined while it is computed, and where the index does not say. */
  readonly balance: MassBalance | undefined;
}

/** Where the depths of a run come from: files, or what was computed here. */
export interface RunSource {
  readonly site: SiteFiles;
  readonly run: RunFiles;
  /** In the order of the run's moments. */
  readonly depths: readonly RunValues[];
  /** Codes of `model/flood-flow.ts`, in the same order; empty: not known. */
  readonly flows: readonly RunValues[];
  readonly extent: RdExtent;
  /** m; of the run. */
  readonly cellSize: number;
  /** m; of the ground. */
  readonly finest: number;
}

/** A sheet as it is drawn; the fine one lies in the coarse one. */
export interface ShownSheet {
  /** Of this run and extent only. */
  readonly key: string;
  readonly sheet: FloodSheet;
  /** m NAP as it is drawn. */
  readonly bed: Float32Array;
}

/** Computing a storm here: at cells of `cellSize`, of which there will be finer ones when `next` is there. */
export interface FloodJob {
  readonly storm: Storm;
  readonly cellSize: number;
  readonly share: number;
}

export interface FloodState {
  readonly index: Loadable<FloodIndex>;
  readonly run: FloodRun | undefined;
  /** Of that run, once it is shown. */
  readonly source: RunSource | undefined;
  /** From coarse to fine; empty until the first has come. */
  readonly sheets: readonly ShownSheet[];
  /** What is drawn of them, in the same order; may lag a moment behind. */
  readonly pictures: readonly FloodPicture[];
  /** In place of them on today's half of a comparison; empty: the same on both. */
  readonly today: readonly FloodPicture[];
  /** The same parts of the same storm without plan and measures; empty while none are asked for. */
  readonly todaySheets: readonly ShownSheet[];
  /** What was computed of a change, from coarse to fine: without it and with it. */
  readonly compared: readonly { readonly before: RunWater; readonly after: RunWater }[];
  /** Between the two moments of the pictures, 0 to 1. */
  readonly share: number;
  readonly classes: FloodClasses;
  /** Seconds from the start of the rain that the picture shows, when it shows a moment. */
  readonly clock: number;
  readonly isPlaying: boolean;
  /** Files are being read. */
  readonly isReading: boolean;
  /** English, technical; undefined while all goes well. */
  readonly problem: string | undefined;
  /** Where thresholds are taken to be; undefined while that is not known. */
  readonly facades: FloodFacades | undefined;
  readonly job:
    | { readonly status: 'idle' }
    | ({ readonly status: 'running' } & FloodJob)
    | { readonly status: 'failed'; readonly message: string };
}

export const initialFlood: FloodState = {
  index: { status: 'idle' },
  run: undefined,
  source: undefined,
  sheets: [],
  pictures: [],
  today: [],
  todaySheets: [],
  compared: [],
  share: 0,
  classes: classesOf('deepest', 'street'),
  clock: 0,
  isPlaying: false,
  isReading: false,
  problem: undefined,
  facades: undefined,
  job: { status: 'idle' },
};

export const flood = createStore<FloodState>(() => initialFlood);

export const lastSecond = ({ run }: Pick<FloodState, 'run'>): number => run?.seconds.at(-1) ?? 0;

/** Which moment and how coloured; the run follows `chooseStorm`. */
export function setFloodChoice(change: Partial<ReturnType<typeof twin.getState>['flood']>): void {
  twin.setState({ flood: { ...twin.getState().flood, ...change } });
}

/**
 * The storm that is asked for, or the breach. From rain to a breach and back what is seen goes along: the spread of deep water is
 * watched by its arrival, in the same picture from moment to moment; rain by its depth.
 */
export function setFloodStorm(storm: string): void {
  const before = twin.getState().flood.storm;
  const isBreach = parseBreachId(storm) !== undefined;
  const isOther = isBreach !== (parseBreachId(before) !== undefined);
  const view = isBreach ? 'arrival' : 'deepest';
  setFloodChoice({ storm, second: undefined, ...(isOther && { view, scheme: usualScheme(storm) }) });
}

/** Shows the water as it stands at a second; ends the playing. */
export function setFloodSecond(second: number): void {
  const clock = Math.min(Math.max(second, 0), lastSecond(flood.getState()));
  flood.setState({ clock, isPlaying: false });
  setFloodChoice({ view: 'now', second: Math.round(clock) });
}
