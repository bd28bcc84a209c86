/** What is usual on comparable days: the median, and between which most days lie. */

import type { ComparableKind, CountCell, UsualCell } from '../../model/count-answer.ts';
import { weekdayOf } from '../../model/count-time.ts';

/** With fewer there is no telling what is usual. */
const FEWEST_DAYS = 3;
/** From so many on, the band is where 80% of the days lie; with fewer it is from the lowest to the highest. */
export const QUANTILE_DAYS = 10;
/** From so many days of the same weekday on, other days of its kind are left out. */
const SAME_WEEKDAY_DAYS = 4;

const kindOf = (day: string): ComparableKind =>
  weekdayOf(day) === 0 ? 'sundays' : weekdayOf(day) === 6 ? 'saturdays' : 'weekdays';

/** Holidays are not known. The day itself is none of them. */
export function listComparable(
  day: string,
  days: readonly string[],
): { readonly kind: ComparableKind; readonly days: readonly string[] } {
  const others = days.filter((other) => other !== day);
  const kind = kindOf(day);
  const same = others.filter((other) => weekdayOf(other) === weekdayOf(day));
  if (kind === 'weekdays' && same.length >= SAME_WEEKDAY_DAYS) return { kind: 'same-weekday', days: same };
  return { kind, days: others.filter((other) => kindOf(other) === kind) };
}

/** Between the two nearest values in proportion (type 7 of Hyndman and Fan, 1996); `sorted` is not empty. */
export function quantile(sorted: readonly number[], part: number): number {
  const at = part * (sorted.length - 1);
  const below = Math.floor(at);
  const [low, high] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number];
  return low + (at - below) * (high - low);
}

/** Of what was counted at one time on comparable days; days on which something of it is not known do not count. */
export function toUsual(cells: readonly (CountCell | undefined)[]): UsualCell | undefined {
  const values = cells.flatMap((cell) => (cell?.value === undefined || cell.mark === 'part' ? [] : [cell.value]));
  if (values.length < FEWEST_DAYS) return undefined;
  values.sort((a, b) => a - b);
  const isRange = values.length < QUANTILE_DAYS;
  return {
    days: values.length,
    median: quantile(values, 0.5),
    low: quantile(values, isRange ? 0 : 0.1),
    high: quantile(values, isRange ? 1 : 0.9),
  };
}
