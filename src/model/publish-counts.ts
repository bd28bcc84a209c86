/**
 * What of counts may be shown. Per gate, direction and day there is a tree: the day, its hours, and quarters (or what the counter gives). What
 * is lower than `least` is withheld (`few`). A shown sum must tell no more of its few parts than that they are few: each of them could still
 * be anything from 0 to least - 1. So with p few parts that add up to r it is shown as it is only if least - 1 ≤ r ≤ (p - 1)(least - 1).
 * Otherwise the smallest other part that leaves all of that open is withheld too (`hidden`), or, where there is none, all parts are.
 * Below a hidden part everything is hidden. Nothing else is ever computed from counts themselves: sums over gates, net flows and medians
 * are worked out from what is shown, and say how sure they are, so they cannot tell more.
 */
import { dayOf, MINUTE, minutesOfDay, startOfDay } from './count-time.ts';
import type { Count, CountState } from './counts.ts';

const HOUR = 60;
/** Shorter intervals are added up: there would be many small numbers to withhold. */
const PARTS_OF_AN_HOUR = [15, 20, 30];

interface Node {
  readonly start: number;
  readonly minutes: number;
  readonly value: number;
  readonly parts: readonly Node[];
  mark: 'shown' | 'few' | 'hidden';
}

/** Minutes in which counts of these lengths are shown: a part of an hour that they fill, an hour, or longer where they are. */
export function shownMinutes(lengths: readonly number[]): number {
  const fits = PARTS_OF_AN_HOUR.find((minutes) => lengths.every((length) => minutes % length === 0));
  return fits ?? Math.max(HOUR, ...lengths);
}

const isKnown = ({ state, count }: Count): boolean => (state === 'ok' || state === 'late') && count !== undefined;

function hide(node: Node): void {
  node.mark = 'hidden';
  for (const part of node.parts) hide(part);
}

/** Withholds below a sum that is shown. */
function protect(node: Node, least: number): void {
  const few = node.parts.filter(({ mark }) => mark === 'few');
  const sum = few.reduce((all, { value }) => all + value, 0);
  const most = least - 1;
  if (few.length > 0 && !(sum >= most && sum <= (few.length - 1) * most)) {
    const partner = node.parts
      .filter(({ mark, value }) => mark === 'shown' && value - least >= most - sum)
      .sort((a, b) => a.value - b.value)[0];
    for (const part of partner ? [partner] : node.parts) hide(part);
  }
  for (const part of node.parts) if (part.mark === 'shown') protect(part, least);
}

const sumOf = (parts: readonly Node[]) => parts.reduce((all, { value }) => all + value, 0);
const toNode = (start: number, minutes: number, value: number, parts: readonly Node[], least: number): Node => ({
  start,
  minutes,
  value,
  parts,
  mark: value < least ? 'few' : 'shown',
});

function groupBy<K, T>(items: readonly T[], toKey: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = toKey(item);
    const own = groups.get(key);
    if (own) own.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Counts added up to the length in which they are shown; where a part of one is not known, all of it is not. */
function mergeCounts(counts: readonly Count[], minutes: number, from: number): Count[] {
  const length = minutes * MINUTE;
  return [...groupBy(counts, ({ start }) => Math.floor((start - from) / length))].map(([slot, parts]) => {
    const [first] = parts as [Count];
    if (parts.length === 1 && first.minutes === minutes) return first;
    const covered = parts.reduce((all, part) => all + part.minutes, 0);
    const isWhole = parts.every(isKnown) && covered >= minutes;
    const has = (state: CountState) => parts.some((part) => part.state === state);
    const state = isWhole ? (has('late') ? 'late' : 'ok') : has('excluded') ? 'excluded' : 'missing';
    const count = isWhole ? parts.reduce((all, part) => all + (part.count ?? 0), 0) : undefined;
    return { ...first, start: from + slot * length, minutes, count, state };
  });
}

interface Published {
  readonly counts: readonly Count[];
  /** Of hours and days with a part that is withheld. */
  readonly totals: readonly Count[];
}

function publishDay(counts: readonly Count[], day: string, least: number, hasTotals: boolean): Published {
  const from = startOfDay(day);
  const minutes = shownMinutes([...new Set(counts.map((count) => count.minutes))]);
  const merged = mergeCounts(counts, minutes, from);
  const leaves = new Map(
    merged
      .filter(isKnown)
      .map((count) => [count, toNode(count.start, count.minutes, count.count as number, [], least)]),
  );
  const nodes = [...leaves.values()];
  const hours =
    minutes < HOUR
      ? [...groupBy(nodes, ({ start }) => Math.floor((start - from) / (HOUR * MINUTE)))].map(([hour, parts]) =>
          toNode(from + hour * HOUR * MINUTE, HOUR, sumOf(parts), parts, least),
        )
      : nodes;
  const whole = toNode(from, minutesOfDay(day), sumOf(hours), hours, least);
  if (whole.mark === 'shown' && hasTotals) protect(whole, least);

  const [{ gate, direction }] = merged as [Count];
  const told = merged.map((count): Count => {
    const mark = leaves.get(count)?.mark;
    if (mark === 'few' || mark === 'hidden') return { ...count, count: undefined, state: mark };
    // Never added, so it needs no tree.
    return (count.count ?? least) < least ? { ...count, count: undefined } : count;
  });
  const isTold = (node: Node) => node.parts.some(({ mark }) => mark !== 'shown');
  const sums = hasTotals && nodes.length > 0 ? [...(minutes < HOUR ? hours : []), whole] : [];
  const totals = sums.filter(isTold).map((node): Count => {
    const { start, minutes: length, mark, value } = node;
    const isShown = mark === 'shown';
    return {
      gate,
      direction,
      start,
      minutes: length,
      count: isShown ? value : undefined,
      state: isShown ? 'ok' : (mark as CountState),
    };
  });
  return { counts: told, totals };
}

/**
 * Counts as they were read; by gate, direction and start, as they come back. `least` of 0 or 1 withholds nothing. Without totals nothing more
 * has to be withheld: for days that are still being counted, because the difference of a total now and a moment ago would be a count.
 */
export function publishCounts(counts: readonly Count[], least: number, hasTotals = true): Published {
  const days = groupBy(counts, ({ gate, direction, start }) => `${gate}\n${direction}\n${dayOf(start)}`);
  const parts = [...days.values()].map((own) => publishDay(own, dayOf((own[0] as Count).start), least, hasTotals));
  return { counts: parts.flatMap((part) => part.counts), totals: parts.flatMap((part) => part.totals) };
}
