/**
 * Holds a camera at the eye that it was sent to, also where that is lower than CesiumJS lets a camera come near the ground, or
 * where coarse terrain still stands above it: until it moves away by someone's hand.
 */
import { Cartesian3, type Event } from 'cesium';

/** Metres from the eye at which the camera has left it. */
const AWAY = 0.6;

export interface Perch {
  /** Around an eye that the camera is at or flies to. */
  hold(eye: Cartesian3): void;
  release(): void;
}

/** What of a scene it needs. */
export interface PerchScene {
  readonly camera: { readonly positionWC: Cartesian3 };
  readonly preUpdate: Pick<Event, 'addEventListener'>;
  readonly screenSpaceCameraController: { enableCollisionDetection: boolean };
}

export function createPerch(
  { camera, preUpdate, screenSpaceCameraController }: PerchScene,
  isFlying: () => boolean,
): Perch {
  let stopFollowing: (() => void) | undefined;

  function release() {
    if (!stopFollowing) return;
    stopFollowing();
    stopFollowing = undefined;
    screenSpaceCameraController.enableCollisionDetection = true;
  }

  return {
    release,
    hold(eye) {
      release();
      screenSpaceCameraController.enableCollisionDetection = false;
      stopFollowing = preUpdate.addEventListener(() => {
        if (!isFlying() && Cartesian3.distance(camera.positionWC, eye) > AWAY) release();
      });
    },
  };
}
