/** What a visitor chose of counts at the entries. Plain values; what is not chosen follows from the data. */

/** In what pieces of time counts are told; a counter that tells longer ones decides. */
export const countIntervals = ['quarter', 'hour'] as const;
export type CountInterval = (typeof countIntervals)[number];

/** At least. */
export const intervalMinutes: Readonly<Record<CountInterval, number>> = { quarter: 15, hour: 60 };

export const countWays = ['in', 'out', 'both'] as const;
/** Which way people went; `both`: all who passed. */
export type CountWay = (typeof countWays)[number];

export interface CountChoice {
  /** ISO local date; undefined: the one that the municipality shows first, or the newest of a live source. */
  readonly day: string | undefined;
  /** Start of the interval in the picture: real minutes after midnight (a day may have 23 or 25 hours); undefined: the peak. */
  readonly minute: number | undefined;
  readonly interval: CountInterval;
  readonly way: CountWay;
  /** Id; undefined: all. */
  readonly gate: string | undefined;
}

export const initialCountChoice: CountChoice = {
  day: undefined,
  minute: undefined,
  interval: 'quarter',
  way: 'in',
  gate: undefined,
};

/** Of the longest day. */
export const MOST_DAY_MINUTES = 1500;
