/** The busiest slot, its error, and which slots beside it the error does not tell from it. */
import type { CountCell, CountPeak } from '../../model/count-answer.ts';
import { isTold } from '../../model/count-answer.ts';
import type { CountGate } from '../../model/counts.ts';

/** Beyond so many standard errors two slots differ. */
const SURE = 1.96;

/** Of one gate's counter, of one count: what differs from count to count. Miscounted persons come one by one, as Poisson has it. */
export const chanceVariance = (count: number, { share, persons }: CountGate['error']): number =>
  persons ** 2 + share * Math.max(0, count);

/** Of many counts of one gate that add up to `count`: what is wrong with a counter is wrong all day, and does not average out. */
export const systematicVariance = (count: number, { share }: CountGate['error']): number => (share * count) ** 2;

export interface PeakLane {
  readonly cells: readonly CountCell[];
  /** Variances of each slot: that of chance, and with what is systematic. */
  readonly chance: readonly number[];
  readonly all: readonly number[];
}

/** The first of the highest; undefined where no slot has a number that may be told, or nobody came. */
export function findPeak({ cells, chance, all }: PeakLane): CountPeak | undefined {
  let slot = -1;
  for (const [row, cell] of cells.entries())
    if (isTold(cell) && (cell.value ?? 0) > (cells[slot]?.value ?? 0)) slot = row;
  const value = cells[slot]?.value;
  if (value === undefined) return undefined;
  const isAlike = (row: number) => {
    const other = cells[row];
    if (!other || !isTold(other) || other.value === undefined) return false;
    return value - other.value <= SURE * Math.sqrt((chance[slot] as number) + (chance[row] as number));
  };
  let [from, until] = [slot, slot];
  while (isAlike(from - 1)) from--;
  while (isAlike(until + 1)) until++;
  return { slot, value, error: Math.sqrt(all[slot] as number), from, until };
}
