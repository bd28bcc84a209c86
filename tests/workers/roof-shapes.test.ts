import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deBilt } from '../../src/engines/solar/climate-de-bilt.ts';
import type { SolarRoofs } from '../../src/model/solar.ts';
import { changeSettings } from '../../src/model/solar-choice.ts';
import { defaultSolarSettings } from '../../src/model/solar-defaults.ts';
import { makeBuildingTiles } from '../../src/pipeline/tiles.ts';
import { answerShapes } from '../../src/workers/compute-roof-shapes.ts';
import { answerRoof } from '../../src/workers/compute-solar-roof.ts';
import { createWorkFolder, sampleHouse, sampleSequence } from '../pipeline/tiles/sample-city.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

/** Houses of 5 × 10 m, ridge along y: surface 5 looks west, 6 east. */
const HOUSES = 12;
const work = createWorkFolder();
const ids = Array.from({ length: HOUSES }, (_, i) => sampleHouse(i).id);
const rows = ids.flatMap((_, building) => [5, 6].map((surface) => ({ building, surface })));
const zero = rows.map(() => 0);
const roofs: SolarRoofs = {
  ...{ x: zero, y: zero, nap: zero, area: zero, slope: zero, azimuth: zero, skyView: zero },
  ...{ unshaded: zero, irradiation: zero, suitability: zero, panels: zero, yield: zero },
  building: rows.map(({ building }) => building),
  surface: rows.map(({ surface }) => surface),
};
let server: FolderServer;
beforeAll(async () => {
  const file = work.write('houses.city.jsonl', sampleSequence(HOUSES));
  await makeBuildingTiles([file], work.out, { threads: 1, sun: { roofs, ids } });
  server = await serveFolder(work.out);
});
afterAll(async () => {
  await server.close();
  work.destroy();
});
const siteOf = (east: number) => ({
  tilesets: [{ url: `${server.url}/tileset.json`, isNap: false }],
  extent: [145_000, 506_000, east, 508_000] as const,
});

describe('shapes of roofs from tiles', () => {
  it('are outlines by the row of the town’s table, west and east of the ridge', async () => {
    const { outlines, panels } = await answerShapes({ site: siteOf(148_000), outlines: [0, 1] });
    expect([...outlines.keys()].sort()).toEqual([0, 1]);
    expect(panels.size).toBe(0);
    const bounds = [0, 1].map((row) => {
      const [polygon, ...others] = outlines.get(row) ?? [];
      expect([others.length, polygon?.length]).toEqual([0, 1]);
      const xs = polygon?.[0]?.map(([x]) => x) ?? [];
      const naps = polygon?.[0]?.map(([, , nap]) => nap) ?? [];
      expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(2.5, 1);
      expect(Math.max(...naps) - Math.min(...naps)).toBeGreaterThan(1);
      return [Math.min(...xs), Math.max(...xs)] as const;
    });
    expect(bounds[0]?.[1]).toBeCloseTo(bounds[1]?.[0] ?? 0, 1);
  });

  it('hold as many panels of another size as the roof that is worked out alone', async () => {
    const settings = changeSettings(defaultSolarSettings, { panelWidth: 0.8, panelHeight: 1.2 });
    const { panels } = await answerShapes({ site: siteOf(148_000), panels: settings });
    expect(panels.size).toBe(2 * HOUSES);
    const alone = await answerRoof({
      building: ids[0] as string,
      x: 146002.5,
      y: 507005,
      tilesets: siteOf(148_000).tilesets,
      heights: undefined,
      trees: [],
      models: [],
      settings,
      climate: deBilt,
    });
    const counts = alone.parts.map((part) => part.panels).sort((a, b) => a - b);
    expect(counts[0]).toBeGreaterThan(5);
    expect([panels.get(0), panels.get(1)].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(counts);
  });

  it('are read of the place that is asked about, and say which file is missing', async () => {
    const { panels } = await answerShapes({ site: siteOf(146_020), panels: defaultSolarSettings });
    expect(panels.size).toBeLessThan(2 * HOUSES);
    expect(panels.size).toBeGreaterThan(0);
    const none = { tilesets: [{ url: `${server.url}/none.json`, isNap: false }], extent: siteOf(0).extent };
    await expect(answerShapes({ site: none, outlines: [] })).rejects.toThrow(/none\.json.*404/);
  });
});
