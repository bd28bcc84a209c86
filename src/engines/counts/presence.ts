/**
 * Persons in the centre: in less out at all gates, added up from the quietest hour of the first half of the day, when nobody is taken to be
 * there. Error of a sum over time: chance adds up in variance, count by count; the share that a counter is wrong by is the same all day, so
 * it grows with all that it counted, apart for each gate and direction. What was not counted is filled in with what is usual at that time,
 * as far as the day is like the others; with what lies around it; or with nobody. Its error is taken to go the same way all through a gap.
 * Not modelled: who comes past a gate that does not count, who lives there, and who leaves after the last count.
 */

import type { CountGap, CountPresence, PresentMoment, UsualCell } from '../../model/count-answer.ts';
import { MINUTE } from '../../model/count-time.ts';
import { type CountDirection, type CountGate, countDirections } from '../../model/counts.ts';
import type { Grid } from './grid.ts';
import { chanceVariance } from './peak.ts';

/** Hours of the day in which the quietest one is looked for. */
const EARLY_HOURS = 12;
/** Of what is filled in: its standard error is at least this share. */
const FILLED_ERROR = 0.5;
/** Slots from which a day is compared with what is usual. */
const FEWEST_SLOTS = 4;

export interface PresenceInput {
  readonly grid: Grid;
  readonly gates: readonly CountGate[];
  /** By gate and direction, one for each slot. */
  readonly usual: (gate: string, direction: CountDirection) => readonly (UsualCell | undefined)[];
  readonly least: number;
}

interface Filled {
  readonly value: number;
  /** Of what is filled in; 0 for what was counted. */
  readonly error: number;
  readonly gap: CountGap | undefined;
}

interface Lane {
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

function fillLane({ grid, usual, least }: PresenceInput, gate: CountGate, direction: CountDirection): Lane {
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
      error: Math.max(spread, FILLED_ERROR * told, 1),
      gap: { gate: gate.id, direction, state, from: timeOf(slot), until: timeOf(slot + 1), by, value: told },
    });
  }
  return { gate, direction, filled };
}

/** Slots that follow each other become one. */
function joinGaps(lanes: readonly Lane[]): CountGap[] {
  const gaps: CountGap[] = [];
  for (const { filled } of lanes) {
    let open: CountGap | undefined;
    for (const { gap } of filled) {
      const goesOn = gap && open && open.until === gap.from && open.by === gap.by && open.state === gap.state;
      if (goesOn && gap && open) open = { ...open, until: gap.until, value: open.value + gap.value };
      else {
        if (open) gaps.push(open);
        open = gap;
      }
    }
    if (open) gaps.push(open);
  }
  return gaps;
}

/** The hour with the fewest passers-by, of those that begin in the first half of the day; its first slot. */
function findQuietest(
  { span: [first, end], slotMinutes }: Grid,
  lanes: readonly Lane[],
): { slot: number; persons: number } {
  const slots = Math.max(1, Math.round(60 / slotMinutes));
  const last = Math.min(end - slots, (EARLY_HOURS * 60) / slotMinutes - 1);
  let best = { slot: first, persons: Number.POSITIVE_INFINITY };
  for (let slot = first; slot <= Math.max(first, last); slot++) {
    let persons = 0;
    for (const { filled } of lanes)
      for (let i = slot; i < Math.min(slot + slots, end); i++) persons += filled[i]?.value ?? 0;
    if (persons < best.persons - 1e-9) best = { slot, persons };
  }
  return best;
}

/** Undefined where nothing was counted. */
export function estimatePresence(input: PresenceInput): CountPresence | undefined {
  const { grid, gates } = input;
  const [first, end] = grid.span;
  if (end <= first || gates.length === 0) return undefined;
  const lanes = gates.flatMap((gate) => countDirections.map((direction) => fillLane(input, gate, direction)));
  const { slot: begin, persons } = findQuietest(grid, lanes);
  const timeOf = (slot: number) => grid.from + slot * grid.slotMinutes * MINUTE;
  const moments: PresentMoment[] = [{ time: timeOf(begin), value: 0, error: 0 }];
  let [value, chance, entered] = [0, 0, 0];
  const counted = lanes.map(() => 0);
  const filledError = lanes.map(() => 0);
  for (let slot = begin; slot < end; slot++) {
    let systematic = 0;
    let gaps = 0;
    for (let l = 0; l < lanes.length; l++) {
      const { gate, direction, filled } = lanes[l] as Lane;
      const { value: own, error, gap } = filled[slot] as Filled;
      value += direction === 'in' ? own : -own;
      if (direction === 'in') entered += own;
      if (gap) filledError[l] = (filledError[l] as number) + error;
      else {
        chance += chanceVariance(own, gate.error) + error ** 2;
        counted[l] = (counted[l] as number) + own;
      }
      systematic += (gate.error.share * (counted[l] as number)) ** 2;
      gaps += (filledError[l] as number) ** 2;
    }
    moments.push({ time: timeOf(slot + 1), value, error: Math.sqrt(chance + systematic + gaps) });
  }
  const most = moments.reduce((best, moment) => (moment.value > best.value ? moment : best));
  const drift = moments.at(-1);
  return {
    start: timeOf(begin),
    quietest: persons,
    moments,
    most: most.value > 0 ? most : undefined,
    drift,
    driftShare: entered > 0 && drift ? drift.value / entered : 0,
    gaps: joinGaps(lanes),
    negative: moments.filter((moment) => moment.value < -1e-9).length,
  };
}
