/** Where the sun stands in the axes of RD New, whose north is up to 1.9° off true north: what shadows are cast by. */
import { lonLatToRd, type RdPoint, rdToLonLat } from './rd.ts';
import type { SunPlace } from './sun.ts';
import { findSun } from './sun-position.ts';

const RADIANS = Math.PI / 180;
/** Degrees of latitude over which north is measured: a kilometre, so that millimetres of the residuals do not turn it. */
const STEP = 0.01;

/** Degrees that true north lies clockwise of RD's north: negative east of Amersfoort. Throws outside the Netherlands. */
export function trueNorthInRd(place: RdPoint): number {
  const { lon, lat } = rdToLonLat(place);
  const south = lonLatToRd({ lon, lat: lat - STEP / 2 });
  const north = lonLatToRd({ lon, lat: lat + STEP / 2 });
  return Math.atan2(north.x - south.x, north.y - south.y) / RADIANS;
}

/** Unit vector to the sun: x and y along RD, z up. */
export interface SunDirection extends SunPlace {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Of a place; over a few kilometres it is the same within 0.03°. Refraction is left out, as in `sun-position.ts`. */
export function createSunDirection(place: RdPoint): (time: Date) => SunDirection {
  const lonLat = rdToLonLat(place);
  const turn = trueNorthInRd(place);
  return (time) => {
    const sun = findSun(time, lonLat);
    const azimuth = (sun.azimuthDegrees + turn) * RADIANS;
    const level = Math.cos(sun.elevationDegrees * RADIANS);
    return {
      ...sun,
      x: level * Math.sin(azimuth),
      y: level * Math.cos(azimuth),
      z: Math.sin(sun.elevationDegrees * RADIANS),
    };
  };
}
