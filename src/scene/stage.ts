/** One widget with everything in it, tied to the store. A lost context ends a stage; the next one is built from the store. */
import type { Scene } from 'cesium';
import type { Municipality } from '../model/municipality.ts';
import { offerPictures } from '../store/picture.ts';
import { selectProposal } from '../store/select-proposal.ts';
import { twin } from '../store/twin.ts';
import { bind } from './bind.ts';
import { createCamera } from './camera.ts';
import { viewpointToPose } from './camera-pose.ts';
import { createCompare } from './compare.ts';
import { createDaylight } from './daylight.ts';
import { cartesianToRd } from './frames.ts';
import { createLayers } from './layers.ts';
import { readOrbit } from './orbit.ts';
import { createPendingTiles } from './pending-tiles.ts';
import { createPicking } from './picking.ts';
import { createProblemReporter } from './problems.ts';
import { createQuality } from './quality.ts';
import { createSelectNext } from './select-next.ts';
import { createSunlight } from './sunlight.ts';
import { createWidget } from './widget.ts';

export interface StageEvents {
  /** The WebGL context is gone: destroy this stage and build another. */
  onLost(): void;
  /** Drawing failed again and again and has stopped. */
  onBroken(): void;
}

export interface Stage {
  readonly scene: Scene;
  /** Camera at rest, no tiles to come, the still picture drawn. */
  isIdle(): boolean;
  destroy(): void;
}

/** Render errors after which drawing is not started again. */
const PATIENCE = 3;

/** Throws when the browser gives no WebGL context. */
export function createStage(
  container: HTMLElement,
  municipality: Municipality,
  baseUrl: string,
  { onLost, onBroken }: StageEvents,
): Stage {
  const [firstViewpoint] = municipality.viewpoints;
  if (!firstViewpoint) throw new Error('Expected a municipality with at least one viewpoint.');
  const [west, south, east, north] = municipality.extent;
  const widget = createWidget(container);
  const { scene, canvas } = widget;
  const reportSceneProblem = createProblemReporter('scene', '');

  const daylight = createDaylight();
  const layers = createLayers(scene, municipality, baseUrl, daylight);
  const middle = { x: (west + east) / 2, y: (south + north) / 2 };
  const camera = createCamera(scene, {
    home: viewpointToPose(firstViewpoint),
    middle,
    listUnsolid: layers.listUnsolid,
  });
  const fixedQuality = new URLSearchParams(location.search).get('quality');
  const parts = [
    createPendingTiles(scene),
    createPicking(scene, layers.readBuilding, layers.readPlanBuilding, reportSceneProblem),
    createSelectNext(() => cartesianToRd(readOrbit(scene).pivot), layers.findBuilding, layers.listPlanBuildings),
  ];
  const sunlight = createSunlight(scene, middle);
  const compare = createCompare(widget, container, layers.proposal);
  const unties = [
    bind(sunlight, ({ moment }) => ({ moment })),
    bind(compare, (state) => ({
      compare: state.compare,
      isPlanShown:
        selectProposal(state).shown.length > 0 ||
        (state.overlays.flood.visible && state.floodMeasures.items.length > 0) ||
        (state.overlays.crowd.visible && state.crowd.other !== undefined),
    })),
  ];
  const isMoving = () => camera.isMoving() || layers.isPlaying();
  const quality = createQuality(widget, daylight, isMoving, fixedQuality);
  const isIdle = () => !isMoving() && twin.getState().pendingTiles === 0 && quality.isSettled();
  const stopPictures = offerPictures(async (wish, signal) => {
    const { takeScenePicture } = await import('./picture.ts');
    return takeScenePicture(widget, isIdle, quality, wish, signal);
  });

  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');

  let errors = 0;
  const stopListening = scene.renderError.addEventListener((_scene: Scene, error: unknown) => {
    reportSceneProblem(error);
    errors++;
    // The widget stops drawing at an error; a passing one must not leave a dead picture behind.
    if (errors < PATIENCE) setTimeout(restart, 200);
    else onBroken();
  });
  function restart() {
    if (!widget.isDestroyed()) widget.useDefaultRenderLoop = true;
  }

  function onContextLost(event: Event) {
    event.preventDefault();
    onLost();
  }
  canvas.addEventListener('webglcontextlost', onContextLost);

  return {
    scene,
    isIdle,
    destroy() {
      canvas.removeEventListener('webglcontextlost', onContextLost);
      stopListening();
      for (const untie of unties) untie();
      compare.destroy();
      sunlight.destroy();
      stopPictures();
      quality.destroy();
      for (const part of parts) part.destroy();
      camera.destroy();
      layers.destroy();
      daylight.destroy();
      // Browsers keep a context until the garbage collector comes by, and allow some sixteen of them.
      const context = canvas.getContext('webgl2');
      widget.destroy();
      context?.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}
