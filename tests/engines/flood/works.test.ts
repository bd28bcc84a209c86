import { describe, expect, it } from 'vitest';
import { runFlood } from '../../../src/engines/flood/run-flood.ts';
import { culvertDischarge } from '../../../src/engines/flood/works.ts';
import type { Culvert, FloodInput, FloodResult } from '../../../src/model/flood.ts';

const closed = { west: 'closed', east: 'closed', south: 'closed', north: 'closed' } as const;
const schemes = ['inertial', 'full'] as const;

/** Two flat basins of 8 x 6 cells of 2 m side by side, a face apart; water in the western one. */
function createBasins(depth: number, seconds: number, scheme: 'inertial' | 'full'): FloodInput {
  const [width, height] = [16, 6];
  const initialDepth = Float32Array.from({ length: width * height }, (_, cell) => (cell % width < 8 ? depth : 0));
  const frame = { west: 0, south: 0, cellSize: 2, width, height };
  const bed = new Float32Array(width * height).fill(1);
  return { frame, bed, initialDepth, manning: 0.03, rain: [], borders: closed, seconds, scheme };
}

/** A wall between the basins. */
const wall = (crest: number, openness?: number) =>
  Array.from(
    { length: 6 },
    (_, row) => ({ cell: row * 16 + 7, axis: 'x', crest, ...(openness ? { openness } : {}) }) as const,
  );

const meanDepth = ({ last, frame }: FloodResult, isThere: (column: number) => boolean) => {
  const depths = [...last.depth].filter((_, cell) => isThere(cell % frame.width));
  return depths.reduce((sum, depth) => sum + depth, 0) / depths.length;
};
const west = (result: FloodResult) => meanDepth(result, (column) => column < 8);
const east = (result: FloodResult) => meanDepth(result, (column) => column >= 8);

const barrel: Culvert = {
  id: 'duiker',
  from: 3,
  to: 12,
  width: 1,
  height: 0.8,
  length: 20,
  floorFrom: 1,
  floorTo: 1,
  manning: 0.013,
};

describe.each(schemes)('a face between cells (%s)', (scheme) => {
  it('with an endless crest lets nothing through', () => {
    const result = runFlood({ ...createBasins(2, 300, scheme), faces: wall(Number.POSITIVE_INFINITY) });
    expect(east(result)).toBe(0);
    expect(Math.abs(result.balance.relativeError)).toBeLessThan(1e-9);
  });

  it('with a crest holds what is below it and spills the rest', () => {
    const result = runFlood({ ...createBasins(0.8, 900, scheme), faces: wall(1.6) });
    expect(west(result)).toBeGreaterThan(0.6 - 1e-4);
    expect(west(result)).toBeLessThan(0.63);
    expect(west(result) + east(result)).toBeCloseTo(0.8, 6);
    expect(east(runFlood({ ...createBasins(0.6, 100, scheme), faces: wall(1.6) }))).toBeLessThan(1e-6);
  });

  it('with a gap of half a side passes less than without a wall, and more than with a tenth', () => {
    const passed = [1, 0.5, 0.1].map((openness) => {
      const faces = wall(-10, openness).slice(2, 3);
      const others = wall(Number.POSITIVE_INFINITY).filter((_, row) => row !== 2);
      return east(runFlood({ ...createBasins(0.5, 20, scheme), faces: [...faces, ...others] }));
    }) as [number, number, number];
    expect(passed[0]).toBeGreaterThan(passed[1]);
    expect(passed[1]).toBeGreaterThan(4 * passed[2]);
    expect(passed[2]).toBeGreaterThan(0.001);
  });

  it('at a border with a level fills a polder to that level, and every m³ is told', () => {
    const borders = { ...closed, south: 1.4 };
    const result = runFlood({ ...createBasins(0, 3600, scheme), borders });
    expect(Math.min(...result.last.depth)).toBeCloseTo(0.4, 2);
    expect(result.balance.inflow - result.balance.outflow).toBeCloseTo(result.balance.stored, 4);
  });

  it('at an open border lets water go', () => {
    const result = runFlood({ ...createBasins(0.5, 900, scheme), borders: { ...closed, east: 'open' } });
    expect(result.balance.outflow).toBeGreaterThan(0.5 * result.balance.initial);
    expect(Math.abs(result.balance.relativeError)).toBeLessThan(1e-6);
  });
});

