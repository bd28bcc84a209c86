/** Wires the parts: the panel first, the picture after it has been painted. */
import { createRoot } from 'react-dom/client';
import { followAddress } from './store/follow-address.ts';
import { loadMunicipality, municipalityFromQuery, needIndex } from './store/load-municipality.ts';
import { loadPlans } from './store/plans.ts';
import { reportProblem, setSceneStatus, type TwinState, twin } from './store/twin.ts';
import { App } from './ui/app.tsx';
import { followLanguage } from './ui/follow-language.ts';

const packed = document.querySelector<HTMLMetaElement>('meta[name="municipality"]')?.content;
const municipalityId = municipalityFromQuery(location.search, packed);
/** A frame in another page. */
const isEmbedded = new URLSearchParams(location.search).has('embed');
const load = () => loadMunicipality(municipalityId, document.baseURI);

/** CesiumJS is over a megabyte: not worth fetching where it cannot draw. */
function hasWebGl2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** Two frames later the first one has been painted. */
const firstPaint = new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

function until(isTrue: (state: TwinState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = twin.subscribe((state) => {
      if (!isTrue(state)) return;
      unsubscribe();
      resolve();
    });
  });
}

const municipalityIsReady = until(({ municipality }) => municipality.status === 'ready');
const sceneIsUnsupported = until(({ scene }) => scene === 'unsupported');
const sceneIsSettled = until(
  ({ scene, pendingTiles, footprint }) =>
    scene === 'unsupported' || (scene === 'ready' && footprint !== undefined && pendingTiles === 0),
);

const reportSceneProblem = (url: string, error: unknown) =>
  reportProblem({ what: 'scene', url, detail: error instanceof Error ? error.message : String(error) });

let sceneElement: HTMLElement | undefined;
let tellSceneElement: () => void;
/** The page may still wait for the texts of its language. */
const sceneElementIsThere = new Promise<void>((resolve) => {
  tellSceneElement = resolve;
});

async function startScene(): Promise<void> {
  await firstPaint;
  if (!hasWebGl2()) return setSceneStatus('unsupported');
  try {
    const { createTwinScene } = await import('./scene/create-scene.ts');
    await Promise.all([municipalityIsReady, sceneElementIsThere]);
    if (sceneElement) createTwinScene(sceneElement);
  } catch (error) {
    reportSceneProblem('scene', error);
    setSceneStatus('unsupported');
  }
}

/** Where nothing can be drawn a window on the ground stands in for the camera. */
async function startTextWindow(): Promise<void> {
  await sceneIsUnsupported;
  try {
    (await import('./store/text-window.ts')).startTextWindow();
  } catch (error) {
    reportSceneProblem('text-window', error);
  }
}

/** Street names in the picture need the streets at once; the rest comes when the first picture stands, or when asked for. */
async function loadIndexes(): Promise<void> {
  await Promise.all([firstPaint, municipalityIsReady]);
  needIndex('streets');
  loadPlans();
  await sceneIsSettled;
  needIndex('buildingTable');
  needIndex('addresses');
}

function setSceneElement(element: HTMLElement): void {
  sceneElement = element;
  tellSceneElement();
}

followAddress();
followLanguage();
load();
const root = document.getElementById('root');
if (!root) throw new Error('Expected an element with id "root" in index.html.');
const page = createRoot(root);

/** What a frame shows is known before anything of it is painted. */
async function showPage(): Promise<void> {
  if (isEmbedded) {
    try {
      (await import('./ui/start-embed.tsx')).startEmbed(municipalityId);
    } catch (error) {
      reportSceneProblem('embed', error);
    }
  }
  page.render(<App onSceneElement={setSceneElement} onRetry={load} municipalityId={municipalityId} />);
}

showPage();
startScene();
startTextWindow();
loadIndexes();
