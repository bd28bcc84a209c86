/** The busiest slot, its error, and which slots beside it the error does not tell from it. */
import type { CountPeak } from '../../model/count-answer.ts';
import type { CountGate } from '../../model/counts.ts';
import type { Lane } from './fill.ts';

/** Beyond so many standard errors two slots differ. */
const SURE = 1.96;

/** Of one gate's counter, of so many counts that add up to `count`: what differs from count to count. Miscounted persons come one by one, as Poisson has it. */
export const chanceVariance = (count: number, { share, persons }: CountGate['error'], counts = 1): number =>
  counts * persons ** 2 + share * Math.max(0, count);

/** Of many counts of one gate that add up to `count`: what is wrong with a counter is wrong all day, and does not average out. */
export const systematicVariance = (count: number, { share }: CountGate['error']): number => (share * count) ** 2;

export interface PeakSlot {
  /** Undefined: no number that may be told. */
  readonly value: number | undefined;
  /** How much of it is filled in. */
  readonly filled: number;
  /** Variances: of chance, and with what is systematic. */
  readonly chance: number;
  readonly all: number;
}

/** All gates together: a gate that did not count must not make another moment the busiest, so what stands in for it counts. */
export function sumLanes(lanes: readonly Lane[], slot: number, counts: number): PeakSlot {
  let [value, filled, chance, systematic] = [0, 0, 0, 0];
  for (const { gate, filled: slots } of lanes) {
    const own = slots[slot];
    if (!own) continue;
    value += own.value;
    if (own.gap) {
      filled += own.value;
      chance += own.error ** 2;
    } else {
      chance += chanceVariance(own.value, gate.error, counts);
      systematic += systematicVariance(own.value, gate.error);
    }
  }
  return { value, filled, chance, all: chance + systematic };
}

/** The first of the highest; undefined where no slot has a number, or nobody came. */
export function findPeak(slots: readonly PeakSlot[]): CountPeak | undefined {
  let best = -1;
  for (const [row, { value }] of slots.entries())
    if (value !== undefined && value > (slots[best]?.value ?? 0)) best = row;
  const peak = slots[best];
  if (peak?.value === undefined) return undefined;
  const { value, filled, chance, all } = peak;
  const isAlike = (row: number) => {
    const other = slots[row];
    return other?.value !== undefined && value - other.value <= SURE * Math.sqrt(chance + other.chance);
  };
  let [from, until] = [best, best];
  while (isAlike(from - 1)) from--;
  while (isAlike(until + 1)) until++;
  return { slot: best, value, filled, error: Math.sqrt(all), from, until };
}
