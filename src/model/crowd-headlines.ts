/** What is told first of simulated people: figures of a run, how they spread over seeds, and what differs between two layouts. */
import type { CrowdAnswer } from './crowd-answer.ts';
import { type Band, bandOf } from './crowd-spread.ts';

/** In the order in which they are told. */
export const headlineIds = [
  'flow',
  'clear',
  'densest',
  'over',
  'overArea',
  'queue',
  'wait',
  'present',
  'notIn',
] as const;
export type HeadlineId = (typeof headlineIds)[number];

const PEAK_SECONDS = 60;

/** Persons in the busiest minute, both ways together. `times` as a gate has them, in the order of time. */
export function busiestMinute(times: readonly number[]): { readonly persons: number; readonly second: number } {
  let best = { persons: 0, second: 0 };
  for (let first = 0, last = 0; last < times.length; last++) {
    const now = Math.abs(times[last] as number);
    while (now - Math.abs(times[first] as number) >= PEAK_SECONDS) first++;
    if (last - first + 1 > best.persons) best = { persons: last - first + 1, second: now };
  }
  return best;
}

const most = (values: ArrayLike<number>): number => {
  let high = 0;
  for (let i = 0; i < values.length; i++) high = Math.max(high, values[i] as number);
  return high;
};

/** s until the last one left; Infinity where that did not come within the time that was simulated. */
const clearSeconds = ({ remaining, waiting, lastExitSecond = 0 }: CrowdAnswer): number =>
  remaining + waiting > 0 ? Number.POSITIVE_INFINITY : lastExitSecond;

/** Undefined where the scenario has no such thing: no passage, no stop. `gate`: the passage that flow is told of. */
const measures: Record<HeadlineId, (answer: CrowdAnswer, gate: string | undefined) => number | undefined> = {
  /** Persons in the busiest minute. */
  flow({ gates }, gate) {
    const found = gates.find(({ id }) => id === gate);
    return found && busiestMinute(found.times).persons;
  },
  clear: clearSeconds,
  densest: ({ maximumDensity }) => maximumDensity,
  /** s, of the place where it took longest. */
  over: ({ density }) => most(density.overSeconds),
  /** m² that were over the limit at any time. */
  overArea: ({ density }) =>
    density.overSeconds.reduce((sum, seconds) => (seconds > 0 ? sum + 1 : sum), 0) * density.cell ** 2,
  queue: ({ stops }) => (stops.length > 0 ? most(stops.map(({ longestQueue }) => longestQueue)) : undefined),
  wait: ({ stops }) => (stops.length > 0 ? most(stops.map(({ longestWaitSeconds }) => longestWaitSeconds)) : undefined),
  present: ({ series }) => most(series.present),
  notIn: ({ waiting }) => waiting,
};

/** Of one figure over the seeds. */
export interface CrowdRange extends Band {
  /** Runs that have it. */
  readonly runs: number;
}

/** Undefined without any. */
export function rangeOf(values: readonly (number | undefined)[]): CrowdRange | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? { ...bandOf(known), runs: known.length } : undefined;
}

export type Headlines = Readonly<Record<HeadlineId, CrowdRange | undefined>>;

export const headlinesOf = (answers: readonly CrowdAnswer[], gate: string | undefined): Headlines =>
  Object.fromEntries(
    headlineIds.map((id) => [id, rangeOf(answers.map((answer) => measures[id](answer, gate)))]),
  ) as Headlines;

/** Whether two layouts differ by more than chance. */
export type CrowdVerdict = 'same' | 'within' | 'beyond' | 'unknown';

/** How seldom all runs of one layout would lie on one side of all of the other by chance alone: 2 of so many orders of the runs. */
export function chanceApart(a: number, b: number): number {
  let orders = 1;
  for (let i = 1; i <= b; i++) orders = (orders * (a + i)) / i;
  return Math.min(1, 2 / orders);
}

/** More often than this, lying apart says too little. */
const CHANCE = 0.05;

export interface HeadlineDifference {
  /** Of the middles, the second less the first; NaN where both never ended, infinite where one did. */
  readonly by: number;
  readonly verdict: CrowdVerdict;
}

/** The second against the first. What overlaps is within the spread of chance; four runs of each are the least that tell more. */
export function compareRanges(a: CrowdRange, b: CrowdRange): HeadlineDifference {
  const by = a.middle === b.middle ? 0 : b.middle - a.middle;
  const isApart = a.high < b.low || b.high < a.low;
  if (isApart) return { by, verdict: chanceApart(a.runs, b.runs) <= CHANCE ? 'beyond' : 'unknown' };
  if (a.low === b.low && a.high === b.high && by === 0) return { by, verdict: 'same' };
  return { by, verdict: Math.min(a.runs, b.runs) > 1 ? 'within' : 'unknown' };
}
