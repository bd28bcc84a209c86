import { describe, expect, it } from 'vitest';
import { buildBreach } from '../../src/engines/flood-breach.ts';
import type { FloodInput } from '../../src/model/flood.ts';
import { flood } from './flood/engine.ts';
import { makeGround, tell } from './flood/ground.ts';

const g = 9.81;
/** m²/s per √g H^{3/2}: still water let go over a flat bed (Ritter 1892), and critical flow over a broad crest. */
const [RITTER, WEIR] = [8 / 27, (2 / 3) ** 1.5];
const SMOOTH = 0.001;

/** A lake of 4 m before a dike, whose line turns by `angle` around the middle; the ground behind it lies at 0 m NAP. */
function createDike(
  cells: number,
  cellSize: number,
  angle: number,
  open: { width: number; seconds: number; start?: number },
) {
  const half = (cells * cellSize) / 2;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const outwardOf = (x: number, y: number) => (y - half) * c - (x - half) * s;
  const ground = makeGround({
    width: cells,
    height: cells,
    cellSize,
    manning: SMOOTH,
    seconds: open.seconds,
    // Its lake lies at 0 m NAP too, so that there is a theory for it.
    bedAt: (x, y) => {
      const out = outwardOf(x, y);
      return Math.abs(out) < 1.5 * cellSize ? 6 : 0;
    },
  });
  const initialDepth = Float32Array.from(ground.bed, (_, cell) => {
    const [x, y] = [((cell % cells) + 0.5) * cellSize, (Math.floor(cell / cells) + 0.5) * cellSize];
    return outwardOf(x, y) >= 1.5 * cellSize ? 4 : 0;
  });
  const line = [-1, 1].flatMap((k) => [half + k * half * 3 * c, half + k * half * 3 * s]);
  const input: FloodInput = {
    ...ground,
    initialDepth,
    borders: { west: 'open', east: 'open', south: 'open', north: 'open' },
  };
  return buildBreach(input, {
    x: half,
    y: half,
    line,
    lake: { level: 4, depth: 0 },
    lowest: 0,
    growth: { start: open.start ?? 0, lowering: 0, width: open.width, widest: open.width, criticalSpeed: 0.5 },
  });
}

/** m³/s per m of gap and √g H^{3/2} in the last part of the run, H 4 m. */
function coefficientOf(input: FloodInput, width: number): { coefficient: number; error: number } {
  const { breaches, balance } = flood(input);
  const moments = breaches?.[0]?.moments ?? [];
  const last = moments.at(-1)?.discharge ?? Number.NaN;
  return { coefficient: last / width / (Math.sqrt(g) * 4 ** 1.5), error: balance.relativeError };
}

describe('a gap in a dike', () => {
  it('lets water go as Ritter says when the whole dike is gone at once', () => {
    const [width, cellSize] = [200, 1];
    const ground = makeGround({ width, height: 1, cellSize, manning: SMOOTH, seconds: 8, bedAt: () => 0 });
    const initialDepth = Float32Array.from(ground.bed, (_, cell) => (cell < 100 ? 4 : 0));
    const breach = {
      id: 'all',
      growth: { start: 0, crest: 6, lowest: 0, lowering: 0, width: 10, widest: 10, criticalSpeed: 0.5 },
      sides: [{ cell: 99, axis: 'x' as const, from: -5, until: 5, inward: 1 as const }],
      outside: [50],
      inside: [150],
    };
    const faces = [{ cell: 99, axis: 'x' as const, crest: 6, openness: 1 }];
    const { breaches } = flood({ ...ground, initialDepth, faces, breaches: [breach], scheme: 'full' });
    const volume = breaches?.[0]?.moments.at(-1)?.volume ?? 0;
    const found = volume / 8 / (Math.sqrt(g) * 8);
    tell('a dike gone at once', `${found.toFixed(4)} √g H^1.5`, `${RITTER.toFixed(4)} (Ritter), 2 %`);
    expect(Math.abs(found / RITTER - 1)).toBeLessThan(0.02);
  });

  it('passes over a broad crest what critical flow lets through', () => {
    const orders = [2, 1].map((cellSize) => {
      const width = 240 / cellSize;
      const ground = makeGround({
        width,
        height: 1,
        cellSize,
        manning: SMOOTH,
        seconds: 600,
        bedAt: (x) => (x > 100 && x < 140 ? Math.min(2, (x - 100) / 5, (140 - x) / 5) : 0),
      });
      const initialDepth = Float32Array.from(ground.bed, (z, cell) => (cell < 120 / cellSize ? Math.max(0, 3 - z) : 0));
      const basins = [{ id: 'lake', cells: [0, 1, 2], level: 3 }];
      const borders = { west: 'closed', east: 'open', south: 'closed', north: 'closed' } as const;
      const { last } = flood({ ...ground, initialDepth, basins, borders, scheme: 'full' });
      const at = Math.round(95 / cellSize);
      const q = last.qx[at] as number;
      const h = last.depth[at] as number;
      const head = h + (q / h) ** 2 / (2 * g) - 2;
      const found = q / (Math.sqrt(g) * head ** 1.5);
      tell(
        `a broad crest, cells of ${cellSize} m`,
        `${found.toFixed(4)} √g H^1.5`,
        `${WEIR.toFixed(4)} (critical), 3 %`,
      );
      return Math.abs(found / WEIR - 1);
    });
    expect(orders.at(-1)).toBeLessThan(0.03);
  });

  it('holds all water until it gives way, whichever way the dike lies', () => {
    for (const angle of [0, Math.PI / 2, Math.PI / 4, 0.4, 2.7]) {
      const input = createDike(40, 20, angle, { width: 70, seconds: 300, start: 1e6 });
      const { maxima } = flood(input);
      const wet = maxima.depth.findIndex((depth, cell) => depth > 0 && input.initialDepth?.[cell] === 0);
      expect(`${angle}: ${wet}`).toBe(`${angle}: -1`);
    }
  });

  it('passes between what still and what critical water would, whichever way the dike lies', () => {
    const found = [0, Math.PI / 2, Math.PI, Math.PI / 4, 0.4].map((angle) => {
      const { coefficient, error } = coefficientOf(createDike(60, 10, angle, { width: 60, seconds: 240 }), 60);
      tell(
        `a gap of 60 m, dike at ${((angle * 180) / Math.PI).toFixed(0)}°`,
        `${coefficient.toFixed(3)} √g H^1.5, volume ${error.toExponential(1)}`,
        `${RITTER.toFixed(3)} to ${WEIR.toFixed(3)}`,
      );
      expect(Math.abs(error)).toBeLessThan(1e-12);
      return coefficient;
    });
    expect(Math.min(...found)).toBeGreaterThan(RITTER);
    expect(Math.max(...found)).toBeLessThan(WEIR);
    expect(Math.max(...found) / Math.min(...found)).toBeLessThan(1.03);
  });
});
