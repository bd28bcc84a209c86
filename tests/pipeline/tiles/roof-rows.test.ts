import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateBytes } from 'gltf-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SolarRoofs } from '../../../src/model/solar.ts';
import { createIndexBuilder, hashText } from '../../../src/pipeline/tiles/building-index.ts';
import { bestRoofOf, joinRoofRows } from '../../../src/pipeline/tiles/roof-rows.ts';
import { makeBuildingTiles } from '../../../src/pipeline/tiles.ts';
import { checkTileset, type WalkedTile } from './check-tileset.ts';
import { createWorkFolder, sampleHouse, sampleSequence } from './sample-city.ts';

const indexEntry = {
  spill: 0,
  offset: 0,
  lengths: [0, 0, 0, 0],
  origin: [0, 0, 0],
  up: [0, 0, 1],
  boxError: 0,
  prismError: 0,
  size: 0,
  lowest: 0,
  surfaces: 7,
  triangles: 16,
  isOpen: false,
} as const;

/** Two slopes of every house, west (surface 5) and east (6), but those of house 2, which make up one plane, and house 3 with none. */
const HOUSES = 1300;
const ids = Array.from({ length: HOUSES }, (_, i) => sampleHouse(i).id).reverse();

function sampleRoofs(): SolarRoofs {
  const rows = ids.flatMap((id, building) => {
    const number = Number(id.slice(-6));
    if (number === 3) return [];
    const row = { building, number };
    return number === 2 ? [{ ...row, surface: 5 }] : [5, 6].map((surface) => ({ ...row, surface }));
  });
  const zero = rows.map(() => 0);
  const column = (of: (row: (typeof rows)[number]) => number) => rows.map(of);
  const merged = { plane: [rows.findIndex(({ number }) => number === 2)], surface: [6] };
  return {
    building: column(({ building }) => building),
    surface: column(({ surface }) => surface),
    merged,
    x: zero,
    y: zero,
    nap: zero,
    area: zero,
    slope: zero,
    azimuth: zero,
    skyView: zero,
    unshaded: zero,
    irradiation: column(({ number, surface }) => (surface === 6 ? 900 : 600) + (number % 100)),
    suitability: column(({ surface }) => (surface === 6 ? 1 : 2)),
    panels: zero,
    yield: zero,
  };
}

describe('tiles of a town with sun on its roofs', () => {
  const work = createWorkFolder();
  const roofs = sampleRoofs();
  let tiles: WalkedTile[];
  const bytes = { plain: 0, sunny: 0 };

  beforeAll(async () => {
    const file = work.write('street.city.jsonl', sampleSequence(HOUSES));
    bytes.plain = (await makeBuildingTiles([file], join(work.out, 'plain'), { threads: 1 })).bytesFullDetail;
    bytes.sunny = (
      await makeBuildingTiles([file], join(work.out, 'sunny'), { threads: 2, sun: { roofs, ids } })
    ).bytesFullDetail;
    const walked = await checkTileset(join(work.out, 'sunny'));
    expect(walked.problems).toEqual([]);
    tiles = walked.tiles;
  });
  afterAll(work.destroy);

  /** Rows of the planes by the vertices of one building in one tile, −1 for none. */
  function rowsOf({ read }: WalkedTile, number: number, material: string): number[] {
    const row = (read.tables[0]?.rows ?? []).findIndex(({ id }) => id === sampleHouse(number).id);
    const found = read.primitives
      .filter((primitive) => primitive.material === material)
      .flatMap(({ buildings, roofs: own }) => own.filter((_, v) => buildings[v] === row));
    return [...new Set(found.map(([low, high]) => (low as number) + 65536 * (high as number) - 1))].sort(
      (a, b) => a - b,
    );
  }
  const planesOf = (number: number) =>
    roofs.building.flatMap((building, plane) => (ids[building] === sampleHouse(number).id ? [plane] : []));

  it('name the plane of every roof surface at full detail, and of nothing else', () => {
    for (const number of [0, 2, 3, 77, 1299]) {
      const leaf = tiles.find(
        ({ isLeaf, read }) => isLeaf && read.tables[0]?.rows.some(({ id }) => id === sampleHouse(number).id),
      ) as WalkedTile;
      const planes = planesOf(number);
      expect(rowsOf(leaf, number, 'roof')).toEqual(number === 3 ? [-1] : planes);
      expect(rowsOf(leaf, number, 'wall')).toEqual([-1]);
    }
  });

  it('carry sun and class of the plane in the table of surfaces, and none elsewhere', () => {
    let told = 0;
    for (const { read, isLeaf } of tiles) {
      if (!isLeaf) continue;
      for (const { type, roof, irradiation, suitability } of read.tables[1]?.rows ?? []) {
        if (roof === undefined) {
          expect([irradiation, suitability]).toEqual([undefined, undefined]);
          continue;
        }
        told++;
        expect(type).toBe('RoofSurface');
        expect(irradiation).toBe(roofs.irradiation[roof as number]);
        expect(suitability).toBe(roofs.suitability[roof as number] === 1 ? 'good' : 'moderate');
      }
    }
    expect(told).toBe(2 * (HOUSES - 1));
  });

  it('show a building with its best plane where it is a prism or a box', () => {
    const parts = createIndexBuilder();
    for (const number of [3, 77]) parts.add({ ...indexEntry, idHash: hashText(sampleHouse(number).id) });
    const rows = joinRoofRows(roofs, ids, parts.finish());
    expect([0, 1].map((building) => bestRoofOf(rows, building))).toEqual([-1, planesOf(77)[1]]);
    const root = tiles.find(({ depth }) => depth === 0) as WalkedTile;
    expect(root.read.tables).toHaveLength(1);
    // Plain gabled houses are drawn as they are there too.
    expect(rowsOf(root, 77, 'roof')).toEqual(planesOf(77));
    expect(rowsOf(root, 3, 'roof')).toEqual([-1]);
  });

  it('pass the validator, and cost a few bytes a building', async () => {
    for (const { bytes: glb, uri } of tiles) {
      const { issues } = await validateBytes(glb);
      expect([uri, issues.numErrors, issues.numWarnings]).toEqual([uri, 0, 0]);
    }
    expect((bytes.sunny - bytes.plain) / HOUSES).toBeLessThan(60);
    expect(readFileSync(join(work.out, 'plain', 'tileset.json'), 'utf8')).not.toContain('roofSuitability');
  });
});
