import { describe, expect, it } from 'vitest';
import { seedRandom } from '../../src/model/random.ts';
import { apparentElevation } from '../../src/model/refraction.ts';
import { locateSun } from '../../src/model/sun.ts';
import { findSun } from '../../src/model/sun-position.ts';
import { sunTimes } from '../../src/model/sun-times.ts';

const deBilt = { lon: 5.18, lat: 52.1 };

/** NREL's SPA (Reda & Andreas 2004): elevation, apparent elevation and azimuth. */
const so2 = [
  ['2026-03-20T12:00:00Z', 37.7778, 37.7995, 184.2031],
  ['2026-06-21T12:00:00Z', 61.1087, 61.118, 189.0011],
  ['2026-06-21T06:00:00Z', 21.1243, 21.1672, 78.5908],
  ['2026-12-21T11:00:00Z', 14.02, 14.0852, 171.18],
  ['2026-02-19T09:00:00Z', 16.5713, 16.6266, 135.4559],
] as const;

describe('SO1 and SO2: the sun stands where the Solar Position Algorithm says', () => {
  it('within 0.01° in the worked example of the algorithm', () => {
    const place = { lon: -105.1786, lat: 39.742476, height: 1830.14 };
    const sun = findSun(new Date('2003-10-17T12:30:30-07:00'), place);
    const zenith = 90 - apparentElevation(sun.elevationDegrees, { pressureHpa: 820, temperatureCelsius: 11 });
    console.log(
      `apparent zenith ${zenith.toFixed(5)}° (50.11162), azimuth ${sun.azimuthDegrees.toFixed(5)}° (194.34024)`,
    );
    expect(Math.abs(zenith - 50.11162)).toBeLessThan(0.001);
    expect(Math.abs(sun.azimuthDegrees - 194.34024)).toBeLessThan(0.001);
  });

  it.each(so2)('De Bilt %s: %s° high, seen at %s°, in azimuth %s°', (time, elevation, apparent, azimuth) => {
    const exact = findSun(new Date(time), deBilt);
    const seen = apparentElevation(exact.elevationDegrees);
    const drawn = locateSun(new Date(time), deBilt);
    console.log(
      `${time}: ${exact.elevationDegrees.toFixed(4)}° (${elevation}), seen ${seen.toFixed(4)}° (${apparent}), ${exact.azimuthDegrees.toFixed(4)}° (${azimuth}); drawn light ${drawn.elevationDegrees.toFixed(4)}°, ${drawn.azimuthDegrees.toFixed(4)}°`,
    );
    for (const sun of [exact, drawn]) {
      expect(Math.abs(sun.elevationDegrees - elevation)).toBeLessThan(0.02);
      expect(Math.abs(sun.azimuthDegrees - azimuth)).toBeLessThan(0.02);
    }
    expect(Math.abs(seen - apparent)).toBeLessThan(0.02);
  });
});

it('drawn light and figures have one sun: within 0.01° from 1950 to 2050, over the whole earth', () => {
  const next = seedRandom(1);
  const start = Date.UTC(1950, 0, 1);
  const span = Date.UTC(2051, 0, 1) - start;
  let worst = 0;
  for (let i = 0; i < 3000; i++) {
    const time = new Date(start + next() * span);
    // Near the zenith an azimuth is of no use, and far from it the angle between the two is what counts.
    const place = { lon: next() * 360 - 180, lat: next() * 160 - 80 };
    const [exact, drawn] = [findSun(time, place), locateSun(time, place)];
    const level = Math.cos((exact.elevationDegrees * Math.PI) / 180);
    const turn = ((exact.azimuthDegrees - drawn.azimuthDegrees + 540) % 360) - 180;
    worst = Math.max(worst, Math.hypot(exact.elevationDegrees - drawn.elevationDegrees, turn * level));
  }
  console.log(`worst of 3000: ${worst.toFixed(4)}° (0.01)`);
  expect(worst).toBeLessThan(0.01);
});

it('SO3: rise, south and set at De Bilt on 2026-06-21, within 30 s', () => {
  const times = sunTimes('2026-06-21', deBilt);
  const expected = { rise: [5, 18, 28], south: [13, 41, 6], set: [22, 3, 43] } as const;
  for (const key of ['rise', 'south', 'set'] as const) {
    const [hours, minutes, seconds] = expected[key];
    const off = ((times?.[key] ?? Number.NaN) - hours * 60 - minutes) * 60 - seconds;
    console.log(`${key}: ${off.toFixed(1)} s from ${expected[key].join(':')} (30)`);
    expect(Math.abs(off)).toBeLessThan(30);
  }
});
