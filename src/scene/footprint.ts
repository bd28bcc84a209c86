/** What the camera sees of the ground, as a polygon in RD New. */
import { Cartesian2, Cartesian3, Matrix4, type Scene, Transforms } from 'cesium';
import type { ViewFootprint } from '../store/twin.ts';
import { cartesianToRd } from './frames.ts';
import { fieldOfView, heightAboveGround, pickGround } from './orbit.ts';
import { readPlace } from './place.ts';

/** Corners and middles of the picture's edge, as parts of width and height, in ring order. */
const EDGE: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 0.5],
  [0, 0],
  [0.5, 0],
  [1, 0],
  [1, 0.5],
  [1, 1],
  [0.5, 1],
];

/**
 * Where a line of sight leaves the picture: in metres east and north of the eye. `direction` is a unit vector east,
 * north, up; `height` is the eye above flat ground. Lines that reach the ground further than `reach`, or never, end there.
 */
export function meetGround(
  direction: readonly [number, number, number],
  height: number,
  reach: number,
): readonly [number, number] {
  const [east, north, up] = direction;
  const flat = Math.hypot(east, north);
  const metres = up < 0 ? Math.min((flat * height) / -up, reach) : reach;
  return flat === 0 ? [0, 0] : [(east / flat) * metres, (north / flat) * metres];
}

/** Metres that count as seen: one street at eye level, more from higher up. */
const reachFrom = (height: number) => Math.min(Math.max(250, 12 * height), 10_000);

export function readFootprint(scene: Scene): ViewFootprint {
  const { camera, canvas } = scene;
  const height = Math.max(heightAboveGround(scene), 1);
  const frame = Transforms.eastNorthUpToFixedFrame(camera.positionWC);
  const toLocal = Matrix4.inverseTransformation(frame, new Matrix4());
  const polygon = EDGE.flatMap(([right, down]) => {
    const ray = camera.getPickRay(new Cartesian2(right * canvas.clientWidth, down * canvas.clientHeight));
    if (!ray) return [];
    const local = Matrix4.multiplyByPointAsVector(toLocal, ray.direction, new Cartesian3());
    const [east, north] = meetGround([local.x, local.y, local.z], height, reachFrom(height));
    const ground = Matrix4.multiplyByPoint(frame, new Cartesian3(east, north, -height), new Cartesian3());
    const place = cartesianToRd(ground);
    return place ? [place.x, place.y] : [];
  });
  const middle = pickGround(scene);
  const pixel = (2 * Math.tan(fieldOfView(scene).vertical / 2)) / Math.max(canvas.clientHeight, 1);
  return {
    polygon,
    centre: middle && readPlace(scene, middle),
    metresPerPixel: middle && Cartesian3.distance(middle, camera.positionWC) * pixel,
  };
}
