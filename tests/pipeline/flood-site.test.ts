import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { floodGroundIds } from '../../src/model/flood-ground.ts';
import { readBuildingTable } from '../../src/pipeline/building-table.ts';
import { readFootprints } from '../../src/pipeline/flood/footprints.ts';
import { readFloodGround } from '../../src/pipeline/flood/ground.ts';
import { burnFootprints, listFacades, readSite } from '../../src/pipeline/flood/site.ts';
import { makeGrid } from '../fixtures/height-files.ts';
import { toCollection } from '../fixtures/small-municipality.ts';
import { sampleSequence } from './tiles/sample-city.ts';

const folder = mkdtempSync(join(tmpdir(), 'flood-site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const box = (west: number, south: number, east: number, north: number) => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const grid = makeGrid([146000, 507000, 146008, 507004], 1, (x) => (x < 146004 ? -4 : -3.5));
const { values, ...frame } = grid;

describe('ground for floods', () => {
  const ground = (features: readonly (readonly [Record<string, unknown>, unknown])[]) =>
    readFloodGround([file('ground.geojson', toCollection('Polygon', features))], frame, values);
  const at = (cells: ArrayLike<number>, column: number, row: number) => cells[row * frame.width + column] as number;
  const nameAt = (cells: Uint8Array, column: number, row: number) => floodGroundIds[at(cells, column, row)];

  it('goes by what it is made of, and is unknown where the file has nothing', async () => {
    const road = (fysiek: string) => ({ objecttype: 'wegdeel', functie: 'voetpad', fysiek_voorkomen: fysiek });
    const { ground: cells } = await ground([
      [road('gesloten verharding'), box(146000, 507000, 146001, 507004)],
      [road('open verharding'), box(146001, 507000, 146002, 507004)],
      [road('half verhard'), box(146002, 507000, 146003, 507004)],
      [{ objecttype: 'onbegroeidterreindeel', fysiek_voorkomen: 'erf' }, box(146003, 507000, 146004, 507004)],
      [{ objecttype: 'begroeidterreindeel', fysiek_voorkomen: 'loofbos' }, box(146004, 507000, 146005, 507004)],
      [{ objecttype: 'pand' }, box(146005, 507000, 146006, 507004)],
    ]);
    const row = Array.from({ length: 8 }, (_, column) => nameAt(cells, column, 2));
    expect(row).toEqual(['asphalt', 'clinkers', 'half-paved', 'garden', 'forest', 'building', 'unknown', 'unknown']);
  });

  it('has water at the level that the file says, else at the middle of its heights; a bridge over it takes nothing away', async () => {
    const {
      ground: cells,
      water,
      levelsFromHeights,
    } = await ground([
      [{ objecttype: 'waterdeel', waterpeil: -4.9 }, box(146000, 507000, 146002, 507004)],
      [{ objecttype: 'waterdeel' }, box(146003, 507000, 146008, 507004)],
      [{ objecttype: 'overbruggingsdeel', relatieve_hoogteligging: 1 }, box(146000, 507001, 146008, 507002)],
    ]);
    expect([at(water, 0, 1), at(water, 2, 1), at(water, 5, 1)]).toEqual([Math.fround(-4.9), Number.NaN, -3.5]);
    expect([nameAt(cells, 0, 1), nameAt(cells, 2, 1)]).toEqual(['water', 'unknown']);
    expect(levelsFromHeights).toBe(1);
  });

  it('is dry where something else lies over the water at ground level', async () => {
    const { water } = await ground([
      [{ objecttype: 'pand' }, box(146002, 507000, 146004, 507004)],
      [{ objecttype: 'waterdeel', waterpeil: -4.9 }, box(146000, 507000, 146008, 507004)],
    ]);
    expect([at(water, 1, 0), at(water, 2, 0)]).toEqual([Math.fround(-4.9), Number.NaN]);
  });

  it('names file, feature and attribute of what is wrong', async () => {
    await expect(ground([[{ objecttype: 'waterdeel', waterpeil: 'laag' }, box(0, 0, 1, 1)]])).rejects.toThrow(
      'ground.geojson, feature 1: waterpeil "laag" is not a number.',
    );
  });
});

describe('buildings for floods', () => {
  const place = { west: 145990, south: 506990, cellSize: 1, width: 60, height: 40 };
  const buildings = file('buildings.city.jsonl', sampleSequence(5));

  it('stand in the cells of their outline, by their row in the table', () => {
    const footprints = readFootprints([buildings]);
    const ids = footprints.map(({ id }) => id).reverse();
    const cells = burnFootprints(footprints, ids, place);
    expect(cells).toBeInstanceOf(Uint16Array);
    for (const [i, { surfaces }] of footprints.entries()) {
      const [x = 0, y = 0] = surfaces[0]?.[0] ?? [];
      // Just inside the first corner of its outline, whichever way the house lies from it.
      const around = [0.6, -0.6].flatMap((dx) => [0.6, -0.6].map((dy) => [x + dx, y + dy] as const));
      const rows = around.map(([px, py]) => cells[Math.floor(py - place.south) * 60 + Math.floor(px - place.west)]);
      expect(rows, footprints[i]?.id).toContain(ids.length - i);
    }
    expect(burnFootprints(footprints, [], place).every((cell) => cell === 0)).toBe(true);
  });

  it('of many rows need larger numbers', () => {
    const ids = Array.from({ length: 70_000 }, (_, i) => `b${i}`);
    expect(burnFootprints([], ids, place)).toBeInstanceOf(Uint32Array);
  });

  it('have the lowest ground beside them, also where it slopes', async () => {
    const heights = makeGrid(
      [145990, 506990, 146050, 507030],
      1,
      (x, y) => -4 + (x - 145990) / 100 + (y - 506990) / 1000,
    );
    const { site } = await readSite({
      heights,
      groundFiles: [],
      buildingFiles: [buildings],
      buildingIds: readFootprints([buildings]).map(({ id }) => id),
    });
    const facades = listFacades(site, 6);
    const outlines = readFootprints([buildings]);
    for (const [row, { surfaces }] of outlines.entries()) {
      const west = Math.min(...surfaces.flat(2).filter((_, i) => i % 2 === 0));
      const south = Math.min(...surfaces.flat(2).filter((_, i) => i % 2 === 1));
      // The cell west of the outline's west side, in its southernmost row; exact to a cell's rise.
      expect(facades[row]).toBeCloseTo(-4 + (west - 0.5 - 145990) / 100 + (south + 0.5 - 506990) / 1000, 1.5);
    }
    expect(facades[5]).toBeNaN();
    expect(site.ground.every((code) => code === 0)).toBe(true);
  });

  const delft = fileURLToPath(new URL('../../../shared/data/cityjson/3dbag-delft-5907', import.meta.url));
  it.skipIf(!existsSync(delft))('of a real 3DBAG file cover as much as their attributes say', () => {
    const name = readdirSync(delft).find((entry) => entry.endsWith('.json')) ?? '';
    const footprints = readFootprints([join(delft, name)]);
    expect(footprints).toHaveLength(443);
    const xs = footprints.flatMap(({ surfaces }) => surfaces.flat(2)).filter((_, i) => i % 2 === 0);
    const ys = footprints.flatMap(({ surfaces }) => surfaces.flat(2)).filter((_, i) => i % 2 === 1);
    const [west, south] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
    const around = {
      west,
      south,
      cellSize: 0.5,
      width: 2 * Math.ceil(Math.max(...xs) - west),
      height: 2 * Math.ceil(Math.max(...ys) - south),
    };
    const cells = burnFootprints(
      footprints,
      footprints.map(({ id }) => id),
      around,
    );
    const area = [...cells].filter((cell) => cell > 0).length / 4;
    const told = readBuildingTable([join(delft, name)]).area.reduce<number>((sum, own) => sum + (own ?? 0), 0);
    console.info(`footprints of Delft: ${area.toFixed(0)} m² in cells, ${told.toFixed(0)} m² in the table`);
    expect(Math.abs(area / told - 1)).toBeLessThan(0.02);
  });
});
