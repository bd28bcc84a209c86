/** Rain, ground, sewer and maxima for scheme "full": what `soak-javascript.ts` does, on its double precision. */
import { ARRIVAL_DEPTH } from '../../model/flood.ts';
import type { FullState } from './full-scheme.ts';
import { CLOSED, type FloodGrid } from './layout.ts';
import { type Soak, SPEED_DEPTH } from './soak-javascript.ts';
import type { FloodSums } from './sums.ts';

export function createFullSoak(
  grid: FloodGrid,
  { h, qx, qy }: FullState,
  sewerStorage: number,
  sums: FloodSums,
): (soak: Soak) => void {
  const { bed, rainFactor, infiltration, sewer, sewerUsed, topDepth, topSpeed, arrival, duration } = grid;
  const { width, height, stride, cellSize } = grid;
  const area = cellSize * cellSize;

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
    topDepth[at] = Math.max(topDepth[at], depth);
    if (depth >= SPEED_DEPTH) topSpeed[at] = Math.max(topSpeed[at], Math.hypot(qx[at], qy[at]) / depth);
    if (depth < ARRIVAL_DEPTH) return;
    duration[at] += seconds;
    if (Number.isNaN(arrival[at])) arrival[at] = now;
  }

  return ({ rain, seconds, now }) => {
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) {
        if (bed[at] === CLOSED || (rain === 0 && h[at] === 0)) continue;
        takeUp(at, rain, seconds);
        note(at, seconds, now);
      }
    }
  };
}
