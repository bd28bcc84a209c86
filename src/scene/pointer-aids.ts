/**
 * What aids that are taken hold of in the picture share: they listen in the capture phase, before Cesium's camera and the picking of
 * buildings, so that what they take hold of these never hear of.
 */
import { Cartesian2, type Scene, SceneTransforms } from 'cesium';
import type { Place } from '../model/outline.ts';
import { cartesianToRd, type RdPlace, rdToCartesian } from './frames.ts';
import { pickGround } from './orbit.ts';

/** CSS pixels: around a handle, and how far a click may slip. */
const REACH = { mouse: 12, touch: 24 };
const SLIP = { mouse: 6, touch: 14 };

export const MOUSE_REACH = REACH.mouse;
export const reachOf = ({ pointerType }: PointerEvent): number => (pointerType === 'mouse' ? REACH.mouse : REACH.touch);
export const isClick = (from: Cartesian2, to: Cartesian2, { pointerType }: PointerEvent): boolean =>
  Cartesian2.distance(from, to) <= (pointerType === 'mouse' ? SLIP.mouse : SLIP.touch);

/** Nobody else hears of it. */
export function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** In the canvas, CSS pixels. */
export function windowPlace({ canvas }: Scene, event: PointerEvent): Cartesian2 {
  const box = canvas.getBoundingClientRect();
  return new Cartesian2(event.clientX - box.left, event.clientY - box.top);
}

export function groundPlace(scene: Scene, position: Cartesian2): Place | undefined {
  const point = pickGround(scene, position);
  const place = point && cartesianToRd(point);
  return place && [place.x, place.y];
}

/** The handle nearest to a place in the window, within reach; of two in the same place the first. */
export function findHandle<T extends { readonly at: RdPlace }>(
  scene: Scene,
  handles: readonly T[],
  position: Cartesian2,
  reach: number,
): T | undefined {
  let nearest = reach;
  let found: T | undefined;
  for (const handle of handles) {
    const at = SceneTransforms.worldToWindowCoordinates(scene, rdToCartesian(handle.at), new Cartesian2());
    const away = at ? Cartesian2.distance(at, position) : Number.POSITIVE_INFINITY;
    if (away >= nearest) continue;
    nearest = away;
    found = handle;
  }
  return found;
}

interface Hearing {
  readonly pointerdown: (event: PointerEvent) => void;
  readonly pointermove: (event: PointerEvent) => void;
  /** Also of a pointer that is cancelled. */
  readonly pointerup: (event: PointerEvent) => void;
  readonly pointerleave: () => void;
  readonly dblclick: (event: MouseEvent) => void;
  readonly keydown?: (event: KeyboardEvent) => void;
}

/** Until the returned function is called. */
export function listenFirst(canvas: HTMLCanvasElement, hearing: Hearing): () => void {
  const listeners = Object.entries({ ...hearing, pointercancel: hearing.pointerup }) as [string, EventListener][];
  for (const [type, listener] of listeners) canvas.addEventListener(type, listener, { capture: true });
  return () => {
    for (const [type, listener] of listeners) canvas.removeEventListener(type, listener, { capture: true });
  };
}
