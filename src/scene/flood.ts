/** Surface water in the picture: the sheet that is asked for and, where a plan is compared, today's beside it. */
import { Cartesian3, Cartographic, type Globe, PerspectiveFrustum, type Scene } from 'cesium';
import type { FloodPicture } from '../model/flood-picture.ts';
import type { Daylight } from './daylight.ts';
import { createFloodMotion } from './flood-motion.ts';
import {
  createFloodSurface,
  type FloodEye,
  type FloodLook,
  type FloodScene,
  type FloodSurface,
} from './flood-surface.ts';
import { cartesianToRd } from './frames.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

export interface FloodDrawnView extends FloodLook {
  /** Frame follows frame. */
  readonly isPlaying: boolean;
  /** From coarse to fine, each within the one before, which leaves room for it; none: nothing is drawn. */
  readonly pictures: readonly FloodPicture[];
  /** What takes their place on today's half of a comparison; none: the same water on both. */
  readonly today: readonly FloodPicture[];
}

export interface Flood extends SceneLayer<FloodDrawnView> {
  /** For one frame, as the comparison draws it. */
  setToday(isToday: boolean): void;
}

/** What water needs of the scene beside room for models. */
export interface FloodStage extends FloodScene {
  readonly camera: Pick<Scene['camera'], 'positionWC' | 'directionWC' | 'frustum'>;
  readonly globe: Pick<Globe, 'maximumScreenSpaceError' | 'getHeight'>;
  readonly preUpdate: Scene['preUpdate'];
  readonly drawingBufferHeight: number;
}

/** Metres above the ground up to which the finest mesh has steps of one metre. */
const FINE_HEIGHT = 110;
/** Our terrain is drawn this many times better than CesiumJS is told (`pipeline/terrain/tiling.ts`). */
const BETTER = 12;
/** Metres ahead of the eye, per metre of its height, at most, where the finest mesh lies. */
const AHEAD = 0.6;

/** Terrain is drawn with an error of so many pixels: as metres of height per metre of distance. */
function liftOf({ camera, globe, drawingBufferHeight }: FloodStage): number {
  const { frustum } = camera;
  const fov = frustum instanceof PerspectiveFrustum ? (frustum.fovy ?? 1) : 1;
  const perPixel = (2 * Math.tan(fov / 2)) / Math.max(drawingBufferHeight, 1);
  return (globe.maximumScreenSpaceError * perPixel) / BETTER;
}

const scratch = new Cartesian3();

/** Ahead of the eye, so that most fine steps are in the picture. Undefined outside RD New. */
export function readFloodEye(stage: FloodStage): FloodEye | undefined {
  const { positionWC, directionWC } = stage.camera;
  const here = Cartographic.fromCartesian(positionWC);
  const eye = cartesianToRd(positionWC);
  const ahead = cartesianToRd(Cartesian3.add(positionWC, directionWC, scratch));
  if (!eye || !ahead || !here) return undefined;
  const above = Math.max(here.height - (stage.globe.getHeight(here) ?? here.height - eye.nap), 1);
  const [dx, dy] = [ahead.x - eye.x, ahead.y - eye.y];
  const flat = Math.hypot(dx, dy);
  const reach = flat > 0 ? Math.min(above * AHEAD, 40 * (above / FINE_HEIGHT) + 30) / flat : 0;
  return {
    x: eye.x + dx * reach,
    y: eye.y + dy * reach,
    step: 2 ** Math.max(0, Math.ceil(Math.log2(above / FINE_HEIGHT))),
    lift: liftOf(stage),
  };
}

export function createFlood(stage: FloodStage, daylight: Daylight, onError: OnError): Flood {
  let shown: FloodSurface[] = [];
  let today: FloodSurface[] = [];

  function follow() {
    if (shown.length === 0) return;
    const eye = readFloodEye(stage);
    if (eye) for (const surface of [...shown, ...today]) surface.follow(eye);
  }
  const stopFollowing = stage.preUpdate.addEventListener(follow);
  const motion = createFloodMotion(stage, (clock, part) => {
    for (const surface of [...shown, ...today]) surface.move(clock, part);
  });

  function draw(surfaces: FloodSurface[], pictures: readonly FloodPicture[], look: FloodLook): FloodSurface[] {
    for (const surface of surfaces.slice(pictures.length)) surface.destroy();
    return pictures.map((picture, i) => {
      const surface = surfaces[i] ?? createFloodSurface(stage, daylight, onError);
      surface.show(picture, pictures[i + 1]?.frame, look);
      return surface;
    });
  }

  function setToday(isToday: boolean) {
    for (const surface of shown) surface.setShown(!isToday || today.length === 0);
    for (const surface of today) surface.setShown(isToday);
  }

  return {
    update(next) {
      shown = draw(shown, next.pictures, next);
      today = draw(today, next.pictures.length > 0 ? next.today : [], next);
      setToday(false);
      follow();
      motion.wake(
        next.pictures.some(({ flow }) => flow),
        next.isPlaying,
      );
      stage.requestRender();
    },
    setToday,
    destroy() {
      stopFollowing();
      motion.destroy();
      for (const surface of [...shown, ...today]) surface.destroy();
      shown = [];
      today = [];
    },
  };
}
