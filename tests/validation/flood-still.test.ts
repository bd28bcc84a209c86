import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/demo/random.ts';
import { runFlood } from '../../src/engines/flood/run-flood.ts';
import type { FloodInput } from '../../src/model/flood.ts';
import { startFloodCrew } from '../../src/pipeline/flood/crew.ts';
import { createPlainKernel } from '../bench/plain-flood.ts';
import { attest } from './flood/attest.ts';
import { flood } from './flood/engine.ts';
import { fillTo, makeGround, tell } from './flood/ground.ts';

const random = createRandom(11);
const humps = (x: number, y: number) => {
  const hump = (cx: number, cy: number, top: number, width: number) =>
    top * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / width ** 2);
  return hump(30, 30, 1.6, 12) + hump(70, 35, 0.7, 9) + hump(50, 75, 2.4, 14);
};
const rough = Array.from({ length: 100 * 100 }, () => 1.5 * random.next());

function farFromRest(input: FloodInput, level: number) {
  const { last, maxima } = flood(input);
  let off = 0;
  let flow = 0;
  for (let cell = 0; cell < last.depth.length; cell++) {
    if ((last.depth[cell] as number) > 0)
      off = Math.max(off, Math.abs((input.bed[cell] as number) + (last.depth[cell] as number) - level));
    flow = Math.max(flow, Math.abs(last.qx[cell] as number), Math.abs(last.qy[cell] as number));
  }
  const speed = maxima.speed.reduce((most, value) => Math.max(most, value), 0);
  return { off, flow, speed };
}

describe.each(['inertial', 'full'] as const)('FL1: a lake at rest stays at rest (%s)', (scheme) => {
  for (const raised of [0, 300]) {
    for (const [name, bedAt] of [
      ['three humps', humps],
      ['a random bed', (x: number, y: number) => rough[Math.floor(y) * 100 + Math.floor(x)] as number],
    ] as const) {
      it(`over ${name}, partly dry, ${raised} m up`, () => {
        const ground = makeGround({
          width: 100,
          height: 100,
          cellSize: 1,
          manning: 0.03,
          seconds: 0,
          bedAt: (x, y) => raised + bedAt(x, y),
        });
        const lake = {
          ...ground,
          initialDepth: fillTo(ground, raised + 1),
          scheme,
          seconds: scheme === 'full' ? 6 : 600,
        };
        const found = farFromRest(lake, raised + 1);
        const tolerance = raised > 0 ? 1e-5 : 1e-6;
        tell(
          `FL1 ${scheme}, ${name}, +${raised} m`,
          `${found.off.toExponential(1)} m, ${found.flow.toExponential(1)} m²/s`,
          `<= ${tolerance}`,
        );
        attest('rest', 1e6 * found.off);
        expect(found.off).toBeLessThanOrEqual(tolerance);
        expect(found.flow).toBeLessThanOrEqual(tolerance);
      });
    }
  }
});

describe('FL1b: a lake that is touched comes to rest', () => {
  it.each([
    [40, 30],
    [64, 64],
    [100, 7],
  ])('of %d by %d cells, 1.75 m deep', (width, height) => {
    const ground = makeGround({ width, height, cellSize: 4, manning: 0.03, seconds: 3600, bedAt: () => 0 });
    const initialDepth = Float32Array.from(ground.bed, (_, cell) => (cell % width < 3 ? 1.76 : 1.75));
    const { maxima, last } = flood({ ...ground, initialDepth });
    const highest = Math.max(...maxima.depth);
    const apart = Math.max(...last.depth) - Math.min(...last.depth);
    tell(
      `FL1b ${width} x ${height}`,
      `highest ${highest.toFixed(3)} m, after an hour ${(1000 * apart).toFixed(1)} mm apart`,
      'never above 1.76 by more than rounding, nearly still: stable to a Courant number of 0.671',
    );
    expect(highest).toBeLessThan(1.7601);
    expect(apart).toBeLessThan(0.01);
  });
});

/** A closed town of blocks with streets between them, on a bed with hollows. */
function makeTown(seconds: number): FloodInput {
  const [width, height] = [120, 100];
  const ground = makeGround({
    width,
    height,
    cellSize: 2,
    manning: 0.025,
    seconds,
    bedAt: (x, y) => 0.6 * Math.sin(x / 31) * Math.cos(y / 23) + 0.004 * x,
  });
  const closed = new Uint8Array(width * height);
  const rainFactor = new Float32Array(width * height).fill(1);
  for (let cell = 0; cell < closed.length; cell++) {
    const [x, y] = [cell % width, Math.floor(cell / width)];
    if (x % 15 < 4 || y % 11 < 3 || random.next() < 0.2) continue;
    closed[cell] = 1;
    rainFactor[cell] = 0;
  }
  // Each roof drains to the first open cell to the west, which every row has.
  for (let cell = 0; cell < closed.length; cell++) {
    if (closed[cell] !== 1) continue;
    let to = cell;
    while (closed[to] === 1) to--;
    rainFactor[to] = (rainFactor[to] as number) + 1;
  }
  return { ...ground, closed, rainFactor };
}

