/** Puts the sun where it stands at the chosen moment, and says where that is. */
import { Cartesian3, Math as CesiumMath, DirectionalLight, type Light, Matrix4, Transforms } from 'cesium';
import { momentToDate } from '../model/local-time.ts';
import type { Moment } from '../model/plan.ts';
import { rdToLonLat } from '../model/rd.ts';
import { locateSun, type SunPlace } from '../model/sun.ts';
import { reportSun } from '../store/twin.ts';
import { rdToCartesian } from './frames.ts';
import type { SceneLayer } from './scene-layer.ts';

interface SunlightView {
  readonly moment: Moment | undefined;
}

interface SunnyScene {
  light: Light;
  requestRender(): void;
}

/** The way that light travels from the sun to an earth-fixed place. */
function directionOf({ elevationDegrees, azimuthDegrees }: SunPlace, place: Cartesian3): Cartesian3 {
  const [elevation, azimuth] = [CesiumMath.toRadians(elevationDegrees), CesiumMath.toRadians(azimuthDegrees)];
  const flat = Math.cos(elevation);
  const toSun = new Cartesian3(flat * Math.sin(azimuth), flat * Math.cos(azimuth), Math.sin(elevation));
  const frame = Transforms.eastNorthUpToFixedFrame(place);
  const fixed = Matrix4.multiplyByPointAsVector(frame, toSun, new Cartesian3());
  return Cartesian3.negate(fixed, fixed);
}

/**
 * Without a moment the light is the scene's own of every day. CesiumJS's sun is not used for a moment: without files that it
 * would fetch it leaves out precession, and stands a minute off.
 */
export function createSunlight(
  scene: SunnyScene,
  middle: { readonly x: number; readonly y: number },
): SceneLayer<SunlightView> {
  const everyDay = scene.light;
  const lonLat = rdToLonLat(middle);
  const place = rdToCartesian({ ...middle, nap: 0 });

  return {
    update({ moment }) {
      const sun = moment && locateSun(momentToDate(moment), lonLat);
      const { color, intensity } = everyDay;
      scene.light = sun ? new DirectionalLight({ direction: directionOf(sun, place), color, intensity }) : everyDay;
      reportSun(sun);
      scene.requestRender();
    },
    destroy() {
      scene.light = everyDay;
      reportSun(undefined);
    },
  };
}
