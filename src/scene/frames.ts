/** RD New with NAP ↔ Cesium's earth-fixed Cartesian3. The datums themselves live in model/rd.ts. */
import { Cartesian3, Cartographic, Math as CesiumMath } from 'cesium';
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
