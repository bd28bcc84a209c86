/** Where distances and heights of a profile come in its picture, and the lines of its axes. */
import type { Profile } from '../model/profile.ts';
import { roundLength } from '../model/round-length.ts';

export interface ProfileFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
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
const SIZE = { width: 344, height: 216 };
const [LEFT, RIGHT, TOP, BOTTOM] = [38, 336, 22, 188];

function listTicks(from: number, to: number, most: number): number[] {
  const span = to - from;
  // The smallest round step that gives no more than `most` lines.
  const least = roundLength(span / most);
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * least).find((value) => span / value <= most) ?? least * 10;
  const ticks: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + 1e-9; i++) ticks.push(i * step + 0);
  return ticks;
}

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
  const toX = (distance: number) => LEFT + (distance / length) * (RIGHT - LEFT);
  const toY = (nap: number) => BOTTOM - ((nap - low) / (high - low)) * (BOTTOM - TOP);
  return {
    ...SIZE,
    left: LEFT,
    right: RIGHT,
    top: TOP,
    bottom: BOTTOM,
    toX,
    toY,
    toDistance: (x) => Math.min(Math.max((x - LEFT) / (RIGHT - LEFT), 0), 1) * length,
    heights: listTicks(low, high, 5),
    distances: listTicks(0, length, 5),
    exaggeration: (BOTTOM - TOP) / (high - low) / ((RIGHT - LEFT) / length),
  };
}
