/**
 * Counts at the entries of a town on one day: how many, when, from which side, what is usual, and how many are there. Pure; from what may be
 * shown only (`model/publish-counts.ts`), so that no answer tells more than that.
 *
 * Error of a sum of counts at a gate: chance of each count (persons² and, as miscounted persons come one by one, share × count) adds up in
 * variance; the share that a counter is wrong by is the same in all its counts, so it adds up as it is. Gates and directions are independent.
 *
 * Not told: who, where from beyond the gate, and whether someone passes twice. Holidays count as the weekday that they are.
 */
import {
  type CountAnswer,
  type CountCell,
  type CountPeak,
  type GateCounts,
  isTold,
  type UsualCell,
} from '../model/count-answer.ts';
import { type CountWay, countWays } from '../model/count-choice.ts';
import { dayOf, MINUTE } from '../model/count-time.ts';
import {
  type Count,
  type CountDirection,
  type CountGate,
  type CountState,
  type CountTown,
  countDirections,
} from '../model/counts.ts';
import { fillLane } from './counts/fill.ts';
import { addCells, type DayCounts, dayTotal, type Grid, noCell, toGrid } from './counts/grid.ts';
import { chanceVariance, findPeak, type PeakSlot, sumLanes, systematicVariance } from './counts/peak.ts';
import { estimatePresence } from './counts/presence.ts';
import { listComparable, QUANTILE_DAYS, toUsual } from './counts/usual.ts';

export type CountInput = Pick<CountTown, 'gates' | 'counts' | 'totals' | 'leastShown'>;

