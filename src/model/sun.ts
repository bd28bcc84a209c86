/**
 * Where the sun stands: the low-precision theory of Meeus, *Astronomical Algorithms* (2nd ed. 1998, ch. 12, 22 and 25), with the
 * parallax of an observer on the ground. Within 0.01° of `sun-position.ts` from 1950 to 2050. Refraction is left out. For drawn light and
 * the clock of the sun tool; figures come from `sun-position.ts`.
 */

/** Years for which the length of the day is known or foretold well enough: the sun within 0.002° by `sun-position.ts`. */
export const sunYears = { first: 1900, last: 2100 } as const;

/** Elevation above the true horizon, and azimuth clockwise from north. */
export interface SunPlace {
  readonly elevationDegrees: number;
  readonly azimuthDegrees: number;
}

/** Seconds that the uniform time of astronomy is ahead of UTC in these years; a minute's error would move the sun by 0.0007°. */
const DELTA_T = 69.2;
const RADIANS = Math.PI / 180;
const sine = (degrees: number) => Math.sin(degrees * RADIANS);
const cosine = (degrees: number) => Math.cos(degrees * RADIANS);

/** `place` in degrees (ETRS89 or WGS84). */
export function locateSun(time: Date, place: { readonly lon: number; readonly lat: number }): SunPlace {
  const days = time.getTime() / 86_400_000 + 2440587.5 - 2451545;
  const T = (days + DELTA_T / 86_400) / 36525;
  const meanLongitude = 280.46646 + T * (36000.76983 + 0.0003032 * T);
  const anomaly = 357.52911 + T * (35999.05029 - 0.0001537 * T);
  const centre =
    (1.914602 - T * (0.004817 + 0.000014 * T)) * sine(anomaly) +
    (0.019993 - 0.000101 * T) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const node = 125.04 - 1934.136 * T;
  const nutation = -0.00478 * sine(node);
  const longitude = meanLongitude + centre - 0.00569 + nutation;
  const obliquity = 23.439291 - 0.0130042 * T + 0.00256 * cosine(node);
  const ascension = Math.atan2(cosine(obliquity) * sine(longitude), cosine(longitude)) / RADIANS;
  const declination = Math.asin(sine(obliquity) * sine(longitude)) / RADIANS;
  const sidereal = 280.46061837 + 360.98564736629 * days + nutation * cosine(obliquity);
  const hour = sidereal + place.lon - ascension;

  const up = sine(place.lat) * sine(declination) + cosine(place.lat) * cosine(declination) * cosine(hour);
  const east = -cosine(declination) * sine(hour);
  const north = cosine(place.lat) * sine(declination) - sine(place.lat) * cosine(declination) * cosine(hour);
  const elevation = Math.asin(up) / RADIANS;
  return {
    elevationDegrees: elevation - (8.794 / 3600) * cosine(elevation),
    azimuthDegrees: (Math.atan2(east, north) / RADIANS + 360) % 360,
  };
}
