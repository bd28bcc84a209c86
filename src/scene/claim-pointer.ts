/**
 * Pointer and keys over claims: what one points at is named; a click asks about a place, with the claim in front there, or puts a corner of an
 * area. Enter does so in the middle of the picture.
 */
import { Cartesian3, type Scene } from 'cesium';
import { claimStates, PAINT_BYTES } from '../model/claim-paint.ts';
import { findClaim, type SeenClaim } from '../model/claim-sight.ts';
import type { Place } from '../model/outline.ts';
import { meetLevel, type SightLine } from '../model/sight-line.ts';
import { addAreaCorner, chooseClaimSpot, claims, closeArea, dropAreaCorner, placeClaims } from '../store/claims.ts';
import { middleOfView } from '../store/middle-of-view.ts';
import { twin } from '../store/twin.ts';
import { claimMarks } from './claim-marks.ts';
import type { Claims } from './claims.ts';
import { cartesianToRd, rdToCartesian } from './frames.ts';
import { groundNap } from './ground-nap.ts';
import { createMarkLayer } from './mark-layer.ts';
import { findHandle, groundPlace, isClick, listenFirst, reachOf, take, windowPlace } from './pointer-aids.ts';

export interface ClaimPointer {
  /** Marks are drawn anew: of what the stores say now. */
  update(): void;
  destroy(): void;
}

/** Metres along the line of sight to its second point. */
const AHEAD = 1000;
/** Metres under the ground from where on something is hidden by it. */
const UNDER = 0.15;
/** Milliseconds between two looks under the pointer. */
const INTERVAL = 60;

