/** Counts at the entries in the picture, tied to their own store; a click on an arrow chooses its gate. */
import { type Cartesian2, PerspectiveFrustum, type Scene } from 'cesium';
import { type ArrowScale, arrowScale } from '../model/count-arrows.ts';
import type { CountChoice } from '../model/count-choice.ts';
import { isInRings } from '../model/plan-ring.ts';
import { type CountFlow, counts, listFlows, selectGate } from '../store/counts.ts';
import { type Language, type LayerView, twin } from '../store/twin.ts';
import { listFlowLabels, listFlowPieces, listFlowRings } from './counts-arrows.ts';
import { createCrowdLabels } from './crowd-labels.ts';
import type { CrowdFrame } from './crowd-objects.ts';
import { createCrowdPaint } from './crowd-paint.ts';
import { rdFrame } from './frames.ts';
import { groundNap } from './ground-nap.ts';
import { groundPlace, isClick, listenFirst, take, windowPlace } from './pointer-aids.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

export interface CountsOverlayView {
  readonly layer: LayerView;
  readonly choice: CountChoice;
  readonly language: Language;
}

/** Our terrain is drawn this many times better than CesiumJS is told (`pipeline/terrain/tiling.ts`). */
const BETTER = 12;

/** Where it is not known yet the ground lies about here. */
const AROUND = 0;

function liftOf({ camera, globe, drawingBufferHeight }: Scene): number {
  const { frustum } = camera;
  const fov = frustum instanceof PerspectiveFrustum ? (frustum.fovy ?? 1) : 1;
  return (globe.maximumScreenSpaceError * 2 * Math.tan(fov / 2)) / Math.max(drawingBufferHeight, 1) / BETTER;
}

export function tieCounts(scene: Scene, onError: OnError): SceneLayer<CountsOverlayView> {
  const paint = createCrowdPaint(scene, onError);
  const labels = createCrowdLabels(scene);
  let view: CountsOverlayView | undefined;
  let drawn:
    | { readonly key: readonly unknown[]; readonly flows: readonly CountFlow[]; readonly scale: ArrowScale }
    | undefined;
  let frame: CrowdFrame | undefined;
  let pressed: Cartesian2 | undefined;

  const nap = (x: number, y: number) => groundNap(scene.globe, x, y) ?? AROUND;

  function frameOf(flows: readonly CountFlow[]): CrowdFrame | undefined {
    const mean = (read: (flow: CountFlow) => number) =>
      Math.round(flows.reduce((sum, flow) => sum + read(flow), 0) / flows.length);
    const [x, y] = [mean(({ gate }) => gate.x), mean(({ gate }) => gate.y)];
    if (frame && frame.x === x && frame.y === y) return frame;
    return flows.length === 0 ? undefined : { x, y, nap: 0, matrix: rdFrame({ x, y, nap: 0 }) };
  }

  function apply(isGroundNew = false) {
    if (!view) return;
    const state = counts.getState();
    const { town, answer } = state;
    const isShown = view.layer.visible && town.status === 'ready' && answer !== undefined;
    paint.setShown(isShown);
    labels.setShown(isShown);
    scene.requestRender();
    if (!isShown) return;
    const flows = listFlows(state, view.choice);
    const { most } = answer;
    const key = [flows, view.language, most];
    if (!isGroundNew && drawn && key.every((part, i) => part === drawn?.key[i])) return;
    frame = frameOf(flows);
    const scale = arrowScale(most);
    drawn = { key, flows, scale };
    const seen = { flows, scale, language: view.language, leastShown: town.value.leastShown };
    if (frame) paint.show(listFlowPieces(seen), frame, nap);
    labels.show(listFlowLabels(seen, nap));
  }

  function onDown(event: PointerEvent) {
    pressed = event.isPrimary && event.button === 0 ? windowPlace(scene, event) : undefined;
  }
  function onUp(event: PointerEvent) {
    const start = pressed;
    pressed = undefined;
    if (!start || !view?.layer.visible || event.type === 'pointercancel' || twin.getState().tool !== undefined) return;
    const position = windowPlace(scene, event);
    const place = isClick(start, position, event) ? groundPlace(scene, position) : undefined;
    const found = place && drawn && listFlowRings(drawn).find(({ ring }) => isInRings([ring], place[0], place[1]));
    if (!found) return;
    take(event);
    selectGate(found.flow.gate.id);
  }

  const ends = [
    counts.subscribe(() => apply()),
    scene.globe.tileLoadProgressEvent.addEventListener((pending: number) => {
      if (pending === 0 && drawn) apply(true);
    }),
    scene.preUpdate.addEventListener(() => {
      if (view?.layer.visible) paint.look(liftOf(scene), view.layer.opacity);
    }),
    listenFirst(scene.canvas, {
      pointerdown: onDown,
      pointermove() {},
      pointerup: onUp,
      pointerleave() {},
      dblclick() {},
    }),
  ];

  return {
    update(next) {
      view = next;
      apply();
    },
    destroy() {
      for (const end of ends) end();
      paint.destroy();
      labels.destroy();
    },
  };
}
