/** What stands in for counts that are not there: what is usual at that time, as far as the day is like the others; what lies around; or nobody. */

import type { CountGap, UsualCell } from '../../model/count-answer.ts';
import { MINUTE } from '../../model/count-time.ts';
import type { CountDirection, CountGate } from '../../model/counts.ts';
import type { Grid } from './grid.ts';

/** Of what is filled in: its standard error is at least this share of it. */
const FILLED_ERROR: Readonly<Record<CountGap['by'], number>> = { usual: 0.25, neighbours: 0.5, nothing: 1 };
/** Slots from which a day is compared with what is usual. */
const FEWEST_SLOTS = 4;

export interface FillInput {
  readonly grid: Grid;
  /** By gate and direction, one for each slot. */
  readonly usual: (gate: string, direction: CountDirection) => readonly (UsualCell | undefined)[];
  readonly least: number;
}

export interface Filled {
  readonly value: number;
  /** Of what is filled in; 0 for what was counted. */
  readonly error: number;
  readonly gap: CountGap | undefined;
}

export interface Lane {
  readonly gate: CountGate;
  readonly direction: CountDirection;
  readonly filled: readonly Filled[];
}

/** How busy the day is beside the usual one, from what was counted. */
function likeness(
  values: readonly (number | undefined)[],
  usual: readonly (UsualCell | undefined)[],
): number | undefined {
  let [own, others, slots] = [0, 0, 0];
  for (const [slot, value] of values.entries()) {
    const median = usual[slot]?.median;
    if (value === undefined || median === undefined) continue;
    own += value;
    others += median;
    slots++;
  }
  return slots >= FEWEST_SLOTS && others > 0 ? own / others : undefined;
}

export function fillLane({ grid, usual, least }: FillInput, gate: CountGate, direction: CountDirection): Lane {
  const cells = grid.gates.get(gate.id)?.[direction] ?? [];
  const [first, end] = grid.span;
  const { from, slotMinutes } = grid;
  // Of a slot of which a part is missing the rest is not used: what is usual in all of it is better.
  const values = cells.map((cell) => (cell.mark === 'part' ? undefined : cell.value));
  const expected = usual(gate.id, direction);
  const ratio = likeness(values, expected);
  const timeOf = (slot: number) => from + slot * slotMinutes * MINUTE;
  const filled: Filled[] = [];
  for (let slot = 0; slot < cells.length; slot++) {
    const value = values[slot];
    if (value !== undefined || slot < first || slot >= end) {
      const isWithheld = cells[slot]?.mark === 'few' || cells[slot]?.mark === 'hidden' || cells[slot]?.mark === 'about';
      filled.push({ value: value ?? 0, error: isWithheld ? (least - 1) / Math.sqrt(12) : 0, gap: undefined });
      continue;
    }
    const own = expected[slot];
    const before = values.slice(0, slot).findLast((other) => other !== undefined);
    const after = values.slice(slot + 1).find((other) => other !== undefined);
    const around = [before, after].filter((other) => other !== undefined);
    const by = own && ratio !== undefined ? 'usual' : around.length > 0 ? 'neighbours' : 'nothing';
    const told =
      own && ratio !== undefined
        ? own.median * ratio
        : around.reduce((all, other) => all + other, 0) / Math.max(1, around.length);
    const spread = own && ratio !== undefined ? ((own.high - own.low) / 2) * ratio : 0;
    const state = cells[slot]?.mark === 'excluded' ? 'excluded' : 'missing';
    filled.push({
      value: told,
      error: Math.max(spread, FILLED_ERROR[by] * told, 1),
      gap: { gate: gate.id, direction, state, from: timeOf(slot), until: timeOf(slot + 1), by, value: told },
    });
  }
  return { gate, direction, filled };
}
