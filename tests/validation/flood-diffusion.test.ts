import { expect, it } from 'vitest';
import { flood } from './flood/engine.ts';
import { makeGround, observedOrders, tell } from './flood/ground.ts';

/*
 * Why depths in FL3 and FL3b differ from the kinematic wave by more than their discharge: a cell's depth is that of its lower
 * side, half a cell on (0.8 Δx / L of the mean depth, first order), and water lies more level than the bed, which that wave
 * leaves out. Held against the steady wave with that slope in it, i x = h^(5/3) √(S − dh/dx) / n, both are gone.
 */
const LENGTH = 100;
const RAIN = 70 / 3.6e6;

/** Depths at `x` of the steady diffusive wave, from the foot, where the bed goes on, up against the stream. */
function diffusiveDepths(slope: number, manning: number, places: readonly number[]): number[] {
  const fall = (x: number, h: number) => slope - (manning * RAIN * x) ** 2 / h ** (10 / 3);
  const step = 0.001;
  let x = LENGTH;
  let h = ((manning * RAIN * LENGTH) / Math.sqrt(slope)) ** 0.6;
  const depths: number[] = [];
  for (const place of [...places].reverse()) {
    while (x > place + step / 2) {
      const half = h - (step / 2) * fall(x, h);
      h -= step * fall(x - step / 2, half);
      x -= step;
    }
    depths.unshift(h);
  }
  return depths;
}

it.each([
  [0.01, 0.05],
  [0.001, 0.03],
])('FL3 on a slope of %d: depths are those of the diffusive wave at the lower sides of cells', (slope, manning) => {
  const time = ((manning * LENGTH) / (Math.sqrt(slope) * RAIN ** (2 / 3))) ** 0.6;
  const errors = [4, 2, 1].map((cellSize) => {
    const width = LENGTH / cellSize;
    const bedAt = (x: number) => (LENGTH - x) * slope;
    const ground = makeGround({ width, height: 1, cellSize, manning, seconds: 3 * time, bedAt });
    const borders = { ...ground.borders, east: 'open' } as const;
    const { last } = flood({ ...ground, rain: [{ second: 0, value: RAIN }], borders });
    const exact = diffusiveDepths(
      slope,
      manning,
      Array.from(last.depth, (_, i) => (i + 1) * cellSize),
    );
    const sum = exact.reduce((all, h) => all + h, 0);
    const error = exact.reduce((off, h, i) => off + Math.abs(h - (last.depth[i] as number)), 0) / sum;
    tell(`FL3 on ${slope} at ${cellSize} m, lower sides`, `L1 ${(100 * error).toFixed(2)} %`, 'diffusive wave, 0.5 %');
    return error;
  });
  tell(
    `FL3 on ${slope}, order`,
    observedOrders(errors)
      .map((order) => order.toFixed(2))
      .join(', '),
    'falls with the cells',
  );
  for (const error of errors) expect(error).toBeLessThan(0.005);
});
