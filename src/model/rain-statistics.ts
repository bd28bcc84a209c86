/**
 * How much rain falls on one point in the Netherlands in a duration, once in so many years: STOWA 2019-19 (report 1, page 12; the
 * whole year, the climate of about 2014, unchanged in STOWA 2024), from 10 minutes to 10 days, once in 0.5 to 1000 years.
 *
 * Up to 12 hours a generalised logistic distribution, beyond a generalised extreme value one, whose parameters are curves in
 * log10 of the duration. Durations and periods between those of STOWA's tables are not interpolated: the curves hold for all.
 * The period T is that of peaks over a threshold: the chance of no such rain in a year is exp(−1/T) (Langbein). Between 90 minutes and
 * 12 hours STOWA gives the tail beyond 120 years another shape, so that amounts step back by up to 7 % there.
 */
export const STATISTICS_LIMITS = { minutes: [10, 14_400], years: [0.5, 1000] } as const;
const LONG = 720;
/** Years beyond which durations over 90 minutes have the other shape. */
const TAIL = 120;
/** STOWA 2019 raised the place of both distributions for the warming since their series began. */
const WARMING = 1.02;

function shortAmount(minutes: number, years: number, isTail: boolean): number {
  const d = Math.log10(minutes);
  const place = WARMING * (7.339 + 0.848 * d + 2.844 * d * d);
  const spread = place * (minutes <= 104 ? 0.04704 + 0.1978 * d - 0.05729 * d * d : 0.2801 - 0.0333 * d);
  const shape = isTail ? -0.31 - 0.0544 * d + 0.0288 * d * d : -0.0336 - 0.264 * d + 0.0636 * d * d;
  return place + (spread * (1 - Math.expm1(1 / years) ** shape)) / shape;
}

function longAmount(minutes: number, years: number): number {
  const d = Math.log10(minutes);
  const place = WARMING * (0.239 - 0.025 * Math.log(minutes / 60)) ** (-1 / 0.512);
  const spread = place * (0.478 - 0.0681 * d);
  const shape = 0.118 - 0.266 * d + 0.0586 * d * d;
  return place + (spread * (1 - (1 / years) ** shape)) / shape;
}

const hasTail = (minutes: number) => minutes > 90 && minutes <= LONG;
const amount = (minutes: number, years: number, isTail: boolean) =>
  minutes <= LONG ? shortAmount(minutes, years, isTail) : longAmount(minutes, years);

function check(minutes: number): void {
  const [least, most] = STATISTICS_LIMITS.minutes;
  if (minutes >= least && minutes <= most) return;
  throw new RangeError(`Expected a duration of ${least} to ${most} minutes, got ${minutes}.`);
}

/** Millimetres. Throws RangeError outside {@link STATISTICS_LIMITS}. */
export function rainAmount(minutes: number, years: number): number {
  check(minutes);
  const [least, most] = STATISTICS_LIMITS.years;
  if (!(years >= least && years <= most))
    throw new RangeError(`Expected a return period of ${least} to ${most} years, got ${years}.`);
  return amount(minutes, years, hasTail(minutes) && years > TAIL);
}

/** Once in `years`, or `beyond` what the statistics say: rarer than their most, or commoner than their least. */
export interface ReturnPeriod {
  readonly years: number;
  readonly beyond?: 'rarer' | 'commoner';
}

function solve(minutes: number, millimetres: number, isTail: boolean, low: number, high: number): number {
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high);
    if (amount(minutes, middle, isTail) < millimetres) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/**
 * The period after which so much rain comes back. Where STOWA's two shapes give one amount twice, the shorter one. Throws
 * RangeError for a duration outside {@link STATISTICS_LIMITS}.
 */
export function returnPeriod(minutes: number, millimetres: number): ReturnPeriod {
  check(minutes);
  const [least, most] = STATISTICS_LIMITS.years;
  const bend = hasTail(minutes) ? TAIL : most;
  if (!(millimetres >= amount(minutes, least, false))) return { years: least, beyond: 'commoner' };
  if (millimetres <= amount(minutes, bend, false)) return { years: solve(minutes, millimetres, false, least, bend) };
  if (bend < most && millimetres <= amount(minutes, most, true))
    return { years: solve(minutes, millimetres, true, bend, most) };
  return { years: most, beyond: 'rarer' };
}

/** Degrees of warming since 2005 in the scenarios of KNMI'23: low, middle and high emissions. */
const warming = { 2050: { low: 0.8, middle: 1.1, high: 1.5 }, 2100: { low: 0.8, middle: 1.9, high: 4 } } as const;
export type ClimateYear = keyof typeof warming;
export type Emissions = keyof (typeof warming)[ClimateYear];

/** How many times today's amount falls then, for durations of 10 minutes to 24 hours, the whole year: STOWA 2024. */
export const climateFactor = (year: ClimateYear, emissions: Emissions): number =>
  1 + (0.234 * (warming[year][emissions] - 0.4)) / 3.6;
