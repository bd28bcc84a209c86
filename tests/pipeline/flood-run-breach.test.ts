import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCog } from '../../src/pipeline/cog.ts';
import { type FloodRun, runFloodFiles } from '../../src/pipeline/flood-run.ts';
import { makeGrid } from '../fixtures/height-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'flood-breach-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const dtm = join(folder, 'polder.tif');
const dike = join(folder, 'dike.geojson');

beforeAll(async () => {
  // A lake at −0.3 m NAP in the west, a dike of 3 m, a polder at −4 m.
  const heightAt = (x: number) => (Math.abs(x - 147000) < 10 ? 3 : x < 147000 ? -0.3 : -4);
  await writeCog(dtm, makeGrid([146700, 508000, 147300, 508400], 5, heightAt));
  const line = {
    type: 'LineString',
    coordinates: [
      [147000, 507000],
      [147000, 509000],
    ],
  };
  writeFileSync(
    dike,
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } },
      features: [{ type: 'Feature', properties: { vereiste_hoogte: 2.8 }, geometry: line }],
    }),
  );
});

const run = (options: Partial<FloodRun>) =>
  runFloodFiles({
    dtm,
    out: join(folder, 'out'),
    infiltrationMmPerHour: 0,
    sewerMmPerHour: 0,
    manning: 0.03,
    boundary: 'closed',
    cellSize: 10,
    minutes: 20,
    threads: 1,
    breach: [147005, 508200],
    dike,
    lakeLevel: -0.2,
    breachLoweringMinutes: 5,
    ...options,
  });

describe('cli flood with a breach', () => {
  it('computes with scheme full and writes what the gap let through', async () => {
    const { scheme, engine, breach, massBalance } = await run({});
    expect([scheme, engine]).toEqual(['full', 'full, wasm-simd']);
    expect(Math.abs(massBalance.relativeError)).toBeLessThan(1e-12);
    expect(breach?.lowest).toBeCloseTo(-4, 3);
    expect(breach?.peakDischarge).toBeGreaterThan(50);
    const [head, ...lines] = readFileSync(join(folder, 'out', 'breach.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(head).toBe('minute,width_m,crest_m,outside_m,inside_m,m3_per_s,m3');
    expect(lines.length).toBeGreaterThan(15);
    expect(Number(lines.at(-1)?.split(',')[6])).toBeCloseTo(breach?.volume ?? 0, 0);
  });

  it('refuses a place far from the dike', async () => {
    await expect(run({ breach: [147250, 508200] })).rejects.toThrow('m from the nearest dike');
  });
});
