import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFile } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGrid } from '../../src/model/grid.ts';
import { sunRules } from '../../src/model/sunlight.ts';
import { writeCog } from '../../src/pipeline/cog.ts';
import { addSunlightCommand, parsePeriod } from '../../src/pipeline/sunlight/command.ts';
import { computeSunlight, type SunlightRun } from '../../src/pipeline/sunlight.ts';
import { callCommand } from '../fixtures/call-command.ts';
import { cityOfBoxes } from '../fixtures/city-boxes.ts';

let folder: string;
const inFolder = (name: string) => join(folder, name);
const write = (name: string, value: unknown) => writeFile(inFolder(name), JSON.stringify(value));

const point = (id: string, x: number, y: number, properties: object) => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates: [x, y] },
});
const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
const collection = (features: readonly object[]) => ({ type: 'FeatureCollection', crs, features });

const house = { id: 'house', west: 154_990, south: 463_000, east: 155_000, north: 463_008, low: 1, high: 9 };
const shed = { id: 'shed', west: 154_990, south: 462_980, east: 155_000, north: 462_984, low: 1, high: 4 };
const tower = { id: 'tower', west: 154_985, south: 462_975, east: 155_005, north: 462_985, low: 1, high: 41 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sunlight-'));
  await write('today.city.json', cityOfBoxes([house, shed]));
  await write('plan.city.json', cityOfBoxes([tower]));
  await write(
    'points.geojson',
    collection([
      point('sill', 154_995, 463_000, { heightNap: 2.8, facingDegrees: 180 }),
      point('garden', 155_030, 463_020, { heightNap: 1 }),
      point('cellar', 154_995, 463_004, { heightNap: 3 }),
      point('beside the shed', 154_995, 462_984, { heightNap: 2, facingDegrees: 0 }),
    ]),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const run = (more: Partial<SunlightRun> = {}): SunlightRun => ({
  buildings: [inFolder('today.city.json')],
  plan: [inFolder('plan.city.json')],
  points: inFolder('points.geojson'),
  date: { from: '2026-03-21', until: '2026-03-21' },
  rules: [],
  minElevationDegrees: 0,
  error: 0.2,
  lod: '2.2',
  remove: ['shed'],
  ...more,
});

/** What it writes on standard output. */
const callSunlight = async (...args: string[]) => (await callCommand(addSunlightCommand, ...args)).out;

describe('sun before and after a plan', () => {
  it('a tower takes the sun from the window behind it, by name, and lets it begin later or end earlier', async () => {
    const notes: string[] = [];
    const { points, removed, planBuildings } = await computeSunlight(
      run({ rules: [sunRules[0]], onNote: (note) => notes.push(note) }),
    );
    expect([removed, planBuildings]).toEqual([['shed'], 1]);
    const [sill, garden, cellar, beside] = points.map(({ days }) => days[0]?.result);
    const [before, after] = [sill?.today, sill?.variants[0]];
    if (typeof before !== 'object' || typeof after !== 'object') throw new Error('The window has no sun.');
    expect(before.day.minutes / 60).toBeGreaterThan(10);
    expect(after.day.minutes).toBeLessThan(before.day.minutes - 120);
    expect(after.day.shadows.some(({ by }) => by.kind === 'plan' && by.id === 'tower')).toBe(true);
    expect(after.day.low).toBeLessThanOrEqual(after.day.minutes);
    expect(after.day.high).toBeGreaterThanOrEqual(after.day.minutes);
    expect(after.day.high - after.day.low).toBeGreaterThan(0.5);
    expect(after.judgements[0]?.verdict).toBe('meets');
    expect(sill?.building).toBe('house');
    expect(typeof garden?.today).toBe('object');
    expect(cellar?.today).toBe('inside');
    expect(beside?.today).toMatchObject({ day: { date: '2026-03-21' } });
    expect(beside?.variants[0]).toBe('gone');
    expect(notes.join('\n')).toMatch(/feature 3 \(cellar\): today it lies inside a building/);
    expect(notes.join('\n')).toMatch(/feature 4 \(beside the shed\): its building makes way/);
  });

  it('a point on a north wall cannot have the hours, whatever stands there', async () => {
    await write('north.geojson', collection([point('north', 154_995, 463_008, { heightNap: 2, facingDegrees: 0 })]));
    const { points } = await computeSunlight(run({ points: inFolder('north.geojson'), rules: [sunRules[1]] }));
    const answer = points[0]?.days[0]?.result.today;
    expect(typeof answer === 'object' && answer.judgements[0]?.verdict).toBe('not-applicable');
  });

  it('judges by norms from a file of the municipality, and names what is wrong in one', async () => {
    const title = { nl: 'Norm', en: 'Norm' };
    const norm = { id: 'town', title, from: '03-01', until: '03-31', hours: 12, minElevationDegrees: 0 };
    await write('norms.json', { rules: [norm] });
    await write('town.json', { id: 'town', sunlight: { rules: [{ ...norm, hours: 1 }] } });
    await write('wrong.json', { sunlight: { rules: [{ ...norm, hours: 'two' }] } });
    const call = (file: string) =>
      callSunlight(
        ...['--buildings', inFolder('today.city.json'), '--points', inFolder('points.geojson')],
        ...['--date', '2026-03-21', '--rules', inFolder(file)],
      );
    const verdicts = async (file: string) => {
      const [head, sill] = (await call(file)).split('\n').map((line) => line.split(','));
      return sill?.[head?.indexOf('town_before') ?? -1];
    };
    expect([await verdicts('norms.json'), await verdicts('town.json')]).toEqual(['not-applicable', 'meets']);
    await expect(call('wrong.json')).rejects.toThrow(/wrong\.json: sunlight: rules\.0\.hours/);
    await expect(call('absent.json')).rejects.toThrow(/absent\.json/);
  });

  it('the margin decides between yes, no and unknown', async () => {
    // North of a wall that the winter sun just clears about noon: so high or so low, the hours hang on decimetres.
    const wall = (high: number) => ({
      id: 'wall',
      west: 154_000,
      south: 462_989,
      east: 156_000,
      north: 462_989.5,
      low: 0,
      high,
    });
    const asked = [{ id: 'one', from: '02-19', until: '02-20', hours: 2, minElevationDegrees: 0 }];
    await write('ground.geojson', collection([point('p', 155_000, 463_000, { heightNap: 0 })]));
    const verdicts: string[] = [];
    for (const high of [4, 5.2, 9]) {
      await write('wall.city.json', cityOfBoxes([wall(high)]));
      const { points } = await computeSunlight(
        run({ buildings: [inFolder('wall.city.json')], points: inFolder('ground.geojson'), rules: asked, remove: [] }),
      );
      const answer = points[0]?.days[0]?.result.today;
      if (typeof answer !== 'object') throw new Error('No answer.');
      verdicts.push(`${answer.judgements[0]?.verdict}`);
    }
    expect(verdicts).toEqual(['meets', 'unknown', 'fails']);
  });
});

describe('the command', () => {
  it('writes a row for each point and day', async () => {
    const text = await callSunlight(
      ...[
        '--buildings',
        inFolder('today.city.json'),
        '--plan',
        inFolder('plan.city.json'),
        '--points',
        inFolder('points.geojson'),
      ],
      ...['--date', '2026-03-28/2026-03-30', '--rules', 'haagse-norm'],
    );
    const [head = '', ...rows] = text.trim().split('\n');
    expect(head).toBe(
      'id,date,hours_before,hours_low_before,hours_high_before,first_before,last_before,blocked_by_before,tree_hours_before,haagse_norm_before,' +
        'hours_after,hours_low_after,hours_high_after,first_after,last_after,blocked_by_after,tree_hours_after,haagse_norm_after,hours_lost,x,y,height_nap,facing_degrees,problem',
    );
    expect(rows).toHaveLength(12);
    const garden = rows.filter((row) => row.startsWith('garden')).map((row) => row.split(','));
    // The clock goes forward on the 29th: sunrise comes an hour later by it.
    expect(garden.map((cells) => cells[5]?.slice(0, 2))).toEqual(['06', '07', '07']);
    expect(garden.every((cells) => Number(cells[2]) > 10)).toBe(true);
  });

  it("keeps the worst day of a period, and takes the almanac's sunrise when told to", async () => {
    const call = (...more: string[]) =>
      callSunlight(
        ...[
          '--buildings',
          inFolder('today.city.json'),
          '--points',
          inFolder('points.geojson'),
          '--date',
          '2026-12-15/2026-12-27',
        ],
        ...more,
      );
    const garden = async (...more: string[]) =>
      (await call('--worst', ...more))
        .split('\n')
        .filter((row) => row.startsWith('garden'))
        .map((row) => row.split(','));
    const [[, date, hours] = [], ...more] = await garden();
    expect(more).toEqual([]);
    expect(date).toBe('2026-12-21');
    const [[, , longer] = []] = await garden('--min-elevation', '-0.833');
    expect(60 * (Number(longer) - Number(hours))).toBeGreaterThan(10);
  });

  it('writes one JSON document with all intervals', async () => {
    const text = await callSunlight(
      ...[
        '--buildings',
        inFolder('today.city.json'),
        '--plan',
        inFolder('plan.city.json'),
        '--points',
        inFolder('points.geojson'),
      ],
      ...['--date', '2026-06-21', '--json', '--rules', 'own:06-01/06-30:3:5'],
    );
    const { points, hasPlan } = JSON.parse(text) as {
      points: { id: string; days: Record<string, never>[] }[];
      hasPlan: boolean;
    };
    expect(hasPlan).toBe(true);
    expect(points.map(({ id }) => id)).toEqual(['sill', 'garden', 'cellar', 'beside the shed']);
    expect(points[0]?.days[0]?.['before']).toMatchObject({
      intervals: [{ from: expect.stringMatching(/^\d\d:\d\d:\d\d$/) }],
      rules: [{ id: 'own', verdict: 'meets' }],
    });
  });

  it.each([
    ['2026-02-30', 'no date'],
    ['2026-6-1', 'no date'],
    ['1850-01-01', 'from 1900 to 2100'],
    ['2026-05-02/2026-05-01', 'before it begins'],
    ['2026-01-01/2046-01-01', 'more than'],
    ['2026-01-01/2026-01-02/2026-01-03', 'one date'],
  ])('refuses the date %s: %s', (text, reason) => {
    expect(() => parsePeriod(text)).toThrow(reason);
  });

  it.each([
    ['no heightNap', collection([point('a', 155_000, 463_000, {})]), 'feature 1 (a): heightNap is missing'],
    [
      'heightNap that is text',
      collection([point('a', 155_000, 463_000, { heightNap: 'high' })]),
      'heightnap "high" is not a number',
    ],
    ['no points', collection([]), 'holds no points'],
    [
      'no geometry',
      collection([{ type: 'Feature', id: 'a', properties: { heightNap: 1 }, geometry: null }]),
      'has no geometry',
    ],
    ['a point elsewhere', collection([point('a', 1, 2, { heightNap: 1 })]), 'outside RD New'],
    [
      'facing that is no direction',
      collection([point('a', 155_000, 463_000, { heightNap: 1, facingDegrees: 4000 })]),
      'facingDegrees 4000',
    ],
  ])('refuses points with %s', async (_, json, reason) => {
    await write('bad.geojson', json);
    await expect(computeSunlight(run({ points: inFolder('bad.geojson') }))).rejects.toThrow(reason);
  });

  it('finds the windows around a plan by itself', async () => {
    const { points: _, ...alone } = run();
    const { points } = await computeSunlight({ ...alone, remove: [], windows: { around: 50, storey: 2.8 } });
    // The house stays, of 8 m: three floors, four walls. The shed makes way for the tower.
    expect(points.map(({ point: { id } }) => id)).toEqual(
      [0, 1, 2].flatMap((floor) => [1, 2, 3, 4].map((n) => `house/${floor}/${n}`)),
    );
    expect(
      points
        .map(({ point: { facingDegrees } }) => Math.round(facingDegrees ?? -1) % 360)
        .slice(0, 4)
        .sort(),
    ).toEqual([0, 180, 270, 90]);
    expect(points.every(({ problem }) => problem === '')).toBe(true);
    const south = points.filter(({ point }) => Math.round(point.facingDegrees ?? 0) === 180);
    expect(south.map(({ point }) => point.nap)).toEqual([1.75, 4.55, 7.35].map((nap) => expect.closeTo(nap, 3)));
    const lost = south.map(({ days }) => {
      const [before, after] = [days[0]?.result.today, days[0]?.result.variants[0]];
      return typeof before === 'object' && typeof after === 'object' ? before.day.minutes - after.day.minutes : 0;
    });
    expect(Math.min(...lost)).toBeGreaterThan(60);
    await expect(computeSunlight({ ...alone, windows: { around: 1, storey: 2.8 } })).rejects.toThrow(
      'no building stands within 1 m',
    );
  });

  it('writes a map of sun hours on a raster', async () => {
    const grid = createGrid(155_000, 463_000, 1, 60, 60);
    for (let i = 0; i < grid.values.length; i++)
      grid.values[i] = i % 60 >= 25 && i % 60 < 35 && Math.floor(i / 60) === 20 ? 12 : 1;
    grid.values[0] = Number.NaN;
    await writeCog(inFolder('dsm.tif'), grid);
    await callSunlight('--dsm', inFolder('dsm.tif'), '--map', inFolder('hours.tif'), '--date', '2026-03-21');
    const read = await fromFile(inFolder('hours.tif'));
    const [hours] = (await (await read.getImage()).readRasters()) as unknown as [Float32Array];
    // The file's first row is the northern one; a point right north of the wall has lost noon, one south of it nothing.
    const at = (column: number, row: number) => hours[(59 - row) * 60 + column] as number;
    expect(at(0, 0)).toBe(-9999);
    expect(at(30, 5)).toBeCloseTo(12.06, 1);
    expect(at(30, 22)).toBeLessThan(6);
    expect(at(30, 22)).toBeGreaterThan(0.1);
    expect(at(30, 20)).toBeCloseTo(12.06, 1);
  });

  it('refuses a file that is not there, and a building that is not there', async () => {
    await expect(computeSunlight(run({ buildings: [inFolder('none.json')] }))).rejects.toThrow('none.json');
    await expect(computeSunlight(run({ remove: ['castle'] }))).rejects.toThrow('--remove castle');
    await write('trees.geojson', collection([point('oak', 155_010, 462_990, { soort: 'Quercus robur' })]));
    await expect(computeSunlight(run({ trees: [inFolder('trees.geojson')] }))).rejects.toThrow(/tree 1: .*--dtm/);
  });
});
