/** Measures against water in the picture: their outlines, and mouse, finger and keys that place them and drag their corners. */
import type { Cartesian2, Scene } from 'cesium';
import type { FloodMeasures } from '../model/flood-measure.ts';
import { cornersNeeded } from '../model/flood-measure-table.ts';
import type { Place } from '../model/outline.ts';
import {
  addMeasureCorner,
  changeMeasure,
  finishMeasure,
  placeMeasure,
  removeMeasureCorner,
} from '../store/flood-measures.ts';
import { middleOfView } from '../store/middle-of-view.ts';
import { type Language, twin } from '../store/twin.ts';
import { noMarks } from './draw-marks.ts';
import { measureMarks } from './flood-measure-marks.ts';
import { groundNap } from './ground-nap.ts';
import { createMarkLayer } from './mark-layer.ts';
import { findHandle, groundPlace, isClick, listenFirst, reachOf, take, windowPlace } from './pointer-aids.ts';
import type { SceneLayer } from './scene-layer.ts';

export interface MeasureAidsView {
  /** Whether there is water in the picture. */
  readonly isShown: boolean;
  readonly measures: FloodMeasures;
  readonly language: Language;
}

const keys: Readonly<Record<string, () => void>> = {
  Space: () => {
    const middle = middleOfView();
    if (middle) addMeasureCorner(middle);
  },
  Enter: finishMeasure,
  NumpadEnter: finishMeasure,
  Backspace: removeMeasureCorner,
  Delete: removeMeasureCorner,
  Escape: () => placeMeasure(undefined),
};

export function createMeasureAids(scene: Scene): SceneLayer<MeasureAidsView> {
  const { canvas } = scene;
  const layer = createMarkLayer(scene);
  let view: MeasureAidsView | undefined;
  let marks = noMarks;
  let pointer: Place | undefined;
  let pressed: Cartesian2 | undefined;
  let drag: { readonly pointerId: number; readonly id: string; readonly index: number } | undefined;
  let moved: readonly number[] | undefined;
  let frame: number | undefined;

  const readMeasures = () => twin.getState().floodMeasures;
  const isPlacing = () => view?.isShown === true && readMeasures().placing !== undefined;

  function show() {
    if (!view) return;
    marks = view.isShown
      ? measureMarks(view.measures, pointer, moved, (x, y) => groundNap(scene.globe, x, y))
      : noMarks;
    layer.update({ marks, language: view.language });
  }
  function showSoon() {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      show();
    });
  }

  /** Row of the corner at a place in the window. */
  const findCorner = (position: Cartesian2, event: PointerEvent) =>
    findHandle(scene, marks.handles, position, reachOf(event))?.index;

  function onDown(event: PointerEvent) {
    if (!view?.isShown || !event.isPrimary || event.button !== 0) return;
    const { selected, placing } = readMeasures();
    pressed = windowPlace(scene, event);
    if (placing || selected === undefined) return;
    const index = findCorner(pressed, event);
    if (index === undefined) return;
    drag = { pointerId: event.pointerId, id: selected, index };
    canvas.setPointerCapture(event.pointerId);
    take(event);
  }

  function onMove(event: PointerEvent) {
    if (!view?.isShown) return;
    if (drag) {
      take(event);
      const place = event.pointerId === drag.pointerId ? groundPlace(scene, windowPlace(scene, event)) : undefined;
      const { id, index } = drag;
      const before = readMeasures().items.find((item) => item.id === id)?.points;
      if (place && before) moved = before.with(2 * index, place[0]).with(2 * index + 1, place[1]);
    } else if (isPlacing()) pointer = groundPlace(scene, windowPlace(scene, event));
    else return;
    showSoon();
  }

  /** A click puts a corner; on the first corner of an outline it closes it. */
  function click(position: Cartesian2, event: PointerEvent) {
    const { placing, pending } = readMeasures();
    if (!placing) return;
    const corner = findCorner(position, event);
    const last = pending.length / 2 - 1;
    const isDone = last + 1 >= cornersNeeded(placing);
    // Also the second half of a double click.
    if (corner !== undefined && (corner === last || corner === 0)) {
      if (isDone) finishMeasure();
      return;
    }
    const place = groundPlace(scene, position);
    if (place) addMeasureCorner(place);
  }

  function onUp(event: PointerEvent) {
    const start = pressed;
    pressed = undefined;
    if (drag?.pointerId === event.pointerId) {
      const { id } = drag;
      const points = moved;
      drag = undefined;
      moved = undefined;
      take(event);
      if (points && event.type !== 'pointercancel')
        changeMeasure(id, { points: points.map((value) => Math.round(value * 100) / 100) });
      else show();
      return;
    }
    if (!start || !isPlacing() || event.type === 'pointercancel') return;
    const position = windowPlace(scene, event);
    if (isClick(start, position, event)) click(position, event);
  }

  function onKey(event: KeyboardEvent) {
    const act = keys[event.code];
    if (!act || !isPlacing() || event.ctrlKey || event.metaKey || event.altKey) return;
    act();
    take(event);
  }

  function onLeave() {
    pointer = undefined;
    if (isPlacing()) showSoon();
  }
  const onDoubleClick = (event: MouseEvent) => isPlacing() && take(event);

  const stopListening = listenFirst(canvas, {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onUp,
    pointerleave: onLeave,
    dblclick: onDoubleClick,
    keydown: onKey,
  });
  const stopHearing = scene.globe.tileLoadProgressEvent.addEventListener((pending: number) => {
    if (pending === 0) show();
  });

  return {
    update(next) {
      view = next;
      if (next.measures.placing === undefined) pointer = undefined;
      show();
    },
    destroy() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      stopHearing();
      stopListening();
      layer.destroy();
    },
  };
}
