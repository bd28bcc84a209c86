import { type Cartographic, Math as CesiumMath, type Globe } from 'cesium';
import { ellipsoidHeight, ellipsoidToNap, isInsideRd } from '../model/rd.ts';
import { rdToCartographic } from './frames.ts';

/** Of the ground as it is loaded, near or far; undefined where it is not, and outside RD New. */
export function readGround(globe: Pick<Globe, 'getHeight'>, x: number, y: number): Cartographic | undefined {
  if (!isInsideRd({ x, y })) return undefined;
  const at = rdToCartographic(x, y);
  const height = globe.getHeight(at);
  if (height === undefined) return undefined;
  at.height = height;
  return at;
}

/** The same in m NAP. */
export function groundNap(globe: Pick<Globe, 'getHeight'>, x: number, y: number): number | undefined {
  const at = readGround(globe, x, y);
  if (!at) return undefined;
  const lonLat = { lon: CesiumMath.toDegrees(at.longitude), lat: CesiumMath.toDegrees(at.latitude) };
  return ellipsoidToNap(ellipsoidHeight(at.height), lonLat);
}
