import { roundLength } from '../model/round-length.ts';

/** A picture of figures, and where its axes lie in it; CSS pixels. */
export interface ChartBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far a place of the picture lies along its axis, 0 to 1. */
export const alongBox = (x: number, { left, right }: Pick<ChartBox, 'left' | 'right'>): number =>
  Math.min(Math.max((x - left) / (right - left), 0), 1);

/** Round numbers between two, 0 among them: by the smallest round step, from `least` on, that gives no more than `most` parts. */
export function listTicks(from: number, to: number, most: number, least = roundLength((to - from) / most)): number[] {
  const span = to - from;
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * least).find((value) => span / value <= most) ?? least * 10;
  const ticks: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + 1e-9; i++) ticks.push(i * step + 0);
  return ticks;
}
