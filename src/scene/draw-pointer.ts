/** Mouse, pen and finger on the drawing. */
import { type Cartesian2, Cartesian3, type Scene } from 'cesium';
import type { DrawState } from '../model/draw-state.ts';
import { type Drawing, insertCorner, moveCorner, moveItem, outlineOf, turnItem } from '../model/drawing.ts';
import { cornerOf, type Place } from '../model/outline.ts';
import { ringCentre } from '../model/plan-ring.ts';
import { findPrism, meetLevel, type SightLine } from '../model/sight-line.ts';
import { addCorner, closePending, keepPreview, previewDrawing, selectDrawn, setDrawTool } from '../store/drawing.ts';
import { twin } from '../store/twin.ts';
import { type Handle, listPrisms } from './draw-marks.ts';
import { cartesianToRd } from './frames.ts';
import {
  findHandle,
  groundPlace,
  isClick,
  listenFirst,
  MOUSE_REACH,
  reachOf,
  take,
  windowPlace,
} from './pointer-aids.ts';

/** Degrees to which Shift rounds. */
const STEP = 15;

interface Drag {
  readonly pointerId: number;
  /** Drawing with the pointer at a place. */
  readonly draw: (place: Place, isStepped: boolean) => Drawing;
  /** m NAP of the level on which the pointer moves. */
  readonly level: number;
}

/** Degrees clockwise from north. */
const bearing = (from: Place, to: Place) => (Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI;
const toStep = (degrees: number) => Math.round(degrees / STEP) * STEP;

/** The place on the nearest line of 15° from the last corner, as far away. */
export function stepPlace(from: Place, to: Place): Place {
  const angle = (toStep(bearing(from, to)) * Math.PI) / 180;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return [from[0] + length * Math.sin(angle), from[1] + length * Math.cos(angle)];
}

export function createDrawPointer(
  scene: Scene,
  isActive: () => boolean,
  listHandles: () => readonly Handle[],
  onHover: (place: Place | undefined) => void,
): { destroy(): void } {
  const { canvas } = scene;
  let drag: Drag | undefined;
  let pressed: Cartesian2 | undefined;

  const toWindow = (event: PointerEvent) => windowPlace(scene, event);
  const handleAt = (position: Cartesian2, reach: number) => findHandle(scene, listHandles(), position, reach);

  function sightLine(position: Cartesian2): SightLine | undefined {
    const ray = scene.camera.getPickRay(position);
    const eye = ray && cartesianToRd(ray.origin);
    const far = ray && Cartesian3.multiplyByScalar(ray.direction, 100, new Cartesian3());
    const ahead = ray && far && cartesianToRd(Cartesian3.add(ray.origin, far, far));
    return eye && ahead && { eye, ahead };
  }

  function grabHandle({ history: { present }, selected = '' }: DrawState, { kind, index }: Handle): Drag['draw'] {
    const ring = outlineOf(present, selected) ?? [];
    if (kind === 'turn') return turnAbout(present, selected, undefined);
    const before = cornerOf(ring, kind === 'corner' ? index - 1 : index);
    const snap = (place: Place, isStepped: boolean) => (isStepped ? stepPlace(before, place) : place);
    return kind === 'corner'
      ? (place, isStepped) => moveCorner(present, selected, index, snap(place, isStepped))
      : (place, isStepped) => insertCorner(present, selected, index, snap(place, isStepped));
  }

  /** From where it was taken hold of; the turning handle lies north of the middle. */
  function turnAbout(present: Drawing, id: string, from: Place | undefined): Drag['draw'] {
    const centre = ringCentre(outlineOf(present, id) ?? []);
    const start = from ? bearing(centre, from) : 0;
    return (place, isStepped) => {
      const degrees = bearing(centre, place) - start;
      return turnItem(present, id, isStepped ? toStep(degrees) : Math.round(degrees * 10) / 10);
    };
  }

  function grab(state: DrawState, position: Cartesian2, reach: number): Omit<Drag, 'pointerId'> | undefined {
    const handle = handleAt(position, reach);
    if (handle) return { draw: grabHandle(state, handle), level: handle.at.nap };
    if (state.tool === 'none') return undefined;
    const line = sightLine(position);
    const hit = line && findPrism(line, listPrisms(state));
    const from = hit && meetLevel(line, hit.nap);
    if (!hit || !from) return undefined;
    selectDrawn(hit.id);
    const { present } = state.history;
    if (state.tool === 'turn') return { draw: turnAbout(present, hit.id, from), level: hit.nap };
    return { draw: ([x, y]) => moveItem(present, hit.id, x - from[0], y - from[1]), level: hit.nap };
  }

  function onDown(event: PointerEvent) {
    const { drawing } = twin.getState();
    if (!drawing || !isActive() || !event.isPrimary || event.button !== 0) return;
    pressed = toWindow(event);
    if (drawing.tool === 'draw') return;
    const held = grab(drawing, pressed, reachOf(event));
    if (!held) return;
    drag = { ...held, pointerId: event.pointerId };
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    take(event);
  }

  function onMove(event: PointerEvent) {
    const { drawing } = twin.getState();
    if (!drawing || !isActive()) return;
    const position = toWindow(event);
    if (drag) {
      take(event);
      if (event.pointerId !== drag.pointerId) return;
      const line = sightLine(position);
      const place = line && meetLevel(line, drag.level);
      if (place) previewDrawing(drag.draw(place, event.shiftKey));
    } else if (drawing.tool === 'draw') onHover(placeOfCorner(drawing, position, event.shiftKey));
    else canvas.style.cursor = handleAt(position, MOUSE_REACH) ? 'grab' : '';
  }

  function placeOfCorner({ pending }: DrawState, position: Cartesian2, isStepped: boolean): Place | undefined {
    const place = groundPlace(scene, position);
    return place && isStepped && pending.length > 0 ? stepPlace(cornerOf(pending, -1), place) : place;
  }

  /** A click puts a corner, on the first corner it closes the footprint; elsewhere it selects. */
  function click(state: DrawState, position: Cartesian2, event: PointerEvent) {
    if (state.tool !== 'draw') {
      const line = sightLine(position);
      selectDrawn(line && findPrism(line, listPrisms(state))?.id);
      return;
    }
    const handle = handleAt(position, reachOf(event));
    if (handle?.index === 0 && state.pending.length >= 6) return closePending();
    // The second half of a double click.
    if (handle && handle.index === state.pending.length / 2 - 1) return;
    const place = placeOfCorner(state, position, event.shiftKey);
    if (place) addCorner(place);
  }

  function onUp(event: PointerEvent) {
    const { drawing } = twin.getState();
    const start = pressed;
    pressed = undefined;
    if (drag?.pointerId === event.pointerId) {
      drag = undefined;
      take(event);
      if (event.type === 'pointercancel') previewDrawing(undefined);
      else keepPreview();
      return;
    }
    if (!drawing || !isActive() || !start || event.type === 'pointercancel') return;
    const position = toWindow(event);
    if (isClick(start, position, event)) click(drawing, position, event);
  }

  function onDoubleClick(event: MouseEvent) {
    const { drawing } = twin.getState();
    if (drawing?.tool !== 'draw' || !isActive()) return;
    take(event);
    if (drawing.pending.length >= 6) closePending();
  }

  const onLeave = () => onHover(undefined);
  const stopListening = listenFirst(canvas, {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onUp,
    pointerleave: onLeave,
    dblclick: onDoubleClick,
  });

  return {
    destroy() {
      if (drag) {
        setDrawTool('none');
        previewDrawing(undefined);
      }
      drag = undefined;
      stopListening();
    },
  };
}
