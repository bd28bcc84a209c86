/**
 * On foot: the eye 1.65 m above the ground, which it follows; nobody walks through a building. The picture is what a 50 mm
 * lens on 36 × 24 mm film takes: its short side spans 27°, so that distances and heights look as they do to a visitor.
 */
import {
  Cartesian3,
  Cartographic,
  Math as CesiumMath,
  Ellipsoid,
  Matrix4,
  PerspectiveFrustum,
  type Scene,
  Transforms,
} from 'cesium';

/** Metres. */
const EYE_HEIGHT = 1.65;
/** 2 atan(12 / 50): the short side of the picture. */
const SHORT_SIDE_FOV = 2 * Math.atan(12 / 50);
/** Brisk, m/s: a street of 100 m should not take a minute and a half. */
const SPEED = 5;
/** Metres kept from a wall. */
const ARM = 0.8;
/** A surface this much above the feet is a wall, not a kerb. Metres. */
const STEP = 1.2;

export interface Walk {
  start(at: Cartographic): void;
  stop(): void;
  isWalking(): boolean;
  /** Metres, along and across the line of sight. Ends at a wall. */
  step(right: number, forward: number): void;
  /** `right` and `forward` from −1 to 1 for `seconds`. */
  drive(right: number, forward: number, seconds: number): void;
  /** Radians. */
  look(turn: number, tilt: number): void;
  faceNorth(): void;
}

export function createWalk(scene: Scene, listUnsolid: () => object[]): Walk {
  const { camera } = scene;
  const controller = scene.screenSpaceCameraController;
  let feet: Cartographic | undefined;
  let heading = 0;
  let pitch = 0;
  let flyingFov: number | undefined;
  let stopFollowing: (() => void) | undefined;

  function setFov() {
    if (!(camera.frustum instanceof PerspectiveFrustum)) return;
    const { clientWidth, clientHeight } = scene.canvas;
    const long = Math.max(clientWidth, clientHeight) / Math.max(1, Math.min(clientWidth, clientHeight));
    const fov = 2 * Math.atan(Math.tan(SHORT_SIDE_FOV / 2) * long);
    if (camera.frustum.fov !== fov) camera.frustum.fov = fov;
  }

  /** Terrain that loads under the feet lifts the eye. */
  function stand() {
    if (!feet) return;
    feet.height = scene.globe.getHeight(feet) ?? feet.height;
    setFov();
    const eye = new Cartographic(feet.longitude, feet.latitude, feet.height + EYE_HEIGHT);
    const destination = Cartographic.toCartesian(eye);
    if (Cartesian3.equalsEpsilon(destination, camera.position, 0, 1e-4)) {
      const turned = Math.abs(CesiumMath.negativePiToPi(camera.heading - heading)) > 1e-5;
      if (!turned && Math.abs(camera.pitch - pitch) < 1e-5) return;
    }
    camera.setView({ destination, orientation: { heading, pitch, roll: 0 } });
  }

  function moved(from: Cartographic, right: number, forward: number): Cartographic {
    const frame = Transforms.eastNorthUpToFixedFrame(Cartographic.toCartesian(from));
    const east = right * Math.cos(heading) + forward * Math.sin(heading);
    const north = forward * Math.cos(heading) - right * Math.sin(heading);
    const point = Matrix4.multiplyByPoint(frame, new Cartesian3(east, north, 0), new Cartesian3());
    const next = Cartographic.fromCartesian(point, Ellipsoid.WGS84);
    next.height = scene.globe.getHeight(next) ?? from.height;
    return next;
  }

  /** Looks down from above: where the first surface is a roof, a building stands. */
  function isBuilt(place: Cartographic): boolean {
    if (!scene.sampleHeightSupported) return false;
    const surface = scene.sampleHeight(place, listUnsolid());
    return surface !== undefined && surface > place.height + STEP;
  }

  /** Whoever stands in a building already, because its tile came late, may walk out. */
  function isBlocked(from: Cartographic, right: number, forward: number): boolean {
    const length = Math.hypot(right, forward);
    const reach = (length + ARM) / length;
    return isBuilt(moved(from, right * reach, forward * reach)) && !isBuilt(from);
  }

  /** The place itself, or the nearest one found beside the building that stands there. */
  function findStreet(place: Cartographic): Cartographic {
    if (!isBuilt(place)) return place;
    for (let metres = 4; metres <= 40; metres += 4) {
      for (let turn = 0; turn < 8; turn++) {
        const angle = (turn * Math.PI) / 4;
        const near = moved(place, metres * Math.sin(angle), metres * Math.cos(angle));
        if (!isBuilt(near)) return near;
      }
    }
    return place;
  }

  function step(right: number, forward: number) {
    const from = feet;
    if (!from || (right === 0 && forward === 0)) return;
    // Along a wall one slides: when straight on is blocked, try each direction by itself.
    const tries: [number, number][] = [
      [right, forward],
      [right, 0],
      [0, forward],
    ];
    const free = tries.find(([r, f]) => (r !== 0 || f !== 0) && !isBlocked(from, r, f));
    if (!free) return;
    feet = moved(from, ...free);
    stand();
  }

  return {
    start(at) {
      if (!stopFollowing) {
        heading = camera.heading;
        flyingFov = camera.frustum instanceof PerspectiveFrustum ? camera.frustum.fov : undefined;
        stopFollowing = scene.preUpdate.addEventListener(stand);
      }
      const place = Cartographic.clone(at);
      place.height = scene.globe.getHeight(at) ?? at.height;
      feet = findStreet(place);
      pitch = 0;
      controller.enableInputs = false;
      controller.enableCollisionDetection = false;
      stand();
    },
    stop() {
      if (!stopFollowing) return;
      stopFollowing();
      stopFollowing = undefined;
      feet = undefined;
      controller.enableInputs = true;
      controller.enableCollisionDetection = true;
      if (camera.frustum instanceof PerspectiveFrustum && flyingFov !== undefined) camera.frustum.fov = flyingFov;
    },
    isWalking: () => feet !== undefined,
    step,
    drive(right, forward, seconds) {
      step(right * SPEED * seconds, forward * SPEED * seconds);
    },
    look(turn, tilt) {
      heading = CesiumMath.zeroToTwoPi(heading + turn);
      pitch = CesiumMath.clamp(pitch + tilt, -1.4, 1.4);
      stand();
    },
    faceNorth() {
      heading = 0;
      stand();
    },
  };
}
