import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deBilt } from '../../src/engines/solar/climate-de-bilt.ts';
import { defaultSolarSettings } from '../../src/model/solar-defaults.ts';
import { makeBuildingTiles } from '../../src/pipeline/tiles.ts';
import { makeTrees } from '../../src/pipeline/trees.ts';
import { answerRoof } from '../../src/workers/compute-solar-roof.ts';
import { readTrees } from '../../src/workers/read-trees.ts';
import { toCollection } from '../fixtures/small-municipality.ts';
import { createWorkFolder, sampleSequence } from '../pipeline/tiles/sample-city.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

/** Houses 5 m wide every 7 m, ridge along y; trees beside the first: one that keeps its leaves and one that does not. */
const [houses, grove] = [createWorkFolder(), createWorkFolder()];
const trees: [Record<string, unknown>, number[]][] = [
  [{ id: 'T1', soort: 'Pinus sylvestris', hoogte: 14, kroondiameter: 6 }, [145996, 507005]],
  [{ id: 'T2', soort: 'Tilia', hoogte: 9, kroondiameter: 5 }, [145996, 507040]],
  [{ id: 'T3', soort: 'Tilia', hoogte: 9, kroondiameter: 5 }, [147500, 507040]],
];
let servers: FolderServer[] = [];
beforeAll(async () => {
  await makeBuildingTiles([houses.write('houses.city.jsonl', sampleSequence(40))], houses.out, { threads: 1 });
  await makeTrees([grove.write('trees.geojson', toCollection('Point', trees))], grove.out, {
    heightAt: () => -4,
    credit: '',
  });
  servers = [await serveFolder(houses.out), await serveFolder(grove.out)];
});
afterAll(async () => {
  for (const server of servers) await server.close();
  houses.destroy();
  grove.destroy();
});

const tileset = (row: number) => ({ url: `${servers[row]?.url}/tileset.json`, isNap: false });
const sum = (months: readonly number[]) => months.reduce((all, month) => all + month, 0);

describe('trees from tiles', () => {
  it('are those near a place, as tall and wide as their source has them', async () => {
    const found = await readTrees({ ...tileset(1), isWanted: ([west]) => west < 146500 });
    const [pine, lime] = found.toSorted((a, b) => a.y - b.y);
    expect(found).toHaveLength(2);
    expect(pine?.x).toBeCloseTo(145996, 2);
    expect(pine?.y).toBeCloseTo(507005, 2);
    expect(pine?.ground).toBeCloseTo(-4, 2);
    expect(pine).toMatchObject({ id: 'T1', height: 14, crown: 6, isEvergreen: true });
    expect(lime).toMatchObject({ height: 9, crown: 5, isEvergreen: false });
  });

  it('say which file is none of theirs', async () => {
    const buildings = { url: `${servers[1]?.url}/nothing.json`, isNap: false, isWanted: () => true };
    await expect(readTrees(buildings)).rejects.toThrow(/nothing\.json.*404/);
  });
});

describe('a roof from tiles', () => {
  const ask = (building: string, hasTrees: boolean) =>
    answerRoof({
      building,
      x: 146002.5,
      y: 507005,
      tilesets: [tileset(0)],
      heights: undefined,
      trees: hasTrees ? [tileset(1)] : [],
      models: [],
      settings: defaultSolarSettings,
      climate: deBilt,
    });

  it('has both sides of the gable, shaded by the neighbour, and by the tree when trees are told', async () => {
    const bare = await ask('NL.TEST.Pand.000000', false);
    const leafy = await ask('NL.TEST.Pand.000000', true);
    expect(bare.parts).toHaveLength(2);
    const [west, east] = bare.parts.toSorted((a, b) => b.azimuth - a.azimuth);
    expect(west?.azimuth).toBeGreaterThan(260);
    expect(east?.azimuth).toBeLessThan(100);
    const light = (parts: typeof bare.parts) => sum(parts.flatMap(({ shaded }) => shaded));
    expect(light(leafy.parts)).toBeLessThan(0.98 * light(bare.parts));
    expect(leafy.blockers).toContainEqual({ kind: 'tree', id: '' });
  });

  it('says so when the building is not there', async () => {
    await expect(ask('NL.TEST.Pand.999999', false)).rejects.toThrow(/NL\.TEST\.Pand\.999999 is not in the tiles/);
  });
});
