import { describe, expect, it } from 'vitest';
import { rdToLonLat } from '../../../src/model/rd.ts';
import { cropGrid } from '../../../src/pipeline/pack/crop-heights.ts';
import { cutTileset } from '../../../src/pipeline/pack/cut-tileset.ts';
import {
  earthFrame,
  frameAt,
  moveBetween,
  toEarthCentred,
  toLonLat,
  toMatrix,
  upAt,
} from '../../../src/pipeline/tiles/ellipsoid.ts';

const origin = rdToLonLat({ x: 147000, y: 508000 });
const frame = frameAt(toEarthCentred(origin, 43), upAt(origin));

/** A square of 100 m around a point east and north of the origin. */
const tile = (name: string, east: number, north: number, children: object[] = []) => ({
  boundingVolume: { box: [east, north, 5, 50, 0, 0, 0, 50, 0, 0, 0, 10] },
  geometricError: children.length > 0 ? 10 : 0,
  content: { uri: `tiles/${name}.glb` },
  ...(children.length > 0 ? { children } : {}),
});

const tileset = {
  asset: { version: '1.1' },
  root: {
    transform: toMatrix(moveBetween(frame, earthFrame)),
    boundingVolume: { box: [0, 0, 5, 500, 0, 0, 0, 500, 0, 0, 0, 10] },
    content: { uri: 'tiles/r.glb' },
    children: [
      tile('near', 0, 0, [tile('near-leaf', 0, 0), tile('near-sibling', 300, 0)]),
      tile('far', 400, 400, [tile('far-leaf', 400, 400, [tile('far-deep', 400, 400)])]),
    ],
  },
};

describe('a part of a tileset', () => {
  const kept = (extent: [number, number, number, number]) => {
    const { texts, isKept } = cutTileset('buildings/tileset.json', tileset, extent);
    const names = ['r', 'near', 'near-leaf', 'near-sibling', 'far', 'far-leaf', 'far-deep'];
    const files = names.filter((name) => isKept(`buildings/tiles/${name}.glb`));
    const named = names.filter((name) => texts.get('buildings/tileset.json')?.includes(`tiles/${name}.glb`));
    expect(named).toEqual(files);
    return files;
  };

  it('keeps parents and their other children, which would be holes, without what lies below those', () => {
    expect(kept([146990, 507990, 147010, 508010])).toEqual(['r', 'near', 'near-leaf', 'near-sibling', 'far']);
    expect(kept([147390, 508390, 147410, 508410])).toEqual(['r', 'near', 'far', 'far-leaf', 'far-deep']);
  });

  it('keeps all where the extent holds all', () => {
    expect(kept([146000, 507000, 148000, 509000])).toHaveLength(7);
  });

  it('does not touch other files of its folder', () => {
    const { isKept } = cutTileset('buildings/tileset.json', tileset, [0, 300_000, 10, 300_010]);
    expect([isKept('buildings/models/near.bin'), isKept('other/tiles/far-leaf.glb')]).toEqual([true, true]);
  });
});

it('an earth-centred point gives back its longitude and latitude', () => {
  for (const [lon, lat, height] of [
    [5.2, 52.5, 0],
    [3.3, 50.7, 400],
    [7.2, 53.6, -50],
    [-70, -33, 9000],
  ] as const) {
    const back = toLonLat(toEarthCentred({ lon, lat }, height));
    expect(Math.abs(back.lon - lon)).toBeLessThan(1e-10);
    expect(Math.abs(back.lat - lat)).toBeLessThan(1e-10);
  }
});

it('a cropped grid has the cells that the extent touches, where they were', () => {
  const values = Float32Array.from({ length: 12 }, (_, i) => i);
  const grid = { west: 100, south: 200, cellSize: 2, width: 4, height: 3, values };
  const cropped = cropGrid(grid, [103, 202, 105, 204]);
  expect({ ...cropped, values: [...cropped.values] }).toEqual({
    west: 102,
    south: 202,
    cellSize: 2,
    width: 2,
    height: 1,
    values: [5, 6],
  });
  expect([...cropGrid(grid, [0, 0, 1000, 1000]).values]).toEqual([...values]);
});
