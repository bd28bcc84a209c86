import { Cartesian3, JulianDate, Matrix3, Simon1994PlanetaryPositions, Transforms } from 'cesium';
import { describe, expect, it } from 'vitest';
import { momentToDate } from '../../src/model/local-time.ts';
import { type SunTimes, sunTimes } from '../../src/model/sun-times.ts';

const [LON, LAT] = [4.9, 52.37];

function timesOf(date: string, lon = LON, lat = LAT): SunTimes {
  const times = sunTimes(date, lon, lat);
  if (!times) throw new Error(`no sun on ${date}`);
  return times;
}

const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Cesium's sun stands in the frame of the year 2000, its turning Earth in that of the day: the equinox moves 50.29″ a year. */
function precess(sun: Cartesian3, years: number): Cartesian3 {
  const tilt = Matrix3.fromRotationX((-23.4393 * Math.PI) / 180);
  const turn = Matrix3.fromRotationZ((((50.29 / 3600) * Math.PI) / 180) * years);
  const ecliptic = Matrix3.multiplyByVector(tilt, sun, new Cartesian3());
  const turned = Matrix3.multiplyByVector(turn, ecliptic, new Cartesian3());
  return Matrix3.multiplyByVector(Matrix3.transpose(tilt, new Matrix3()), turned, new Cartesian3());
}

/** Degrees above the horizon by Cesium's own planetary theory: another one than ours. */
function altitude(date: string, minutes: number, lon: number, lat: number): number {
  const whole = Math.floor(minutes);
  const time = JulianDate.fromDate(
    new Date(momentToDate({ date, minutes: whole }).getTime() + (minutes - whole) * 60_000),
  );
  const sun = Matrix3.multiplyByVector(
    Transforms.computeTemeToPseudoFixedMatrix(time),
    precess(Simon1994PlanetaryPositions.computeSunPositionInEarthInertialFrame(time), Number(date.slice(0, 4)) - 2000),
    new Cartesian3(),
  );
  const [a, b] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  const up = new Cartesian3(Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b));
  return (Math.asin(Cartesian3.dot(Cartesian3.normalize(sun, sun), up)) * 180) / Math.PI;
}

describe('sunrise and sunset', () => {
  // As almanacs print them for Amsterdam, to the minute.
  it.each([
    ['2026-06-21', '05:18', '22:06'],
    ['2026-12-21', '08:48', '16:28'],
  ])('in Amsterdam on %s are %s and %s', (date, rise, set) => {
    const times = timesOf(date);
    expect(Math.abs(times.rise - clock(rise))).toBeLessThan(1.5);
    expect(Math.abs(times.set - clock(set))).toBeLessThan(1.5);
  });

  it('are when the sun stands on the horizon by another theory', () => {
    for (const date of [
      '2026-01-15',
      '2026-03-21',
      '2026-03-29',
      '2026-06-21',
      '2026-09-23',
      '2026-10-25',
      '2030-12-22',
    ]) {
      for (const [lon, lat] of [
        [LON, LAT],
        [5.3, 52.56],
        [7.1, 53.4],
      ] as const) {
        const { rise, set } = timesOf(date, lon, lat);
        // A tenth of a degree is less than a minute of the sun's way here.
        expect(Math.abs(altitude(date, rise, lon, lat) + 0.833), `${date} rise`).toBeLessThan(0.1);
        expect(Math.abs(altitude(date, set, lon, lat) + 0.833), `${date} set`).toBeLessThan(0.1);
      }
    }
  });

  it('lie around the highest moment, and the day is half a day long when it should be', () => {
    const { rise, noon, set } = timesOf('2026-03-20');
    expect(Math.abs((rise + set) / 2 - noon)).toBeLessThan(1);
    // Refraction and the half disc make the day of the equinox some ten minutes longer.
    expect(set - rise - 720).toBeGreaterThan(7);
    expect(set - rise - 720).toBeLessThan(14);
  });

  it('are absent where the sun stays up or down', () => {
    expect(sunTimes('2026-06-21', 20, 75)).toBeUndefined();
    expect(sunTimes('2026-12-21', 20, 75)).toBeUndefined();
  });
});
