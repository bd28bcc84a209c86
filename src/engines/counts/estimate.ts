/** What withheld counts may have been, from what is shown alone. */
import { MINUTE } from '../../model/count-time.ts';
import type { Count } from '../../model/counts.ts';

const HOUR = 60;

/** Of one gate, direction and day. */
export interface Series {
  /** By start. */
  readonly counts: readonly Count[];
  /** By start and minutes. */
  readonly totals: readonly Count[];
}

const isWithheld = ({ state }: Count) => state === 'few' || state === 'hidden';

/** A sum over withheld parts: few get what they are on average at most, hidden ones the rest. */
function spread(sum: number, parts: readonly Count[], least: number): number[] {
  const few = parts.filter(({ state }) => state === 'few').length;
  const hidden = parts.length - few;
  const each = hidden === 0 ? sum / few : few === 0 ? 0 : Math.min((least - 1) / 2, sum / parts.length);
  const rest = hidden === 0 ? 0 : (sum - few * each) / hidden;
  return parts.map(({ state }) => (state === 'few' ? each : rest));
}

const within = (count: Count, { start, minutes }: Count) =>
  count.start >= start && count.start < start + minutes * MINUTE;
const isShown = ({ state }: Count) => state === 'ok' || state === 'late';
const sumOf = (counts: readonly Count[]) => counts.reduce((all, { count }) => all + (count ?? 0), 0);

/** One value for each count; undefined where it is missing or excluded. Sums that are shown come out of them again. */
export function estimateCounts({ counts, totals }: Series, least: number): (number | undefined)[] {
  const usual = (least - 1) / 2;
  const values = counts.map((count) => (isShown(count) ? count.count : isWithheld(count) ? usual : undefined));
  const rows = new Map(counts.map((count, row) => [count, row]));
  const fill = (parts: readonly Count[], shares: readonly number[]) => {
    for (const [i, part] of parts.entries()) values[rows.get(part) as number] = shares[i];
  };
  const whole = totals.find(({ minutes }) => minutes > 2 * HOUR);
  const hours = totals.filter(({ minutes }) => minutes === HOUR);
  for (const hour of hours.filter(isShown)) {
    const parts = counts.filter((count) => within(count, hour));
    const withheld = parts.filter(isWithheld);
    fill(withheld, spread((hour.count ?? 0) - sumOf(parts.filter(isShown)), withheld, least));
  }
  if (!whole) return values;
  const open = hours.filter(isWithheld);
  const known = hours.filter(isShown);
  const isOpen = (count: Count) => isWithheld(count) && !known.some((hour) => within(count, hour));
  const told =
    sumOf(known) + sumOf(counts.filter((count) => isShown(count) && !known.some((hour) => within(count, hour))));
  const left = isShown(whole) ? Math.max(0, (whole.count ?? 0) - told) : usual;
  if (open.length === 0) {
    const parts = counts.filter(isOpen);
    fill(parts, spread(left, parts, least));
    return values;
  }
  const shares = spread(left, open, least);
  for (const [i, hour] of open.entries()) {
    const parts = counts.filter((count) => isWithheld(count) && within(count, hour));
    fill(
      parts,
      parts.map(() => (shares[i] as number) / parts.length),
    );
  }
  return values;
}