describe('FL2: every cubic metre is accounted for', () => {
  const rain = [
    { second: 0, value: 0.07 / 3600 },
    { second: 1200, value: 0 },
  ];
  const town = makeTown(1800);
  it.each([
    ['rain on a closed town', {}],
    ['with infiltration and a sewer', { infiltration: 10 / 3.6e6, sewer: 20 / 3.6e6, sewerStorage: 0.004 }],
    ['with an open border and a lake', { borders: { ...town.borders, east: 'open', west: -0.4 } as const }],
  ])('%s', (name, more) => {
    const { balance } = flood({ ...town, ...more, rain });
    const { initial, rain: fell, inflow, infiltrated, sewer, outflow, stored } = balance;
    const missing = (initial + fell + inflow - infiltrated - sewer - outflow - stored) / fell;
    tell(`FL2 ${name}`, `${missing.toExponential(1)} of ${fell.toFixed(0)} m³ of rain`, 'at most 1e-5; bar 1e-6');
    attest('mass', 1e9 * missing);
    expect(Math.abs(missing)).toBeLessThan(1e-6);
    expect(fell).toBeCloseTo((0.07 / 3) * 4 * 12_000, 0);
  });
});

describe('FL2 in double precision', () => {
  it('the scheme as its equations stand keeps all water but rounding', () => {
    // The engine has single precision with compensated sums; that the scheme itself loses nothing shows here.
    const town = makeTown(0);
    const { width, height } = town.frame;
    const initialDepth = Float32Array.from(town.bed, (_, cell) => (town.closed?.[cell] ? 0 : 0.15));
    const kernel = createPlainKernel({ ...town, initialDepth });
    const volume = () => kernel.depth.reduce((sum, h, cell) => sum + (town.closed?.[cell] ? 0 : h), 0);
    const before = volume();
    for (let step = 0; step < 800; step++) kernel.step(0.25);
    const missing = (before - volume()) / before;
    const moved = kernel.depth.reduce(
      (most, h, cell) => Math.max(most, Math.abs(h - (initialDepth[cell] as number))),
      0,
    );
    tell(
      `FL2 f64, ${width} x ${height}, 800 steps`,
      `${missing.toExponential(1)}, moved ${moved.toFixed(2)} m`,
      '1e-12',
    );
    expect(moved).toBeGreaterThan(0.05);
    expect(Math.abs(missing)).toBeLessThan(1e-12);
  });
});

