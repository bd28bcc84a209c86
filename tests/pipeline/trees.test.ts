import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateBytes } from 'gltf-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ellipsoidHeight, ellipsoidToNap, lonLatToRd } from '../../src/model/rd.ts';
import { makeFarModel, makeNearModel } from '../../src/pipeline/trees/models.ts';
import { shapeOf, treeShapes } from '../../src/pipeline/trees/shapes.ts';
import { makeTrees, type TreesReport } from '../../src/pipeline/trees.ts';
import { groundHeight, hamletTrees, toCollection } from '../fixtures/small-municipality.ts';
import { createWorkFolder } from './tiles/sample-city.ts';

const work = createWorkFolder();
afterAll(() => work.destroy());

interface Tile {
  boundingVolume: { box: number[] };
  geometricError: number;
  content?: { uri: string };
  children?: Tile[];
}
interface Glb {
  nodes: { extensions: { EXT_mesh_gpu_instancing: { attributes: Record<string, number> } } }[];
  accessors: { bufferView: number; count: number }[];
  bufferViews: { buffer: number; byteOffset: number; byteLength: number }[];
}

const readTileset = (): { root: Tile & { transform: number[] } } =>
  JSON.parse(readFileSync(join(work.out, 'tileset.json'), 'utf8'));
const listTiles = (tile: Tile): Tile[] => [tile, ...(tile.children ?? []).flatMap(listTiles)];

/** Feet of a tile's trees in the tile's own frame with z up, straight from the file. */
function readFeet(uri: string): number[][] {
  const bytes = readFileSync(join(work.out, uri));
  const length = bytes.readUInt32LE(12);
  const json = JSON.parse(bytes.subarray(20, 20 + length).toString()) as Glb;
  return json.nodes.flatMap((node) => {
    const accessor = json.accessors[node.extensions.EXT_mesh_gpu_instancing.attributes['TRANSLATION'] as number];
    const view = json.bufferViews[accessor?.bufferView as number];
    return Array.from({ length: accessor?.count ?? 0 }, (_, i) => {
      const at = 28 + length + (view?.byteOffset ?? 0) + 12 * i;
      const [x, y, z] = [0, 4, 8].map((k) => bytes.readFloatLE(at + k)) as [number, number, number];
      return [x, -z, y];
    });
  });
}

/** Earth-centred metres to RD and NAP (Bowring 1976). */
function toRdNap([x, y, z]: number[]) {
  const [a, b, e2] = [6378137, 6356752.314140347, 0.0066943800229];
  const p = Math.hypot(x as number, y as number);
  const t = Math.atan2((z as number) * a, p * b);
  const phi = Math.atan2((z as number) + (e2 / (1 - e2)) * b * Math.sin(t) ** 3, p - e2 * a * Math.cos(t) ** 3);
  const at = { lon: (Math.atan2(y as number, x as number) * 180) / Math.PI, lat: (phi * 180) / Math.PI };
  const height = p / Math.cos(phi) - a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return { ...lonLatToRd(at), nap: ellipsoidToNap(ellipsoidHeight(height), at) };
}

const move = (m: number[], [x, y, z]: number[]) =>
  [0, 1, 2].map(
    (i) =>
      (m[i] as number) * (x as number) +
      (m[4 + i] as number) * (y as number) +
      (m[8 + i] as number) * (z as number) +
      (m[12 + i] as number),
  );

