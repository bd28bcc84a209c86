/** Events in the picture: the layout that is chosen or, where two are compared, one on each half, on the ground as it is drawn. */
import { PerspectiveFrustum, type Scene } from 'cesium';
import type { EventPlace } from '../model/event-plan.ts';
import { type CrowdGround, createCrowdGround, type GroundBox } from './crowd-ground.ts';
import type { CrowdFrame } from './crowd-objects.ts';
import { type CrowdSide, type CrowdSideView, createCrowdSide } from './crowd-side.ts';
import type { Daylight } from './daylight.ts';
import { rdFrame } from './frames.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

export interface CrowdView {
  /** Undefined: nothing is drawn. */
  readonly place: EventPlace | undefined;
  readonly shown: CrowdSideView | undefined;
  /** What takes its place on the left half of a comparison. */
  readonly beside: CrowdSideView | undefined;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface Crowd extends SceneLayer<CrowdView> {
  /** For one frame, as the comparison draws it. */
  setToday(isToday: boolean): void;
  /** m NAP of the ground where the event is; undefined where nothing is drawn. */
  nap(x: number, y: number): number | undefined;
}

/** m around the place: routes and entries reach out of it. */
const MARGIN = 25;
/** Our terrain is drawn this many times better than CesiumJS is told (`pipeline/terrain/tiling.ts`). */
const BETTER = 12;

export function boxOfPlace({ walkable }: Pick<EventPlace, 'walkable'>): GroundBox {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [outer = []] of walkable)
    for (let i = 0; i + 1 < outer.length; i += 2) {
      const [x, y] = [outer[i] as number, outer[i + 1] as number];
      box.west = Math.min(box.west, x);
      box.east = Math.max(box.east, x);
      box.south = Math.min(box.south, y);
      box.north = Math.max(box.north, y);
    }
  return { west: box.west - MARGIN, south: box.south - MARGIN, east: box.east + MARGIN, north: box.north + MARGIN };
}

/** Terrain is drawn with an error of so many pixels: as metres of height per metre of distance. */
function liftOf({ camera, globe, drawingBufferHeight }: Scene): number {
  const { frustum } = camera;
  const fov = frustum instanceof PerspectiveFrustum ? (frustum.fovy ?? 1) : 1;
  return (globe.maximumScreenSpaceError * 2 * Math.tan(fov / 2)) / Math.max(drawingBufferHeight, 1) / BETTER;
}

/** `onGround`: the ground has other heights now. */
export function createCrowd(scene: Scene, daylight: Daylight, onError: OnError, onGround: () => void): Crowd {
  let place: EventPlace | undefined;
  let frame: CrowdFrame | undefined;
  let ground: CrowdGround | undefined;
  let shown: CrowdSide | undefined;
  let beside: CrowdSide | undefined;
  let view: CrowdView | undefined;

  function settle() {
    if (!frame || !ground) return;
    for (const side of [shown, beside]) side?.settle(frame, ground);
    onGround();
  }

  function takePlace(next: EventPlace | undefined) {
    place = next;
    ground?.destroy();
    ground = undefined;
    frame = undefined;
    if (!next) return;
    const box = boxOfPlace(next);
    const origin = {
      x: Math.round((box.west + box.east) / 2),
      y: Math.round((box.south + box.north) / 2),
      nap: Math.round(next.groundNap),
    };
    frame = { ...origin, matrix: rdFrame(origin) };
    ground = createCrowdGround(scene, box, next.groundNap, settle);
  }

  /** Made when there is something to show, gone when there is not. */
  function draw(side: CrowdSide | undefined, next: CrowdSideView | undefined): CrowdSide | undefined {
    if (!next || !frame || !ground) {
      side?.destroy();
      return undefined;
    }
    const made = side ?? createCrowdSide(scene, daylight, onError);
    if (!side) made.settle(frame, ground);
    made.update(next, frame, ground);
    return made;
  }

  function setToday(isToday: boolean) {
    shown?.setShown(!isToday || !beside);
    beside?.setShown(isToday);
  }

  const stop = scene.preUpdate.addEventListener(() => {
    const lift = liftOf(scene);
    for (const side of [shown, beside]) side?.look(lift, view?.opacity ?? 1);
  });

  return {
    update(next) {
      view = next;
      if (next.place !== place) {
        takePlace(next.place);
        settle();
      }
      shown = draw(shown, next.shown);
      beside = draw(beside, next.shown && next.beside);
      setToday(false);
      scene.requestRender();
    },
    setToday,
    nap: (x, y) => ground?.nap(x, y),
    destroy() {
      stop();
      ground?.destroy();
      for (const side of [shown, beside]) side?.destroy();
      scene.requestRender();
    },
  };
}