describe('FL11: walls and gaps narrower than a cell', () => {
  const side = 60;
  const ground = makeGround({ width: side, height: side, cellSize: 1, manning: 0.03, seconds: 300, bedAt: () => 0 });
  const isWest = (cell: number) => cell % side < Math.floor(cell / side);
  const initialDepth = Float32Array.from(ground.bed, (_, cell) => (isWest(cell) ? 1 : 0));

  it('a wall one cell thin, diagonal to the grid, leaks nothing', () => {
    const closed = Uint8Array.from(ground.bed, (_, cell) => (cell % side === Math.floor(cell / side) ? 1 : 0));
    const { last } = flood({ ...ground, closed, initialDepth });
    const leak = last.depth.reduce((sum, depth, cell) => sum + (isWest(cell) ? 0 : depth), 0);
    tell('FL11 diagonal wall of cells', `${leak} m³`, '<= 1e-6');
    expect(leak).toBeLessThanOrEqual(1e-6);
  });

  it('a wall without thickness, on the sides of cells in steps, leaks nothing', () => {
    const faces = Array.from({ length: side * side }, (_, cell) => cell).flatMap((cell) => {
      const [x, y] = [cell % side, Math.floor(cell / side)];
      const wall: { cell: number; axis: 'x' | 'y'; crest: number }[] = [];
      if (x + 1 < side && isWest(cell) !== isWest(cell + 1))
        wall.push({ cell, axis: 'x', crest: Number.POSITIVE_INFINITY });
      if (y + 1 < side && isWest(cell) !== isWest(cell + side))
        wall.push({ cell, axis: 'y', crest: Number.POSITIVE_INFINITY });
      return wall;
    });
    const { last } = flood({ ...ground, faces, initialDepth });
    const leak = last.depth.reduce((sum, depth, cell) => sum + (isWest(cell) ? 0 : depth), 0);
    tell('FL11 diagonal wall of sides', `${leak} m³`, '<= 1e-6');
    expect(leak).toBeLessThanOrEqual(1e-6);
  });

  it.each([0.1, 0.3, 0.5])('a gap of %d of a cell passes its own conveyance', (openness) => {
    const [width, cellSize, manning] = [21, 10, 0.05];
    const channel = makeGround({ width, height: 1, cellSize, manning, seconds: 4 * 3600, bedAt: () => 0 });
    const [high, low] = [1.0, 0.9];
    const { last } = flood({
      ...channel,
      initialDepth: Float32Array.from(channel.bed, (_, cell) => (cell <= 10 ? high : low)),
      faces: [{ cell: 10, axis: 'x', openness }],
      borders: { ...channel.borders, west: high, east: low },
    });
    // Manning: each side between cells loses (q n / h^(5/3))² Δx; in the gap the same water goes through a part of it.
    const q = Math.abs(last.qx[5] as number);
    const lost = (last.depth[10] as number) - (last.depth[11] as number);
    const h = Math.max(last.depth[10] as number, last.depth[11] as number);
    const expected = openness * (h ** (5 / 3) / manning) * Math.sqrt(lost / cellSize);
    tell(`FL11 gap of ${openness} of a cell`, `${q.toFixed(4)} m²/s`, `${expected.toFixed(4)} within 10 %`);
    expect(q).toBeGreaterThan(0);
    expect(Math.abs(q / expected - 1)).toBeLessThan(0.1);
  });
});

describe('FL12: one answer', () => {
  it('from WebAssembly on two threads to the bit, from plain JavaScript within a millimetre', {
    timeout: 120_000,
  }, async () => {
    const town = { ...makeTown(300), rain: [{ second: 0, value: 0.07 / 3600 }] };
    const kernel = flood(town);
    const crew = await startFloodCrew(2);
    try {
      const others = [
        { result: runFlood(town), most: 1e-3 },
        { result: runFlood(town, crew.options), most: 0 },
      ];
      expect(new Set([kernel, ...others.map(({ result }) => result)].map(({ engine }) => engine)).size).toBe(3);
      for (const { result, most } of others) {
        const { engine, maxima, balance } = result;
        let off = 0;
        for (const [cell, depth] of maxima.depth.entries())
          off = Math.max(off, Math.abs(depth - (kernel.maxima.depth[cell] as number)));
        tell(`FL12 ${engine} beside ${kernel.engine}`, `${off} m apart`, `at most ${most}`);
        expect(off).toBeLessThanOrEqual(most);
        expect(Math.abs(balance.stored / kernel.balance.stored - 1)).toBeLessThanOrEqual(1e-3 * most);
      }
    } finally {
      await crew.destroy();
    }
  });
});

describe('FL12: the answer turns with the grid', () => {
  it('by a quarter and in a mirror, exactly', () => {
    const town = { ...makeTown(600), rain: [{ second: 0, value: 0.07 / 3600 }] };
    const { width, height } = town.frame;
    const plain = flood(town);
    const places: [string, (cell: number) => number, [number, number]][] = [
      ['turned', (cell) => (cell % width) * height + (height - 1 - Math.floor(cell / width)), [height, width]],
      ['mirrored', (cell) => Math.floor(cell / width) * width + (width - 1 - (cell % width)), [width, height]],
    ];
    for (const [name, place, [newWidth, newHeight]] of places) {
      const move = <T extends Float32Array | Float64Array | Uint8Array>(values: T): T => {
        const moved = values.slice() as T;
        for (let cell = 0; cell < values.length; cell++) moved[place(cell)] = values[cell] as number;
        return moved;
      };
      const { maxima } = flood({
        ...town,
        frame: { ...town.frame, width: newWidth, height: newHeight },
        bed: move(town.bed as Float64Array),
        closed: move(town.closed as Uint8Array),
        rainFactor: move(town.rainFactor as Float32Array),
      });
      let off = 0;
      for (let cell = 0; cell < width * height; cell++)
        off = Math.max(off, Math.abs((maxima.depth[place(cell)] as number) - (plain.maxima.depth[cell] as number)));
      tell(`FL12 ${name}`, `${off} m apart`, '0');
      expect(off).toBe(0);
    }
  });
});
