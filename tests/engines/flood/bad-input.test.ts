import { describe, expect, it } from 'vitest';
import { runFlood } from '../../../src/engines/flood/run-flood.ts';
import type { FloodInput, FloodRunOptions } from '../../../src/model/flood.ts';
import { InputError } from '../../../src/model/input-error.ts';
import { createTown, townRain } from './town.ts';

const [width, height] = [12, 10];
const cells = width * height;
const fill = (value: number) => new Float32Array(cells).fill(value);

/** An input that names everything there is. */
function makeAll(): FloodInput & FloodRunOptions {
  const barrel = { width: 0.5, height: 0.4, length: 20, floorFrom: 0.2, floorTo: 0.1, manning: 0.013 };
  return {
    ...createTown(width, height),
    rain: townRain,
    infiltration: fill(2e-6),
    sewer: fill(4e-6),
    sewerStorage: 0.002,
    initialDepth: fill(0.1),
    inflows: [{ id: 'beek', cells: [1, 2], series: [{ second: 0, value: 0.2 }] }],
    faces: [{ cell: 13, axis: 'x', crest: 1.1, openness: 0.3 }],
    culverts: [{ id: 'duiker', from: 2, to: 4, ...barrel }],
    pumps: [{ id: 'gemaal', from: 3, capacity: 0.05, onLevel: 0.5 }],
    borders: { west: 'open', east: 'closed', south: 'closed', north: 1.05 },
    seconds: 20,
    moments: [10],
    scheme: 'inertial',
  };
}

const WRONG: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  0,
  1e30,
  undefined,
];

/** Every number in it, as the way that leads there. */
function listNumbers(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === 'number') return [path];
  // One of the cells stands for all.
  if (ArrayBuffer.isView(value)) return [[...path, 5]];
  if (Array.isArray(value)) return value.flatMap((item, i) => listNumbers(item, [...path, i]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => listNumbers(item, [...path, key]));
  return [];
}

function put(target: unknown, path: readonly (string | number)[], value: unknown): void {
  const [key, ...rest] = path as [string, ...string[]];
  const record = target as Record<string, unknown>;
  if (rest.length === 0) record[key] = value;
  else put(record[key], rest, value);
}

const paths = listNumbers(makeAll());

describe.each(['inertial', 'full'] as const)('whatever one number of the input is (%s)', (scheme) => {
  it.each(paths.map((path) => [path.join('.'), path] as const))('%s', (name, path) => {
    for (const wrong of WRONG) {
      const all = { ...structuredClone(makeAll()), scheme };
      put(all, path, wrong);
      const { moments, ...input } = all;
      let last: ReturnType<typeof runFlood> | undefined;
      try {
        last = runFlood(input, moments ? { moments } : {});
      } catch (error) {
        // Refused, in one line of words.
        expect(error, `${name} = ${wrong}: ${error}`).toBeInstanceOf(InputError);
        expect((error as Error).message).toMatch(/^Flood: [^\n]{10,250}\.$/);
        continue;
      }
      const { balance, maxima } = last;
      expect(Math.abs(balance.relativeError), `${name} = ${wrong}`).toBeLessThan(1e-6);
      expect(
        maxima.depth.every((depth) => depth >= 0 && depth < 1e4),
        `${name} = ${wrong}`,
      ).toBe(true);
    }
  });

  it('is tried in every field', () => {
    const fields = new Set(paths.map(([field]) => field));
    for (const field of [
      'frame',
      'bed',
      'closed',
      'manning',
      'rain',
      'rainFactor',
      'infiltration',
      'sewer',
      'sewerStorage',
    ])
      expect(fields).toContain(field);
    for (const field of ['initialDepth', 'inflows', 'faces', 'culverts', 'pumps', 'borders', 'seconds', 'moments'])
      expect(fields).toContain(field);
  });
});

describe('words that are none', () => {
  const town = { ...createTown(width, height), rain: townRain, seconds: 5 };
  it.each<[string, object, RegExp]>([
    ['a scheme', { scheme: 'fast' }, /scheme must be "inertial" or "full", got fast/],
    ['an axis', { faces: [{ cell: 13, axis: 'z' }] }, /a face has axis z/],
    ['a border', { borders: { ...town.borders, west: 'ajar' } }, /west border must be/],
    ['a culvert to itself', { culverts: [{ ...makeAll().culverts?.[0], to: 2 }] }, /"duiker" begins and ends in row 0/],
    ['a pump to itself', { pumps: [{ ...makeAll().pumps?.[0], to: 3 }] }, /"gemaal" begins and ends in row 0/],
  ])('%s', (_, wrong, message) => {
    expect(() => runFlood({ ...town, ...wrong } as FloodInput)).toThrow(InputError);
    expect(() => runFlood({ ...town, ...wrong } as FloodInput)).toThrow(message);
  });
});

describe('little and much', () => {
  const town = createTown(width, height);
  it('no rain: nothing, and every answer is a number', () => {
    const { balance, maxima, last } = runFlood({ ...town, rain: [], seconds: 3600 });
    expect(balance).toMatchObject({ rain: 0, stored: 0, relativeError: 0 });
    expect(Math.max(...maxima.depth, ...last.qx)).toBe(0);
    expect(maxima.arrival.every(Number.isNaN)).toBe(true);
  });

  it('10,000 mm in an hour, every drop of it', () => {
    const { balance, last } = runFlood({ ...town, rain: [{ second: 0, value: 10 / 3600 }], seconds: 3600 });
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-6);
    expect(balance.rain).toBeCloseTo(10 * cells, 0);
    expect(Math.max(...last.depth)).toBeGreaterThan(5);
  });

  it('no time at all is the start', () => {
    const { last, steps } = runFlood({ ...town, initialDepth: fill(0.2), rain: townRain, seconds: 0 });
    expect(steps).toBe(0);
    expect(last.depth[0]).toBeCloseTo(0.2, 6);
  });

  it('one cell', () => {
    const frame = { west: 0, south: 0, cellSize: 1, width: 1, height: 1 };
    const bed = new Float32Array(1);
    const { last } = runFlood({
      ...town,
      frame,
      bed,
      closed: new Uint8Array(1),
      rainFactor: new Float32Array([1]),
      manning: 0.03,
      rain: townRain,
      seconds: 3600,
    });
    expect(last.depth[0]).toBeCloseTo(0.07, 5);
  });
});
