/** A day of counts as equal slots: what each gate counted each way, and all gates together. */

import { type CountCell, isTold } from '../../model/count-answer.ts';
import { clockMinute, MINUTE, minutesOfDay, startOfDay } from '../../model/count-time.ts';
import { type Count, type CountDirection, countDirections } from '../../model/counts.ts';
import { shownMinutes } from '../../model/publish-counts.ts';
import { estimateCounts } from './estimate.ts';

const HOUR = 60;

export interface DayCounts {
  readonly day: string;
  readonly counts: readonly Count[];
  readonly totals: readonly Count[];
}

type Lanes = Readonly<Record<CountDirection, readonly CountCell[]>>;

export interface Grid {
  readonly day: string;
  readonly from: number;
  readonly slotMinutes: number;
  /** Counts in a slot. */
  readonly perSlot: number;
  /** What the Dutch clock shows at the start of each slot, minutes after midnight. */
  readonly clock: readonly number[];
  /** By id. */
  readonly gates: ReadonlyMap<string, Lanes>;
  readonly span: readonly [number, number];
}

export const noCell: CountCell = { mark: 'none', value: undefined, low: 0, high: 0 };

const exact = (value: number, mark: 'ok' | 'late' = 'ok'): CountCell => ({ mark, value, low: value, high: value });
const few = (value: number, least: number): CountCell => ({ mark: 'few', value, low: 0, high: least - 1 });

/** Cells that are parts of one thing: the same in slots of an hour, over gates and over days. */
export function addCells(cells: readonly CountCell[]): CountCell {
  const there = cells.filter(({ mark }) => mark !== 'none');
  if (there.length === 0) return noCell;
  const known = there.filter(({ value }) => value !== undefined);
  const has = (mark: CountCell['mark']) => there.some((cell) => cell.mark === mark);
  if (known.length === 0) return { ...noCell, mark: has('excluded') ? 'excluded' : 'missing' };
  const sum = (of: 'value' | 'low' | 'high') => known.reduce((all, cell) => all + (cell[of] ?? 0), 0);
  const [value, low, high] = [sum('value'), sum('low'), sum('high')];
  if (known.length < there.length || has('part')) {
    // At least what may be told of it; nothing, where that is nothing.
    return there.some(isTold) ? { mark: 'part', value: low, low, high: low } : { ...noCell, mark: 'missing' };
  }
  // Parts that are all withheld tell nothing that may be told as a number.
  if (!there.some(isTold)) return there.length === 1 ? (there[0] as CountCell) : { mark: 'about', value, low, high };
  if (there.every(({ mark }) => mark === 'ok' || mark === 'late')) return exact(value, has('late') ? 'late' : 'ok');
  return { mark: 'about', value, low, high };
}

/** Of one count as it is shown, with what it may have been. */
function toCell({ state, count }: Count, value: number | undefined, least: number): CountCell {
  if (state === 'ok' || state === 'late') return exact(count ?? 0, state);
  if (state === 'few') return few(value ?? 0, least);
  if (state === 'hidden') return { mark: 'hidden', value, low: 0, high: Math.max(least, 2 * (value ?? 0)) };
  return { ...noCell, mark: state };
}

/** A sum of which parts are withheld, as it was published. */
function toTotal({ state, count }: Count, parts: CountCell, least: number): CountCell {
  if (state === 'few' || state === 'hidden') return toCell({ state } as Count, parts.value, least);
  const isWhole = !(['part', 'missing', 'excluded'] as const).some((mark) => mark === parts.mark);
  return isWhole ? exact(count ?? 0) : { mark: 'part', value: count, low: count ?? 0, high: count ?? 0 };
}

function toLane(
  counts: readonly Count[],
  totals: readonly Count[],
  least: number,
  frame: Pick<Grid, 'from' | 'slotMinutes'> & { slots: number },
) {
  const values = estimateCounts({ counts, totals }, least);
  const parts: CountCell[][] = Array.from({ length: frame.slots }, () => []);
  const rowOf = (start: number) => Math.floor((start - frame.from) / (frame.slotMinutes * MINUTE));
  for (const [i, count] of counts.entries()) parts[rowOf(count.start)]?.push(toCell(count, values[i], least));
  const cells = parts.map(addCells);
  if (frame.slotMinutes === HOUR)
    for (const total of totals) {
      const row = rowOf(total.start);
      if (total.minutes === HOUR && cells[row]) cells[row] = toTotal(total, cells[row], least);
    }
  return cells;
}

/** Least slot in which all that was counted that day fits. */
const finest = (counts: readonly Count[]) => shownMinutes([...new Set(counts.map(({ minutes }) => minutes))]);

/** In slots of at least so many minutes. */
export function toGrid(
  { day, counts, totals }: DayCounts,
  gates: readonly string[],
  minutes: number,
  least: number,
): Grid {
  const from = startOfDay(day);
  const finestMinutes = finest(counts);
  const slotMinutes = Math.max(minutes, finestMinutes);
  const slots = Math.ceil(minutesOfDay(day) / slotMinutes);
  const frame = { from, slotMinutes, slots };
  const lanes = (gate: string): Lanes =>
    Object.fromEntries(
      countDirections.map((direction) => {
        const own = (all: readonly Count[]) =>
          all.filter((count) => count.gate === gate && count.direction === direction);
        return [direction, toLane(own(counts), own(totals), least, frame)];
      }),
    ) as unknown as Lanes;
  const cells = new Map(gates.map((gate) => [gate, lanes(gate)]));
  const isThere = Array.from({ length: slots }, (_, slot) =>
    [...cells.values()].some((lane) => countDirections.some((direction) => lane[direction][slot]?.mark !== 'none')),
  );
  return {
    ...{ day, from, slotMinutes, perSlot: slotMinutes / finestMinutes },
    clock: Array.from({ length: slots }, (_, slot) => clockMinute(from + slot * slotMinutes * MINUTE)),
    gates: cells,
    span: [Math.max(0, isThere.indexOf(true)), isThere.lastIndexOf(true) + 1],
  };
}

/** Of a gate and direction over the day: from hours, because sums of those are shown where quarters are withheld. */
export function dayTotal(
  { day, counts, totals }: DayCounts,
  gate: string,
  direction: CountDirection,
  least: number,
): CountCell {
  const isOwn = (count: Count) => count.gate === gate && count.direction === direction;
  const own = totals.filter(isOwn);
  const frame = { from: startOfDay(day), slotMinutes: HOUR, slots: minutesOfDay(day) / HOUR };
  const sum = addCells(toLane(counts.filter(isOwn), own, least, frame));
  const whole = own.find(({ minutes }) => minutes > 2 * HOUR);
  return whole ? toTotal(whole, sum, least) : sum;
}
