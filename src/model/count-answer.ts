/** What counts answer of one day: plain records that panel, picture, files and command line tell from. Moments are UTC milliseconds. */
import type { CountWay } from './count-choice.ts';
import type { CountState } from './counts.ts';

/**
 * As {@link CountState}, and of sums:
 * - `about`: parts of it are withheld, so it is known to within `low` and `high`;
 * - `part`: parts of it are missing or excluded: at least `value`;
 * - `none`: nobody counted then, or not yet.
 */
export type CellMark = CountState | 'about' | 'part' | 'none';

export interface CountCell {
  readonly mark: CellMark;
  /** Persons. Where it is withheld an estimate that nothing but what is shown went into: for sums, never to be told itself. Undefined: not known. */
  readonly value: number | undefined;
  /** Between which it lies by what is shown; of `part` the least only. */
  readonly low: number;
  readonly high: number;
}

/** Whether a number stands there that may be told. */
export const isTold = ({ mark }: Pick<CountCell, 'mark'>): boolean =>
  mark === 'ok' || mark === 'late' || mark === 'about' || mark === 'part';

/** What is usual on comparable days at one time of the day. */
export interface UsualCell {
  /** Days that were counted then. */
  readonly days: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface CountPeak {
  /** Row of the slot. */
  readonly slot: number;
  readonly value: number;
  /** How much of it was filled in, because a gate did not count then; of all gates together only. */
  readonly filled: number;
  /** Standard error. */
  readonly error: number;
  /** First and last row of the slots around it that the error does not tell from it. */
  readonly from: number;
  readonly until: number;
}

export interface GateCounts {
  /** Id of the gate. */
  readonly gate: string;
  /** One for each slot. */
  readonly cells: Readonly<Record<CountWay, readonly CountCell[]>>;
  /** Over the day. */
  readonly totals: Readonly<Record<CountWay, CountCell>>;
  /** In less out over the day, with its standard error; undefined where one of them is not known. */
  readonly net: { readonly value: number; readonly error: number } | undefined;
  readonly peaks: Readonly<Record<CountWay, CountPeak | undefined>>;
  /** One for each slot; undefined: too few comparable days were counted then. */
  readonly usual: Readonly<Record<CountWay, readonly (UsualCell | undefined)[]>>;
}

/** Days that a day is compared with: of the same weekday where there are enough, otherwise of the same kind. */
export type ComparableKind = 'same-weekday' | 'weekdays' | 'saturdays' | 'sundays';

/** Intervals at a gate that were not counted, and what stands in for them. */
export interface CountGap {
  readonly gate: string;
  readonly direction: 'in' | 'out';
  readonly state: 'missing' | 'excluded';
  readonly from: number;
  readonly until: number;
  /** What stands in for it: what is usual, what was counted before and after, or nobody because nothing is known. */
  readonly by: 'usual' | 'neighbours' | 'nothing';
  readonly value: number;
}

/** Persons in the centre, beside those who were there at the start. */
export interface PresentMoment {
  readonly time: number;
  readonly value: number;
  /** Standard error. */
  readonly error: number;
}

export interface CountPresence {
  /** Start of the quietest hour: from there on is counted, as if nobody was there. */
  readonly start: number;
  /** How many passed in that hour, both ways. */
  readonly quietest: number;
  /** The start, and the end of each slot after it. */
  readonly moments: readonly PresentMoment[];
  readonly most: PresentMoment | undefined;
  /** At the end: as many as went in more than out, which errors of counters make too. */
  readonly drift: PresentMoment | undefined;
  /** Of `drift` in all who went in. */
  readonly driftShare: number;
  readonly gaps: readonly CountGap[];
  /** Moments at which fewer than nobody would be there: told, not hidden. */
  readonly negative: number;
}

export interface CountAnswer {
  readonly day: string;
  /** Start of the day, and of each slot. */
  readonly from: number;
  readonly slotMinutes: number;
  readonly starts: readonly number[];
  /** Rows of the first slot in which anything was expected, and after the last one. */
  readonly span: readonly [number, number];
  readonly gates: readonly GateCounts[];
  /** All gates together. */
  readonly town: GateCounts;
  readonly comparable: { readonly kind: ComparableKind; readonly days: readonly string[]; readonly isRange: boolean };
  readonly presence: CountPresence | undefined;
  /** Of the day's intervals at all gates and in both directions. */
  readonly states: Readonly<Record<CountState, number>>;
  /** The highest value of any gate, way in or out, and slot: for scales that hold all day. */
  readonly most: number;
}
