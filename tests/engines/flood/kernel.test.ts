import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FloodEngineOptions, runFlood } from '../../../src/engines/flood/run-flood.ts';
import type { FloodInput, FloodResult } from '../../../src/model/flood.ts';
import { loadKernel } from '../../../src/pipeline/compile-kernel.ts';
import { type FloodCrew, startFloodCrew } from '../../../src/pipeline/flood/crew.ts';
import { createTown, townRain } from './town.ts';

/** Rain on a town with everything: sewers, a kerb with a gap, an open border, one with a level, an inflow, a culvert and a pump. */
function createAll(width: number, height: number, seconds: number): FloodInput {
  const town = createTown(width, height);
  const row = Math.floor(height / 2) * width;
  const faces = Array.from({ length: width - 2 }, (_, i) => {
    const openness = i % 17 === 0 ? { openness: 0.3 } : { crest: 1.1 };
    return { cell: row + i, axis: 'y', ...openness } as const;
  });
  const street = (x: number, y: number) => y * width + x;
  const barrel = { width: 0.5, height: 0.4, length: 20, floorFrom: 0.2, floorTo: 0.1, manning: 0.013 };
  return {
    ...town,
    faces,
    infiltration: 2e-6,
    sewer: 4e-6,
    sewerStorage: 0.002,
    rain: townRain,
    inflows: [{ id: 'beek', cells: [street(1, 1), street(2, 1)], series: [{ second: 30, value: 0.2 }] }],
    culverts: [{ id: 'duiker', from: street(2, 3), to: street(25, height - 3), ...barrel }],
    pumps: [{ id: 'gemaal', from: street(3, height - 2), capacity: 0.05, onLevel: 0.5 }],
    borders: { west: 'open', east: 'closed', south: 'closed', north: 1.05 },
    seconds,
  };
}

function expectSame(a: FloodResult, b: FloodResult): void {
  expect(b.steps).toBe(a.steps);
  for (const name of ['depth', 'speed', 'arrival', 'duration'] as const) {
    expect(b.maxima[name].every((value, cell) => Object.is(value, a.maxima[name][cell]))).toBe(true);
  }
  for (const name of ['depth', 'qx', 'qy'] as const) {
    expect(b.last[name].every((value, cell) => value === a.last[name][cell])).toBe(true);
  }
}

/** The greatest difference between depths at any time noted, m. */
function greatestDifference(a: FloodResult, b: FloodResult): number {
  let greatest = 0;
  for (let cell = 0; cell < a.last.depth.length; cell++) {
    const last = Math.abs((a.last.depth[cell] as number) - (b.last.depth[cell] as number));
    const deepest = Math.abs((a.maxima.depth[cell] as number) - (b.maxima.depth[cell] as number));
    greatest = Math.max(greatest, last, deepest);
  }
  return greatest;
}

describe('the WebAssembly kernel', () => {
  let crews: FloodCrew[] = [];
  beforeAll(async () => {
    crews = await Promise.all([1, 2, 3].map((threads) => startFloodCrew(threads)));
  });
  afterAll(() => Promise.all(crews.map((crew) => crew.destroy())));
  const on = (threads: number) => crews[threads - 1]?.options as FloodEngineOptions;

  it.each([
    [70, 50],
    [61, 97],
    [3, 40],
    [32, 1],
  ])('agrees with plain JavaScript on %d x %d cells', (width, height) => {
    const isSmall = width * height < 500;
    const input = isSmall
      ? { ...createTown(width, height), rain: townRain, seconds: 120 }
      : createAll(width, height, 120);
    const plain = runFlood(input);
    const fast = runFlood(input, on(1));
    expect([plain.engine, fast.engine]).toEqual(['javascript', 'wasm-simd']);
    // Allowed is 1 mm between devices; single precision with compensated sums leaves 0.01 mm.
    expect(greatestDifference(plain, fast)).toBeLessThan(1e-4);
    expect(fast.cellUpdates / plain.cellUpdates).toBeCloseTo(1, 3);
    const { outflow } = plain.balance;
    expect(Math.abs(fast.balance.outflow - outflow)).toBeLessThanOrEqual(1e-5 * outflow);
    expect(fast.maxima.depth.some((depth) => depth > 0.001)).toBe(true);
  });

  it('gives the same bits, and the same balance, on one thread or more', () => {
    const input = createAll(90, 150, 200);
    const one = runFlood(input, on(1));
    for (const threads of [2, 3]) {
      const more = runFlood(input, on(threads));
      expect(more.engine).toBe(`wasm-simd x ${threads}`);
      expectSame(one, more);
      expect(more.balance).toEqual(one.balance);
    }
  });

  it('does without threads that do not come', () => {
    const { kernel } = on(1) as { kernel: WebAssembly.Module };
    const input = createAll(40, 48, 20);
    const alone = runFlood(input, { kernel, team: { threads: 2, start() {} } });
    expect(alone.engine).toBe('wasm-simd');
    expectSame(runFlood(input, on(1)), alone);
  });

  it('gives each moment that was asked for, to the second', () => {
    const moments = [0, 7.5, 60];
    const seen: number[] = [];
    const options = { ...on(2), moments, onMoment: ({ second }: { second: number }) => seen.push(second) };
    runFlood(createAll(64, 48, 90), options);
    expect(seen).toEqual(moments);
  });
});

it('comes to the browser with the code, as the bytes that the command line has', async () => {
  const { default: base64 } = await import('../../../src/engines/flood/kernel/flood.ts?wasm');
  expect(base64).toBe(Buffer.from(await loadKernel('flood')).toString('base64'));
  expect(base64.length).toBeLessThan(40_000);
});
