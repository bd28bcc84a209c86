import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fromFile } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCog } from '../../src/pipeline/cog.ts';
import { linesToSteps } from '../../src/pipeline/flood-run/series.ts';
import { type FloodRun, runFloodFiles } from '../../src/pipeline/flood-run.ts';
import { delftFile, makeGrid } from '../fixtures/height-files.ts';
import { sampleSequence } from './tiles/sample-city.ts';

const folder = mkdtempSync(join(tmpdir(), 'flood-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [west, south, east, north] = [145990, 506990, 146030, 507010] as const;
const flat = join(folder, 'flat.tif');
const bowl = join(folder, 'bowl.tif');
const slope = join(folder, 'slope.tif');
const holed = join(folder, 'holed.tif');
const empty = join(folder, 'empty.tif');
const writeHeights = (file: string, heightAt: (x: number, y: number) => number) =>
  writeCog(file, makeGrid([west, south, east, north], 2, heightAt));

beforeAll(async () => {
  await writeHeights(flat, () => -4);
  await writeHeights(bowl, (x, y) => (Math.abs(x - 146010) < 4 && Math.abs(y - 507000) < 4 ? -4.5 : -4));
  await writeHeights(slope, (x) => (x - west) / 100);
  await writeHeights(empty, () => Number.NaN);
  await writeHeights(holed, (x) => (x < 146000 ? Number.NaN : -4));
});

let count = 0;
const write = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
async function run(options: Partial<FloodRun> & { dtm: string }) {
  const out = join(folder, `out-${count++}`);
  const notes: string[] = [];
  const summary = await runFloodFiles({
    infiltrationMmPerHour: 0,
    sewerMmPerHour: 0,
    manning: 0.03,
    boundary: 'closed',
    onNote: (note) => notes.push(note),
    ...options,
    out,
  });
  return { summary, out, notes };
}

/** Value of a written GeoTIFF at a point, −9999 for NoData. */
async function valueAt(file: string, x: number, y: number): Promise<number> {
  const tiff = await fromFile(file);
  const image = await tiff.getImage();
  const [left, , , top] = image.getBoundingBox() as [number, number, number, number];
  const [cell] = image.getResolution() as [number];
  const [column, row] = [Math.floor((x - left) / cell), Math.floor((top - y) / cell)];
  const [value] = (await image.readRasters({ window: [column, row, column + 1, row + 1] }))[0] as Float32Array;
  await tiff.close();
  return value as number;
}

describe('a flood from files', () => {
  it('stands 100 mm deep after 100 mm on flat ground, and says when it reached 5 cm', async () => {
    const gauges = write('gauges.csv', 'id,x,y\nmiddle,146010,507000\n');
    const { summary, out } = await run({ dtm: flat, rainMm: 100, rainMinutes: 60, minutes: 60, every: 30, gauges });
    expect(readdirSync(out).sort()).toEqual([
      'arrival.tif',
      'depth-0.tif',
      'depth-30.tif',
      'depth-60.tif',
      'depth-max.tif',
      'gauges.csv',
      'level-max.tif',
      'speed-max.tif',
      'summary.json',
    ]);
    expect(await valueAt(join(out, 'depth-max.tif'), 146001, 507001)).toBeCloseTo(0.1, 5);
    expect(await valueAt(join(out, 'level-max.tif'), 146001, 507001)).toBeCloseTo(-3.9, 5);
    expect(await valueAt(join(out, 'speed-max.tif'), 146001, 507001)).toBe(0);
    // Rain falls in portions of a second, the last of them half ahead.
    expect(await valueAt(join(out, 'depth-30.tif'), 146001, 507001)).toBeCloseTo(0.05, 4);
    expect(Math.abs((await valueAt(join(out, 'arrival.tif'), 146001, 507001)) - 30)).toBeLessThan(0.1);
    const lines = readFileSync(join(out, 'gauges.csv'), 'utf8').trim().split('\n');
    expect([lines[0], lines.length]).toEqual(['id,minute,depth_m,level_m,u_m_per_s,v_m_per_s', 62]);
    expect(lines[61]).toBe('middle,60,0.10000,-3.90000,0.00000,0.00000');
    expect(summary).toMatchObject({ cells: 200, openCells: 200, cellSize: 2, minutes: 60 });
    expect(summary.massBalance.rain).toBeCloseTo(80, 4);
    expect(Math.abs(summary.massBalance.relativeError)).toBeLessThan(1e-6);
    expect(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))).toEqual(summary);
  });

  it('gathers in a hollow, up to one level', async () => {
    const { out } = await run({ dtm: bowl, rainMm: 20, rainMinutes: 10, minutes: 120 });
    // 16 m³ of rain in a hollow of 64 m².
    expect(await valueAt(join(out, 'level-max.tif'), 146010, 507000)).toBeCloseTo(-4.25, 1);
  });

  it('begins at a level, or with depths from a file', async () => {
    const { out, summary } = await run({ dtm: bowl, initialLevel: -4.2, minutes: 1 });
    expect(await valueAt(join(out, 'depth-max.tif'), 146010, 507000)).toBeCloseTo(0.3, 5);
    expect(await valueAt(join(out, 'level-max.tif'), 145991, 506991)).toBe(-9999);
    expect(await valueAt(join(out, 'arrival.tif'), 145991, 506991)).toBe(-9999);
    expect(summary.massBalance.initial).toBeCloseTo(0.3 * 64, 4);
    const depths = join(folder, 'depths.tif');
    await writeHeights(depths, (x) => (x < 146000 ? 0.5 : Number.NaN));
    const second = await run({ dtm: flat, initialDepth: depths, minutes: 1 });
    expect(second.summary.massBalance.initial).toBeCloseTo(0.5 * 10 * 20, 4);
    expect(second.notes.join()).toContain('150 cells without a depth are taken as dry');
  });

  it('has rain by the minute, and what ground and sewer take of it', async () => {
    const rainSeries = write('rain.csv', '\uFEFFmm_per_hour, minute\n60,0\n0,30\n');
    const soak = join(folder, 'soak.tif');
    await writeHeights(soak, (x) => (x < 146010 ? 20 : 0));
    const { summary } = await run({ dtm: flat, rainSeries, infiltrationMmPerHour: soak, minutes: 30 });
    expect(summary.massBalance.rain).toBeCloseTo(24, 6);
    // 10 mm of the 30 on half of it, at most: water from the other half flows there too.
    expect(summary.massBalance.infiltrated).toBeCloseTo(4, 3);
    const sewer = await run({ dtm: flat, rainSeries, sewerMmPerHour: 20, sewerStorageMm: 5, minutes: 60 });
    expect(sewer.summary.massBalance.sewer).toBeCloseTo(0.005 * 800, 4);
  });

  it('has inflows with straight lines between their minutes', async () => {
    const inflow = write(
      'inflow.csv',
      'id,x,y,minute,m3_per_s\na,145991,507001,1,0\na,145991,507001,3,0.2\na,145991,507001,4,0\n',
    );
    const { summary } = await run({ dtm: flat, inflow, minutes: 6 });
    expect(summary.massBalance.inflow).toBeCloseTo(0.1 * 120 + 0.1 * 60, 6);
    expect((await run({ dtm: flat, inflow })).summary.minutes).toBe(64);
    const steps = linesToSteps([
      { second: 0, value: 0 },
      { second: 100, value: 1 },
    ]);
    expect([steps.length, steps[0]?.value, steps[10]]).toEqual([11, 0.05, { second: 100, value: 1 }]);
  });

  it('leaves over an open border, and not over a closed one', async () => {
    const rain = { dtm: slope, rainMm: 30, rainMinutes: 30, minutes: 120 };
    const [open, closed] = [await run({ ...rain, boundary: 'open' }), await run(rain)];
    expect(open.summary.massBalance.outflow / open.summary.massBalance.rain).toBeGreaterThan(0.9);
    expect(closed.summary.massBalance.outflow).toBe(0);
    expect(closed.summary.inputsHash).not.toBe(open.summary.inputsHash);
    expect((await run(rain)).summary.inputsHash).toBe(closed.summary.inputsHash);
  });

  it('does not flow or fall where no height is known', async () => {
    const { summary, out, notes } = await run({ dtm: holed, rainMm: 10, rainMinutes: 10, minutes: 10 });
    expect(summary).toMatchObject({ cells: 200, openCells: 150 });
    expect(notes).toEqual(['50 cells have no height: no water flows or falls there']);
    expect(summary.massBalance.rain).toBeCloseTo(0.01 * 600, 6);
    expect(await valueAt(join(out, 'depth-max.tif'), 145995, 507000)).toBe(-9999);
  });

  it('goes round buildings, with the rain of their roofs', async () => {
    const buildings = [write('houses.city.jsonl', sampleSequence(5))];
    const gauges = write('indoors.csv', 'id,x,y\nin,146003,507005\n');
    const { summary, out, notes } = await run({
      dtm: flat,
      buildings,
      gauges,
      rainMm: 10,
      rainMinutes: 10,
      minutes: 60,
    });
    expect(summary.openCells).toBeLessThan(190);
    expect(summary.massBalance.rain).toBeCloseTo(8, 6);
    expect(summary.massBalance.stored).toBeCloseTo(8, 4);
    if (notes.length > 0) expect(readFileSync(join(out, 'gauges.csv'), 'utf8')).toContain('in,5,,,,');
  });

  it('is right or refused for no rain and for 10,000 mm of it', async () => {
    const none = await run({ dtm: flat, rainMm: 0, rainMinutes: 10, minutes: 10 });
    expect(none.summary.massBalance).toMatchObject({ rain: 0, stored: 0, relativeError: 0 });
    const much = await run({ dtm: flat, rainMm: 10_000, rainMinutes: 60, minutes: 60 });
    expect(await valueAt(join(much.out, 'depth-max.tif'), 146001, 507001)).toBeCloseTo(10, 3);
  });

  it.skipIf(!delftFile)('runs on AHN of Delft with its holes, on coarser cells too', async () => {
    const rain = { dtm: delftFile as string, rainMm: 70, rainMinutes: 60, minutes: 2 };
    const { summary } = await run({ ...rain, cellSize: 4 });
    expect(summary.cells).toBe(66 * 57);
    expect(Math.abs(summary.massBalance.relativeError)).toBeLessThan(1e-6);
  });
});

