/** Editing aids of the tool "draw": marks over the picture, the pointer and keys that change the drawing, and the ground below it. */
import { Cartographic, type Scene } from 'cesium';
import type { DrawState } from '../model/draw-state.ts';
import type { Place } from '../model/outline.ts';
import { ringCentre } from '../model/plan-ring.ts';
import { reportGrounds, seenDrawing } from '../store/drawing.ts';
import type { Language } from '../store/twin.ts';
import { createDrawKeys } from './draw-keys.ts';
import { marksOf, noMarks } from './draw-marks.ts';
import { createDrawPointer } from './draw-pointer.ts';
import { groundNap, readGround } from './ground-nap.ts';
import type { LabelImage } from './label-image.ts';
import { createMarkLayer } from './mark-layer.ts';
import { readPlace } from './place.ts';
import type { SceneLayer } from './scene-layer.ts';

export interface DrawAidsView {
  /** Whether the tool is open. */
  readonly isOpen: boolean;
  readonly drawing: DrawState | undefined;
  readonly language: Language;
}

export function createDrawAids(scene: Scene, draw?: (text: string) => LabelImage): SceneLayer<DrawAidsView> {
  const layer = createMarkLayer(scene, draw);
  let view: DrawAidsView = { isOpen: false, drawing: undefined, language: 'nl' };
  let pointer: Place | undefined;
  let marks = noMarks;
  let frame: number | undefined;

  /** Only what is seen from near: terrain far away is drawn coarsely, metres off. */
  function tellGrounds() {
    if (!view.drawing || view.drawing.draft) return;
    const grounds: Record<string, number> = {};
    for (const { id, footprint } of seenDrawing(view.drawing).volumes) {
      const at = readGround(scene.globe, ...ringCentre(footprint[0] ?? []));
      const nap = at && readPlace(scene, Cartographic.toCartesian(at))?.nap;
      if (nap !== undefined) grounds[id] = nap;
    }
    reportGrounds(grounds);
  }

  function show() {
    marks =
      view.isOpen && view.drawing ? marksOf(view.drawing, pointer, (x, y) => groundNap(scene.globe, x, y)) : noMarks;
    layer.update({ marks, language: view.language });
  }

  /** A pointer moves more often than pictures are drawn. */
  function onHover(place: Place | undefined) {
    pointer = place;
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      show();
    });
  }

  function onGroundLoaded(pending: number) {
    if (pending > 0 || !view.drawing) return;
    tellGrounds();
    show();
  }

  const isActive = () => view.isOpen && view.drawing !== undefined;
  const parts = [
    createDrawPointer(scene, isActive, () => marks.handles, onHover),
    createDrawKeys(scene.canvas, isActive),
  ];
  const stops = [
    scene.globe.tileLoadProgressEvent.addEventListener(onGroundLoaded),
    scene.camera.moveEnd.addEventListener(tellGrounds),
  ];

  return {
    update(next) {
      const isMoved = next.drawing?.history !== view.drawing?.history;
      view = next;
      if (isMoved) tellGrounds();
      show();
    },
    destroy() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      for (const part of parts) part.destroy();
      layer.destroy();
    },
  };
}
