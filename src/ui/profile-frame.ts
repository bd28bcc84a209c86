/** Where distances and heights of a profile come in its picture, and the lines of its axes. */
import type { Profile } from '../model/profile.ts';
import { alongBox, type ChartBox, listTicks } from './chart-box.ts';

export interface ProfileFrame extends ChartBox {
  readonly toX: (distance: number) => number;
  readonly toY: (nap: number) => number;
  readonly toDistance: (x: number) => number;
  /** Round metres NAP and metres of distance, within the picture. */
  readonly heights: readonly number[];
  readonly distances: readonly number[];
  /** Pixels per metre of height over pixels per metre of distance. */
  readonly exaggeration: number;
}

/** About the panel's own width in CSS pixels, so that text keeps its size. */
const BOX: ChartBox = { width: 344, height: 216, left: 38, right: 336, top: 22, bottom: 188 };

/** Undefined when no height is known at all. */
export function createProfileFrame({ rows, cuts, length }: Profile): ProfileFrame | undefined {
  const all = [
    ...rows.flatMap(({ ground, surface }) => [ground, surface]),
    ...cuts.flatMap(({ top }) => top.filter((_, i) => i % 2)),
  ];
  const known = all.filter((height) => height !== undefined);
  if (known.length === 0) return undefined;
  let low = known.reduce((a, b) => Math.min(a, b));
  let high = known.reduce((a, b) => Math.max(a, b));
  // Air above and ground below; a level field gets at least some metres.
  const room = Math.max((high - low) * 0.08, 1);
  low -= room;
  high += room;
  const toX = (distance: number) => BOX.left + (distance / length) * (BOX.right - BOX.left);
  const toY = (nap: number) => BOX.bottom - ((nap - low) / (high - low)) * (BOX.bottom - BOX.top);
  return {
    ...BOX,
    toX,
    toY,
    toDistance: (x) => alongBox(x, BOX) * length,
    heights: listTicks(low, high, 5),
    distances: listTicks(0, length, 5),
    exaggeration: (BOX.bottom - BOX.top) / (high - low) / ((BOX.right - BOX.left) / length),
  };
}
