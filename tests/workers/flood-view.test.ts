import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { floodGroundCode } from '../../src/model/flood-ground.ts';
import { parseFloodIndex } from '../../src/model/flood-index.ts';
import { type FloodSheet, NEVER, sheetExtent } from '../../src/model/flood-run.ts';
import { fromHalf } from '../../src/model/half-float.ts';
import { writeCog } from '../../src/pipeline/cog.ts';
import { createFloodView, type RunFiles } from '../../src/workers/flood-view.ts';
import { createRasterCache } from '../../src/workers/raster-window.ts';
import { readSiteFrame, type SiteFiles } from '../../src/workers/read-flood-site.ts';
import { createFloodedHamlet, type FloodedHamlet } from '../fixtures/flooded-hamlet.ts';
import { makeGrid } from '../fixtures/height-files.ts';
import { groundHeight } from '../fixtures/small-municipality.ts';
import { serveFolder } from './serve-folder.ts';

let place: FloodedHamlet;
let site: SiteFiles;
let run: RunFiles;
let depths: readonly string[];
beforeAll(async () => {
  place = await createFloodedHamlet([145984, 506984, 146116, 507116]);
  const url = new URL('flood/index.json', place.url).href;
  const index = parseFloodIndex(await (await fetch(url)).json(), url);
  const whole = (path: string) => new URL(path, url).href;
  const { heights, ground, buildings, water } = index.files;
  site = { heights: whole(heights), ground: whole(ground), buildings: whole(buildings), water: whole(water) };
  const [entry] = index.runs;
  if (!entry) throw new Error('no run');
  const { deepest, arrival, duration } = entry;
  run = { deepest: whole(deepest), arrival: whole(arrival), duration: whole(duration), waterDepth: index.waterDepth };
  depths = entry.depths.map(whole);
});
afterAll(() => place.destroy());

const all = [145980, 506980, 146120, 507120] as const;

function heightOf(sheet: FloodSheet): number {
  const known = sheet.bed.filter((height, cell) => !Number.isNaN(height) && !sheet.isWater[cell]);
  return known.reduce((sum, height) => sum + height, 0) / known.length;
}

describe('sheets of a run', () => {
  it('lie on the cells that are asked for, the run’s or finer, and in the run’s extent', async () => {
    const view = createFloodView();
    const found = new Map<number, FloodSheet>();
    for (const cellSize of [4, 2, 1]) {
      const raised = await view.read(`at ${cellSize}`, site, run, all, cellSize);
      if (!raised) throw new Error('nothing there');
      const { sheet } = raised;
      expect(sheet.frame.cellSize).toBe(cellSize);
      for (const [i, side] of sheetExtent(sheet.frame).entries())
        expect(Math.abs(side - ([145984, 506984, 146116, 507116][i] as number))).toBeLessThan(cellSize);
      found.set(cellSize, sheet);
      const { depths: halves } = await view.raise(`at ${cellSize}`, 'deepest');
      expect(halves).toHaveLength(sheet.deepest.length);
    }
    // The same ground.
    const heights = [...found.values()].map(heightOf);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.1);
    expect(await view.read('elsewhere', site, run, [100000, 400000, 100100, 400100], 4)).toBeUndefined();
  });

  it('have ground under the middles of their cells, also where its own cells lie elsewhere', async () => {
    // As an overview of a run that begins half a cell from the ground's.
    const frame = { west: 145984, south: 506984, cellSize: 8, width: 16, height: 16 };
    const { heights, ground } = await readSiteFrame(createRasterCache(), site, frame);
    expect(ground).toHaveLength(256);
    for (let row = 0; row < 16; row++) {
      const expected = groundHeight(0, 506984 + row * 8 + 4);
      expect(Math.abs((heights[row * 16 + 1] as number) - expected)).toBeLessThan(0.02);
    }
  });

  it('rise moment by moment, and know no time where they know no depth', async () => {
    const view = createFloodView();
    const raised = await view.read('fine', site, run, all, 1);
    if (!raised) throw new Error('nothing there');
    const { deepest, arrival } = raised.sheet;
    const wettest = deepest.indexOf(deepest.reduce((most, mm) => Math.max(most, mm), 0));
    const rising: number[] = [];
    for (const url of depths) rising.push(fromHalf((await view.raise('fine', url)).depths[wettest] ?? 0));
    // The greatest of all moments is at most the greatest depth, in the files' steps of 5 mm.
    expect(Math.max(...rising)).toBeLessThanOrEqual((deepest[wettest] as number) / 1000 + 0.003);
    expect(Math.max(...rising)).toBeGreaterThan(0.05);
    // Undecided is what lies near 5 cm, and nothing is asked of buildings and open water.
    // What is open differs from moment to moment; what is decided is as dry or as wet as it is drawn.
    const counts: number[] = [];
    for (const url of depths) {
      const { undecided: now, depths: halves } = await view.raise('fine', url);
      const count = now?.reduce((sum, one) => sum + one, 0) ?? 0;
      expect(now?.every((one, cell) => one === 0 || fromHalf(halves[cell] ?? 0) < 0.09)).toBe(true);
      counts.push(count);
    }
    expect(Math.max(...counts)).toBeGreaterThan(Math.min(...counts));
    const { undecided, buildings, isWater } = raised.sheet;
    const open = [...deepest.keys()].filter((cell) => undecided?.[cell]);
    expect(open.length).toBeGreaterThan(0);
    for (const cell of open) {
      expect(deepest[cell]).toBeLessThan(100);
      expect([buildings[cell], isWater[cell]]).toEqual([0, 0]);
    }
    expect(arrival.every((minutes, cell) => (deepest[cell] as number) > 0 || minutes === NEVER)).toBe(true);
    await expect(view.raise('none', 'deepest')).rejects.toThrow('to be read before it is raised');
  });

  it('draw canals under the water of a breach, and as what always stands there in rain', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'canal-'));
    const grid = makeGrid([145980, 506980, 146120, 507120], 1, (x) =>
      floodGroundCode(x > 146000 && x < 146010 ? 'water' : 'grass'),
    );
    await writeCog(join(folder, 'ground.tif'), grid);
    const server = await serveFolder(folder);
    try {
      const canal = { ...site, ground: `${server.url}/ground.tif` };
      const view = createFloodView();
      const rain = await view.read('rain', canal, run, all, 1);
      const breach = await view.read('breach', canal, { ...run, coversWater: true }, all, 1);
      expect(rain?.sheet.isWater.includes(1)).toBe(true);
      expect(breach?.sheet.isWater.includes(1)).toBe(false);
    } finally {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
