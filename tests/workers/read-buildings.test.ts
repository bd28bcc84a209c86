import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutProfile } from '../../src/engines/profile.ts';
import type { RdExtent } from '../../src/model/grid.ts';
import { makeBuildingTiles } from '../../src/pipeline/tiles.ts';
import { readBuildings, touches } from '../../src/workers/read-buildings.ts';
import { createWorkFolder, sampleSequence } from '../pipeline/tiles/sample-city.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

/** 5 m wide every 7 m, 10 m deep every 25 m, from RD 146000, 507000; eaves at −1 and ridge at 2 m NAP on ground at −4. */
const HOUSES = 1200;
const work = createWorkFolder();
let server: FolderServer;
beforeAll(async () => {
  const source = work.write('houses.city.jsonl', sampleSequence(HOUSES));
  await makeBuildingTiles([source], work.out, { threads: 1 });
  server = await serveFolder(work.out);
});
afterAll(async () => {
  await server.close();
  work.destroy();
});

const readNear = (file: string, bounds: RdExtent, signal?: AbortSignal) =>
  readBuildings({
    url: `${server.url}/${file}`,
    isNap: false,
    isWanted: (extent) => touches(extent, bounds),
    ...(signal && { signal }),
  });

const isNear = (actual: readonly number[], expected: readonly number[]) =>
  expect(
    actual.every((value, i) => Math.abs(value - (expected[i] as number)) < 0.01),
    `${actual}`,
  ).toBe(true);

describe('building triangles from tiles', () => {
  it('are those of the houses in the rectangle, where their source has them, within a centimetre', async () => {
    const found = await readNear('tileset.json', [146008, 507026, 146011, 507028]);
    expect(found.map(({ id }) => id)).toEqual(['NL.TEST.Pand.000041']);
    const positions = found[0]?.positions ?? new Float64Array();
    const column = (axis: number) => Array.from(positions).filter((_, i) => i % 3 === axis);
    isNear([Math.min(...column(0)), Math.max(...column(0))], [146007, 146012]);
    isNear([Math.min(...column(1)), Math.max(...column(1))], [507025, 507035]);
    isNear([Math.min(...column(2)), Math.max(...column(2))], [-4, 2]);
    // Ground 2, walls 2 each, gables 3 each, roofs 2 each.
    expect(positions.length / 9).toBe(2 + 4 + 6 + 4);
  });

  it('give the profile that the source has: eaves, ridge and open air between houses', async () => {
    const line = [145999, 507030, 146020, 507030];
    const found = await readNear('tileset.json', [145999, 507029, 146020, 507031]);
    const solids = found.map(({ id, positions }) => ({ kind: 'building' as const, id, positions }));
    const { cuts } = cutProfile({ line, heightAt: () => -4, spacing: 1, solids });
    const tops = cuts.toSorted((a, b) => (a.top[0] ?? 0) - (b.top[0] ?? 0)).map(({ top }) => top);
    expect(tops).toHaveLength(3);
    isNear(tops[0] ?? [], [1, -1, 3.5, 2, 3.5, 2, 6, -1]);
    isNear(tops[1] ?? [], [8, -1, 10.5, 2, 10.5, 2, 13, -1]);
  });

  it('are none where there are no houses, and say which file is missing', async () => {
    expect(await readNear('tileset.json', [150000, 510000, 150010, 510010])).toEqual([]);
    await expect(readNear('gone.json', [0, 0, 1, 1])).rejects.toThrow('gone.json');
  });

  it('stop coming when no longer wanted', async () => {
    const stopped = AbortSignal.abort();
    await expect(readNear('tileset.json', [146008, 507026, 146011, 507028], stopped)).rejects.toThrow(/abort/i);
  });
});
