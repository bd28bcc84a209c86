import { describe, expect, it } from 'vitest';
import { runFlood } from '../../../src/engines/flood/run-flood.ts';
import type { FloodInput } from '../../../src/model/flood.ts';
import { loadKernel } from '../../../src/pipeline/compile-kernel.ts';
import { createTown } from './town.ts';

const kernel = await WebAssembly.compile(await loadKernel('flood'));

/** A basin runs out into a town over a wall with a gap, from under an outer level, while it rains; its edges are open. */
function createCase(width: number, height: number): FloodInput {
  const town = createTown(width, height);
  const isBasin = (cell: number) => cell % width < width / 4;
  const wall = Array.from({ length: height - 1 }, (_, row) => ({
    cell: row * width + Math.ceil(width / 4),
    axis: 'x' as const,
    crest: row % 9 === 4 ? 0.9 : 1.7,
    openness: row % 9 === 3 ? 0.4 : 1,
  }));
  return {
    ...town,
    initialDepth: Float32Array.from(town.bed, (bed, cell) =>
      isBasin(cell) && !town.closed?.[cell] ? Math.max(0, 2 - bed) : 0,
    ),
    faces: wall,
    rain: [{ second: 4, value: 1e-4 }],
    infiltration: 1e-6,
    borders: { west: 2.2, east: 'open', south: 'closed', north: 'open' },
    seconds: 15,
    scheme: 'full',
  };
}

describe('the compiled kernel of scheme "full"', () => {
  it.each([
    [75, 61],
    [32, 33],
    [130, 20],
    [31, 9],
  ])('gives the same bits as JavaScript on %i x %i cells', (width, height) => {
    const input = createCase(width, height);
    const [plain, compiled] = [runFlood(input), runFlood(input, { kernel })];
    expect([plain.engine, compiled.engine]).toEqual(['full, javascript', 'full, wasm-simd']);
    expect(compiled.steps).toBe(plain.steps);
    for (const name of ['depth', 'qx', 'qy'] as const) {
      const differs = plain.last[name].findIndex((value, cell) => value !== compiled.last[name][cell]);
      expect(`${name} ${differs}`).toBe(`${name} -1`);
    }
    for (const name of ['depth', 'speed', 'duration'] as const)
      expect(compiled.maxima[name].every((value, cell) => value === plain.maxima[name][cell])).toBe(true);
    expect(compiled.balance.inflow).toBeCloseTo(plain.balance.inflow, 6);
    expect(plain.balance.inflow * plain.balance.outflow).toBeGreaterThan(0);
    expect(Math.abs(compiled.balance.relativeError)).toBeLessThan(1e-12);
  });

  it('computes only chunks with water in or beside them', () => {
    const [width, height] = [640, 64];
    const bed = new Float32Array(width * height);
    const initialDepth = Float32Array.from(bed, (_, cell) => (cell % width < 8 && cell < 8 * width ? 1 : 0));
    const frame = { west: 0, south: 0, cellSize: 10, width, height };
    const borders = { west: 'closed', east: 'closed', south: 'closed', north: 'closed' } as const;
    const base = { frame, bed, initialDepth, manning: 0.03, rain: [], borders, seconds: 20, scheme: 'full' } as const;
    const { cellUpdates, steps } = runFlood(base, { kernel });
    expect(cellUpdates / steps).toBeLessThan(0.05 * width * height);
    expect(cellUpdates / steps).toBeGreaterThan(64);
  });
});
