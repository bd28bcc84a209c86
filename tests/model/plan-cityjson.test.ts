import { describe, expect, it } from 'vitest';
import { cityJsonToSolids } from '../../src/model/plan-cityjson.ts';
import { ringArea } from '../../src/model/plan-ring.ts';
import { houseSemantics, houseShell, sampleHeader } from '../pipeline/tiles/sample-city.ts';
import { listOpenEdges, meshVolume, partArea } from './closed-mesh.ts';

const origin = [146_000, 507_000, 0] as const;
/** Millimetres: 5 by 10 m, eaves at 3 m, ridge at 6 m above −4 m NAP, `x` metres further east. */
const corners = (x: number) =>
  [
    [0, 0, 0],
    [5, 0, 0],
    [5, 10, 0],
    [0, 10, 0],
    [0, 0, 3],
    [5, 0, 3],
    [5, 10, 3],
    [0, 10, 3],
    [2.5, 0, 6],
    [2.5, 10, 6],
  ].map(([dx, y, z]) => [(x + dx) * 1000, y * 1000, (z - 4) * 1000]);
const shift = (shell: typeof houseShell, by: number) =>
  shell.map((rings) => rings.map((ring) => ring.map((i) => i + by)));
const solid = (boundaries: unknown, lod = '2.2', semantics: unknown = houseSemantics) => ({
  type: 'Solid',
  lod,
  boundaries: [boundaries],
  semantics,
});
const city = (objects: object, change: object = {}) => ({
  ...sampleHeader,
  CityObjects: objects,
  vertices: [...corners(0), ...corners(5)],
  ...change,
});
const house = (geometry: unknown[], attributes: object = {}) => ({ type: 'Building', attributes, geometry });
const volume = 5 * 10 * 3 + 0.5 * 5 * 3 * 10;

describe('a CityJSON document', () => {
  it('gives closed solids with walls and roofs by their semantics', () => {
    const attributes = { naam: 'Zuid 1', gebruiksdoel: 'wonen', woningen: 3 };
    const [made] = cityJsonToSolids(city({ a: house([solid(houseShell)], attributes) }), 'plan.city.json', origin);
    expect(made).toMatchObject({ id: 'a', name: 'Zuid 1', use: 'wonen', dwellings: 3, lowerNap: -4, upperNap: 2 });
    expect(listOpenEdges(made)).toEqual([]);
    expect(meshVolume(made)).toBeCloseTo(volume, 3);
    expect(partArea(made, 1)).toBeCloseTo(2 * 10 * Math.hypot(2.5, 3), 2);
    expect(made.footprint.map(ringArea)).toEqual([50]);
  });

  it('is read in all versions, by direction where there are no semantics, and turned round when inside out', () => {
    const turned = houseShell.map(([ring]) => [ring.toReversed()]);
    for (const version of ['1.0', '1.1', '2.0']) {
      for (const shell of [houseShell, turned]) {
        const json = city({ a: house([solid(shell, '2', null)]) }, { version });
        const [made] = cityJsonToSolids(json, 'plan.city.json', origin);
        expect(meshVolume(made)).toBeCloseTo(volume, 3);
        if (shell === houseShell) expect(partArea(made, 1)).toBeCloseTo(2 * 10 * Math.hypot(2.5, 3), 2);
      }
    }
  });

  it('gives the highest level of detail, and parts as one building with one footprint', () => {
    const flat = { type: 'MultiSurface', lod: '0', boundaries: [[[0, 3, 2, 1]]] };
    const json = city({
      a: { ...house([flat]), children: ['a-0', 'a-1'] },
      'a-0': { type: 'BuildingPart', parents: ['a'], geometry: [solid(houseShell, '1.2'), solid(houseShell)] },
      'a-1': {
        type: 'BuildingPart',
        parents: ['a'],
        geometry: [{ type: 'MultiSurface', lod: '2.2', boundaries: shift(houseShell, 10) }],
      },
    });
    const [made, ...more] = cityJsonToSolids(json, 'plan.city.json', origin);
    expect(more).toEqual([]);
    expect(meshVolume(made)).toBeCloseTo(2 * volume, 3);
    expect(made.footprint.map(ringArea)).toEqual([100]);
  });

  it('is refused with the reason', () => {
    const tell = (json: unknown) => () => cityJsonToSolids(json, 'plan.city.json', origin);
    expect(tell({ type: 'FeatureCollection' })).toThrow(/plan\.city\.json: type is "FeatureCollection"/);
    expect(tell(city({}))).toThrow(/holds no building/);
    expect(tell(city({ a: house([solid([[[0, 1, 99]]])]) }))).toThrow(/building "a" refers to vertex 99/);
    const german = { metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/25832' } };
    expect(tell(city({ a: house([solid(houseShell)]) }, german))).toThrow(/25832 is not RD New with NAP/);
    const local = { transform: { scale: [0.001, 0.001, 0.001], translate: [0, 0, 0] } };
    expect(tell(city({ a: house([solid(houseShell)]) }, local))).toThrow(/does not lie in RD New/);
  });
});
