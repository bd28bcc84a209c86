/**
 * Where the sun stands, for figures: by the library astronomy-engine (Cross, MIT; VSOP87 and IAU 2000B cut to an arcminute at worst; here
 * within 0.001° of NREL's SPA). It weighs 23 kB compressed, which the first view cannot spare: drawn light takes the short theory of
 * `sun.ts`, held within 0.01° of this one by `tests/validation/sun.test.ts`.
 */
import { Body, Equator, Horizon, Observer } from 'astronomy-engine';
import type { SunPlace } from './sun.ts';

/** Of a place in degrees (ETRS89 or WGS84), metres above sea; elevation above the true horizon, without refraction. */
export function findSun(
  time: Date,
  place: { readonly lon: number; readonly lat: number; readonly height?: number },
): SunPlace {
  const observer = new Observer(place.lat, place.lon, place.height ?? 0);
  const { ra, dec } = Equator(Body.Sun, time, observer, true, true);
  const { altitude, azimuth } = Horizon(time, observer, ra, dec);
  return { elevationDegrees: altitude, azimuthDegrees: azimuth };
}
