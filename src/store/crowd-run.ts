/**
 * "Bereken de drukte": one layout of an event, or two side by side, each over some seeds in threads. The frames of the first seed come
 * while it computes; answers stay until the next run, also when the plan has changed since: then they are told to be of another one.
 */
import { createStore } from 'zustand/vanilla';
import type { CrowdScenario } from '../model/crowd.ts';
import type { CrowdAnswer } from '../model/crowd-answer.ts';
import { createFrames, FRAME_BYTES, frameSecondsFor } from '../model/crowd-frames.ts';
import { busiestSecond } from '../model/crowd-rows.ts';
import type { CrowdMoment, CrowdQuestion, CrowdReply } from '../model/crowd-run.ts';
import type { EventPlan } from '../model/event-plan.ts';

/** What is asked of one layout. */
export interface CrowdTask {
  /** Id of the layout. */
  readonly layout: string;
  readonly title: string;
  readonly scenario: CrowdScenario;
  /** The same for the same plan and layout, whatever else is counted: how an answer is known to be of what is planned now. */
  readonly key: string;
}

export interface CrowdAsk {
  readonly plan: EventPlan;
  /** The chosen layout first, then the one it is compared with. */
  readonly tasks: readonly CrowdTask[];
  readonly seeds: readonly number[];
  /** s from the start: where the clock goes when all is computed; undefined: to the busiest moment. */
  readonly second?: number | undefined;
}

export interface CrowdSide extends CrowdTask {
  /** RD of the frames' zero; undefined before the first reply. */
  readonly origin: { readonly west: number; readonly south: number } | undefined;
  /** Of the first seed, rising in time, some seconds apart (`model/crowd-frames.ts`). */
  readonly moments: readonly CrowdMoment[];
  /** In the order of the seeds, the first of `seeds` first; empty until that one is there. */
  readonly answers: readonly CrowdAnswer[];
}

type CrowdJob =
  | { readonly status: 'idle' }
  /** 0 to 1. */
  | { readonly status: 'running'; readonly share: number }
  | { readonly status: 'failed'; readonly title: string; readonly message: string };

export const crowdSpeeds = [1, 10, 60] as const;
export type CrowdSpeed = (typeof crowdSpeeds)[number];

export interface CrowdRunState {
  readonly job: CrowdJob;
  /** The chosen layout first, then the one it is compared with; empty before the first run. */
  readonly sides: readonly CrowdSide[];
  readonly seeds: readonly number[];
  /** As it was when this was asked. */
  readonly plan: EventPlan | undefined;
  /** s from the event's start: where the picture stands. */
  readonly clock: number;
  readonly isPlaying: boolean;
  /** The clock goes along with what is computed, until somebody sets it. */
  readonly isFollowing: boolean;
  readonly speed: CrowdSpeed;
}

const empty: CrowdRunState = {
  job: { status: 'idle' },
  sides: [],
  seeds: [],
  plan: undefined,
  clock: 0,
  isPlaying: false,
  isFollowing: false,
  speed: 10,
};

export const crowdRun = createStore<CrowdRunState>(() => empty);

/** Starts a thread on a question; the returned function ends it. */
export type StartCrowd = (question: CrowdQuestion, onReply: (reply: CrowdReply) => void) => () => void;

/** s between frames of a thread that nobody watches. */
const UNWATCHED = 30;
/** Least ms between two times that the frames that came are shown. */
const PAUSE = 250;

let stopThreads: (() => void) | undefined;

/** Of the run, as far as it has come. */
export const lastCrowdSecond = ({ sides }: Pick<CrowdRunState, 'sides'>): number =>
  sides.reduce(
    (last, { moments, answers }) => Math.max(last, moments.at(-1)?.second ?? 0, answers[0]?.seconds ?? 0),
    0,
  );

/** Threads for one layout: the first computes what is watched, others the rest of the seeds. One core is left to the page. */
function shareSeeds(seeds: readonly number[], threads: number): number[][] {
  const parts: number[][] = Array.from({ length: Math.min(threads, seeds.length) }, () => []);
  for (const [i, seed] of seeds.entries()) parts[i % parts.length]?.push(seed);
  return parts;
}

interface RunOptions {
  readonly start: StartCrowd;
  /** Of this machine. */
  readonly cores: number;
}

