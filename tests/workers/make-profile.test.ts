import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gridExtent, sampleHeight } from '../../src/model/grid.ts';
import { readProfile } from '../../src/model/profile.ts';
import { writeCog } from '../../src/pipeline/cog.ts';
import { readGeotiff } from '../../src/pipeline/terrain/read-geotiff.ts';
import { makeBuildingTiles } from '../../src/pipeline/tiles.ts';
import { makeProfile } from '../../src/workers/make-profile.ts';
import { blockGlb, splitGlb } from '../fixtures/block-glb.ts';
import { delftFile, makeGrid, polderHeight } from '../fixtures/height-files.ts';
import { createWorkFolder, sampleSequence } from '../pipeline/tiles/sample-city.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

const work = createWorkFolder();
const grid = makeGrid([145800, 506900, 148200, 509100], 1, polderHeight);
let server: FolderServer;
beforeAll(async () => {
  const source = work.write('houses.city.jsonl', sampleSequence(200));
  await makeBuildingTiles([source], work.out, { threads: 1 });
  await writeCog(join(work.out, 'heights.tif'), grid);
  server = await serveFolder(work.out);
});
afterAll(async () => {
  await server.close();
  work.destroy();
});

const request = (line: number[]) => ({
  line,
  heightsUrl: `${server.url}/heights.tif`,
  tilesets: [{ url: `${server.url}/tileset.json`, isNap: false }],
  plans: [],
});

