import { describe, expect, it } from 'vitest';
import { runFlood } from '../../src/engines/flood/run-flood.ts';
import { type BreachChoice, buildBreach } from '../../src/engines/flood-breach.ts';
import type { FloodInput } from '../../src/model/flood.ts';
import { loadKernel } from '../../src/pipeline/compile-kernel.ts';

const kernel = await WebAssembly.compile(await loadKernel('flood'));

const [cells, cellSize] = [40, 10];

/** A lake in the west with its surface at −0.3 m NAP, a dike of 3 m along x = 200, a polder at −4 m in the east. */
function createPolder(): FloodInput {
  const bed = Float32Array.from({ length: cells * cells }, (_, cell) => {
    const x = ((cell % cells) + 0.5) * cellSize;
    return Math.abs(x - 200) < 10 ? 3 : x < 200 ? -0.3 : -4;
  });
  return {
    frame: { west: 0, south: 0, cellSize, width: cells, height: cells },
    bed,
    manning: 0.03,
    rain: [],
    borders: { west: 'open', east: 'closed', south: 'closed', north: 'closed' },
    seconds: 1800,
  };
}

const choice: BreachChoice = {
  x: 190,
  y: 205,
  // Northwards: the lake to the left.
  line: [200, -100, 200, 500],
  lake: { level: 0.4, depth: 3.5 },
  growth: { start: 0, lowering: 300, width: 20, widest: 60, criticalSpeed: 0.2 },
};

describe('a breach', () => {
  it('takes crest and ground from the heights, and fills the lake to its level', () => {
    const { breaches, basins, bed, initialDepth, scheme } = buildBreach(createPolder(), choice);
    const growth = breaches?.[0]?.growth;
    expect([growth?.crest, growth?.lowest, scheme]).toEqual([3, -4, 'full']);
    expect(bed[20 * cells + 2]).toBeCloseTo(-3.8, 5);
    expect(initialDepth?.[20 * cells + 2]).toBeCloseTo(4.2, 5);
    expect(initialDepth?.[20 * cells + 30]).toBe(0);
    expect(basins?.[0]?.cells.every((cell) => cell % cells < 19)).toBe(true);
  });

  it('lets the lake into the polder, ever wider until its end, with every m³ told', () => {
    const { breaches, balance, maxima } = runFlood(buildBreach(createPolder(), choice), { kernel });
    const moments = breaches?.[0]?.moments ?? [];
    const widths = moments.map(({ width }) => width);
    expect(widths.every((width, i) => i === 0 || width >= (widths[i - 1] as number))).toBe(true);
    expect(widths[0]).toBe(20);
    expect(widths.at(-1)).toBeGreaterThan(30);
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-12);
    const last = moments.at(-1);
    let inPolder = 0;
    for (let cell = 0; cell < cells * cells; cell++)
      if (cell % cells >= 20) inPolder += (maxima.depth[cell] as number) * 100;
    // Nothing but what came through the gap: the greatest depths hold at least that.
    expect(last?.volume).toBeGreaterThan(10_000);
    expect(inPolder).toBeGreaterThan((last?.volume ?? 0) * 0.9);
    expect(maxima.arrival[20 * cells + 21]).toBeLessThan(maxima.arrival[20 * cells + 38] as number);
  });

  it('stops when the polder stands as high as a lake that runs empty', () => {
    const small = { ...choice, lake: { ...choice.lake, area: 20_000 } };
    const { breaches } = runFlood({ ...buildBreach(createPolder(), small), seconds: 3600 }, { kernel });
    const last = breaches?.[0]?.moments.at(-1);
    expect(last?.outside).toBeLessThan(0);
    expect(last?.volume).toBeGreaterThan(0);
  });

  it('is refused where there is no dike, no lake, or a lake that needs no breach', () => {
    const polder = createPolder();
    expect(() => buildBreach(polder, { ...choice, line: [5000, 0, 5000, 500] })).toThrow('outside the heights');
    const dry = { ...polder, bed: polder.bed.map((z) => (z === Math.fround(-0.3) ? 2 : z)) };
    expect(() => buildBreach(dry, choice)).toThrow('no water stands before the dike');
    const holed = { ...polder, bed: polder.bed.map((z, cell) => (Math.floor(cell / cells) === 2 ? -4 : z)) };
    expect(() => buildBreach(holed, choice)).toThrow('without a breach');
    expect(() => runFlood({ ...buildBreach(polder, choice), scheme: 'inertial' })).toThrow('needs scheme "full"');
  });
});
