import { describe, expect, it } from 'vitest';
import { napHeight, napToEllipsoid, rdToLonLat } from '../../../src/model/rd.ts';
import { toEarthCentred } from '../../../src/pipeline/tiles/ellipsoid.ts';
import { createPlacement } from '../../../src/pipeline/tiles/placement.ts';
import { guessReferenceSystem, parseReferenceSystem } from '../../../src/pipeline/tiles/reference-system.ts';

const exactRd = (x: number, y: number, z: number) => {
  const at = rdToLonLat({ x, y });
  return toEarthCentred(at, napToEllipsoid(napHeight(z), at));
};

describe('placing buildings', () => {
  it('agrees with exact conversion within 1 mm, also across the border of a cell and for long buildings', () => {
    const placement = createPlacement(parseReferenceSystem('EPSG:7415', 'test'));
    let worst = 0;
    for (const [x, y] of [
      [155000, 463000],
      [85123, 446999],
      [13500, 370100],
      [270000, 590000],
      [146999, 507001],
    ] as const) {
      const { place, origin, axes } = placement.frameAround(x, y, 3);
      const out = new Float64Array(3);
      for (const [dx, dy, z] of [
        [0, 0, 3],
        [40, -25, -4],
        [-300, 250, 90],
        [700, 700, 12],
      ] as const) {
        place(x + dx, y + dy, z, out, 0);
        const got = [0, 1, 2].map((i) => origin[i] + out[0] * axes[i] + out[1] * axes[3 + i] + out[2] * axes[6 + i]);
        worst = Math.max(worst, Math.hypot(...exactRd(x + dx, y + dy, z).map((n, i) => n - (got[i] as number))));
      }
    }
    expect(worst).toBeLessThan(0.001);
  });

  it('knows reference systems by number, name and address, and refuses others in words', () => {
    for (const text of [
      '7415',
      'EPSG:7415',
      'urn:ogc:def:crs:EPSG::7415',
      'https://www.opengis.net/def/crs/EPSG/0/7415/',
    ])
      expect(parseReferenceSystem(text, 'file').name).toBe('EPSG:7415');
    expect(parseReferenceSystem('http://www.opengis.net/def/crs/EPSG/6.12/3068', 'file').name).toBe('EPSG:3068');
    expect(() => parseReferenceSystem('RD New', 'town.json')).toThrow(
      /town\.json: reference system "RD New" is not known/,
    );
    expect(() => guessReferenceSystem([7, 52], 'town.json')).toThrow(/names no reference system.*--crs/);
  });

  it('puts known places of other systems where they are', () => {
    const places: [string, number, number, number, number][] = [
      ['EPSG:2056', 2600000, 1200000, 7.438632, 46.951083],
      ['EPSG:25832', 500000, 5538630.7, 9, 50],
      ['EPSG:32631', 500000, 5761038.2, 3, 52],
      ['EPSG:3857', 556597.4539663672, 6800125.454397307, 5, 52],
      ['EPSG:2154', 700000, 6600000, 3, 46.5],
      ['EPSG:4979', 5.1, 52.1, 5.1, 52.1],
    ];
    for (const [name, x, y, lon, lat] of places) {
      const at = parseReferenceSystem(name, 'test').toLonLat(x, y);
      expect([name, Math.abs(at.lon - lon) < 2e-4, Math.abs(at.lat - lat) < 2e-4]).toEqual([name, true, true]);
    }
  });
});
