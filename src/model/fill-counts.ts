/** What was expected but not counted, made visible. */
import { dayOf, MINUTE } from './count-time.ts';
import { type Count, type CountDirection, countDirections } from './counts.ts';

const keyOf = (gate: string, direction: CountDirection) => `${gate}\n${direction}`;
const endOf = ({ start, minutes }: Count) => start + minutes * MINUTE;

/** The length that occurs most; the shortest of those. */
function commonest(counts: readonly Count[]): number {
  const times = new Map<number, number>();
  for (const { minutes } of counts) times.set(minutes, (times.get(minutes) ?? 0) + 1);
  return [...times].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 60;
}

/**
 * On each day (by the Dutch clock) on which any gate has an interval, each is expected in both directions from the first start to the last
 * end of that day: what is not there becomes `missing`, in intervals as long as the gate's own. Days without any are no days of counting.
 * The counts must not overlap per gate and direction; they come back by gate (as told), direction and start.
 */
export function fillCounts(counts: readonly Count[], gates: readonly string[]): Count[] {
  const spans = new Map<string, { from: number; until: number; readonly counts: Count[] }>();
  const byDay = new Map<string, Map<string, Count[]>>();
  for (const count of counts) {
    const day = dayOf(count.start);
    const span = spans.get(day) ?? { from: count.start, until: endOf(count), counts: [] };
    span.from = Math.min(span.from, count.start);
    span.until = Math.max(span.until, endOf(count));
    span.counts.push(count);
    spans.set(day, span);
    const own = byDay.get(day) ?? new Map<string, Count[]>();
    const key = keyOf(count.gate, count.direction);
    const list = own.get(key);
    if (list) list.push(count);
    else own.set(key, [count]);
    byDay.set(day, own);
  }
  const days = [...spans.keys()].sort();
  const filled: Count[] = [];
  for (const gate of gates)
    for (const direction of countDirections) {
      let covered = Number.NEGATIVE_INFINITY;
      for (const day of days) {
        const { from, until, counts: all } = spans.get(day) as { from: number; until: number; counts: Count[] };
        const own = (byDay.get(day)?.get(keyOf(gate, direction)) ?? []).sort((a, b) => a.start - b.start);
        const minutes = commonest(own.length > 0 ? own : all);
        // What began the day before may reach into this one.
        let at = Math.max(from, covered);
        const fillTo = (end: number) => {
          while (at < end) {
            const length = Math.min(minutes, Math.round((end - at) / MINUTE));
            if (length < 1) return;
            filled.push({ gate, direction, start: at, minutes: length, count: undefined, state: 'missing' });
            at += length * MINUTE;
          }
        };
        for (const count of own) {
          fillTo(count.start);
          filled.push(count);
          at = Math.max(at, endOf(count));
        }
        fillTo(until);
        covered = at;
      }
    }
  return filled;
}