export function createClaimPointer(
  scene: Scene,
  drawn: Pick<Claims, 'read'>,
  onHover: (id: string | undefined) => void,
): ClaimPointer {
  const { canvas, camera, globe } = scene;
  const layer = createMarkLayer(scene);
  let marks = claimMarks({ place: undefined, corners: [], pointer: undefined, named: undefined }, () => undefined);
  let pressed: ReturnType<typeof windowPlace> | undefined;
  let pointer: Place | undefined;
  let seen: SeenClaim | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: PointerEvent | undefined;

  const isShown = () => twin.getState().overlays.claims.visible;
  const readPlacing = () => (isShown() ? twin.getState().claimPlacing : undefined);
  const nap = (x: number, y: number) => groundNap(globe, x, y);

  function nameOf(id: string): string {
    const { town } = claims.getState();
    return (town.status === 'ready' && town.value.claims.find((claim) => claim.id === id)?.name) || id;
  }

  function show() {
    const { claims: choice, language } = twin.getState();
    const isOn = isShown();
    const { corners } = claims.getState();
    marks = claimMarks(
      {
        place: isOn ? choice.place : undefined,
        corners: isOn ? corners : [],
        pointer: readPlacing() === 'area' ? pointer : undefined,
        named: isOn && seen ? { at: seen.at, text: nameOf(seen.shape.id) } : undefined,
      },
      nap,
    );
    layer.update({ marks, language });
  }

  function lineThrough(event: PointerEvent): SightLine | undefined {
    const ray = camera.getPickRay(windowPlace(scene, event));
    if (!ray) return undefined;
    const far = Cartesian3.add(
      ray.origin,
      Cartesian3.multiplyByScalar(ray.direction, AHEAD, new Cartesian3()),
      new Cartesian3(),
    );
    const [eye, ahead] = [cartesianToRd(ray.origin), cartesianToRd(far)];
    return eye && ahead && { eye, ahead };
  }

  /** `isClicked`: what stands before it counts too, which costs a look at the picture's depths. */
  function lookUnder(event: PointerEvent, isClicked: boolean): SeenClaim | undefined {
    const now = drawn.read();
    const line = now && lineThrough(event);
    if (!now || !line) return undefined;
    const { window, planes, pixel } = now;
    const opaque = isClicked && scene.pickPositionSupported ? scene.pickPosition(windowPlace(scene, event)) : undefined;
    const reach = opaque ? Cartesian3.distance(opaque, camera.positionWC) : Number.POSITIVE_INFINITY;
    const through = window && meetLevel(line, window.ground);
    const isOpen =
      window !== undefined &&
      through !== undefined &&
      Math.abs(through[0] - window.x) < window.halfWidth &&
      Math.abs(through[1] - window.y) < window.halfHeight;
    return findClaim(line, now, planes, 4 * pixel, (at) => {
      const ground = nap(at.x, at.y);
      if (ground !== undefined && at.nap < ground - UNDER) return isOpen;
      return Cartesian3.distance(rdToCartesian(at), camera.positionWC) < 1.01 * reach + 1;
    });
  }

  function look() {
    timer = undefined;
    const event = last;
    if (!event || !isShown()) return;
    const placing = readPlacing();
    const before = seen;
    seen = placing === 'area' ? undefined : lookUnder(event, false);
    pointer = placing === 'area' ? groundPlace(scene, windowPlace(scene, event)) : undefined;
    if (placing) canvas.style.cursor = placing === 'area' ? 'crosshair' : seen ? 'pointer' : '';
    if (seen?.shape.id !== before?.shape.id) onHover(seen?.shape.id);
    if (seen || before || placing === 'area') show();
  }

  function click(event: PointerEvent) {
    const position = windowPlace(scene, event);
    const ground = groundPlace(scene, position);
    if (readPlacing() === 'spot') {
      const front = lookUnder(event, true);
      const spot = front ? ([front.at.x, front.at.y] as const) : ground;
      if (spot) chooseClaimSpot(spot[0], spot[1], front?.shape.id);
      return;
    }
    const corner = findHandle(scene, marks.handles, position, reachOf(event))?.index;
    // On the first corner, or the last one again: also the second half of a double click.
    const count = claims.getState().corners.length / 2;
    if (corner !== undefined && (corner === 0 || corner === count - 1)) closeArea();
    else if (ground) addAreaCorner(...ground);
  }

  const stopPlacing = () => placeClaims(undefined);
  const keys: Readonly<Record<string, () => void>> = {
    Enter() {
      const middle = middleOfView();
      if (!middle) return;
      if (readPlacing() === 'spot') chooseClaimSpot(...middle);
      else addAreaCorner(...middle);
    },
    Backspace: dropAreaCorner,
    Delete: dropAreaCorner,
    Escape: stopPlacing,
  };

  const stopListening = listenFirst(canvas, {
    pointerdown(event) {
      pressed = readPlacing() && event.isPrimary && event.button === 0 ? windowPlace(scene, event) : undefined;
    },
    pointermove(event) {
      if (!isShown() || event.buttons !== 0 || event.pointerType === 'touch') return;
      last = event;
      timer ??= setTimeout(look, INTERVAL);
    },
    pointerup(event) {
      const start = pressed;
      pressed = undefined;
      if (!start || !readPlacing() || event.type === 'pointercancel') return;
      // After the picking of buildings has seen that this click is not its own.
      if (isClick(start, windowPlace(scene, event), event)) setTimeout(() => click(event));
    },
    pointerleave() {
      last = undefined;
      pointer = undefined;
      if (!seen) return;
      seen = undefined;
      onHover(undefined);
      show();
    },
    dblclick(event) {
      if (readPlacing()) take(event);
    },
    keydown(event) {
      const code = event.code === 'NumpadEnter' ? 'Enter' : event.code;
      const act = keys[code];
      if (!act || !readPlacing() || event.ctrlKey || event.metaKey || event.altKey) return;
      act();
      take(event);
    },
  });
  const stopHearing = globe.tileLoadProgressEvent.addEventListener((pending: number) => {
    if (pending === 0) show();
  });

  return {
    update() {
      // What is hidden by now is pointed at no more.
      const now = drawn.read();
      const row = seen && now ? now.shapes.indexOf(seen.shape) : -1;
      if (seen && (!now || row < 0 || now.paint[row * PAINT_BYTES] === claimStates.hidden)) seen = undefined;
      show();
    },
    destroy() {
      clearTimeout(timer);
      stopHearing();
      stopListening();
      layer.destroy();
    },
  };
}
