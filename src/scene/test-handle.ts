/** `window.twin`, in builds with `--mode test` only: what end-to-end tests look at instead of at pixels. */
import type { Scene } from 'cesium';
import { sendCommand } from '../store/commands.ts';
import { twin } from '../store/twin.ts';
import type { Stage } from './stage.ts';

interface TestHandle {
  /** Throws while there is no scene. */
  readonly scene: Scene;
  readonly store: typeof twin;
  readonly send: typeof sendCommand;
  /** Resolves when no tiles are to come, the camera stands still, and a frame was drawn after that. */
  idle(): Promise<void>;
}

declare global {
  interface Window {
    twin?: TestHandle;
  }
}

/** Milliseconds that everything must have been quiet. */
const QUIET = 300;

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
      await new Promise((resolve) => setTimeout(resolve, 50));
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
    send: sendCommand,
    idle,
  };
  return () => {
    delete window.twin;
  };
}
