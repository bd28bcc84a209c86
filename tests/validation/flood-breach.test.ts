import { describe, expect, it } from 'vitest';
import { attest } from './flood/attest.ts';
import { flood } from './flood/engine.ts';
import { isFull, makeGround, observedOrders, tell } from './flood/ground.ts';

const g = 9.81;
/** The least friction that the engine takes: over some seconds it does nothing. */
const SMOOTH = 0.001;

/** Depth and discharge after a dam at x = 0 breaks; water 1 m on the west. */
type DamBreak = (x: number, t: number) => number;

/** Dry on the east: Ritter 1892. */
const ritter: DamBreak = (x, t) => {
  const c = Math.sqrt(g);
  if (x <= -c * t) return 1;
  return x >= 2 * c * t ? 0 : (2 * c - x / t) ** 2 / (9 * g);
};

/** Water of 0.1 m on the east: Stoker 1957. The middle depth and speed follow from shock and rarefaction. */
const middle = { depth: 0.39617, speed: 2.3207, shock: 3.1045 };
const stoker: DamBreak = (x, t) => {
  const c = Math.sqrt(g);
  if (x <= -c * t) return 1;
  if (x < (middle.speed - Math.sqrt(g * middle.depth)) * t) return (2 * c - x / t) ** 2 / (9 * g);
  return x < middle.shock * t ? middle.depth : 0.1;
};

function breakDam(cellSize: number, east: number, exact: DamBreak) {
  const [seconds, half] = [6, 50];
  const width = (2 * half) / cellSize;
  const ground = makeGround({ width, height: 1, cellSize, manning: SMOOTH, seconds, bedAt: () => 0 });
  const xOf = (cell: number) => (cell + 0.5) * cellSize - half;
  const initialDepth = Float32Array.from(ground.bed, (_, cell) => (xOf(cell) < 0 ? 1 : east));
  const { last, balance } = flood({ ...ground, initialDepth, scheme: 'full' });
  let [off, all] = [0, 0];
  for (let cell = 0; cell < width; cell++) {
    off += Math.abs((last.depth[cell] as number) - exact(xOf(cell), seconds));
    all += exact(xOf(cell), seconds);
  }
  const at = (x: number) => Math.floor((x + half) / cellSize);
  return { error: off / all, last, at, balance };
}

describe('the full scheme', () => {
  it('FL6: a dam breaks onto water (Stoker)', () => {
    const errors = [0.5, 0.25, 0.125].map((cellSize) => {
      const { error, last, at } = breakDam(cellSize, 0.1, stoker);
      const [h, q] = [last.depth[at(10)] as number, last.qx[at(10)] as number];
      // The shock stands where the depth crosses the mean of both sides.
      let shock = 0;
      for (let cell = 0; cell < last.depth.length; cell++)
        if ((last.depth[cell] as number) > (middle.depth + 0.1) / 2) shock = ((cell + 1) * cellSize - 50) / 6;
      tell(
        `FL6 at ${cellSize} m`,
        `h ${h.toFixed(4)} m, u ${(q / h).toFixed(3)} m/s, shock ${shock.toFixed(3)} m/s, L1 ${(100 * error).toFixed(2)} %`,
        '0.3962, 2.321, 3.105, 1 %',
      );
      return error;
    });
    tell(
      'FL6 order',
      observedOrders(errors)
        .map((order) => order.toFixed(2))
        .join(', '),
      'near 1 with a shock',
    );
    attest('dam', 100 * (errors.at(-1) ?? Number.NaN));
    expect(Math.min(...observedOrders(errors))).toBeGreaterThan(0.75);
    expect(errors.at(-1)).toBeLessThan(0.01);
  });

  it('FL7: a dam breaks onto dry land (Ritter)', () => {
    const errors = [0.5, 0.25, 0.125].map((cellSize) => {
      const { error, last, at } = breakDam(cellSize, 0, ritter);
      tell(
        `FL7 at ${cellSize} m`,
        `h at the dam ${(((last.depth[at(0)] as number) + (last.depth[at(0) - 1] as number)) / 2).toFixed(4)} m, L1 ${(100 * error).toFixed(2)} %`,
        '0.4444, 1 %',
      );
      return error;
    });
    tell(
      'FL7 order',
      observedOrders(errors)
        .map((order) => order.toFixed(2))
        .join(', '),
      'above 0.75',
    );
    expect(Math.min(...observedOrders(errors))).toBeGreaterThan(0.75);
    expect(errors.at(-1)).toBeLessThan(0.01);
  });

  it('FL8: a plane of water swings in a basin and comes back (Thacker)', { timeout: 600_000 }, () => {
    const [a, h0, side, eta] = [1, 0.1, 4, 0.5];
    const omega = Math.sqrt(2 * g * h0) / a;
    const period = (2 * Math.PI) / omega;
    expect(period).toBeCloseTo(4.4857, 4);
    const bedAt = (x: number, y: number) => -h0 * (1 - ((x - side / 2) ** 2 + (y - side / 2) ** 2) / a ** 2);
    // At rest at its highest: it swings from west to east, where Thacker's turns; both are back after the same period.
    const levelAt = (x: number) => ((eta * h0) / a ** 2) * (2 * (x - side / 2) - eta);
    const errors = (isFull ? [64, 128, 256] : [24, 48, 96]).map((width) => {
      const cellSize = side / width;
      const ground = makeGround({ width, height: width, cellSize, manning: SMOOTH, seconds: period, bedAt });
      const exact = Float64Array.from(ground.bed, (z, cell) =>
        Math.max(0, levelAt(((cell % width) + 0.5) * cellSize) - z),
      );
      const initialDepth = Float32Array.from(exact);
      const { last, balance } = flood({ ...ground, initialDepth, scheme: 'full' });
      let [off, all] = [0, 0];
      for (let cell = 0; cell < exact.length; cell++) {
        off += Math.abs((last.depth[cell] as number) - (exact[cell] as number));
        all += exact[cell] as number;
      }
      tell(
        `FL8 at ${width} cells`,
        `L1 ${(100 * (off / all)).toFixed(2)} %, volume ${balance.relativeError.toExponential(1)}`,
        'falls by half, 1e-12',
      );
      expect(Math.abs(balance.relativeError)).toBeLessThan(1e-12);
      return off / all;
    });
    const orders = observedOrders(errors);
    tell('FL8 order', orders.map((order) => order.toFixed(2)).join(', '), '>= 0.9');
    expect(Math.min(...orders)).toBeGreaterThanOrEqual(0.9);
  });
});
