/** Storms: an amount of rain in a time, how it is spread over that time, and where the choice comes from. */
import type { Series, SeriesStep } from './flood.ts';
import type { Localised } from './municipality.ts';
import { type ReturnPeriod, rainAmount, returnPeriod, STATISTICS_LIMITS } from './rain-statistics.ts';

/** Evenly, or with its peak in the middle as {@link stormRain} says. */
type StormShape = 'block' | 'peaked';

export interface Storm {
  readonly id: string;
  readonly millimetres: number;
  readonly minutes: number;
  readonly shape: StormShape;
  /** Those of {@link customaryStorms} have their texts in `ui/text/flood.ts`. */
  readonly title?: Localised;
  readonly source?: Localised;
}

/** Keeps the id's own type. */
const block = <Id extends string>(id: Id, millimetres: number, minutes: number) =>
  ({ id, millimetres, minutes, shape: 'block' }) as const;

/** What Dutch municipalities compute with; sources in `ui/text/flood.ts`. From common to rare. */
export const customaryStorms = [
  block('70mm-1h', 70, 60),
  block('70mm-2h', 70, 120),
  block('90mm-1h', 90, 60),
  block('100mm-1h', 100, 60),
  block('140mm-2h', 140, 120),
  block('160mm-2h', 160, 120),
] as const satisfies readonly Storm[];
export type CustomaryStormId = (typeof customaryStorms)[number]['id'];

/** What `municipality.json` adds goes behind; one with the id of a customary storm takes its place. */
export function listStorms(own: readonly Storm[] = []): readonly Storm[] {
  const customary: readonly Storm[] = customaryStorms;
  const byId = (id: string) => own.find((storm) => storm.id === id);
  return [
    ...customary.map((storm) => byId(storm.id) ?? storm),
    ...own.filter(({ id }) => customary.every((storm) => storm.id !== id)),
  ];
}

/** How often today's climate brings it; undefined for durations that the statistics do not cover. */
export function stormPeriod({ minutes, millimetres }: Storm): ReturnPeriod | undefined {
  const [least, most] = STATISTICS_LIMITS.minutes;
  return minutes >= least && minutes <= most ? returnPeriod(minutes, millimetres) : undefined;
}

const MILLIMETRES_PER_HOUR = 1 / 3.6e6;
/** Minutes of a step of a peaked storm: the statistics know nothing shorter. */
const STEP = STATISTICS_LIMITS.minutes[0];

/** Parts of the amount per step of 10 minutes, the greatest in the middle. */
function alternateBlocks(minutes: number, years: number): number[] {
  const count = Math.round(minutes / STEP);
  const until = (step: number) => (step === 0 ? 0 : rainAmount(step * STEP, years));
  const parts = Array.from({ length: count }, (_, i) => until(i + 1) - until(i)).sort((a, b) => b - a);
  const blocks: number[] = [];
  // The greatest first, then by turns after and before it.
  for (const [i, part] of parts.entries()) {
    if (i % 2 === 1) blocks.push(part);
    else blocks.unshift(part);
  }
  // Where two durations of STOWA's curves do not fit, a part could be below nothing: that step is dry.
  const kept = blocks.map((part) => Math.max(part, 0));
  const sum = kept.reduce((total, part) => total + part, 0);
  return kept.map((part) => part / sum);
}

/**
 * Rain in m/s from second 0 on. Peaked: "alternating blocks" (Chow, Maidment and Mays 1988, § 14.4): each duration around
 * the peak gets what the statistics give it at the storm's own return period, scaled to the storm's amount. Only for whole
 * steps of 10 minutes, 20 or more; other storms fall evenly.
 */
export function stormRain({ millimetres, minutes, shape }: Omit<Storm, 'id'>): Series {
  const isWhole = minutes % STEP === 0 && minutes >= 2 * STEP && minutes <= 720;
  if (!(millimetres > 0 && minutes > 0)) return [{ second: 0, value: 0 }];
  if (shape === 'block' || !isWhole)
    return [
      { second: 0, value: (millimetres / minutes) * 60 * MILLIMETRES_PER_HOUR },
      { second: minutes * 60, value: 0 },
    ];
  const { years } = returnPeriod(minutes, millimetres);
  const steps: SeriesStep[] = alternateBlocks(minutes, years).map((part, i) => ({
    second: i * STEP * 60,
    value: part * millimetres * (60 / STEP) * MILLIMETRES_PER_HOUR,
  }));
  return [...steps, { second: minutes * 60, value: 0 }];
}

/** Metres of rain of a series between second 0 and `until`. */
export function rainDepth(rain: Series, until: number): number {
  let depth = 0;
  for (const [i, { second, value }] of rain.entries()) {
    const end = Math.min(rain[i + 1]?.second ?? until, until);
    if (end > second) depth += value * (end - Math.max(second, 0));
  }
  return depth;
}
