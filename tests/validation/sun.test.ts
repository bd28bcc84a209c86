import { describe, expect, it } from 'vitest';
import { locateSun } from '../../src/model/sun.ts';

const deBilt = { lon: 5.18, lat: 52.1 };

/** SO1 and SO2 of the verification table: NREL's SPA (Reda & Andreas 2004), true (geometric) elevation and azimuth. */
describe('the sun stands where the Solar Position Algorithm says, within 0.02°', () => {
  it.each([
    ['2026-03-20T12:00:00Z', 37.7778, 184.2031],
    ['2026-06-21T12:00:00Z', 61.1087, 189.0011],
    ['2026-06-21T06:00:00Z', 21.1243, 78.5908],
    ['2026-12-21T11:00:00Z', 14.02, 171.18],
    ['2026-02-19T09:00:00Z', 16.5713, 135.4559],
  ])('De Bilt %s: %s° high in azimuth %s°', (time, elevation, azimuth) => {
    const sun = locateSun(new Date(time), deBilt);
    console.log(
      `${time}: ${sun.elevationDegrees.toFixed(4)}° (${elevation}), ${sun.azimuthDegrees.toFixed(4)}° (${azimuth})`,
    );
    expect(Math.abs(sun.elevationDegrees - elevation)).toBeLessThan(0.02);
    expect(Math.abs(sun.azimuthDegrees - azimuth)).toBeLessThan(0.02);
  });

  it('the worked example of the algorithm, whose zenith of 50.11162° holds 0.016° of refraction', () => {
    const sun = locateSun(new Date('2003-10-17T19:30:30Z'), { lon: -105.1786, lat: 39.742476 });
    expect(Math.abs(sun.azimuthDegrees - 194.34024)).toBeLessThan(0.02);
    expect(Math.abs(90 - sun.elevationDegrees - 0.0163 - 50.11162)).toBeLessThan(0.02);
  });
});
