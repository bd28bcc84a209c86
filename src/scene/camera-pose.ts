/** The camera as plain numbers, and back. */
import { type Camera, Math as CesiumMath } from 'cesium';
import type { Viewpoint } from '../model/municipality.ts';
import type { CameraPose } from '../store/twin.ts';
import { cartesianToRd, rdToCartesian } from './frames.ts';

const roundTo = (value: number, step: number) => Number((Math.round(value / step) * step).toFixed(3));
/** 0 ≤ degrees < 360. */
const wrapDegrees = (degrees: number) => ((degrees % 360) + 360) % 360;

/** Rounded to 0.1 m and 0.1°, which a link keeps. Undefined when the camera hangs outside the Netherlands. */
export function readPose(camera: Camera): CameraPose | undefined {
  const eye = cartesianToRd(camera.positionWC);
  if (!eye) return undefined;
  return {
    x: roundTo(eye.x, 0.1),
    y: roundTo(eye.y, 0.1),
    nap: roundTo(eye.nap, 0.1),
    headingDegrees: roundTo(wrapDegrees(CesiumMath.toDegrees(camera.heading)), 0.1) % 360,
    pitchDegrees: roundTo(CesiumMath.toDegrees(camera.pitch), 0.1),
  };
}

export function viewpointToPose({ position: [x, y, nap], headingDegrees, pitchDegrees }: Viewpoint): CameraPose {
  return { x, y, nap, headingDegrees, pitchDegrees };
}

/** What `camera.setView` and `camera.flyTo` take. Throws outside the Netherlands. */
export function poseToView(pose: CameraPose) {
  return {
    destination: rdToCartesian(pose),
    orientation: {
      heading: CesiumMath.toRadians(pose.headingDegrees),
      pitch: CesiumMath.toRadians(pose.pitchDegrees),
      roll: 0,
    },
  };
}
