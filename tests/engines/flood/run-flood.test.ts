import { describe, expect, it } from 'vitest';
import { runFlood } from '../../../src/engines/flood/run-flood.ts';
import type { FloodInput } from '../../../src/model/flood.ts';
import { InputError } from '../../../src/model/input-error.ts';
import { createTown, pickCells, townRain } from './town.ts';

const closed = { west: 'closed', east: 'closed', south: 'closed', north: 'closed' } as const;

/** A lake at `level` over three humps, of which two stay dry. */
function createLake(level: number, seconds: number): FloodInput {
  const [width, height] = [50, 40];
  const bed = new Float64Array(width * height);
  const initialDepth = new Float32Array(width * height);
  for (let cell = 0; cell < bed.length; cell++) {
    const [x, y] = [cell % width, Math.floor(cell / width)];
    const hump = (cx: number, cy: number, top: number) => Math.max(0, top - Math.hypot(x - cx, y - cy) / 6);
    bed[cell] = level - 1 + Math.max(hump(12, 12, 1.8), hump(35, 12, 0.7), hump(25, 30, 2.1));
    initialDepth[cell] = Math.max(0, level - bed[cell]);
  }
  const frame = { west: 0, south: 0, cellSize: 2, width, height };
  return { frame, bed, initialDepth, manning: 0.03, rain: [], borders: closed, seconds };
}

describe('the flood', () => {
  it.each([0.25, 300.25])('leaves a lake at rest at %d m NAP over three humps', (level) => {
    const input = createLake(level, 600);
    const { last } = runFlood(input);
    let off = 0;
    for (const [cell, depth] of last.depth.entries()) {
      if (depth > 0) off = Math.max(off, Math.abs(input.bed[cell] + depth - level));
    }
    expect(off).toBeLessThan(level > 100 ? 1e-5 : 1e-6);
    expect(Math.max(...last.qx.map(Math.abs), ...last.qy.map(Math.abs))).toBe(0);
  });

  it('accounts for rain, infiltration, sewer and what leaves to a millionth', () => {
    const town = createTown(70, 50);
    const all = { ...town, infiltration: 2e-6, sewer: 4e-6, sewerStorage: 0.004 };
    for (const input of [town, all, { ...all, borders: { ...closed, west: 'open', north: 1.1 } } as const]) {
      const { balance, last } = runFlood({ ...input, rain: townRain, seconds: 900 });
      expect(Math.abs(balance.relativeError)).toBeLessThan(1e-7);
      expect(balance.rain).toBeGreaterThan(10);
      expect(Math.min(...last.depth)).toBeGreaterThanOrEqual(0);
      expect(balance.sewer > 0 && balance.infiltrated > 0).toBe('sewer' in input);
      expect(balance.outflow > 0).toBe(input.borders.west === 'open');
    }
  });

  it('gives the same bits when the town is mirrored or turned', () => {
    const town = { ...createTown(70, 50), sewer: 4e-6, sewerStorage: 0.004, rain: townRain, seconds: 400 };
    const { width, height } = town.frame;
    const plain = runFlood(town);
    const turn = (cell: number) => (cell % width) * height + (height - 1 - Math.floor(cell / width));
    const mirror = (cell: number) => Math.floor(cell / width) * width + (width - 1 - (cell % width));
    for (const [place, size] of [
      [mirror, [width, height]],
      [turn, [height, width]],
    ] as const) {
      const to = Array.from({ length: width * height }, (_, cell) => place(cell));
      const moved = runFlood(pickCells(town, to, size));
      expect(moved.steps).toBe(plain.steps);
      for (const name of ['depth', 'speed', 'arrival', 'duration'] as const) {
        expect(moved.maxima[name].filter((value, at) => !Object.is(value, at)).length).toBeGreaterThan(0);
        expect(to.every((at, cell) => Object.is(moved.maxima[name][at], plain.maxima[name][cell]))).toBe(true);
      }
      expect(to.every((at, cell) => moved.last.depth[at] === plain.last.depth[cell])).toBe(true);
    }
  });

  it('lets nothing through a wall of one cell across the grid', () => {
    const side = 40;
    const bed = new Float64Array(side * side);
    const wall = new Uint8Array(side * side);
    const initialDepth = new Float32Array(side * side);
    for (let cell = 0; cell < bed.length; cell++) {
      const [x, y] = [cell % side, Math.floor(cell / side)];
      wall[cell] = Number(x === y);
      initialDepth[cell] = x < y ? 1 : 0;
    }
    const frame = { west: 0, south: 0, cellSize: 1, width: side, height: side };
    const base = { frame, bed, initialDepth, manning: 0.03, rain: [], borders: closed, seconds: 120 };
    const { last } = runFlood({ ...base, closed: wall });
    expect(last.depth.every((depth, cell) => cell % side < Math.floor(cell / side) || depth === 0)).toBe(true);
  });
});

describe('the flood refuses', () => {
  const deep = new Float32Array(48).fill(1000);
  const town = { ...createTown(8, 6), rain: townRain, seconds: 10 };
  it.each<[string, Partial<FloodInput>, RegExp]>([
    ['heights of another size', { bed: new Float32Array(5) }, /expected heights of 48 values \(8 x 6\), got 5/],
    ['no heights at all', { bed: new Float32Array(48).fill(Number.NaN) }, /no cell with a height/],
    ['negative rain', { rain: [{ second: 0, value: -1e-6 }] }, /rain at 0 s between 0/],
    ['10,000 mm in an hour and more', { rain: [{ second: 0, value: 11 / 3600 }] }, /rain at 0 s between 0/],
    ['rain that is no number', { rain: [{ second: 0, value: Number.NaN }] }, /rain at 0 s between 0/],
    ['a series that goes back', { rain: [5, 3].map((second) => ({ second, value: 0 })) }, /3 s follows 5 s/],
    ['an endless run', { seconds: Number.POSITIVE_INFINITY }, /duration/],
    ['no roughness', { manning: 0 }, /Manning/],
    ['heights beyond all', { bed: new Float32Array(48).fill(1e20) }, /use NaN for unknown/],
    ['negative depth', { initialDepth: new Float32Array(48).fill(-1) }, /initial depth/],
    ['inflow outside', { inflows: [{ id: 'sluis', cells: [48], series: [] }] }, /"sluis" lies in cell 48, outside/],
    ['a border that is nothing', { borders: { ...closed, north: undefined } as never }, /north border must be/],
    [
      'what would take for ever',
      { frame: { ...town.frame, cellSize: 0.01 }, initialDepth: deep, seconds: 3e7 },
      /too many/,
    ],
    ['a face at the border', { faces: [{ cell: 7, axis: 'x' }] }, /east side of row 0, column 7 is the border/],
  ])('%s', (_, wrong, message) => {
    expect(() => runFlood({ ...town, ...wrong })).toThrow(InputError);
    expect(() => runFlood({ ...town, ...wrong })).toThrow(message);
  });

  it('an inflow in a building', () => {
    const building = new Uint8Array(48).fill(1, 9, 10);
    const inflows = [{ id: 'sluis', cells: [9], series: [] }];
    expect(() => runFlood({ ...town, closed: building, inflows })).toThrow(/row 1, column 1, which is closed/);
  });
});