export interface CountDays {
  /** ISO local dates on which anything was expected, in order. */
  readonly days: readonly string[];
  /** In slots of at least so many minutes; throws for a day that is none of them. */
  answer(day: string, minutes: number): CountAnswer;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

type ByWay<T> = Record<CountWay, T>;
const byWay = <T>(of: (way: CountWay) => T): ByWay<T> =>
  Object.fromEntries(countWays.map((way) => [way, of(way)])) as ByWay<T>;
const directionsOf = (way: CountWay): readonly CountDirection[] => (way === 'both' ? countDirections : [way]);

/** Over gates or all day that a part came late says little: it is told where it did. */
const inTime = (cell: CountCell): CountCell => (cell.mark === 'late' ? { ...cell, mark: 'ok' } : cell);

const errorOf = (gates: ReadonlyMap<string, CountGate>, gate: string) =>
  gates.get(gate)?.error ?? { share: 0, persons: 0 };

/** Slots of other days by the same time on the clock: what comes twice in autumn is compared with the one there is. */
function alignTo(grid: Grid, other: Grid): readonly number[] {
  const rows = new Map<number, number>();
  for (const [row, minute] of other.clock.entries()) if (!rows.has(minute)) rows.set(minute, row);
  return grid.clock.map((minute) => rows.get(minute) ?? -1);
}

const emptyStates = (): Record<CountState, number> => ({ ok: 0, missing: 0, excluded: 0, late: 0, few: 0, hidden: 0 });

/** Prepares all days once; each answer costs some milliseconds. */
export function createCountDays({ gates, counts, totals, leastShown: least }: CountInput): CountDays {
  const ids = gates.map(({ id }) => id);
  const known = new Map(gates.map((gate) => [gate.id, gate]));
  const byDay = new Map<string, { day: string; counts: Count[]; totals: Count[] }>();
  const dayFor = (time: number) => {
    const day = dayOf(time);
    const own = byDay.get(day) ?? { day, counts: [], totals: [] };
    byDay.set(day, own);
    return own;
  };
  for (const count of counts) dayFor(count.start).counts.push(count);
  for (const total of totals) dayFor(total.start).totals.push(total);
  const days = [...byDay.keys()].sort();
  const grids = new Map<string, Grid>();
  const gridOf = (day: string, minutes: number): Grid => {
    const key = `${day}/${minutes}`;
    const grid = grids.get(key) ?? toGrid(byDay.get(day) as DayCounts, ids, minutes, least);
    grids.set(key, grid);
    return grid;
  };

  function toGate(gate: string, grid: Grid, day: DayCounts, others: readonly Grid[]): GateCounts {
    const members = gate === '' ? ids : [gate];
    const laneOf = (of: Grid, way: CountWay): CountCell[] => {
      const parts = members.flatMap((id) => directionsOf(way).map((direction) => of.gates.get(id)?.[direction] ?? []));
      const cells = of.clock.map((_, slot) => addCells(parts.map((part) => part[slot] ?? noCell)));
      return gate === '' ? cells.map(inTime) : cells;
    };
    const cells = byWay((way) => laneOf(grid, way));
    const rows = others.map((other) => alignTo(grid, other));
    const usual = byWay((way): (UsualCell | undefined)[] => {
      const lanes = others.map((other) => laneOf(other, way));
      return grid.clock.map((_, slot) => toUsual(lanes.map((lane, i) => lane[rows[i]?.[slot] ?? -1])));
    });
    const totalOf = byWay((way) =>
      inTime(
        addCells(members.flatMap((id) => directionsOf(way).map((direction) => dayTotal(day, id, direction, least)))),
      ),
    );
    const peaks = byWay((way): CountPeak | undefined =>
      findPeak(
        grid.clock.map((_, slot): PeakSlot => {
          const own = directionsOf(way).map((direction) => grid.gates.get(gate)?.[direction][slot]?.value ?? 0);
          const chance = sum(own.map((value) => chanceVariance(value, errorOf(known, gate), grid.perSlot)));
          const systematic = sum(own.map((value) => systematicVariance(value, errorOf(known, gate))));
          const cell = cells[way][slot] ?? noCell;
          return { value: isTold(cell) ? cell.value : undefined, filled: 0, chance, all: chance + systematic };
        }),
      ),
    );
    const counted = (id: string, direction: CountDirection) =>
      (grid.gates.get(id)?.[direction] ?? []).filter(({ value }) => value !== undefined);
    const netVariance = sum(
      members.flatMap((id) =>
        countDirections.flatMap((direction) => {
          const own = counted(id, direction).map(({ value }) => value ?? 0);
          const error = errorOf(known, id);
          return [
            ...own.map((value) => chanceVariance(value, error, grid.perSlot)),
            systematicVariance(sum(own), error),
          ];
        }),
      ),
    );
    const [entered, left] = [totalOf.in.value, totalOf.out.value];
    const net =
      entered === undefined || left === undefined
        ? undefined
        : { value: entered - left, error: Math.sqrt(netVariance) };
    return { gate, cells, totals: totalOf, net, peaks, usual };
  }

  function answer(day: string, minutes: number): CountAnswer {
    const own = byDay.get(day);
    if (!own) throw new Error(`Expected a day with counts (${days[0]} to ${days.at(-1)}), got ${day}.`);
    const grid = gridOf(day, minutes);
    const comparable = listComparable(day, days);
    const others = comparable.days
      .map((other) => gridOf(other, minutes))
      .filter(({ slotMinutes }) => slotMinutes === grid.slotMinutes);
    const told = ids.map((id) => toGate(id, grid, own, others));
    const byGate = new Map(told.map((gate) => [gate.gate, gate]));
    const filling = { grid, usual: (gate: string, way: CountDirection) => byGate.get(gate)?.usual[way] ?? [], least };
    const lanes = gates.flatMap((gate) => countDirections.map((direction) => fillLane(filling, gate, direction)));
    const townPeak = (way: CountWay) => {
      const own = lanes.filter(({ direction }) => directionsOf(way).includes(direction));
      return findPeak(grid.clock.map((_, slot) => sumLanes(own, slot, grid.perSlot)));
    };
    const states = emptyStates();
    for (const { state } of own.counts) states[state]++;
    return {
      day,
      from: grid.from,
      slotMinutes: grid.slotMinutes,
      starts: grid.clock.map((_, slot) => grid.from + slot * grid.slotMinutes * MINUTE),
      span: grid.span,
      gates: told,
      town: { ...toGate('', grid, own, others), peaks: byWay(townPeak) },
      comparable: {
        kind: comparable.kind,
        days: others.map((other) => other.day),
        isRange: others.length < QUANTILE_DAYS,
      },
      presence: estimatePresence(grid, lanes),
      states,
      most: Math.max(0, ...told.flatMap(({ cells }) => [...cells.in, ...cells.out].map(({ value }) => value ?? 0))),
    };
  }

  return { days, answer };
}
