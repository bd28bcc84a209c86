/**
 * The day with the least sun of a rule's period, and whether the rule is met. Every day is looked at every ten minutes; those that may
 * be the worst, then, every minute. Within a quarter of an hour of the worst all days count for the doubt.
 */
import type { SunDay, SunJudgement, SunRule, SunVerdict } from '../../model/sunlight.ts';
import { computeDays, type SunSpot } from './day.ts';
import { castScenes, type Facing, joinCasts, maskFacing, sampleDay } from './samples.ts';
import { type SunScene, sceneIn } from './scene.ts';
import { listDays, type SunPath } from './sun-path.ts';

const STEP = 10;
/** Minutes above the least of the first look within which a day may still be the worst; and the most days of which that is looked into. */
const MARGIN = 25;
const MOST_CANDIDATES = 8;
/** Minutes above the worst within which a day's doubt counts, and the most days of which it is reckoned. */
const CLOSE = 15;
const MOST_DOUBTED = 4;

/** All days of a period with the directions to the sun, one list for all. */
export interface SunPeriod {
  readonly rule: SunRule;
  readonly days: readonly string[];
  readonly directions: Float32Array;
  /** First direction of each day, and behind them the number of all; and minutes between its looks. */
  readonly firsts: readonly number[];
  readonly steps: readonly number[];
}

/** Of the year of a date. */
export function listPeriod(rule: SunRule, year: string, pathOf: (date: string) => SunPath): SunPeriod {
  const days = listDays(`${year}-${rule.from}`, `${year}-${rule.until}`);
  const samples = days.map((day) => sampleDay(pathOf(day), rule.minElevationDegrees, STEP));
  const firsts = [0];
  for (const { minutes } of samples) firsts.push((firsts.at(-1) as number) + minutes.length);
  const directions = new Float32Array(3 * (firsts.at(-1) as number));
  for (const [i, day] of samples.entries()) directions.set(day.directions, 3 * (firsts[i] as number));
  const steps = samples.map(({ minutes }) =>
    minutes.length > 1 ? (minutes[1] as number) - (minutes[0] as number) : 0,
  );
  return { rule, days, directions, firsts, steps };
}

/** Minutes of light per day, by the first look: each look stands for the time around it, at the ends for half. */
function countLight({ firsts, steps, days }: SunPeriod, dark: Uint8Array): number[] {
  return days.map((_, day) => {
    const [from, until] = [firsts[day] as number, firsts[day + 1] as number];
    let looks = 0;
    for (let i = from; i < until; i++) if (dark[i] === 0) looks += i === from || i === until - 1 ? 0.5 : 1;
    return looks * (steps[day] as number);
  });
}

/** Whether a wall that looks this way would have the hours on every day if nothing stood around it. */
function canHave(period: SunPeriod, facing: Facing): boolean {
  const free = countLight(period, maskFacing(period.directions, facing));
  return Math.min(...free) >= 60 * period.rule.hours;
}

/** Those that may be the worst, least light first; of many days without any, the first ones. */
function pickDays({ days }: SunPeriod, light: readonly number[]): string[] {
  const order = [...light.keys()].sort((a, b) => (light[a] as number) - (light[b] as number));
  const least = light[order[0] as number] as number;
  return order
    .filter((day, i) => i < MOST_CANDIDATES && (light[day] as number) <= least + MARGIN)
    .map((day) => days[day] as string);
}

function judge(rule: SunRule, days: readonly SunDay[], isPossible: boolean): SunVerdict {
  if (!isPossible) return 'not-applicable';
  const asked = 60 * rule.hours;
  if (days.some(({ high }) => high < asked)) return 'fails';
  return days.every(({ low }) => low >= asked) ? 'meets' : 'unknown';
}

/** Minutes of light per day in every scene, by the first look: once for each set of trees that count in a month. */
function lookAtDays(
  scenes: readonly SunScene[],
  { place }: SunSpot,
  period: SunPeriod,
  behind: Uint8Array,
): number[][] {
  const states = new Map<string, number[][]>();
  const days = period.days.map((day, row) => {
    const month = Number(day.slice(5, 7)) - 1;
    const state = scenes.map(({ leaves = [] }) => leaves.map(({ months }) => Number(months[month])).join('')).join();
    const known = states.get(state);
    const standing = known ? [] : scenes.map((scene) => sceneIn(scene, month));
    const casts = known ? undefined : castScenes(standing, place, period.directions, behind);
    const light =
      known ?? standing.map(({ layers }) => countLight(period, joinCasts(layers, casts ?? new Map(), behind)));
    states.set(state, light);
    return light.map((minutes) => minutes[row] as number);
  });
  return scenes.map((_, scene) => days.map((light) => light[scene] as number));
}

/** In every scene. */
export function judgeSpot(
  scenes: readonly SunScene[],
  spot: SunSpot,
  period: SunPeriod,
  pathOf: (date: string) => SunPath,
  error: number,
): SunJudgement[] {
  const { rule, directions } = period;
  const { minElevationDegrees } = rule;
  const behind = maskFacing(directions, spot.facing);
  const light = lookAtDays(scenes, spot, period, behind);
  const isPossible = canHave(period, spot.facing);
  return scenes.map((scene, row) => {
    const candidates = pickDays(period, light[row] as number[]);
    const compute = (date: string, options: { error: number; isTold: boolean }) =>
      computeDays([scene], spot, pathOf(date), { minElevationDegrees, ...options })[0] as SunDay;
    const exact = candidates
      .map((date) => compute(date, { error: 0, isTold: false }))
      .sort((a, b) => a.minutes - b.minutes || (a.date < b.date ? -1 : 1));
    const least = exact[0]?.minutes ?? 0;
    const doubted = exact
      .filter(({ minutes }, i) => i < MOST_DOUBTED && minutes <= least + CLOSE)
      .map(({ date }, i) => compute(date, { error, isTold: i === 0 }));
    return { rule, verdict: judge(rule, doubted, isPossible), worst: doubted[0] as SunDay };
  });
}
