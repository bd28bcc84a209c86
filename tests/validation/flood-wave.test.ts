import { describe, expect, it } from 'vitest';
import type { SeriesStep } from '../../src/model/flood.ts';
import { attest } from './flood/attest.ts';
import { flood } from './flood/engine.ts';
import { makeGround, tell } from './flood/ground.ts';

/** Means of a discharge over steps of `step` seconds, so that the volume is exact to the quadrature. */
function toSteps(dischargeAt: (second: number) => number, seconds: number, step: number): SeriesStep[] {
  const steps = Array.from({ length: Math.ceil(seconds / step) }, (_, i) => {
    let mean = 0;
    for (let k = 0; k < 10; k++) mean += dischargeAt((i + (k + 0.5) / 10) * step) / 10;
    return { second: i * step, value: mean };
  });
  return [...steps, { second: seconds, value: 0 }];
}

describe('FL5: a wave over a horizontal plane (Hunter et al. 2005)', () => {
  const [speed, seconds] = [1, 3600];
  it.each([0.01, 0.03])("with Manning's n of %d", (manning) => {
    const depthAt = (x: number, t: number) =>
      Math.max(0, (7 / 3) * manning ** 2 * speed ** 2 * (speed * t - x)) ** (3 / 7);
    // No order to observe: the scheme leaves out what carries the wave's own speed, so finer cells come nearer to another wave.
    for (const cellSize of [100, 50, 25]) {
      const width = 5000 / cellSize;
      const ground = makeGround({ width, height: 1, cellSize, manning, seconds, bedAt: () => 0 });
      // Water everywhere moves at u, so that u times the depth enters at the end.
      const series = toSteps((t) => speed * depthAt(0, t) * cellSize, seconds, 5);
      const { last } = flood({ ...ground, inflows: [{ id: 'end', cells: [0], series }] });
      let square = 0;
      let wet = 0;
      let front = 0;
      for (let cell = 0; cell < width; cell++) {
        const x = (cell + 0.5) * cellSize;
        const h = last.depth[cell] as number;
        if (h > 0.01) front = x + cellSize / 2;
        if (x > speed * seconds) continue;
        square += (h - depthAt(x, seconds)) ** 2;
        wet++;
      }
      const rmse = Math.sqrt(square / wet);
      tell(
        `FL5 n ${manning} at ${cellSize} m`,
        `h(0) ${(last.depth[0] as number).toFixed(3)} m, RMSE ${rmse.toFixed(3)} m, front ${front} m`,
        `${depthAt(0, seconds).toFixed(3)}, 0.09, 3600 ± 300`,
      );
      if (cellSize === 50 && manning === 0.01) attest('wave', rmse);
      if (cellSize <= 50) {
        expect(rmse).toBeLessThan(0.09);
        expect(Math.abs(front - 3600)).toBeLessThanOrEqual(300);
      }
    }
  });
});

/** Straight between points, flat after the last. */
function lineAt(points: readonly (readonly [minute: number, value: number])[], second: number): number {
  const minute = second / 60;
  const next = points.findIndex(([at]) => at > minute);
  if (next === -1) return points.at(-1)?.[1] ?? 0;
  const [[a, from], [b, to]] = [points[next - 1] ?? [0, 0], points[next] ?? [0, 0]];
  return minute < a || next === 0 ? 0 : from + ((minute - a) / (b - a)) * (to - from);
}

describe('FL9: UK Environment Agency benchmark, test 4', () => {
  // The reference was computed on cells of 5 m itself: on other cells there is no order to observe, only how far the answer moves.
  it.each([10, 5])(
    'spreads over a flat floodplain as LISFLOOD-FP has it, at cells of %d m',
    { timeout: 300_000 },
    (cellSize) => {
      const arrival: (number | undefined)[] = [];
      const [width, height] = [1000 / cellSize, 2000 / cellSize];
      const ground = makeGround({ width, height, cellSize, manning: 0.05, seconds: 180 * 60, bedAt: () => 0 });
      const discharge = (second: number) =>
        lineAt(
          [
            [5, 0],
            [60, 20],
            [240, 20],
            [300, 0],
          ],
          second,
        );
      // 20 m in the middle of the west side.
      const cells = Array.from({ length: 20 / cellSize }, (_, i) => (height / 2 - 10 / cellSize + i) * width);
      const points = [50, 100, 200, 300];
      const read = (depth: Float32Array) => points.map((x) => depth[(height / 2) * width + x / cellSize] as number);
      const at60: number[] = [];
      const at180: number[] = [];
      const { balance } = flood(
        { ...ground, inflows: [{ id: 'west', cells, series: toSteps(discharge, 180 * 60, 10) }] },
        {
          moments: Array.from({ length: 180 }, (_, i) => (i + 1) * 60),
          onMoment({ second, depth }) {
            if (second === 3600) at60.push(...read(depth));
            if (second === 10_800) at180.push(...read(depth));
            for (const [i, h] of read(depth).entries()) if (h > 0.01) arrival[i] ??= second / 60;
          },
        },
      );
      const expected60 = [0.3081, 0.2457, 0.1731, 0.1124];
      const expected180 = [0.3242, 0.2732, 0.2241, 0.1946];
      const off = (found: number[], expected: number[]) =>
        found.reduce((sum, value, i) => sum + Math.abs(value - (expected[i] as number)), 0) / expected.length;
      tell(
        `FL9 h at 60 min, ${cellSize} m`,
        at60.map((h) => h.toFixed(4)).join(' '),
        `${expected60.join(' ')}, MAE 2 mm`,
      );
      tell(
        `FL9 h at 180 min, ${cellSize} m`,
        at180.map((h) => h.toFixed(4)).join(' '),
        `${expected180.join(' ')}, MAE 2 mm`,
      );
      tell(
        `FL9 MAE, ${cellSize} m`,
        `${(1e3 * off(at60, expected60)).toFixed(2)}, ${(1e3 * off(at180, expected180)).toFixed(2)} mm`,
        '2 mm',
      );
      tell(`FL9 arrival (h > 1 cm), ${cellSize} m`, arrival.join(' '), '10 17 30 45 min ± 1');
      expect(Math.abs(balance.relativeError)).toBeLessThan(1e-6);
      expect(off(at60, expected60)).toBeLessThan(0.005);
      expect(off(at180, expected180)).toBeLessThan(0.005);
      if (cellSize !== 5) return;
      attest('peer', 1e3 * off(at60, expected60));
      expect(off(at60, expected60)).toBeLessThan(0.002);
      expect(off(at180, expected180)).toBeLessThan(0.002);
      for (const [i, minute] of [10, 17, 30, 45].entries())
        expect(Math.abs((arrival[i] ?? 0) - minute)).toBeLessThanOrEqual(1);
    },
  );
});
