import { describe, expect, it } from 'vitest';
import { attest } from './flood/attest.ts';
import { flood } from './flood/engine.ts';
import { isFull, makeGround, tell } from './flood/ground.ts';

/**
 * The level at which water in each cell would run off to the cell `outlet`, or its bed where it does at once: cells are reached
 * from the outlet over the lowest way (priority flood, Barnes et al. 2014), here by plain search of the lowest.
 */
function fillLevels(bed: ArrayLike<number>, width: number, height: number, outlet: number): Float64Array {
  const level = new Float64Array(width * height).fill(Number.NaN);
  const open = new Map<number, number>([[outlet, bed[outlet] as number]]);
  while (open.size > 0) {
    let lowest = -1;
    let at = Number.POSITIVE_INFINITY;
    for (const [cell, z] of open) {
      if (z >= at) continue;
      lowest = cell;
      at = z;
    }
    open.delete(lowest);
    level[lowest] = at;
    const [column, row] = [lowest % width, Math.floor(lowest / width)];
    const beside: number[] = [];
    if (column > 0) beside.push(lowest - 1);
    if (column + 1 < width) beside.push(lowest + 1);
    if (row > 0) beside.push(lowest - width);
    if (row + 1 < height) beside.push(lowest + width);
    for (const next of beside) {
      if (!Number.isNaN(level[next])) continue;
      const z = Math.max(at, bed[next] as number);
      if (z < (open.get(next) ?? Number.POSITIVE_INFINITY)) open.set(next, z);
    }
  }
  return level;
}

/** Pattern of the UK Environment Agency's benchmark test 2: sixteen depressions on a plane that falls to the south-east. */
describe('FL10: water fills sixteen depressions one after the other', () => {
  it.each(isFull ? [40, 20, 10] : [40, 20])('at cells of %d m', { timeout: 300_000 }, (cellSize) => {
    const side = 2000 / cellSize;
    const ground = makeGround({
      width: side,
      height: side,
      cellSize,
      manning: 0.03,
      seconds: 48 * 3600,
      bedAt(x, y) {
        const hollow = Math.sin((Math.PI * x) / 500) ** 2 * Math.sin((Math.PI * y) / 500) ** 2;
        return y / 1500 - x / 3000 + 1 - 0.5 * hollow;
      },
    });
    // 100 m along the west side at the north: 20 m³/s for 76 minutes with five to rise and five to fall.
    const count = 100 / cellSize;
    const cells = Array.from({ length: count }, (_, i) => (side - 1 - i) * side);
    const ramp = Array.from({ length: 30 }, (_, i) => (i + 0.5) / 30);
    const series = [
      ...ramp.map((share, i) => ({ second: i * 10, value: 20 * share })),
      { second: 300, value: 20 },
      ...ramp.map((share, i) => ({ second: 300 + 4560 + i * 10, value: 20 * (1 - share) })),
      { second: 5160, value: 0 },
    ];
    const { last, balance } = flood({ ...ground, inflows: [{ id: 'north-west', cells, series }] });
    const sills = fillLevels(ground.bed, side, side, side - 1);
    let [inside, all, highest] = [0, 0, Number.NEGATIVE_INFINITY];
    const wet = new Set<number>();
    for (let cell = 0; cell < last.depth.length; cell++) {
      const h = last.depth[cell] as number;
      const room = (sills[cell] as number) - (ground.bed[cell] as number);
      all += h;
      inside += Math.min(h, room);
      if (room < 0.05 || h < 0.02) continue;
      highest = Math.max(highest, h - room);
      wet.add(Math.floor((cell % side) / (side / 4)) + 4 * Math.floor(cell / side / (side / 4)));
    }
    const drift = (balance.inflow - balance.stored) / balance.inflow;
    tell(
      `FL10 at ${cellSize} m`,
      `${balance.inflow.toFixed(0)} m³, drift ${drift.toExponential(1)}, ${wet.size} ponds, ${(100 * (inside / all)).toFixed(1)} % in them, ${(1000 * highest).toFixed(1)} mm above a sill`,
      '97200, 2e-4, >= 90 %, <= 30 mm',
    );
    expect(balance.inflow).toBeCloseTo(97_200, -1);
    expect(Math.abs(drift)).toBeLessThan(2e-4);
    expect(highest).toBeLessThan(0.03);
    if (cellSize === 20) attest('hollows', 100 * (inside / all));
    expect(inside / all).toBeGreaterThan(0.9);
    expect(wet.size).toBeGreaterThan(4);
    expect(wet.size).toBeLessThan(16);
  });
});
