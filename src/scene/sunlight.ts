/** Puts the sun where it stands at the chosen moment, and says where that is. */
import {
  Cartesian3,
  Math as CesiumMath,
  type Clock,
  JulianDate,
  Matrix3,
  Matrix4,
  Simon1994PlanetaryPositions,
  Transforms,
} from 'cesium';
import { momentToDate } from '../model/local-time.ts';
import type { Moment } from '../model/plan.ts';
import { reportSun, type SunPlace } from '../store/twin.ts';
import type { SceneLayer } from './scene-layer.ts';

interface SunlightView {
  readonly moment: Moment | undefined;
}

interface SunnyScene {
  requestRender(): void;
}

/** Elevation and azimuth as CesiumJS draws it (Simon et al. 1994; no refraction), seen from an earth-fixed place. */
export function locateSun(time: JulianDate, place: Cartesian3): SunPlace {
  const inertial = Simon1994PlanetaryPositions.computeSunPositionInEarthInertialFrame(time);
  const toFixed = Transforms.computeTemeToPseudoFixedMatrix(time) ?? Matrix3.IDENTITY;
  const sun = Matrix3.multiplyByVector(toFixed, inertial, new Cartesian3());
  const frame = Matrix4.inverseTransformation(Transforms.eastNorthUpToFixedFrame(place), new Matrix4());
  const { x, y, z } = Matrix4.multiplyByPoint(frame, sun, new Cartesian3());
  return {
    elevationDegrees: CesiumMath.toDegrees(Math.atan2(z, Math.hypot(x, y))),
    azimuthDegrees: (CesiumMath.toDegrees(Math.atan2(x, y)) + 360) % 360,
  };
}

/** `everyDay` is the light without a moment; `place` is where the sun's height is told for. */
export function createSunlight(
  scene: SunnyScene,
  clock: Pick<Clock, 'currentTime'>,
  everyDay: JulianDate,
  place: Cartesian3,
): SceneLayer<SunlightView> {
  return {
    update({ moment }) {
      const time = moment ? JulianDate.fromDate(momentToDate(moment)) : everyDay;
      clock.currentTime = time;
      reportSun(moment && locateSun(time, place));
      scene.requestRender();
    },
    destroy() {
      reportSun(undefined);
    },
  };
}