describe('trees', () => {
  const scattered = Array.from({ length: 300 }, (_, i): [Record<string, unknown>, number[]] => [
    { ...hamletTrees[i % 5]?.[0], id: `T${i}` },
    [146000 + ((i * 389) % 1000), 507000 + ((i * 211) % 700)],
  ]);
  let report: TreesReport;
  beforeAll(async () => {
    const file = work.write('trees.geojson', toCollection('Point', scattered));
    report = await makeTrees([file], work.out, { heightAt: groundHeight, credit: '© Proefdam' });
  });

  it('are all in the coarsest tile, and once in the nearest ones', () => {
    const { root } = readTileset();
    const near = listTiles(root).filter(({ children }) => !children);
    expect(report).toMatchObject({ trees: 300, guessed: 0 });
    expect(readFeet(root.content?.uri as string)).toHaveLength(300);
    expect(near.flatMap(({ content }) => readFeet(content?.uri as string))).toHaveLength(300);
    expect(near.every(({ geometricError }) => geometricError === 0)).toBe(true);
  });

  it('stand on the ground where the source says, within a millimetre', () => {
    const { root } = readTileset();
    const feet = readFeet(root.content?.uri as string).map((foot) => toRdNap(move(root.transform, foot)));
    const wanted = new Set(scattered.map(([, at]) => at.join(' ')));
    for (const { x, y, nap } of feet) {
      expect(wanted.has(`${Math.round(x)} ${Math.round(y)}`)).toBe(true);
      expect(Math.hypot(x - Math.round(x), y - Math.round(y))).toBeLessThan(0.001);
      expect(Math.abs(nap - groundHeight(x, y))).toBeLessThan(0.001);
    }
  });

  it('lie within the boxes of their tiles, and those in the boxes above them', () => {
    const inBox = ([x, y, z, a, , , , b, , , , c]: number[], [px, py, pz]: number[]) =>
      Math.abs((px as number) - (x as number)) <= (a as number) + 0.01 &&
      Math.abs((py as number) - (y as number)) <= (b as number) + 0.01 &&
      Math.abs((pz as number) - (z as number)) <= (c as number) + 0.01;
    for (const tile of listTiles(readTileset().root)) {
      for (const foot of readFeet(tile.content?.uri as string)) {
        expect(inBox(tile.boundingVolume.box, foot)).toBe(true);
      }
      for (const child of tile.children ?? []) {
        const [x, y, z, a, , , , b, , , , c] = child.boundingVolume.box as [number, number, number, ...number[]];
        const corner = [x + (a as number), y + (b as number), z + (c as number)];
        expect(inBox(tile.boundingVolume.box, corner)).toBe(true);
        expect(child.geometricError).toBeLessThan(tile.geometricError);
      }
    }
  });

  it('are glTF without errors or warnings', async () => {
    const folder = join(work.out, 'tiles');
    for (const name of readdirSync(folder)) {
      const { issues } = await validateBytes(new Uint8Array(readFileSync(join(folder, name))), {
        externalResourceFunction: async (uri: string) => new Uint8Array(readFileSync(join(folder, uri))),
      });
      expect([name, issues.numErrors, issues.numWarnings]).toEqual([name, 0, 0]);
    }
  });

  it('are the same when made again', async () => {
    const read = () => readdirSync(join(work.out, 'tiles')).map((name) => readFileSync(join(work.out, 'tiles', name)));
    const before = read();
    await makeTrees([join(work.folder, 'trees.geojson')], work.out, { heightAt: groundHeight, credit: '© Proefdam' });
    expect(read().every((bytes, i) => bytes.equals(before[i] as Buffer))).toBe(true);
  });

  it('without size get that of their kind; classes of height give their middle', async () => {
    const file = work.write(
      'few.geojson',
      toCollection('Point', [
        [{ boomsoort: 'Tilia', boomhoogte: '9-12 m', kroondiameter: 5 }, [146000, 507000]],
        [{ soort: 'Pinus' }, [146010, 507000]],
      ]),
    );
    const made = await makeTrees([file], join(work.folder, 'few'), { heightAt: () => undefined });
    expect(made).toMatchObject({ trees: 2, guessed: 1 });
  });
});

describe('tree models', () => {
  it('are chosen by Latin or Dutch name', () => {
    const names = {
      'Tilia x europaea (Hollandse linde)': 'broad',
      'Quercus robur (zomereik)': 'spreading',
      'Betula pendula (ruwe berk)': 'oval',
      "Populus nigra 'Italica' (Italiaanse populier)": 'columnar',
      'Salix alba (knotwilg)': 'pollard',
      'Salix sepulcralis (treurwilg)': 'spreading',
      'grove den': 'conifer',
      'Malus domestica (appel)': 'ornamental',
      'Prunus serrulata (Japanse sierkers)': 'blossoming',
      '': 'broad',
    };
    expect(Object.fromEntries(Object.keys(names).map((name) => [name, shapeOf(name, 8)]))).toEqual(names);
    expect([shapeOf('Salix alba', 6), shapeOf('Salix alba', 18)]).toEqual(['pollard', 'spreading']);
  });

  it.each(treeShapes)('%s has few triangles far away, more nearby, and stands from 0 to 1', (shape) => {
    const [near, far] = [makeNearModel(shape), makeFarModel(shape)];
    expect(far.indices.length / 3).toBeLessThanOrEqual(30);
    expect(near.indices.length / 3).toBeGreaterThanOrEqual(110);
    expect(near.indices.length / 3).toBeLessThanOrEqual(300);
    for (const { positions, normals, indices } of [near, far]) {
      const heights = positions.filter((_, k) => k % 3 === 1);
      expect(Math.min(...heights)).toBeGreaterThan(-0.06);
      expect(Math.max(...heights)).toBeGreaterThan(0.9);
      expect(Math.max(...heights)).toBeLessThan(1.12);
      expect(Math.max(...indices)).toBe(positions.length / 3 - 1);
      for (let k = 0; k < normals.length; k += 3) {
        expect(Math.hypot(...normals.subarray(k, k + 3))).toBeCloseTo(1, 5);
      }
    }
  });
});