/** Computes from now on; what was computed before goes. Ends at the last answer, the first problem or `stopCrowdRun`. */
export function computeLayouts({ plan, tasks, seeds, second }: CrowdAsk, { start, cores }: RunOptions): void {
  stopCrowdRun();
  if (seeds.length === 0 || tasks.length === 0) return;
  const threads = Math.max(1, Math.floor((cores - 1) / tasks.length));
  const stops: (() => void)[] = [];
  const shares = tasks.map(() => seeds.map(() => 0));
  const found = tasks.map((): (CrowdAnswer | undefined)[] => seeds.map(() => undefined));
  const frames = tasks.map(({ scenario }) => {
    const persons = scenario.sources.reduce((sum, source) => sum + source.persons, 0);
    const every = frameSecondsFor(persons);
    return { every, keep: createFrames(every, FRAME_BYTES / tasks.length) };
  });
  let sides: CrowdSide[] = tasks.map((task) => ({ ...task, origin: undefined, moments: [], answers: [] }));
  let left = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
    stopThreads = undefined;
  };

  /** At once where it matters, else after what came in a moment. */
  function show(): void {
    clearTimeout(timer);
    timer = undefined;
    sides = sides.map((side, s) => {
      const moments = frames[s]?.keep.list() ?? side.moments;
      const known = found[s]?.[0] ? (found[s] ?? []).filter((answer) => answer !== undefined) : [];
      // The same list while it is the same: what is told of it is not told anew with each frame.
      return { ...side, moments, answers: known.length === side.answers.length ? side.answers : known };
    });
    const all = shares.flat();
    const { isFollowing, job } = crowdRun.getState();
    const last = Math.min(...sides.map((side) => side.moments.at(-1)?.second ?? 0));
    crowdRun.setState({
      sides,
      ...(isFollowing && { clock: last }),
      ...(job.status === 'running' && {
        job: { status: 'running', share: all.reduce((sum, share) => sum + share, 0) / all.length },
      }),
    });
  }

  function fail(title: string, message: string): void {
    show();
    end();
    crowdRun.setState({ job: { status: 'failed', title, message }, isFollowing: false });
  }

  function hear(s: number, runs: readonly number[], isWatched: boolean, reply: CrowdReply): void {
    const { title } = tasks[s] as CrowdTask;
    if (reply.kind === 'problem') {
      fail(title, reply.message);
      return;
    }
    if (reply.kind === 'start' && isWatched)
      sides = sides.with(s, { ...(sides[s] as CrowdSide), origin: { west: reply.west, south: reply.south } });
    else if (reply.kind === 'moment' && isWatched) frames[s]?.keep.add(reply.moment);
    else if (reply.kind === 'progress') shares[s]?.splice(runs[reply.run] as number, 1, reply.share);
    else if (reply.kind === 'answer') {
      const run = runs[reply.run] as number;
      shares[s]?.splice(run, 1, 1);
      found[s]?.splice(run, 1, reply.answer);
      show();
    } else if (reply.kind === 'done' && --left === 0) {
      show();
      end();
      const { isFollowing, clock } = crowdRun.getState();
      const found = isFollowing ? (second ?? busiestSecond(sides[0]?.answers[0])) : undefined;
      crowdRun.setState({ job: { status: 'idle' }, isFollowing: false, clock: found ?? clock });
    }
    if (stopThreads) timer ??= setTimeout(show, PAUSE);
  }

  stopThreads = end;
  crowdRun.setState({
    ...empty,
    speed: crowdRun.getState().speed,
    job: { status: 'running', share: 0 },
    sides,
    seeds,
    plan,
    isFollowing: true,
  });
  for (const [s, { scenario }] of tasks.entries()) {
    for (const [t, part] of shareSeeds(seeds, threads).entries()) {
      const runs = part.map((_, i) => t + i * Math.min(threads, seeds.length));
      // Nobody watches the others: of their frames comes only how far they are.
      const frameSeconds = t === 0 ? (frames[s]?.every ?? 1) : UNWATCHED;
      left++;
      stops.push(start({ scenario, seeds: part, frameSeconds }, (reply) => hear(s, runs, t === 0, reply)));
    }
  }
}

/** Ends what computes; what has come so far stays. */
export function stopCrowdRun(): void {
  if (!stopThreads) return;
  stopThreads();
  crowdRun.setState({ job: { status: 'idle' }, isFollowing: false });
}

/** When another event is chosen. */
export function forgetCrowdRun(): void {
  stopCrowdRun();
  crowdRun.setState(empty);
}
