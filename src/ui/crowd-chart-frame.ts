/** Where moments and figures come in a chart over the time of an event, and the lines of its axes. */
import { listClockTicks } from '../model/event-clock.ts';
import { roundLength } from '../model/round-length.ts';
import { alongBox, type ChartBox, listTicks } from './chart-box.ts';

export interface CrowdChartFrame extends ChartBox {
  readonly toX: (second: number) => number;
  readonly toY: (value: number) => number;
  readonly toSecond: (x: number) => number;
  /** Round clock times, s from the start. */
  readonly seconds: readonly number[];
  /** Round figures from 0. */
  readonly values: readonly number[];
}

/** About the panel's own width in CSS pixels, so that text keeps its size. */
const BOX: ChartBox = { width: 344, height: 176, left: 38, right: 336, top: 12, bottom: 150 };

/** `last`: s, `most`: the highest figure that is drawn. */
export function createChartFrame(start: string, last: number, most: number): CrowdChartFrame {
  const end = Math.max(last, 1);
  const high = Math.max(most, 1e-3) * 1.05;
  const toX = (second: number) => BOX.left + (second / end) * (BOX.right - BOX.left);
  return {
    ...BOX,
    toX,
    toY: (value) => BOX.bottom - (value / high) * (BOX.bottom - BOX.top),
    toSecond: (x) => alongBox(x, BOX) * end,
    seconds: listClockTicks(start, end, 5),
    values: listTicks(0, high, 5, roundLength(high / 4)),
  };
}
