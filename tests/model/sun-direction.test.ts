import { describe, expect, it } from 'vitest';
import { lonLatToRd, rdToLonLat } from '../../src/model/rd.ts';
import { createSunDirection, trueNorthInRd } from '../../src/model/sun-direction.ts';
import { findSun } from '../../src/model/sun-position.ts';

/** Convergence of a conformal projection on the sphere about Amersfoort, to first order: difference in longitude × sin(latitude). */
const expectedTurn = (lon: number, lat: number) => -(lon - 5.387_638_9) * Math.sin((lat * Math.PI) / 180);

describe('true north in RD', () => {
  it('is up where RD begins, and leans towards it elsewhere', () => {
    expect(trueNorthInRd({ x: 155_000, y: 463_000 })).toBeCloseTo(0, 2);
    for (const [name, lon, lat] of [
      ['Middelburg', 3.61, 51.5],
      ['Winschoten', 7.03, 53.14],
      ['Maastricht', 5.69, 50.85],
      ['Den Burg', 4.8, 53.05],
    ] as const) {
      const turn = trueNorthInRd(lonLatToRd({ lon, lat }));
      expect(Math.abs(turn - expectedTurn(lon, lat)), name).toBeLessThan(0.03);
    }
  });
});

describe('the direction to the sun', () => {
  it('points along the shadow of a mast from its top to where it falls, reckoned in degrees', () => {
    // A step towards the sun in longitude and latitude, on the ellipsoid's radii, must be a step along x and y in RD.
    const place = lonLatToRd({ lon: 6.9, lat: 53.0 });
    const { lon, lat } = rdToLonLat(place);
    const time = new Date('2026-03-20T09:00:00Z');
    const sun = findSun(time, { lon, lat });
    const azimuth = (sun.azimuthDegrees * Math.PI) / 180;
    const step = 100;
    const [meridian, normal] = [6_375_000, 6_391_700];
    const towards = lonLatToRd({
      lon: lon + ((step * Math.sin(azimuth)) / (normal * Math.cos((lat * Math.PI) / 180))) * (180 / Math.PI),
      lat: lat + ((step * Math.cos(azimuth)) / meridian) * (180 / Math.PI),
    });
    const direction = createSunDirection(place)(time);
    const drawn = Math.atan2(towards.x - place.x, towards.y - place.y);
    expect(Math.abs(Math.atan2(direction.x, direction.y) - drawn) * (180 / Math.PI)).toBeLessThan(0.03);
    expect(Math.hypot(direction.x, direction.y, direction.z)).toBeCloseTo(1, 12);
    expect((Math.asin(direction.z) * 180) / Math.PI).toBeCloseTo(sun.elevationDegrees, 9);
    // Without the turn it would be more than a degree off.
    expect(Math.abs(azimuth - drawn) * (180 / Math.PI)).toBeGreaterThan(1);
  });
});
