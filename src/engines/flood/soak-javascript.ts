/**
 * What happens to each cell by itself, every two seconds (or time step, when that is longer): rain falls,
 * the ground and then the sewer take what they can, and what was highest, fastest and first is noted.
 */
import { ARRIVAL_DEPTH } from '../../model/flood.ts';
import { DRY } from './flow-javascript.ts';
import { CHUNK, type FloodGrid } from './layout.ts';
import type { FloodSums } from './sums.ts';

/** Shallower water has no speed worth telling, m. */
export const SPEED_DEPTH = 0.01;

const round = Math.fround;
const dry = round(DRY);
const arrivalDepth = round(ARRIVAL_DEPTH);
const speedDepth = round(SPEED_DEPTH);

export interface Soak {
  /** Fallen since the last time, m. */
  readonly rain: number;
  /** Since the last time. */
  readonly seconds: number;
  /** Since the start, s. */
  readonly now: number;
}

/** Returns a function that does it and returns the deepest water, m; what came and went is added to `sums`. */
export function createJavascriptSoak(grid: FloodGrid, sewerStorage: number, sums: FloodSums): (soak: Soak) => number {
  const { depth, excess, qx, qy, rainFactor, infiltration, sewer, sewerUsed, flags, stride, chunks } = grid;
  const { topDepth, topSpeed, arrival, duration, width, height, cellSize } = grid;
  const area = cellSize * cellSize;
  const storage = round(Math.min(sewerStorage, 1e30));

  function takeUp(at: number, rain: number, seconds: number): void {
    const h = depth[at];
    const fallen = round(rain * rainFactor[at]);
    if (fallen === 0 && !(h > dry)) return;
    const there = round(h + fallen);
    const ground = Math.min(there, round(infiltration[at] * seconds));
    const room = Math.min(round(sewer[at] * seconds), round(storage - sewerUsed[at]));
    const drained = Math.min(round(there - ground), room);
    sewerUsed[at] = round(sewerUsed[at] + drained);
    sums.rain += fallen * area;
    sums.infiltrated += ground * area;
    sums.sewer += drained * area;
    const change = round(round(fallen - ground) - drained);
    if (change === 0) return;
    const y = round(change - excess[at]);
    const sum = Math.max(0, round(h + y));
    excess[at] = round(round(sum - h) - y);
    depth[at] = sum;
  }

  function note(at: number, seconds: number, now: number): void {
    const h = depth[at];
    if (h > topDepth[at]) topDepth[at] = h;
    if (h >= speedDepth) {
      const u = round(0.5 * round(qx[at - 1] + qx[at]));
      const v = round(0.5 * round(qy[at - stride] + qy[at]));
      const speed = round(round(Math.sqrt(round(round(u * u) + round(v * v)))) / h);
      if (speed > topSpeed[at]) topSpeed[at] = speed;
    }
    if (!(h >= arrivalDepth)) return;
    duration[at] = round(duration[at] + seconds);
    if (Number.isNaN(arrival[at])) arrival[at] = now;
  }

  return ({ rain, seconds, now }) => {
    const fallen = round(rain);
    const passed = round(seconds);
    let top = 0;
    for (let row = 1; row <= height; row++) {
      for (let chunk = 0; chunk < chunks; chunk++) {
        const flag = row * chunks + chunk;
        if (fallen === 0 && flags[flag] === 0) continue;
        let wettest = 0;
        const until = Math.min(width + 1, chunk * CHUNK + CHUNK);
        for (let column = Math.max(1, chunk * CHUNK); column < until; column++) {
          const at = row * stride + column;
          takeUp(at, fallen, passed);
          if (!(depth[at] > dry)) continue;
          note(at, passed, now);
          wettest = Math.max(wettest, depth[at]);
        }
        if (wettest > dry) flags[flag] |= 1;
        top = Math.max(top, wettest);
      }
    }
    return top;
  };
}
