/** Where times and numbers of people come in a chart of a day, and the lines of its axes. */
import { clockMinute, MINUTE } from '../model/count-time.ts';
import { roundLength } from '../model/round-length.ts';

export interface CountFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly toX: (time: number) => number;
  readonly toY: (value: number) => number;
  /** Moment under a place of the picture. */
  readonly toTime: (x: number) => number;
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** About the panel's own width in CSS pixels, so that text keeps its size. */
const SIZE = { width: 344, height: 196 };
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 338, 20, 170];
/** Hours between the times below the chart. */
const EVERY = 4;
const MOST_LINES = 5;

/** Round numbers from the least to the most, 0 among them. */
function listTicks(least: number, most: number): number[] {
  const whole = Math.max(1, roundLength((most - least) / MOST_LINES));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * whole).find((own) => (most - least) / own <= MOST_LINES) ?? 10 * whole;
  const ticks: number[] = [];
  for (let i = Math.ceil(least / step - 1e-9); i * step <= most + 1e-9; i++) ticks.push(i * step + 0);
  return ticks;
}

/** `least` is 0 or below. */
export function createCountFrame(from: number, until: number, least: number, most: number): CountFrame {
  const high = Math.max(most * 1.05, 1);
  const low = least < 0 ? least * 1.05 : 0;
  const times: number[] = [];
  for (let time = from; time <= until; time += 60 * MINUTE)
    if (clockMinute(time) % (EVERY * 60) === 0) times.push(time);
  return {
    ...SIZE,
    ...{ left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM },
    toX: (time) => LEFT + ((time - from) / (until - from)) * (RIGHT - LEFT),
    toY: (value) => BOTTOM - ((value - low) / (high - low)) * (BOTTOM - TOP),
    toTime: (x) => from + Math.min(Math.max((x - LEFT) / (RIGHT - LEFT), 0), 1) * (until - from),
    times,
    values: listTicks(low, high),
  };
}
