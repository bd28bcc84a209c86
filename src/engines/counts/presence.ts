/**
 * Persons in the centre: in less out at all gates, added up from the quietest hour of the first half of the day, when nobody is taken to be
 * there. Error of a sum over time: chance adds up in variance, count by count; the share that a counter is wrong by is the same all day, so
 * it grows with all that it counted, apart for each gate and direction. What was not counted is filled in with what is usual at that time,
 * as far as the day is like the others; with what lies around it; or with nobody. Its error is taken to go the same way all through a gap.
 * Not modelled: who comes past a gate that does not count, who lives there, and who leaves after the last count.
 */

import type { CountGap, CountPresence, PresentMoment } from '../../model/count-answer.ts';
import { MINUTE } from '../../model/count-time.ts';
import type { Filled, Lane } from './fill.ts';
import type { Grid } from './grid.ts';
import { chanceVariance } from './peak.ts';

/** Hours of the day in which the quietest one is looked for. */
const EARLY_HOURS = 12;
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

/**
 * The hour with the fewest passers-by, of those that begin in the first half of the day; its first slot. Of a night in which all is withheld, and
 * so alike, its middle.
 */
function findQuietest(
  { span: [first, end], slotMinutes }: Grid,
  lanes: readonly Lane[],
): { slot: number; persons: number } {
  const slots = Math.max(1, Math.round(60 / slotMinutes));
  const last = Math.max(first, Math.min(end - slots, (EARLY_HOURS * 60) / slotMinutes - 1));
  const hours: number[] = [];
  for (let slot = first; slot <= last; slot++) {
    let persons = 0;
    for (const { filled } of lanes)
      for (let i = slot; i < Math.min(slot + slots, end); i++) persons += filled[i]?.value ?? 0;
    hours.push(persons);
  }
  const persons = hours.reduce((a, b) => Math.min(a, b));
  const from = hours.findIndex((own) => own <= persons + 1e-6);
  let until = from;
  while ((hours[until + 1] ?? Number.POSITIVE_INFINITY) <= persons + 1e-6) until++;
  return { slot: first + Math.floor((from + until) / 2), persons };
}

/** Undefined where nothing was counted. */
export function estimatePresence(grid: Grid, lanes: readonly Lane[]): CountPresence | undefined {
  const [first, end] = grid.span;
  if (end <= first || lanes.length === 0) return undefined;
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
        chance += chanceVariance(own, gate.error, grid.perSlot) + error ** 2;
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
