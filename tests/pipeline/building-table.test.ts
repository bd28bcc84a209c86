import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parseBuildingTable } from '../../src/model/parse-city-index.ts';
import { readBuildingTable } from '../../src/pipeline/building-table.ts';
import {
  createWorkFolder,
  houseSemantics,
  houseShell,
  sampleDocument,
  sampleHeader,
  sampleHouse,
  sampleSequence,
  toSequence,
} from './tiles/sample-city.ts';

const work = createWorkFolder();
afterAll(() => work.destroy());

const solid = { type: 'Solid', lod: '2.2', boundaries: [houseShell], semantics: houseSemantics };
const footprint = { type: 'MultiSurface', lod: '0', boundaries: [[[0, 1, 2, 3]]] };

describe('the building table', () => {
  it('has a row per building with centre, heights, year and area', () => {
    const table = readBuildingTable([work.write('a.city.jsonl', sampleSequence(9))]);
    expect(table.id).toHaveLength(9);
    expect(table.id[3]).toBe('NL.TEST.Pand.000003');
    expect([table.x[3], table.y[3]]).toEqual([146000 + 3 * 7 + 2.5, 507005]);
    expect([table.ground[3], table.roof[3], table.year[3], table.area[3]]).toEqual([-4, 2, 1953, 50]);
    expect(table.year[7]).toBeNull();
  });

  it('prefers what the source says of itself', () => {
    const house = sampleHouse(0);
    const [[id, building]] = Object.entries(house.CityObjects) as [[string, Record<string, unknown>]];
    house.CityObjects[id] = {
      ...building,
      attributes: { b3_h_maaiveld: -3.5, b3_h_dak_max: 8.25, b3_opp_grond: 61.5 },
    };
    const table = readBuildingTable([work.write('b.city.jsonl', toSequence(sampleHeader, [house]))]);
    expect([table.ground, table.roof, table.area]).toEqual([[-3.5], [8.25], [61.5]]);
  });

  it('measures the ground surface where there is no footprint, and knows no height of a bare footprint', () => {
    const table = readBuildingTable([
      work.write('c.city.json', sampleDocument([solid])),
      work.write('d.city.json', sampleDocument([footprint])),
      work.write('e.city.json', sampleDocument([{ ...footprint, lod: '1.2' }])),
    ]);
    expect(table.area).toEqual([50, 50, 50]);
    expect(table.x).toEqual([146002.5, 146002.5, 146002.5]);
    expect(table.ground).toEqual([-4, null, -4]);
    expect(table.roof).toEqual([2, null, -4]);
  });

  it("knows what the source says of use, size and protection, by customary names or by the municipality's own", () => {
    const told = [
      { monument: true, beschermd_stadsgezicht: true, wijk: 'Kern', aantal_woningen: 2, b3_volume_lod22: 301.4 },
      { monument: 'nee', beschermd_stadsgezicht: 'ja', wijk: 'Dijk', energielabel: 'c', buitenschil: 88 },
      { wijk: 'Kern' },
    ].map((attributes, i) => {
      const house = sampleHouse(i);
      const [[id, building]] = Object.entries(house.CityObjects) as [[string, Record<string, unknown>]];
      house.CityObjects[id] = { ...building, attributes };
      return house;
    });
    const addresses = new Map([['NL.TEST.Pand.000002', { homes: 3, floorArea: 240.6, use: 'woonfunctie' }]]);
    const file = work.write('facts.city.jsonl', toSequence(sampleHeader, told));
    const table = parseBuildingTable(
      JSON.parse(JSON.stringify(readBuildingTable([file], { names: { outerWall: ['buitenschil'] }, addresses }))),
      'facts',
    );
    expect(table).toMatchObject({
      districts: ['Dijk', 'Kern'],
      district: [1, 0, 1],
      uses: ['woonfunctie'],
      use: [-1, -1, 0],
      energyLabels: ['C'],
      energyLabel: [-1, 0, -1],
      protection: [2, 1, 0],
      homes: [2, null, 3],
      floorArea: [null, null, 241],
      volume: [301, null, null],
      outerWall: [null, 88, null],
    });
    expect(Object.keys(table)).not.toContain('flatRoof');
    expect(() => parseBuildingTable({ ...table, protection: [0, 0, 3] }, 'facts')).toThrow('facts: protection[2] is 3');
  });

  it('takes holes off', () => {
    const vertices = [0, 10_000].flatMap((x) => [0, 10_000].map((y) => [x, y, 0]));
    const hole = [4000, 6000].flatMap((x) => [4000, 6000].map((y) => [x, y, 0]));
    const geometry = {
      type: 'MultiSurface',
      lod: '0',
      boundaries: [
        [
          [0, 2, 3, 1],
          [4, 6, 7, 5],
        ],
      ],
    };
    const document = sampleDocument([geometry], { vertices: [...vertices, ...hole] });
    expect(readBuildingTable([work.write('f.city.json', document)]).area).toEqual([96]);
  });

  it('names file and line of what it cannot read', () => {
    const file = work.write('g.city.jsonl', `${sampleSequence(2)}{"type":"CityJSONFeature","CityObjects":[]}\n`);
    expect(() => readBuildingTable([file])).toThrow(/^g\.city\.jsonl, line 4: .*CityObjects/);
  });

  const real = fileURLToPath(new URL('../../../shared/data/cityjson/3dbag-delft-5907/', import.meta.url));
  const files = existsSync(real) ? readdirSync(real).filter((name) => name.endsWith('.json')) : [];
  it.skipIf(files.length === 0)('lies in Delft and is taller than its ground for the real file of Delft', () => {
    const table = readBuildingTable(files.map((name) => join(real, name)));
    expect(table.id.length).toBeGreaterThan(100);
    table.id.forEach((id, i) => {
      expect(Math.hypot((table.x[i] as number) - 84500, (table.y[i] as number) - 447500), id).toBeLessThan(5000);
      expect((table.roof[i] as number) - (table.ground[i] as number), id).toBeGreaterThan(0.5);
      expect(table.area[i], id).toBeGreaterThan(0);
    });
  });
});
