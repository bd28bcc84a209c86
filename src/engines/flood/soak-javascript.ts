/**
 * What happens to each cell by itself, every two seconds (or time step, when that is longer): rain falls,
 * the ground and then the sewer take what they can, and what was highest, fastest and first is noted.
 */
import { ARRIVAL_DEPTH } from '../../model/flood.ts';
import { DRY, type FlowState } from './flow-state.ts';
import { CHUNK, type FloodGrid } from './layout.ts';
import type { FloodSums } from './sums.ts';

/** Shallower water has no speed worth telling, m. */
export const SPEED_DEPTH = 0.01;

export interface Soak {
  /** Fallen since the last time, m. */
  readonly rain: number;
  /** Since the last time. */
  readonly seconds: number;
  /** Since the start, s. */
  readonly now: number;
}

/** Returns a function that does it and returns the deepest water, m; what came and went is added to `sums`. */
export function createJavascriptSoak(
  grid: FloodGrid,
  { h, qx, qy }: FlowState,
  sewerStorage: number,
  sums: FloodSums,
): (soak: Soak) => number {
  const { rainFactor, infiltration, sewer, sewerUsed, flags, stride, chunks } = grid;
  const { topDepth, topSpeed, arrival, duration, width, height, cellSize } = grid;
  const area = cellSize * cellSize;

  function takeUp(at: number, rain: number, seconds: number): void {
    const before = h[at];
    const fallen = rain * rainFactor[at];
    if (fallen === 0 && before === 0) return;
    const there = before + fallen;
    const ground = Math.min(there, infiltration[at] * seconds);
    const drained = Math.min(there - ground, sewer[at] * seconds, Math.max(0, sewerStorage - sewerUsed[at]));
    sewerUsed[at] += drained;
    sums.rain += fallen * area;
    sums.infiltrated += ground * area;
    sums.sewer += drained * area;
    h[at] = there - ground - drained;
  }

  function note(at: number, seconds: number, now: number): void {
    const depth = h[at];
    if (depth > topDepth[at]) topDepth[at] = depth;
    if (depth >= SPEED_DEPTH) {
      const u = 0.5 * (qx[at - 1] + qx[at]);
      const v = 0.5 * (qy[at - stride] + qy[at]);
      const speed = Math.sqrt(u * u + v * v) / depth;
      if (speed > topSpeed[at]) topSpeed[at] = speed;
    }
    if (!(depth >= ARRIVAL_DEPTH)) return;
    duration[at] += seconds;
    if (Number.isNaN(arrival[at])) arrival[at] = now;
  }

  return ({ rain, seconds, now }) => {
    let top = 0;
    for (let row = 1; row <= height; row++) {
      for (let chunk = 0; chunk < chunks; chunk++) {
        const flag = row * chunks + chunk;
        if (rain === 0 && flags[flag] === 0) continue;
        let wettest = 0;
        const until = Math.min(width + 1, chunk * CHUNK + CHUNK);
        for (let column = Math.max(1, chunk * CHUNK); column < until; column++) {
          const at = row * stride + column;
          takeUp(at, rain, seconds);
          if (h[at] === 0) continue;
          note(at, seconds, now);
          wettest = Math.max(wettest, h[at]);
        }
        if (wettest > DRY) flags[flag] |= 1;
        top = Math.max(top, wettest);
      }
    }
    return top;
  };
}
