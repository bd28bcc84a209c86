import { describe, expect, it } from 'vitest';
import { runFlood } from '../../../src/engines/flood/run-flood.ts';
import type { FloodInput } from '../../../src/model/flood.ts';
import { createTown, pickCells } from './town.ts';

const closed = { west: 'closed', east: 'closed', south: 'closed', north: 'closed' } as const;

/** A town with a basin behind a dike that is gone from one moment to the next. */
function createBreach(width: number, height: number, seconds: number): FloodInput {
  const town = createTown(width, height);
  const initialDepth = Float32Array.from(town.bed, (bed, cell) =>
    cell % width < width / 3 && !town.closed?.[cell] ? Math.max(0, 2 - bed) : 0,
  );
  return { ...town, initialDepth, rain: [], seconds, scheme: 'full' };
}

describe('scheme "full"', () => {
  it('leaves a lake at rest over a rough bed, partly dry', () => {
    const town = createTown(40, 36);
    const initialDepth = Float32Array.from(town.bed, (bed, cell) => (town.closed?.[cell] ? 0 : Math.max(0, 0.7 - bed)));
    const { last } = runFlood({ ...town, initialDepth, rain: [], seconds: 300, scheme: 'full' });
    const off = last.depth.map((depth, cell) => Math.abs(depth - (initialDepth[cell] as number)));
    expect(Math.max(...off)).toBeLessThan(1e-6);
    expect(Math.max(...last.qx.map(Math.abs), ...last.qy.map(Math.abs))).toBeLessThan(1e-6);
    expect(initialDepth.some((depth) => depth === 0) && initialDepth.some((depth) => depth > 0.1)).toBe(true);
  });

  it('keeps all water and no depth under zero while a basin runs out into a town', () => {
    const { balance, last } = runFlood(createBreach(48, 40, 20));
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-12);
    expect(Math.min(...last.depth)).toBeGreaterThanOrEqual(0);
    expect(last.depth[20 * 48 + 30]).toBeGreaterThan(0.1);
  });

  it('gives the same bits when turned or mirrored', () => {
    const input = createBreach(48, 40, 8);
    const plain = runFlood(input);
    const turn = Array.from({ length: 48 * 40 }, (_, cell) => (cell % 48) * 40 + 39 - Math.floor(cell / 48));
    const mirror = Array.from({ length: 48 * 40 }, (_, cell) => Math.floor(cell / 48) * 48 + 47 - (cell % 48));
    for (const [to, size] of [
      [turn, [40, 48]],
      [mirror, [48, 40]],
    ] as const) {
      const moved = runFlood(pickCells(input, to, size));
      expect(moved.steps).toBe(plain.steps);
      expect(to.every((at, cell) => moved.last.depth[at] === plain.last.depth[cell])).toBe(true);
    }
  });

  it('breaks a dam as Stoker says: 0.396 m between the waves', () => {
    const width = 200;
    const initialDepth = Float32Array.from({ length: width }, (_, column) => (column < width / 2 ? 1 : 0.1));
    const { last } = runFlood({
      frame: { west: 0, south: 0, cellSize: 0.5, width, height: 1 },
      bed: new Float32Array(width),
      initialDepth,
      manning: 0.001,
      rain: [],
      borders: closed,
      seconds: 8,
      scheme: 'full',
    });
    for (const column of [125, 135, 145]) expect(last.depth[column]).toBeCloseTo(0.396, 2);
    expect(last.depth[155]).toBeCloseTo(0.1, 2);
  });

  it('takes rain, ground, sewer and maxima into account', () => {
    const town = createTown(30, 32);
    const input = { ...town, rain: [{ second: 0, value: 2e-5 }], infiltration: 2e-6, sewer: 3e-6, sewerStorage: 1e-4 };
    const { balance, maxima } = runFlood({ ...input, seconds: 120, scheme: 'full' });
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-10);
    expect(balance.sewer).toBeGreaterThan(0);
    expect(balance.infiltrated).toBeGreaterThan(balance.sewer);
    expect(Math.max(...maxima.depth)).toBeGreaterThan(0.002);
  });
});
