/**
 * Keeps a camera still that stands still. CesiumJS reads a heading by turning the camera into other axes and back (`Camera.heading`, once a
 * tick while anyone listens to `changed`); what rounding leaves of it, some 1e-15, passes for motion at some places: no `moveEnd`
 * ever comes, and frames are drawn without end.
 */
import { Cartesian3 } from 'cesium';

/** Largest change of a direction (unit vectors), and of a place in metres, that is rounding: far under what one can see. */
const [NO_TURN, NO_MOVE] = [1e-13, 1e-7];

export interface SteadyCamera {
  readonly position: Cartesian3;
  readonly direction: Cartesian3;
  readonly up: Cartesian3;
  readonly right: Cartesian3;
}

const parts = [
  ['position', NO_MOVE],
  ['direction', NO_TURN],
  ['up', NO_TURN],
  ['right', NO_TURN],
] as const;

/** To be called once a tick, before CesiumJS looks whether the camera has moved. */
export function createSteady(camera: SteadyCamera): () => void {
  const kept: Record<(typeof parts)[number][0], Cartesian3> = {
    position: new Cartesian3(),
    direction: new Cartesian3(),
    up: new Cartesian3(),
    right: new Cartesian3(),
  };
  return () => {
    const isStill = parts.every(([part, limit]) => Cartesian3.distance(camera[part], kept[part]) <= limit);
    for (const [part] of parts) {
      if (isStill) Cartesian3.clone(kept[part], camera[part]);
      else Cartesian3.clone(camera[part], kept[part]);
    }
  };
}
