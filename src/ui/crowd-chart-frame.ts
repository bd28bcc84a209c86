/** Where moments and figures come in a chart over the time of an event, and the lines of its axes. */
import { listClockTicks } from '../model/event-clock.ts';
import { roundLength } from '../model/round-length.ts';

export interface CrowdChartFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly toX: (second: number) => number;
  readonly toY: (value: number) => number;
  readonly toSecond: (x: number) => number;
  /** Round clock times, s from the start. */
  readonly seconds: readonly number[];
  /** Round figures from 0. */
  readonly values: readonly number[];
}

/** About the panel's own width in CSS pixels, so that text keeps its size. */
const SIZE = { width: 344, height: 176 };
const [LEFT, RIGHT, TOP, BOTTOM] = [38, 336, 12, 150];

/** `last`: s, `most`: the highest figure that is drawn. */
export function createChartFrame(start: string, last: number, most: number): CrowdChartFrame {
  const end = Math.max(last, 1);
  const high = Math.max(most, 1e-3) * 1.05;
  const least = roundLength(high / 4);
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * least).find((value) => high / value <= 5) ?? least * 10;
  const toX = (second: number) => LEFT + (second / end) * (RIGHT - LEFT);
  return {
    ...SIZE,
    left: LEFT,
    right: RIGHT,
    top: TOP,
    bottom: BOTTOM,
    toX,
    toY: (value) => BOTTOM - (value / high) * (BOTTOM - TOP),
    toSecond: (x) => Math.min(Math.max((x - LEFT) / (RIGHT - LEFT), 0), 1) * end,
    seconds: listClockTicks(start, end, 5),
    values: Array.from({ length: Math.floor(high / step + 1e-9) + 1 }, (_, i) => i * step),
  };
}
