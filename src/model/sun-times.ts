/**
 * Sunrise, sunset and the sun's highest moment, after the low-precision theory of J. Meeus, Astronomical Algorithms (1998),
 * chapters 25 and 15, as NOAA's solar calculator uses it: within a minute for 1950–2050 between the polar circles.
 * Sunrise is the upper edge of the sun on a flat horizon at sea level (−0.833°: 16′ of half disc and 34′ of refraction).
 * Buildings, trees and hills are not in it.
 */
import { isSummerTime } from './local-time.ts';

const RADIANS = Math.PI / 180;
const HORIZON = -0.833 * RADIANS;

export interface SunTimes {
  /** Minutes after midnight of the clock on the wall in Amsterdam, with decimals. */
  readonly rise: number;
  readonly noon: number;
  readonly set: number;
}

/** Declination (radians) and equation of time (minutes) at an instant, in days after 2000-01-01 12:00 UTC. */
function sunAt(day: number): { declination: number; equationOfTime: number } {
  const t = day / 36525;
  const meanLongitude = (280.46646 + t * (36000.76983 + t * 0.0003032)) * RADIANS;
  const anomaly = (357.52911 + t * (35999.05029 - t * 0.0001537)) * RADIANS;
  const eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
  const centre =
    (1.914602 - t * (0.004817 + t * 0.000014)) * Math.sin(anomaly) +
    (0.019993 - t * 0.000101) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly);
  const node = (125.04 - 1934.136 * t) * RADIANS;
  const longitude = meanLongitude + (centre - 0.00569 - 0.00478 * Math.sin(node)) * RADIANS;
  const obliquity = (23.439291 - t * 0.0130042 + 0.00256 * Math.cos(node)) * RADIANS;
  const y = Math.tan(obliquity / 2) ** 2;
  const equation =
    y * Math.sin(2 * meanLongitude) -
    2 * eccentricity * Math.sin(anomaly) +
    4 * eccentricity * y * Math.sin(anomaly) * Math.cos(2 * meanLongitude) -
    0.5 * y * y * Math.sin(4 * meanLongitude) -
    1.25 * eccentricity ** 2 * Math.sin(2 * anomaly);
  return {
    declination: Math.asin(Math.sin(obliquity) * Math.sin(longitude)),
    equationOfTime: (4 * equation) / RADIANS,
  };
}

/** Of a day (ISO 8601) at a place in degrees; undefined where the sun does not rise or set that day. */
export function sunTimes(date: string, lon: number, lat: number): SunTimes | undefined {
  const midnight = Date.parse(`${date}T00:00:00Z`) / 86_400_000 - 10957.5;
  const offset = isSummerTime({ date, minutes: 720 }) ? 120 : 60;

  /** Minutes after midnight UTC at which the sun stands `side` of its highest point on the horizon; 0: on its highest point. */
  function findMinutes(side: -1 | 0 | 1): number {
    let minutes = 720 - 4 * lon;
    // The sun moves on while one waits for it: the second round is within a second.
    for (let round = 0; round < 3; round++) {
      const { declination, equationOfTime } = sunAt(midnight + minutes / 1440);
      const angle = Math.acos(
        (Math.sin(HORIZON) - Math.sin(lat * RADIANS) * Math.sin(declination)) /
          (Math.cos(lat * RADIANS) * Math.cos(declination)),
      );
      minutes = 720 - 4 * lon - equationOfTime + (side === 0 ? 0 : (side * 4 * angle) / RADIANS);
    }
    return minutes;
  }

  const [rise, noon, set] = [findMinutes(-1), findMinutes(0), findMinutes(1)];
  if (Number.isNaN(rise) || Number.isNaN(set)) return undefined;
  return { rise: rise + offset, noon: noon + offset, set: set + offset };
}
