/** Entry of the 3D half: makes the scene of the municipality in the store, and makes it again when the graphics card lets go. */
import { reportProblem, setSceneStatus, twin } from '../store/twin.ts';
import { errorToDetail } from './problems.ts';
import { createStage, type Stage } from './stage.ts';
import { exposeTestHandle } from './test-handle.ts';
import { isWebGl2Supported } from './widget.ts';

/** Milliseconds before each new attempt after a lost context: a browser may refuse a new one for a while. */
const ATTEMPTS = [100, 500, 1000, 2000, 4000, 8000];

/** Attributes that the page gave the canvas and that the next canvas must have too. */
const KEPT_ATTRIBUTES = ['aria-label', 'aria-describedby', 'aria-labelledby', 'aria-roledescription', 'role', 'id'];

/**
 * Draws the municipality in `container`, whose position and size are the page's business. Call it once the municipality
 * is in the store. Never throws for want of WebGL 2: the scene's status in the store is `unsupported` then.
 */
export function createTwinScene(container: HTMLElement): { destroy(): void } {
  const { municipality, baseUrl } = twin.getState();
  if (municipality.status !== 'ready') {
    throw new Error(`Expected a municipality in the store before the scene is made, but it is ${municipality.status}.`);
  }
  const { value } = municipality;
  let stage: Stage | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let kept: [name: string, value: string][] = [];
  let hadFocus = false;

  function build(attempt: number) {
    try {
      stage = createStage(container, value, baseUrl, { onLost, onBroken });
    } catch (error) {
      giveUpOrRetry(error, attempt);
      return;
    }
    for (const [name, text] of kept) stage.scene.canvas.setAttribute(name, text);
    const { scene } = stage;
    if (hadFocus) scene.canvas.focus({ preventScroll: true });
    const stopListening = scene.postRender.addEventListener(() => {
      stopListening();
      setSceneStatus('ready');
    });
  }

  function giveUpOrRetry(error: unknown, attempt: number) {
    const delay = ATTEMPTS[attempt];
    // At the start a refusal is final; after a loss the card may need a moment.
    if (twin.getState().scene === 'lost' && delay !== undefined) {
      retry = setTimeout(() => build(attempt + 1), delay);
      return;
    }
    reportProblem({ what: 'scene', url: '', detail: errorToDetail(error) });
    setSceneStatus('unsupported');
  }

  function clear() {
    const canvas = stage?.scene.canvas;
    kept = KEPT_ATTRIBUTES.flatMap((name) => {
      const text = canvas?.getAttribute(name);
      return text ? [[name, text] as [string, string]] : [];
    });
    hadFocus = canvas !== undefined && document.activeElement === canvas;
    stage?.destroy();
    stage = undefined;
  }

  function onLost() {
    setSceneStatus('lost');
    // After the event, because Cesium listens to it too.
    retry = setTimeout(() => {
      clear();
      build(0);
    }, ATTEMPTS[0]);
  }

  function onBroken() {
    setSceneStatus('unsupported');
    clear();
  }

  if (!isWebGl2Supported()) {
    setSceneStatus('unsupported');
    return { destroy() {} };
  }
  setSceneStatus('loading');
  build(0);
  const hideTestHandle = import.meta.env.MODE === 'test' ? exposeTestHandle(() => stage) : undefined;

  return {
    destroy() {
      clearTimeout(retry);
      hideTestHandle?.();
      clear();
      setSceneStatus('waiting');
    },
  };
}
