/** RD New with NAP ↔ Cesium's earth-fixed Cartesian3. The datums themselves live in model/rd.ts. */
import { Cartesian3, Cartographic, Math as CesiumMath, Matrix4 } from 'cesium';
import {
  ellipsoidHeight,
  ellipsoidToNap,
  lonLatToRd,
  napHeight,
  napToEllipsoid,
  OutsideNetherlandsError,
  rdToLonLat,
} from '../model/rd.ts';

/** RD New metres and metres NAP. */
export interface RdPlace {
  readonly x: number;
  readonly y: number;
  readonly nap: number;
}

/** Throws {@link OutsideNetherlandsError} outside the tables of RD New and NAP. */
export function rdToCartesian({ x, y, nap }: RdPlace): Cartesian3 {
  const lonLat = rdToLonLat({ x, y });
  return Cartesian3.fromDegrees(lonLat.lon, lonLat.lat, napToEllipsoid(napHeight(nap), lonLat));
}

/** Longitude and latitude in radians and ellipsoidal height, of a point on NAP zero. Throws outside the tables. */
export function rdToCartographic(x: number, y: number, nap = 0): Cartographic {
  const lonLat = rdToLonLat({ x, y });
  return Cartographic.fromDegrees(lonLat.lon, lonLat.lat, napToEllipsoid(napHeight(nap), lonLat));
}

/** Undefined outside the tables of RD New and NAP: from space one can point at Africa. */
export function cartesianToRd(position: Cartesian3): RdPlace | undefined {
  const cartographic = Cartographic.fromCartesian(position);
  if (!cartographic) return undefined;
  const lonLat = {
    lon: CesiumMath.toDegrees(cartographic.longitude),
    lat: CesiumMath.toDegrees(cartographic.latitude),
  };
  try {
    return { ...lonLatToRd(lonLat), nap: ellipsoidToNap(ellipsoidHeight(cartographic.height), lonLat) };
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) return undefined;
    throw error;
  }
}

/** Metres along RD over which the frame's axes are measured. */
const STEP = 100;

/**
 * Earth-fixed matrix of metres east and north in RD New, and up, around a point. Its axes follow the RD grid (turned and
 * scaled a little against the true ones): a plan drawn in RD meets the town within millimetres over a kilometre.
 */
export function rdFrame(origin: RdPlace): Matrix4 {
  const at = rdToCartesian(origin);
  const axis = (dx: number, dy: number, dz: number) => {
    const there = rdToCartesian({ x: origin.x + dx, y: origin.y + dy, nap: origin.nap + dz });
    return Cartesian3.divideByScalar(Cartesian3.subtract(there, at, there), STEP, there);
  };
  const [east, north, up] = [axis(STEP, 0, 0), axis(0, STEP, 0), axis(0, 0, STEP)];
  return new Matrix4(
    ...[east.x, north.x, up.x, at.x],
    ...[east.y, north.y, up.y, at.y],
    ...[east.z, north.z, up.z, at.z],
    ...[0, 0, 0, 1],
  );
}
