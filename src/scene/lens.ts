/**
 * A natural lens for as long as the eye stays at one place: a picture of 3 to 2 with a given angle across always fits, so on a
 * wide screen its height is kept and on a narrow one its width. On the way there the angle narrows with the distance.
 */
import { Cartesian3, PerspectiveFrustum, type Scene } from 'cesium';

/** Metres from the eye at which the lens is taken off. */
const AWAY = 0.6;
/** Metres from the eye within which the angle narrows. */
const NARROWING = 150;
const ASPECT = 3 / 2;

export interface Lens {
  /** From now on, around an eye that the camera is at or flies to. */
  fit(eye: Cartesian3, fieldOfViewDegrees: number): void;
  remove(): void;
}

/** What CesiumJS calls the field of view (of the longer side) for a canvas of that aspect. */
export function lensToFov(fieldOfViewDegrees: number, aspect: number): number {
  const across = Math.tan((fieldOfViewDegrees * Math.PI) / 360);
  const up = across / ASPECT;
  if (aspect >= ASPECT) return 2 * Math.atan(up * aspect);
  return 2 * Math.atan(aspect >= 1 ? across : across / aspect);
}

export function createLens(scene: Scene): Lens {
  const { camera, canvas } = scene;
  const controller = scene.screenSpaceCameraController;
  let stop: (() => void) | undefined;

  function remove() {
    stop?.();
    stop = undefined;
  }

  return {
    remove,
    fit(eye, fieldOfViewDegrees) {
      remove();
      const { frustum } = camera;
      if (!(frustum instanceof PerspectiveFrustum)) return;
      const flyingFov = frustum.fov ?? Math.PI / 3;
      let arrived = false;
      // Lower than CesiumJS lets a camera come near the ground.
      controller.enableCollisionDetection = false;

      const follow = () => {
        const distance = Cartesian3.distance(camera.positionWC, eye);
        if (distance < 0.05) arrived = true;
        if (arrived && distance > AWAY) {
          remove();
          return;
        }
        const aspect = canvas.clientWidth / Math.max(1, canvas.clientHeight);
        const part = arrived ? 0 : Math.min(1, distance / NARROWING);
        const fov = lensToFov(fieldOfViewDegrees, aspect) * (1 - part) + flyingFov * part;
        if (frustum.fov !== fov) frustum.fov = fov;
      };

      const unfollow = scene.preUpdate.addEventListener(follow);
      stop = () => {
        unfollow();
        frustum.fov = flyingFov;
        controller.enableCollisionDetection = true;
      };
    },
  };
}
