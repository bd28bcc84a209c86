/** `window.twin`, in builds with `--mode test` only: what end-to-end tests look at instead of at pixels. */
import { type Cesium3DTile, Cesium3DTileset, type Scene } from 'cesium';
import { sendCommand } from '../store/commands.ts';
import { twin } from '../store/twin.ts';
import { BUILDING_FEATURES } from './building-features.ts';
import type { Stage } from './stage.ts';

interface TestHandle {
  /** Throws while there is no scene. */
  readonly scene: Scene;
  readonly store: typeof twin;
  /** Resolves when no tiles are to come, the camera stands still, and a frame was drawn after that. */
  idle(): Promise<void>;
  readonly send: typeof sendCommand;
  /** Runs of people: a test puts a computed one there. */
  loadCrowdRun(): Promise<typeof import('../store/crowd-run.ts')['crowdRun']>;
  /** Draws a frame and counts the buildings in the tiles that it shows. */
  countDrawnBuildings(): number;
}

declare global {
  interface Window {
    twin?: TestHandle;
  }
}

/** Milliseconds that everything must have been quiet. */
const QUIET = 150;

function countDrawnBuildings(scene: Scene): number {
  let count = 0;
  const add = (tile: Cesium3DTile) => {
    count += tile.content?.featuresLength ?? 0;
  };
  const stops: (() => void)[] = [];
  for (let i = 0; i < scene.primitives.length; i++) {
    const primitive: unknown = scene.primitives.get(i);
    if (!(primitive instanceof Cesium3DTileset) || primitive.featureIdLabel !== BUILDING_FEATURES) continue;
    stops.push(primitive.tileVisible.addEventListener(add));
  }
  scene.requestRender();
  scene.render();
  for (const stop of stops) stop();
  return count;
}

/** Returns the function that takes the handle away. */
export function exposeTestHandle(readStage: () => Stage | undefined): () => void {
  function requireScene(): Scene {
    const stage = readStage();
    if (!stage) throw new Error('There is no scene now.');
    return stage.scene;
  }

  async function idle() {
    let quietSince = performance.now();
    while (performance.now() - quietSince < QUIET) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      if (!readStage()?.isIdle()) quietSince = performance.now();
    }
    const scene = requireScene();
    await new Promise<void>((resolve) => {
      const stopListening = scene.postRender.addEventListener(() => {
        stopListening();
        resolve();
      });
      scene.requestRender();
    });
  }

  window.twin = {
    get scene() {
      return requireScene();
    },
    store: twin,
    idle,
    send: sendCommand,
    loadCrowdRun: async () => (await import('../store/crowd-run.ts')).crowdRun,
    countDrawnBuildings: () => countDrawnBuildings(requireScene()),
  };
  return () => {
    delete window.twin;
  };
}