it('a gap of half a side passes half of what its depth and slope carry by Manning', () => {
  const width = 80;
  const bed = Float64Array.from({ length: width }, (_, column) => 2 - 0.001 * column * 2);
  const result = runFlood({
    frame: { west: 0, south: 0, cellSize: 2, width, height: 1 },
    bed,
    manning: 0.04,
    rain: [],
    inflows: [{ id: 'beek', cells: [0], series: [{ second: 0, value: 0.4 }] }],
    faces: [{ cell: 40, axis: 'x', openness: 0.5 }],
    borders: { ...closed, east: 'open' },
    seconds: 20_000,
  });
  const level = (column: number) => (bed[column] as number) + (result.last.depth[column] as number);
  const depth = level(40) - Math.max(bed[40] as number, bed[41] as number);
  const manning = (depth ** (5 / 3) * Math.sqrt((level(40) - level(41)) / 2)) / 0.04;
  expect(result.last.qx[40]).toBeCloseTo(0.2, 3);
  expect((result.last.qx[40] as number) / (0.5 * manning)).toBeCloseTo(1, 2);
  // Half the width takes four times the slope.
  expect((level(40) - level(41)) / (level(60) - level(61))).toBeGreaterThan(3.5);
});

describe('a culvert', () => {
  it('runs full by the energy equation when both ends are drowned', () => {
    // R = 0.8 / 3.6, loss 1.5 + 2 g n² 20 / R^(4/3); the fall is 0.2 m.
    const loss = 1.5 + (2 * 9.81 * 0.013 ** 2 * 20) / (0.8 / 3.6) ** (4 / 3);
    const expected = 0.8 * Math.sqrt((2 * 9.81 * 0.2) / loss);
    expect(culvertDischarge(barrel, 3.2, 3, 1, 1)).toBeCloseTo(expected, 6);
  });

  it('is held by its mouth when water falls from it', () => {
    expect(culvertDischarge(barrel, 1.4, 0, 1, 0.2)).toBeCloseTo(1.7049 * 0.4 ** 1.5, 3);
    expect(culvertDischarge(barrel, 1, 0, 1, 0)).toBe(0);
    expect(culvertDischarge(barrel, 1.5, 1.6, 1, 1)).toBe(0);
  });

  it('brings two basins to one level, but with a flap not back', () => {
    const basins = { ...createBasins(0.5, 5400, 'inertial'), faces: wall(Number.POSITIVE_INFINITY) };
    const levelled = runFlood({ ...basins, culverts: [barrel] });
    expect(west(levelled)).toBeCloseTo(east(levelled), 2);
    const back = runFlood({ ...basins, culverts: [{ ...barrel, from: 12, to: 3, hasFlap: true }] });
    expect(east(back)).toBe(0);
    const out = runFlood({ ...basins, culverts: [{ ...barrel, to: undefined } as unknown as Culvert] });
    expect(out.balance.outflow).toBeCloseTo(out.balance.initial - out.balance.stored, 4);
    expect(west(out)).toBeLessThan(0.05);
  });
});

describe.each(schemes)('a pump and an inflow (%s)', (scheme) => {
  it('pumps its capacity until its level', () => {
    const pump = { id: 'gemaal', from: 2, to: 12, capacity: 0.02, onLevel: 1.2 };
    const basins = { ...createBasins(0.5, 600, scheme), faces: wall(Number.POSITIVE_INFINITY) };
    const busy = runFlood({ ...basins, pumps: [pump] });
    expect(east(busy) * 48 * 4).toBeCloseTo(12, 2);
    const done = runFlood({ ...basins, pumps: [{ ...pump, capacity: 0.2 }] });
    expect(west(done)).toBeCloseTo(0.2, 1);
  });

  it('brings exactly what its series says to a dry field', () => {
    const series = [
      { second: 10, value: 2 },
      { second: 25.5, value: 0.5 },
      { second: 40, value: 0 },
    ];
    const result = runFlood({ ...createBasins(0, 100, scheme), inflows: [{ id: 'bres', cells: [0, 16], series }] });
    expect(result.balance.inflow).toBeCloseTo(15.5 * 2 + 14.5 * 0.5, 4);
    expect(Math.abs(result.balance.relativeError)).toBeLessThan(1e-7);
    expect(Math.max(...result.maxima.depth)).toBeLessThan(1);
  });
});
