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
  /** As `remove`, without a word: the scene goes, and the next one puts it on again. */
  destroy(): void;
}

/** What CesiumJS calls the field of view (of the longer side) for a canvas of that aspect. */
export function lensToFov(fieldOfViewDegrees: number, aspect: number): number {
  const across = Math.tan((fieldOfViewDegrees * Math.PI) / 360);
  const up = across / ASPECT;
  if (aspect >= ASPECT) return 2 * Math.atan(up * aspect);
  return 2 * Math.atan(aspect >= 1 ? across : across / aspect);
}

/** `onChange` hears when the lens is put on, which is at the start of the flight, and when it is taken off. */
export function createLens(scene: Scene, isFlying: () => boolean, onChange: (isOn: boolean) => void): Lens {
  const { camera } = scene;
  const controller = scene.screenSpaceCameraController;
  let stop: (() => void) | undefined;

  function destroy() {
    stop?.();
    stop = undefined;
  }

  function remove() {
    destroy();
    onChange(false);
  }

  return {
    remove,
    destroy,
    fit(eye, fieldOfViewDegrees) {
      destroy();
      const { frustum } = camera;
      if (!(frustum instanceof PerspectiveFrustum)) return;
      const flyingFov = frustum.fov ?? Math.PI / 3;
      let arrived = false;
      // Lower than CesiumJS lets a camera come near the ground.
      controller.enableCollisionDetection = false;

      const follow = () => {
        const distance = Cartesian3.distance(camera.positionWC, eye);
        if (distance < 0.05) arrived = true;
        // Gone from the window, or held up on the way there.
        if (distance > AWAY && (arrived || !isFlying())) {
          remove();
          return;
        }
        // Of whole drawn pixels, which at low quality are not of the canvas's own shape.
        const aspect = frustum.aspectRatio ?? ASPECT;
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
      onChange(true);
    },
  };
}
