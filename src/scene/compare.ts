/**
 * Today beside the plan, from one camera at one moment. The scene is drawn twice: terrain, trees and shadows differ between the
 * two, and CesiumJS can split none of those (`Scene.splitPosition` splits models and imagery only: the plan's shadow
 * would fall on today's half). The picture of the plan is laid over today's as a canvas, cut off at the slider or beside it.
 */
import type { CesiumWidget } from 'cesium';
import type { Compare } from '../store/twin.ts';
import type { Proposal } from './proposal.ts';
import type { SceneLayer } from './scene-layer.ts';

interface CompareView {
  readonly compare: Compare;
  /** Whether a variant, a drawing or a measure is shown: without one there is nothing to compare. */
  readonly isPlanShown: boolean;
}

type Drawn = Pick<Proposal, 'setDrawn'>;

export function createCompare(widget: CesiumWidget, container: HTMLElement, proposal: Drawn): SceneLayer<CompareView> {
  const { scene, canvas, clock } = widget;
  let overlay: HTMLCanvasElement | undefined;
  let mode: Compare['mode'] = 'off';
  const drawOnce = widget.render.bind(widget);

  /** Copies the picture just drawn; only in the same task as the drawing is it still there. */
  function copy(target: HTMLCanvasElement, half: 'all' | 'left' | 'right') {
    const context = target.getContext('2d');
    if (!context) return;
    if (half === 'all') {
      context.drawImage(canvas, 0, 0);
      return;
    }
    // Side by side: the middle half of each picture, so that both look the same way.
    const width = canvas.width / 2;
    context.drawImage(canvas, width / 2, 0, width, canvas.height, half === 'left' ? 0 : width, 0, width, canvas.height);
  }

  function drawBoth() {
    let isDrawn = false;
    const stop = scene.postRender.addEventListener(() => {
      isDrawn = true;
    });
    drawOnce();
    stop();
    if (!isDrawn || !overlay || widget.isDestroyed()) return;
    if (overlay.width !== canvas.width || overlay.height !== canvas.height)
      Object.assign(overlay, { width: canvas.width, height: canvas.height });
    copy(overlay, mode === 'side' ? 'right' : 'all');
    proposal.setDrawn(false);
    scene.requestRender();
    scene.render(clock.currentTime);
    if (mode === 'side') copy(overlay, 'left');
    proposal.setDrawn(true);
  }

  function start() {
    overlay = document.createElement('canvas');
    overlay.className = 'tw-compare';
    overlay.setAttribute('aria-hidden', 'true');
    container.append(overlay);
    // The widget's own loop calls it: time, size and errors stay its business.
    widget.render = drawBoth;
  }

  function stop() {
    if (!widget.isDestroyed()) widget.render = drawOnce;
    overlay?.remove();
    overlay = undefined;
  }

  return {
    update({ compare, isPlanShown }) {
      mode = isPlanShown ? compare.mode : 'off';
      if (mode === 'off') stop();
      else if (!overlay) start();
      if (overlay) overlay.style.clipPath = mode === 'swipe' ? `inset(0 0 0 ${100 * compare.position}%)` : '';
      scene.requestRender();
    },
    destroy: stop,
  };
}
