/**
 * What the clock on the GPU goes by for some hundred steps: until when, and rain and inflows in that time. Times are whole ticks
 * since the plan's origin, the last moment at which rain and ground were dealt with.
 */
import type { FloodInput, Series } from '../../../model/flood.ts';
import { PLAN } from './clock-shader.ts';

const SOAK_SECONDS = 2;
const MOST_TICKS = 2 ** 32 - 1;
/** Ticks of a plan: some 256 of the longest steps, so that sums of ticks stay within 32 bits. */
const PLAN_TICKS = 2 ** 30;

/** Seconds per tick: a longest step is some millions of them, so that single precision holds it, and two seconds fit too. */
export const chooseTick = (longestStep: number): number =>
  Math.max(2 ** (Math.ceil(Math.log2(longestStep)) - 22), 2 ** -28);

/** The clock between two plans, s since the start. */
export interface ClockTimes {
  readonly now: number;
  readonly soaked: number;
  readonly rained: number;
}

export interface ClockPlan {
  readonly words: Uint32Array<ArrayBuffer>;
  /** Ticks of the clock at the start: now, soaked, rained. */
  readonly start: readonly [number, number, number];
  readonly stop: number;
  /** Seconds that it covers. */
  readonly length: number;
  toTimes(now: number, soaked: number, rained: number): ClockTimes;
}

export interface Planner {
  readonly words: number;
  /** Before the first step: rain until half of the first portion. */
  begin(): ClockPlan;
  /** From `times` on, at most until `until`. */
  plan(times: ClockTimes, until: number): ClockPlan;
}

export function createPlanner(input: FloodInput, tick: number): Planner {
  const { rain, seconds, inflows = [] } = input;
  const area = input.frame.cellSize ** 2;
  /** Rain, then the rise that each inflow brings to its cells, m/s. */
  const all: Series[] = [
    rain,
    ...inflows.map(({ cells, series }) =>
      series.map(({ second, value }) => ({ second, value: value / (cells.length * area) })),
    ),
  ];
  const words = PLAN.words + all.reduce((sum, { length }) => sum + 2 + 2 * length, 0);

  function fill(origin: number, header: Partial<Record<keyof typeof PLAN, number>>): Uint32Array<ArrayBuffer> {
    const plan = new Uint32Array(words);
    const numbers = new Float32Array(plan.buffer);
    const ticksOf = (second: number) => Math.min(Math.max(Math.round((second - origin) / tick), 0), MOST_TICKS);
    for (const [name, value] of Object.entries(header)) plan[PLAN[name as keyof typeof PLAN]] = value;
    numbers[PLAN.origin] = origin;
    numbers[PLAN.beyond] = header.beyond ?? 0;
    plan[PLAN.end] = ticksOf(seconds);
    plan[PLAN.soak] = Math.round(SOAK_SECONDS / tick);
    let free = PLAN.words + all.length * 2;
    for (const [i, steps] of all.entries()) {
      plan[PLAN.words + i * 2] = free;
      // What is over when the plan starts, and what comes when it is over, is left out.
      const pieces = steps.filter(
        ({ second }, k) => ticksOf(second) < MOST_TICKS && (steps[k + 1]?.second ?? Number.POSITIVE_INFINITY) > origin,
      );
      plan[PLAN.words + i * 2 + 1] = pieces.length;
      for (const { second, value } of pieces) {
        plan[free++] = ticksOf(second);
        numbers[free++] = value;
      }
    }
    return plan;
  }

  return {
    words,
    begin: () => ({
      words: fill(0, { begins: 1, stop: 1 }),
      start: [0, 0, 0],
      stop: 1,
      length: 0,
      toTimes: (_now, _soaked, rained) => ({ now: 0, soaked: 0, rained: rained * tick }),
    }),
    plan({ now, soaked, rained }, until) {
      const start = Math.round((now - soaked) / tick);
      const all = Math.max(1, Math.round((until - now) / tick));
      const isEnd = all <= PLAN_TICKS;
      const stop = start + Math.min(all, PLAN_TICKS);
      const beyond = isEnd ? 0 : (all - PLAN_TICKS) * tick;
      return {
        words: fill(soaked, { stop, isEnd: Number(isEnd), beyond }),
        start: [start, 0, Math.round((rained - soaked) / tick)],
        stop,
        length: (stop - start) * tick,
        toTimes: (to, soakedTo, rainedTo) => ({
          now: isEnd && to >= stop ? until : soaked + to * tick,
          soaked: isEnd && to >= stop ? until : soaked + soakedTo * tick,
          rained: soaked + rainedTo * tick,
        }),
      };
    },
  };
}
