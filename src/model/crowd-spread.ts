/** How far runs with other seeds differ: what chance does to an answer. Not what else is unknown: who comes, and how they behave. */
import type { CrowdAnswer } from './crowd-answer.ts';

/** Over runs; middle: as many above as below. */
export interface Band {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** By row of the series. */
export interface BandSeries {
  readonly low: Float32Array;
  readonly middle: Float32Array;
  readonly high: Float32Array;
}

export interface CrowdSpread {
  readonly runs: number;
  /** In how many of them everyone was out before the end. */
  readonly cleared: number;
  /** Second at which the last one left, of those; undefined where there are none. */
  readonly clearSeconds: Band | undefined;
  readonly evacuated: Band;
  /** Persons/m². */
  readonly maximumDensity: Band;
  /** s above the limit in the cell where that was longest. */
  readonly overSeconds: Band;
  /** Most persons who waited at once, by stop. */
  readonly longestQueue: readonly ({ readonly id: string } & Band)[];
  /** By gate. */
  readonly gates: readonly {
    readonly id: string;
    readonly forward: Band;
    readonly backward: Band;
    /** Persons/(m·s) in the busiest minute. */
    readonly peakPersonsPerMetreSecond: Band;
  }[];
  readonly series: {
    readonly everySeconds: number;
    readonly present: BandSeries;
    readonly densest: BandSeries;
  };
}

export function bandOf(values: readonly number[]): Band {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  const middle = sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
  return { low: sorted[0] as number, middle, high: sorted.at(-1) as number };
}

/** Least, middle and most by row. A run that ended sooner has nobody there any more. */
export function bandOfRows(rows: readonly ArrayLike<number>[]): BandSeries {
  const length = Math.max(...rows.map((row) => row.length));
  const bands = Array.from({ length }, (_, i) => bandOf(rows.map((row) => row[i] ?? 0)));
  return {
    low: Float32Array.from(bands, ({ low }) => low),
    middle: Float32Array.from(bands, ({ middle }) => middle),
    high: Float32Array.from(bands, ({ high }) => high),
  };
}

const longestOver = ({ density }: CrowdAnswer) => density.overSeconds.reduce((a, b) => Math.max(a, b), 0);

/** Of runs of one scenario, at least one. */
export function spreadOf(answers: readonly CrowdAnswer[]): CrowdSpread {
  const [first] = answers;
  if (!first) throw new Error('Expected at least one answer, got none.');
  const over = (pick: (answer: CrowdAnswer) => number) => bandOf(answers.map(pick));
  const cleared = answers.filter(({ remaining, waiting }) => remaining === 0 && waiting === 0);
  return {
    runs: answers.length,
    cleared: cleared.length,
    clearSeconds: cleared.length > 0 ? bandOf(cleared.map((answer) => answer.lastExitSecond ?? 0)) : undefined,
    evacuated: over((answer) => answer.evacuated),
    maximumDensity: over((answer) => answer.maximumDensity),
    overSeconds: over(longestOver),
    longestQueue: first.stops.map(({ id }, s) => ({ id, ...over((answer) => answer.stops[s]?.longestQueue ?? 0) })),
    gates: first.gates.map(({ id }, g) => ({
      id,
      forward: over((answer) => answer.gates[g]?.crossed.forward ?? 0),
      backward: over((answer) => answer.gates[g]?.crossed.backward ?? 0),
      peakPersonsPerMetreSecond: over((answer) => answer.gates[g]?.peakPersonsPerMetreSecond ?? 0),
    })),
    series: {
      everySeconds: first.series.everySeconds,
      present: bandOfRows(answers.map(({ series }) => series.present)),
      densest: bandOfRows(answers.map(({ series }) => series.densest)),
    },
  };
}
