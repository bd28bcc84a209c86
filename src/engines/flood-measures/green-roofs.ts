/** Roofs that hold the first of the rain: what comes after it goes where the roof always drained to. */
import type { FloodFrame, Inflow, Series, SeriesStep } from '../../model/flood.ts';
import { drainRoofs } from '../flood-input/roofs.ts';

/** The same rain without its first `held` metres. */
export function rainAfter(rain: Series, held: number): Series {
  const steps: SeriesStep[] = [];
  let left = held;
  for (const [i, { second, value }] of rain.entries()) {
    const end = rain[i + 1]?.second ?? Number.POSITIVE_INFINITY;
    const falls = value > 0 ? value * (end - second) : 0;
    if (falls <= left) {
      left -= falls;
      steps.push({ second, value: 0 });
      continue;
    }
    const full = second + left / value;
    if (left > 0) steps.push({ second, value: 0 });
    steps.push({ second: full, value });
    left = 0;
  }
  return steps;
}

/**
 * `shares`: of each cell of the run, the part that is green roof. Inflows: cells that get equally much share one. Rain in m/s,
 * `held` in m.
 */
export function drainGreenRoofs(
  frame: FloodFrame,
  closed: Uint8Array,
  bed: ArrayLike<number>,
  shares: Float32Array,
  rain: Series,
  held: number,
  id: string,
): Inflow[] {
  const none = new Float32Array(shares.length);
  const { rainFactor } = drainRoofs(frame, closed, bed as Float32Array, shares, none);
  const byShare = new Map<number, number[]>();
  for (let cell = 0; cell < rainFactor.length; cell++) {
    const share = rainFactor[cell] as number;
    if (share === 0) continue;
    const cells = byShare.get(share);
    if (cells) cells.push(cell);
    else byShare.set(share, [cell]);
  }
  const rest = rainAfter(rain, held);
  const area = frame.cellSize * frame.cellSize;
  return [...byShare].map(([share, cells], i) => ({
    id: `${id}/${i + 1}`,
    cells,
    series: rest.map(({ second, value }) => ({ second, value: value * share * area * cells.length })),
  }));
}
