/** An event on a square in the picture, tied to its own store. */
import type { Scene } from 'cesium';
import type { CrowdChoice } from '../model/crowd-choice.ts';
import { listCorners, rectangleAround } from '../model/outline.ts';
import { crowd, seenLayout } from '../store/crowd.ts';
import type { Language, LayerView } from '../store/twin.ts';
import { groundNap } from './ground-nap.ts';
import { createMarkLayer } from './mark-layer.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

export interface CrowdOverlayView {
  readonly layer: LayerView;
  readonly choice: CrowdChoice;
  readonly language: Language;
}

/** Metres above the ground. */
const LIFT = 0.3;

export function tieCrowd(scene: Scene, _onError: OnError): SceneLayer<CrowdOverlayView> {
  const layer = createMarkLayer(scene);
  let view: CrowdOverlayView | undefined;

  function show() {
    if (!view) return;
    const { choice, language } = view;
    const layout = view.layer.visible ? seenLayout(crowd.getState(), choice) : undefined;
    const lines = (layout?.objects ?? []).map(({ id, x, y, length, width, turnDegrees }) => {
      const ring = rectangleAround([x, y], length, width, turnDegrees);
      const nap = groundNap(scene.globe, x, y) ?? 0;
      const points = listCorners(ring).map(([east, north]) => ({ x: east, y: north, nap: nap + LIFT }));
      return { points: [...points, ...points.slice(0, 1)], isFaint: id !== choice.selected };
    });
    layer.update({ marks: { lines, handles: [], lengths: [] }, language });
  }
  const stop = crowd.subscribe(show);
  return {
    update(next) {
      view = next;
      show();
    },
    destroy() {
      stop();
      layer.destroy();
    },
  };
}
