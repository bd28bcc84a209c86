import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultBreachSettings } from '../../src/model/breach-settings.ts';
import { floodGroundCode, groundTable } from '../../src/model/flood-ground.ts';
import { NEVER } from '../../src/model/flood-run.ts';
import { writeCog, writeRaster } from '../../src/pipeline/cog.ts';
import { loadKernel } from '../../src/pipeline/compile-kernel.ts';
import { type BreachTask, type BreachTold, computeBreach } from '../../src/workers/compute-breach.ts';
import { makeGrid } from '../fixtures/height-files.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

const extent = [146400, 508000, 147600, 508800] as const;
const [west, south, east, north] = extent;
const frame = { west, south, cellSize: 2, width: (east - west) / 2, height: (north - south) / 2 };
const folder = mkdtempSync(join(tmpdir(), 'compute-breach-'));
let server: FolderServer;
let task: BreachTask;

beforeAll(async () => {
  // A lake in the west with its surface at −0.3 m NAP, a dike along x = 147000, a polder at −4 m.
  const heightAt = (x: number) => (Math.abs(x - 147000) < 12 ? 3 : x < 147000 ? -0.3 : -4);
  const heights = makeGrid([west, south, east, north], 2, heightAt);
  await writeCog(join(folder, 'heights.tif'), heights);
  const cells = frame.width * frame.height;
  const isLake = (cell: number) => west + (cell % frame.width) * 2 < 146988;
  const of = (value: (cell: number) => number) => Float32Array.from({ length: cells }, (_, cell) => value(cell));
  const write = (name: string, values: Float32Array | Uint8Array | Uint16Array, noData: number) =>
    writeRaster(join(folder, name), { ...frame, values }, { noData, overview: 'most', isHeight: false, tileSize: 256 });
  await write('ground.tif', Uint8Array.from(of((cell) => floodGroundCode(isLake(cell) ? 'water' : 'grass'))), 255);
  await write('buildings.tif', new Uint16Array(cells), 65_535);
  await writeRaster(
    join(folder, 'water.tif'),
    { ...frame, values: of((cell) => (isLake(cell) ? -0.3 : -9999)) },
    { noData: -9999, overview: 'mean', isHeight: true, tileSize: 256 },
  );
  server = await serveFolder(folder);
  const at = (name: string) => `${server.url}/${name}`;
  task = {
    choice: {
      x: 147000,
      y: 508400,
      lakeLevel: -0.3,
      material: 'sand',
      settings: { ...defaultBreachSettings, loweringMinutes: 10 },
    },
    lines: [[147000, 507000, 147000, 509500]],
    frame,
    cellSizes: [40, 20],
    seconds: 2400,
    every: 600,
    waterDepth: 0.5,
    ground: groundTable(),
    site: {
      heights: at('heights.tif'),
      ground: at('ground.tif'),
      buildings: at('buildings.tif'),
      water: at('water.tif'),
    },
  };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a breach computed here', () => {
  it('comes moment by moment on coarse cells and then on finer ones, ever further inland', async () => {
    const kernel = await WebAssembly.compile(await loadKernel('flood'));
    const told: BreachTold[] = [];
    await computeBreach(task, { kernel }, (one) => told.push(one));
    expect(told.map(({ frame: { cellSize }, seconds, end }) => [cellSize, seconds.length, end !== undefined])).toEqual([
      ...[1, 2, 3, 4].map((count) => [40, count, false]),
      [40, 4, true],
      ...[1, 2, 3, 4].map((count) => [20, count, false]),
      [20, 4, true],
    ]);
    const last = told.at(-1);
    if (!last?.end) throw new Error('nothing came to its end');
    expect(last.end.engine).toBe('full, wasm-simd');
    expect(Math.abs(last.end.balance.relativeError)).toBeLessThan(1e-12);
    expect(last.end.growth?.lowest).toBeCloseTo(-4, 5);
    expect(last.end.moments.at(-1)?.volume).toBeGreaterThan(10_000);
    const { width } = last.frame;
    const at = (x: number) => Math.floor((508400 - south) / 20) * width + Math.floor((x - west) / 20);
    expect(last.arrival[at(147070)]).toBeLessThan(last.arrival[at(147500)] as number);
    expect(last.deepest[at(147070)]).toBeGreaterThan(100);
    // The lake and what is left of the dike are not drawn as flooded.
    expect(last.deepest[at(146500)]).toBeLessThan(50);
    expect(last.arrival[at(146500)]).toBe(NEVER);
  });

  it('fails in words where there is no dike', async () => {
    await expect(computeBreach({ ...task, lines: [] }, {}, () => {})).rejects.toThrow('There is no dike.');
  });
});
