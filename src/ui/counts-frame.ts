/** Where times and numbers of people come in a chart of a day, and the lines of its axes. */
import { clockMinute, MINUTE } from '../model/count-time.ts';
import { roundLength } from '../model/round-length.ts';
import { alongBox, type ChartBox, listTicks } from './chart-box.ts';

export interface CountFrame extends ChartBox {
  readonly toX: (time: number) => number;
  readonly toY: (value: number) => number;
  /** Moment under a place of the picture. */
  readonly toTime: (x: number) => number;
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** About the panel's own width in CSS pixels, so that text keeps its size. */
const BOX: ChartBox = { width: 344, height: 196, left: 40, right: 338, top: 20, bottom: 170 };
/** Hours between the times below the chart. */
const EVERY = 4;
const MOST_LINES = 5;

/** `least` is 0 or below. */
export function createCountFrame(from: number, until: number, least: number, most: number): CountFrame {
  const high = Math.max(most * 1.05, 1);
  const low = least < 0 ? least * 1.05 : 0;
  const times: number[] = [];
  for (let time = from; time <= until; time += 60 * MINUTE)
    if (clockMinute(time) % (EVERY * 60) === 0) times.push(time);
  return {
    ...BOX,
    toX: (time) => BOX.left + ((time - from) / (until - from)) * (BOX.right - BOX.left),
    toY: (value) => BOX.bottom - ((value - low) / (high - low)) * (BOX.bottom - BOX.top),
    toTime: (x) => from + alongBox(x, BOX) * (until - from),
    times,
    // Whole persons.
    values: listTicks(low, high, MOST_LINES, Math.max(1, roundLength((high - low) / MOST_LINES))),
  };
}
