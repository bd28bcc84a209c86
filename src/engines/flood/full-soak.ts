/** Rain, ground, sewer and maxima for scheme "full": what `soak-javascript.ts` does, on its double precision, for all its kernels. */
import { ARRIVAL_DEPTH } from '../../model/flood.ts';
import type { FullState } from './full-grid.ts';
import { STILL } from './hllc.ts';
import { CHUNK, CLOSED, type FloodGrid, GRAVITY } from './layout.ts';
import { type Soak, SPEED_DEPTH } from './soak-javascript.ts';
import type { FloodSums } from './sums.ts';

/** Returns a function that does it and returns (|u| + √(g h))² / g of the fastest cell, m. */
export function createFullSoak(
  grid: FloodGrid,
  { h, qx, qy }: FullState,
  sewerStorage: number,
  sums: FloodSums,
): (soak: Soak) => number {
  const { bed, rainFactor, infiltration, sewer, sewerUsed, topDepth, topSpeed, arrival, duration, flags } = grid;
  const { width, height, stride, chunks, cellSize } = grid;
  const area = cellSize * cellSize;
  let fastest = 0;

  function takeUp(at: number, rain: number, seconds: number): void {
    const fallen = rain * rainFactor[at];
    const there = h[at] + fallen;
    const ground = Math.min(there, infiltration[at] * seconds);
    const drained = Math.min(there - ground, sewer[at] * seconds, sewerStorage - sewerUsed[at]);
    sewerUsed[at] += drained;
    sums.rain += fallen * area;
    sums.infiltrated += ground * area;
    sums.sewer += drained * area;
    h[at] = there - ground - drained;
  }

  function note(at: number, seconds: number, now: number): void {
    const depth = h[at];
    if (depth > topDepth[at]) topDepth[at] = depth;
    const speed = Math.max(Math.abs(qx[at]), Math.abs(qy[at])) / depth + Math.sqrt(GRAVITY * depth);
    if (speed > fastest) fastest = speed;
    if (depth >= SPEED_DEPTH) {
      const flow = Math.sqrt(qx[at] * qx[at] + qy[at] * qy[at]) / depth;
      if (flow > topSpeed[at]) topSpeed[at] = flow;
    }
    if (depth < ARRIVAL_DEPTH) return;
    duration[at] += seconds;
    if (Number.isNaN(arrival[at])) arrival[at] = now;
  }

  return ({ rain, seconds, now }) => {
    fastest = 0;
    for (let row = 1; row <= height; row++) {
      for (let chunk = 0; chunk < chunks; chunk++) {
        const flag = row * chunks + chunk;
        if (rain === 0 && flags[flag] === 0) continue;
        let isWet = false;
        const until = Math.min(width + 1, chunk * CHUNK + CHUNK);
        for (let column = Math.max(1, chunk * CHUNK); column < until; column++) {
          const at = row * stride + column;
          if (bed[at] === CLOSED || (rain === 0 && h[at] === 0)) continue;
          takeUp(at, rain, seconds);
          if (!(h[at] > STILL)) continue;
          isWet = true;
          note(at, seconds, now);
        }
        if (isWet) flags[flag] |= 1;
      }
    }
    return (fastest * fastest) / GRAVITY;
  };
}
