import { type Cartesian2, Cartesian3, type Scene } from 'cesium';
import type { PointerPlace } from '../store/twin.ts';
import { cartesianToRd } from './frames.ts';
import { pickGround } from './orbit.ts';

/** Metres from the eye up to which a height is told: beyond it the drawn terrain is coarse, metres off between its corners. */
const HEIGHT_REACH = 2000;

const toCentimetres = (metres: number) => Math.round(metres * 100) / 100;

/** What can be said of a point that was found in the picture. Undefined outside RD New. */
export function readPlace({ camera }: Pick<Scene, 'camera'>, point: Cartesian3): PointerPlace | undefined {
  const place = cartesianToRd(point);
  if (!place) return undefined;
  const isNear = Cartesian3.distance(point, camera.positionWC) < HEIGHT_REACH;
  return {
    x: toCentimetres(place.x),
    y: toCentimetres(place.y),
    nap: isNear ? toCentimetres(place.nap) : undefined,
  };
}

/** The point in space under a window position: on what is drawn there when that is solid, else on the ground. */
export function findPoint(scene: Scene, position: Cartesian2, isSolid: boolean): Cartesian3 | undefined {
  return (isSolid && scene.pickPositionSupported && scene.pickPosition(position)) || pickGround(scene, position);
}
