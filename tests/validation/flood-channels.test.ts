import { describe, expect, it } from 'vitest';
import { culvertDischarge } from '../../src/engines/flood/works.ts';
import type { Culvert, FloodInput } from '../../src/model/flood.ts';
import { flood } from './flood/engine.ts';
import { makeGround, observedOrders, tell } from './flood/ground.ts';

const g = 9.81;
const SIZES = [20, 10, 5];
const LENGTH = 1000;

/** One row of cells that falls to the east, `q` m²/s entering at its west end until it is steady. */
function channel(cellSize: number, slope: number, manning: number, q: number, seconds: number): FloodInput {
  const width = LENGTH / cellSize;
  const ground = makeGround({ width, height: 1, cellSize, manning, seconds, bedAt: (x) => 10 - slope * x });
  return { ...ground, inflows: [{ id: 'west', cells: [0], series: [{ second: 0, value: q * cellSize }] }] };
}
const orders = (errors: readonly number[]) =>
  observedOrders(errors)
    .map((order) => order.toFixed(2))
    .join(', ');

describe('steady flow in a channel', () => {
  it.each([
    [0.001, 0.03],
    [0.005, 0.05],
  ])('on a slope of %d with n of %d has the depth of Manning, also at an open border', (slope, manning) => {
    const q = 0.5;
    const normal = ((q * manning) / Math.sqrt(slope)) ** 0.6;
    for (const cellSize of SIZES) {
      const input = channel(cellSize, slope, manning, q, 4 * 3600);
      const { last, balance } = flood({ ...input, borders: { ...input.borders, east: 'open' } });
      const middle = last.depth[Math.floor(last.depth.length / 2)] as number;
      const end = last.depth.at(-1) as number;
      tell(
        `Manning ${slope}, n ${manning} at ${cellSize} m`,
        `${middle.toFixed(4)} m, at the border ${end.toFixed(4)} m, mass ${balance.relativeError.toExponential(1)}`,
        `${normal.toFixed(4)} m within 0.2 %`,
      );
      expect(Math.abs(middle / normal - 1)).toBeLessThan(0.002);
      expect(Math.abs(end / normal - 1)).toBeLessThan(0.01);
      expect(Math.abs(balance.relativeError)).toBeLessThan(1e-6);
    }
  });

  /** Backwater from a level downstream: the surface of gradually varied flow, with and without what the scheme leaves out. */
  function backwater(slope: number, manning: number, q: number, depth: number, hasInertia: boolean) {
    const rise = (h: number) =>
      (slope - (manning * q) ** 2 / h ** (10 / 3)) / (hasInertia ? 1 - (q * q) / (g * h ** 3) : 1);
    const step = 0.1;
    const depths = [depth];
    // Upstream, by the midpoint rule.
    for (let x = 0; x < LENGTH; x += step) {
      const h = depths.at(-1) as number;
      depths.push(h - step * rise(h - (step / 2) * rise(h)));
    }
    return (x: number) => depths[Math.round((LENGTH - x) / step)] as number;
  }

  it('before a lake has the surface of gradually varied flow (as MacDonald’s cases have)', () => {
    const [slope, manning, q, lake] = [0.001, 0.03, 0.5, 1.2];
    const exact = backwater(slope, manning, q, lake, false);
    const full = backwater(slope, manning, q, lake, true);
    const errors = SIZES.map((cellSize) => {
      const input = channel(cellSize, slope, manning, q, 6 * 3600);
      const { last } = flood({ ...input, borders: { ...input.borders, east: 10 - slope * LENGTH + lake } });
      let [off, away] = [0, 0];
      for (let cell = 0; cell < last.depth.length; cell++) {
        const x = (cell + 0.5) * cellSize;
        // Where it enters at the wall θ mixes its discharge with that of the wall, which costs 2 cm in one cell.
        if (x < 100) continue;
        off = Math.max(off, Math.abs((last.depth[cell] as number) - exact(x)));
        away = Math.max(away, Math.abs((last.depth[cell] as number) - full(x)));
      }
      tell(
        `backwater at ${cellSize} m`,
        `${(1000 * off).toFixed(2)} mm from the surface without inertia, ${(1000 * away).toFixed(2)} mm from that with it`,
        'falls with the cells, 2 mm at 5 m; what is left out costs 1 cm',
      );
      if (cellSize === 5) expect(off).toBeLessThan(0.002);
      expect(away).toBeLessThan(0.015);
      return off;
    });
    tell('backwater order', orders(errors), 'near 1');
    expect(Math.min(...observedOrders(errors))).toBeGreaterThan(0.8);
  });
});

describe('water over a crest', () => {
  it.each([0.1, 0.2, 0.5])('%d m high over it falls freely as over a broad-crested weir', (head) => {
    for (const cellSize of [4, 2, 1]) {
      const width = 80 / cellSize;
      const at = width / 2 - 1;
      const ground = makeGround({
        width,
        height: 1,
        cellSize,
        manning: 0.02,
        seconds: 1800,
        bedAt: (x) => (x < 40 ? 0 : -3),
      });
      const crest = 1;
      const { last } = flood({
        ...ground,
        initialDepth: Float32Array.from(ground.bed, (_, cell) => (cell <= at ? crest + head : 0)),
        faces: [{ cell: at, axis: 'x', crest }],
        borders: { ...ground.borders, west: crest + head, east: 'open' },
      });
      const found = last.qx[at] as number;
      const above = (last.depth[at] as number) - crest;
      const theory = (2 / 3) ** 1.5 * Math.sqrt(g) * above ** 1.5;
      tell(
        `weir ${head} m at ${cellSize} m`,
        `${found.toFixed(4)} m²/s at ${above.toFixed(3)} m`,
        `${theory.toFixed(4)} within 2 %`,
      );
      expect(found).toBeGreaterThan(0);
      expect(Math.abs(found / theory - 1)).toBeLessThan(0.02);
    }
  });
});

describe('two ponds and a culvert between them', () => {
  const culvert: Culvert = {
    id: 'duiker',
    from: 1,
    to: 3,
    width: 0.5,
    height: 0.4,
    length: 20,
    floorFrom: 0,
    floorTo: 0,
    manning: 0.013,
  };
  it('come level as the energy equation of a full barrel says', () => {
    const [high, low] = [2, 1.2];
    for (const cellSize of [80, 40, 20]) {
      // Smaller ponds come level sooner, in fewer steps of the model.
      const area = cellSize * cellSize;
      const constant = culvertDischarge(culvert, high, low, 0, 0) / Math.sqrt(high - low);
      // dH/dt = -2 Q / A with Q = C √H: √H falls evenly.
      const whole = (Math.sqrt(high - low) * area) / constant;
      const ground = makeGround({ width: 5, height: 1, cellSize, manning: 0.03, seconds: whole / 2, bedAt: () => 0 });
      const { last, balance } = flood({
        ...ground,
        closed: Uint8Array.from([1, 0, 1, 0, 1]),
        initialDepth: Float32Array.from([0, high, 0, low, 0]),
        culverts: [culvert],
      });
      const left = (last.depth[1] as number) - (last.depth[3] as number);
      const expected = (Math.sqrt(high - low) - (constant * (whole / 2)) / area) ** 2;
      tell(
        `culvert between ponds of ${area} m²`,
        `${(1000 * left).toFixed(2)} mm apart, mass ${balance.relativeError.toExponential(1)}`,
        `${(1000 * expected).toFixed(2)} mm within 1 %`,
      );
      expect(Math.abs(left / expected - 1)).toBeLessThan(0.01);
      expect(Math.abs(balance.relativeError)).toBeLessThan(1e-6);
    }
  });
});