describe('what is wrong', () => {
  const points = 'id,x,y,minute,m3_per_s\n';
  const cases: [string, () => Partial<FloodRun> & { dtm: string }, RegExp][] = [
    ['no heights', () => ({ dtm: join(folder, 'gone.tif') }), /gone\.tif: no such file/],
    ['no GeoTIFF', () => ({ dtm: write('text.tif', 'no') }), /text\.tif: cannot be read as a GeoTIFF/],
    [
      'an inflow beside the grid',
      () => ({ dtm: flat, inflow: write('i.csv', `${points}a,1,2,0,1\n`) }),
      /^i\.csv, line 2: point 1, 2 lies outside the heights \(145990, 506990, 146030, 507010\)\.$/,
    ],
    [
      'an inflow without height',
      () => ({ dtm: holed, inflow: write('j.csv', `${points}a,145995,507000,0,1\n`) }),
      /j\.csv, line 2: .* where no height is known/,
    ],
    [
      'an inflow below zero',
      () => ({ dtm: flat, inflow: write('k.csv', `${points}a,146000,507000,0,-1\n`) }),
      /k\.csv, line 2: m3_per_s -1 is below zero/,
    ],
    [
      'an inflow back in time',
      () => ({ dtm: flat, inflow: write('l.csv', `${points}a,146000,507000,5,1\na,146000,507000,4,1\n`) }),
      /l\.csv, line 3: minute 4 of "a" does not come after 5/,
    ],
    [
      'rain that is no number',
      () => ({ dtm: flat, rainSeries: write('r.csv', 'minute,mm_per_hour\n0,NaN\n') }),
      /r\.csv, line 2: mm_per_hour "NaN" is not a number/,
    ],
    [
      'rain without its column',
      () => ({ dtm: flat, rainSeries: write('s.csv', 'minute,mm\n0,1\n') }),
      /s\.csv, line 1: column mm_per_hour is missing/,
    ],
    [
      'a gauge beside the grid',
      () => ({ dtm: flat, gauges: write('g.csv', 'id,x,y\na,0,0\n') }),
      /g\.csv, line 2: point 0, 0 lies outside/,
    ],
    ['no height but NoData', () => ({ dtm: empty }), /empty\.tif: holds no heights, only NoData/],
    [
      'more rain than the sky holds',
      () => ({ dtm: flat, rainMm: 10_000, rainMinutes: 1 }),
      /expected rain at 0 s between 0 and .*m\/s, got 0\.1/,
    ],
    [
      'rain below zero',
      () => ({ dtm: flat, rainSeries: write('t.csv', 'minute,mm_per_hour\n0,-5\n') }),
      /t\.csv, line 2: mm_per_hour -5/,
    ],
    ['cells of 0 m', () => ({ dtm: flat, cellSize: 0 }), /some whole times 2 m, got 0 m/],
    ['cells larger than the heights', () => ({ dtm: flat, cellSize: 100 }), /at least one cell of 100 m/],
    ['cells that do not fit', () => ({ dtm: flat, cellSize: 3 }), /some whole times 2 m, got 3 m/],
    [
      'friction out of range',
      () => ({ dtm: flat, manning: bowl }),
      /bowl\.tif: -4\S* at .* is not between 0\.001 and 10/,
    ],
  ];
  for (const [name, options, message] of cases) {
    it(`is told in one line: ${name}`, async () => {
      await expect(run({ minutes: 1, ...options() })).rejects.toThrow(message);
    });
  }

  it('makes the command end with 2 for wrong usage and 1 for wrong files, with one line and nothing written', () => {
    const cli = (...args: string[]) =>
      spawnSync(process.execPath, [resolve('node_modules/tsx/dist/cli.mjs'), resolve('src/cli.ts'), 'flood', ...args], {
        encoding: 'utf8',
      });
    const out = join(folder, 'never');
    const usage = cli('--dtm', flat, '--out', out, '--rain-mm', '70');
    expect([usage.status, usage.stderr.trim()]).toEqual([2, 'error: --rain-mm and --rain-minutes go together.']);
    const nan = cli('--dtm', flat, '--out', out, '--rain-mm', 'NaN', '--rain-minutes', '60');
    expect([nan.status, nan.stderr]).toEqual([
      2,
      expect.stringMatching(/--rain-mm .* must be a number from 0 to 10000/),
    ]);
    const failed = cli('--dtm', join(folder, 'gone.tif'), '--out', out, '--json');
    expect([failed.status, failed.stdout]).toEqual([1, '']);
    expect(failed.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^tweelingstad: .*gone\.tif: no such file/),
    ]);
    expect(existsSync(out)).toBe(false);
    const done = cli('--dtm', flat, '--out', out, '--rain-mm', '10', '--rain-minutes', '1', '--minutes', '1', '--json');
    expect([done.status, JSON.parse(done.stdout).cells]).toEqual([0, 200]);
  });
});