describe('a profile from files', () => {
  it.skipIf(!delftFile)('of AHN3 has the heights of the source file every half metre, and its holes', async () => {
    const { grid: source } = await readGeotiff(delftFile as string);
    await writeCog(join(work.out, 'delft.tif'), source);
    const [west, south, east, north] = gridExtent(source);
    const line = [west + 20, south + 30, east - 25, north - 15];
    const [x0, y0, x1, y1] = line as [number, number, number, number];
    const wish = { line, heightsUrl: `${server.url}/delft.tif`, tilesets: [], plans: [] };
    const { rows, spacing, length } = await makeProfile(wish);
    expect(spacing).toBe(0.5);
    const known = rows.filter(({ ground }) => ground !== undefined);
    expect(known.length).toBeGreaterThan(100);
    expect(rows.length - known.length).toBeGreaterThan(3);
    for (const { distance, ground } of known) {
      const part = distance / length;
      const height = sampleHeight(source, x0 + part * (x1 - x0), y0 + part * (y1 - y0));
      expect(Math.abs((ground as number) - (height ?? Number.NaN))).toBeLessThan(0.0007);
    }
  });

  it('has the heights of the source, over windows and corners, and reads a part of the file', async () => {
    const before = server.sent();
    const line = [146400, 508500, 147100, 508700, 147150, 508200];
    const profile = await makeProfile(request(line));
    expect(profile.spacing).toBe(1);
    const first = Math.hypot(700, 200);
    const second = Math.hypot(50, 500);
    expect(profile.length).toBeCloseTo(first + second, 6);
    expect(profile.rows.length).toBeGreaterThan(1200);
    for (const { distance, ground } of profile.rows) {
      const along = distance <= first ? distance / first : (distance - first) / second;
      const [x, y] =
        distance <= first ? [146400 + 700 * along, 508500 + 200 * along] : [147100 + 50 * along, 508700 - 500 * along];
      // The file holds whole millimetres.
      expect(Math.abs((ground as number) - (sampleHeight(grid, x, y) as number))).toBeLessThan(0.0007);
    }
    expect(server.sent() - before).toBeLessThan(0.6 * statSync(join(work.out, 'heights.tif')).size);
  });

  it('has the houses on it, at their own height', async () => {
    const profile = await makeProfile(request([145990, 507030, 146100, 507030]));
    // The second row of houses: ridges at 2 m NAP, every 7 m.
    for (const ridge of [12.5, 19.5, 26.5]) {
      expect(readProfile(profile, ridge)?.surface).toBeCloseTo(2, 1);
      expect(readProfile(profile, ridge)?.owner?.kind).toBe('building');
    }
    expect(readProfile(profile, 9.5)?.owner).toBeUndefined();
  });

  it('shows a plan instead of what it removes', async () => {
    const [x, y, low, high] = [147003, 508003, -1, 9];
    const shape = [
      x,
      y,
      low,
      x + 4,
      y,
      low,
      x + 4,
      y,
      high,
      x,
      y,
      high,
      x,
      y + 4,
      low,
      x + 4,
      y + 4,
      low,
      x + 4,
      y + 4,
      high,
      x,
      y + 4,
      high,
    ];
    const positions = shape.map((value, i) => value - ([146000, 507000, -2][i % 3] as number));
    const roof = [3, 2, 6, 3, 6, 7];
    const solid = {
      id: 'block',
      footprint: [],
      lowerNap: low,
      upperNap: high,
      positions,
      indices: roof,
      parts: [1, 1],
    };
    const plan = {
      origin: [146000, 507000, -2] as [number, number, number],
      solids: [solid],
      ground: [],
      cut: [],
      removed: ['NL.TEST.Pand.000041'],
      models: [],
    };
    const built = await makeProfile({ ...request([146990, 508005, 147020, 508005]), plans: [plan] });
    expect(built.cuts).toEqual([expect.objectContaining({ kind: 'plan', id: 'block' })]);
    expect(readProfile(built, 15)?.surface).toBeCloseTo(9, 9);
    const gone = await makeProfile({ ...request([145990, 507030, 146100, 507030]), plans: [plan] });
    expect(gone.cuts.map(({ id }) => id)).not.toContain('NL.TEST.Pand.000041');
    expect(gone.cuts.map(({ id }) => id)).toContain('NL.TEST.Pand.000042');
  });

  it('cuts a placed glb where it stands, turned and scaled, and a glTF with its buffer beside it alike', async () => {
    // Before it is placed half as large, and east of its origin instead of south.
    const glb = blockGlb({ x: 10, y: 0, width: 10, depth: 4, low: 0, high: 6 });
    writeFileSync(join(work.out, 'kiosk.glb'), glb);
    const { json, binary } = splitGlb(glb);
    writeFileSync(join(work.out, 'kiosk.bin'), binary);
    const beside = { ...json, buffers: [{ byteLength: binary.length, uri: 'kiosk.bin' }] };
    writeFileSync(join(work.out, 'kiosk.gltf'), JSON.stringify(beside));
    const place = { position: [147003, 508040] as [number, number], nap: -3, rotationDegrees: 90, scale: 2 };
    const urls = ['kiosk.glb', 'kiosk.gltf', 'lost.glb'].map((name) => `${server.url}/${name}`) as [
      string,
      string,
      string,
    ];
    const none = {
      origin: [146000, 507000, -2] as [number, number, number],
      solids: [],
      ground: [],
      cut: [],
      removed: [],
    };
    const along = (url: string, name?: string) => ({
      ...request([147003, 508040, 147003, 508000]),
      plans: [{ ...none, models: [{ ...place, url, ...(name && { name }) }] }],
    });
    const profile = await makeProfile(along(urls[0]));
    const [cut] = profile.cuts.filter(({ kind }) => kind === 'plan');
    expect(cut?.id).toBe('kiosk.glb');
    // From 10 to 30 m south of its place, 12 m high; 4 × 2 wide, so a line 5 m east of it misses.
    expect(cut?.top.map((value) => Math.round(value * 1000) / 1000)).toEqual([10, 9, 30, 9]);
    expect(readProfile(profile, 20)?.owner).toEqual({ kind: 'plan', id: 'kiosk.glb' });
    const missing = { ...along(urls[0]), line: [147008, 508040, 147008, 508000] };
    expect((await makeProfile(missing)).cuts.filter(({ kind }) => kind === 'plan')).toEqual([]);

    const named = await makeProfile(along(urls[1], 'Kiosk'));
    expect(named.cuts).toEqual(profile.cuts.map((item) => (item === cut ? { ...item, id: 'Kiosk' } : item)));
    expect(named.leftOut).toEqual([]);
    const lost = await makeProfile(along(urls[2]));
    expect(lost.leftOut).toEqual([{ name: 'lost.glb', detail: expect.stringContaining('answers 404') }]);
    expect(lost.rows.length).toBeGreaterThan(20);
  });

  it('says so where no height is known, and which file is missing', async () => {
    const outside = await makeProfile(request([150000, 512000, 150100, 512000]));
    expect(outside.rows.every(({ surface }) => surface === undefined)).toBe(true);
    const lost = {
      ...request([146400, 508500, 146500, 508500]),
      tilesets: [{ url: `${server.url}/lost.json`, isNap: false }],
    };
    await expect(makeProfile(lost)).rejects.toThrow('lost.json');
  });
});
