/** The flying camera as what it looks at: a point, a direction and a distance. */
import {
  Cartesian2,
  Cartesian3,
  Cartographic,
  Math as CesiumMath,
  HeadingPitchRange,
  Matrix4,
  PerspectiveFrustum,
  type Scene,
  Transforms,
} from 'cesium';

export interface Orbit {
  /** Earth-fixed point in the middle of the picture. */
  readonly pivot: Cartesian3;
  /** Radians, clockwise from north. */
  readonly heading: number;
  /** Radians, negative looks down. */
  readonly pitch: number;
  /** Metres from pivot to eye. */
  readonly range: number;
}

const MINIMUM_RANGE = 6;
export const MAXIMUM_RANGE = 30_000;
const FLATTEST_PITCH = CesiumMath.toRadians(-2);
const STEEPEST_PITCH = CesiumMath.toRadians(-89.99);
/** Metres that the eye keeps above the ground when it flies. */
const CLEARANCE = 2;

export function limitOrbit({ pivot, heading, pitch, range }: Orbit): Orbit {
  const limitedRange = CesiumMath.clamp(range, MINIMUM_RANGE, MAXIMUM_RANGE);
  const flattest = Math.min(FLATTEST_PITCH, -Math.asin(Math.min(1, CLEARANCE / limitedRange)));
  return {
    pivot,
    heading: CesiumMath.zeroToTwoPi(heading),
    pitch: CesiumMath.clamp(pitch, STEEPEST_PITCH, flattest),
    range: limitedRange,
  };
}

/** Metres of the eye above the ground (or above the ellipsoid while no terrain is loaded). */
export function heightAboveGround(scene: Scene): number {
  const { positionCartographic } = scene.camera;
  return positionCartographic.height - (scene.globe.getHeight(positionCartographic) ?? 0);
}

/** Where the line through a window position (CSS pixels; the middle by default) meets the loaded ground. */
export function pickGround(scene: Scene, position?: Cartesian2): Cartesian3 | undefined {
  const { clientWidth, clientHeight } = scene.canvas;
  const ray = scene.camera.getPickRay(position ?? new Cartesian2(clientWidth / 2, clientHeight / 2));
  return ray && scene.globe.pick(ray, scene);
}

/** The present camera as an orbit. When it looks at the horizon, around a point some way ahead. */
export function readOrbit(scene: Scene): Orbit {
  const { camera } = scene;
  const furthest = CesiumMath.clamp(6 * heightAboveGround(scene), 60, MAXIMUM_RANGE);
  const ground = pickGround(scene);
  const seen = ground ? Cartesian3.distance(ground, camera.positionWC) : Number.POSITIVE_INFINITY;
  const range = Math.min(seen, furthest);
  const pivot =
    ground && seen <= furthest
      ? ground
      : Cartesian3.add(
          camera.positionWC,
          Cartesian3.multiplyByScalar(camera.directionWC, range, new Cartesian3()),
          new Cartesian3(),
        );
  return { pivot, heading: camera.heading, pitch: camera.pitch, range };
}

export function applyOrbit(scene: Scene, { pivot, heading, pitch, range }: Orbit): void {
  scene.camera.lookAt(pivot, new HeadingPitchRange(heading, pitch, range));
  scene.camera.lookAtTransform(Matrix4.IDENTITY);
}

/** What `camera.flyTo` takes to arrive at an orbit. */
export function orbitToView({ pivot, heading, pitch, range }: Orbit) {
  const back = new Cartesian3(
    -Math.sin(heading) * Math.cos(pitch) * range,
    -Math.cos(heading) * Math.cos(pitch) * range,
    -Math.sin(pitch) * range,
  );
  return {
    destination: Matrix4.multiplyByPoint(Transforms.eastNorthUpToFixedFrame(pivot), back, new Cartesian3()),
    orientation: { heading, pitch, roll: 0 },
  };
}

/** Moves the pivot over the ground: `right` and `forward` in metres, seen from the camera. */
export function shiftOrbit(scene: Scene, orbit: Orbit, right: number, forward: number): Orbit {
  const { heading } = orbit;
  const east = right * Math.cos(heading) + forward * Math.sin(heading);
  const north = forward * Math.cos(heading) - right * Math.sin(heading);
  const frame = Transforms.eastNorthUpToFixedFrame(orbit.pivot);
  const moved = Cartographic.fromCartesian(
    Matrix4.multiplyByPoint(frame, new Cartesian3(east, north, 0), new Cartesian3()),
  );
  const before = Cartographic.fromCartesian(orbit.pivot);
  moved.height = scene.globe.getHeight(moved) ?? before.height;
  return { ...orbit, pivot: Cartographic.toCartesian(moved) };
}

/** Radians; the larger one is Cesium's `fov`. */
export function fieldOfView(scene: Scene): { readonly horizontal: number; readonly vertical: number } {
  const { frustum } = scene.camera;
  if (!(frustum instanceof PerspectiveFrustum)) throw new Error('Expected a perspective camera.');
  const vertical = frustum.fovy ?? frustum.fov ?? 1;
  const aspect = frustum.aspectRatio ?? 1;
  return { vertical, horizontal: 2 * Math.atan(Math.tan(vertical / 2) * aspect) };
}
