/** What shades a roof plane and when, told in a few lines. */
import { HOURS, MONTHS, NO_SUN, type RoofBlocker, type RoofPart } from './solar-roof.ts';

export interface RoofTaker {
  /** In the blockers. */
  readonly row: number;
  /** Of the cells of month and hour that it takes most of: added up. */
  readonly weight: number;
  /** Hours of the clock, and months from 0; months may go round the turn of the year. */
  readonly from: number;
  readonly until: number;
  readonly first: number;
  readonly last: number;
}

/** Less than this is not told: points on a roof are samples. */
const LEAST = 0.05;
/** Part of all that is taken; who takes less is not worth a line. */
const LEAST_PART = 0.04;

/** The shortest run of months that holds all of them, going round the year. */
function spanMonths(months: readonly boolean[]): [first: number, last: number] {
  let [best, first, last] = [MONTHS + 1, 0, MONTHS - 1];
  for (let start = 0; start < MONTHS; start++) {
    if (!months[start]) continue;
    let end = 0;
    for (let step = 0; step < MONTHS; step++) if (months[(start + step) % MONTHS]) end = step;
    if (end + 1 < best) [best, first, last] = [end + 1, start, (start + end) % MONTHS];
  }
  return [first, last];
}

/** Those that take most first. */
export function listBlockers({ blocked, blocker }: RoofPart, blockers: readonly RoofBlocker[]): RoofTaker[] {
  const takers = blockers
    .map((_, row): RoofTaker => {
      const months = new Array<boolean>(MONTHS).fill(false);
      let [weight, from, until] = [0, HOURS, -1];
      for (const [at, share] of blocked.entries()) {
        if (blocker[at] !== row || share === NO_SUN || share < LEAST) continue;
        const hour = at % HOURS;
        weight += share;
        from = Math.min(from, hour);
        until = Math.max(until, hour);
        months[Math.floor(at / HOURS)] = true;
      }
      const [first, last] = spanMonths(months);
      return { row, weight, from, until, first, last };
    })
    .sort((a, b) => b.weight - a.weight);
  const all = takers.reduce((sum, { weight }) => sum + weight, 0);
  return takers.filter(({ weight }) => weight > LEAST_PART * all);
}
