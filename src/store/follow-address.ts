/** Keeps the address bar and the store together: reads at the start and when the visitor changes it, writes at rest. */
import { sendCommand } from './commands.ts';
import { checkData, presentData } from './data-version.ts';
import { chooseFromLink } from './plans.ts';
import { selectBuildingById } from './select-building.ts';
import { readLink, roundPose, type SharedView, writeLink } from './share-link.ts';
import { type CameraPose, initialTwin, reportProblem, type TwinState, twin } from './twin.ts';

const WRITE_DELAY_MS = 300;

/** The address that brings back a picture, the present one unless told otherwise. */
export function sharedAddress(state: TwinState = twin.getState()): string {
  return `${location.href.split('#')[0]}#${writeLink(state, presentData())}`;
}

/** Brings the picture back; a camera that is drawing already is asked to go there. */
export function applyView(view: SharedView): void {
  twin.setState({
    layers: view.layers ?? initialTwin.layers,
    language: view.language ?? initialTwin.language,
    question: view.question,
    compare: view.compare ?? initialTwin.compare,
    moment: view.moment,
    evening: view.evening && { ...view.evening, isAlone: false, variant: undefined },
    overlays: {
      flood: { visible: view.flood !== undefined || view.question === 'flood', opacity: view.flood?.opacity ?? 1 },
    },
    flood: view.flood?.choice ?? initialTwin.flood,
  });
  checkData(view.data);
  chooseFromLink(view.choice);
  selectBuildingById(view.building);
  const { camera, walking = false } = view;
  if (!camera) return;
  if (twin.getState().scene === 'waiting') {
    // Nobody draws yet: a scene starts from the camera that it finds in the store.
    twin.setState({ camera, walking });
    return;
  }
  if (twin.getState().walking && !walking) sendCommand({ type: 'stop-walking' });
  sendCommand({ type: 'fly-to-pose', pose: camera, instantly: true });
  if (walking && !twin.getState().walking) sendCommand({ type: 'walk', at: { x: camera.x, y: camera.y } });
}

const isSamePose = (a: CameraPose, b: CameraPose) => JSON.stringify(roundPose(a)) === JSON.stringify(roundPose(b));

function tellComplaints(hash: string, complaints: readonly string[], isNewer: boolean): void {
  if (isNewer)
    reportProblem({ what: 'newer-link', url: hash, detail: complaints.join('; ') || 'made by a later version' });
  else if (complaints.length > 0) reportProblem({ what: 'link', url: hash, detail: complaints.join('; ') });
}

const isShared = (now: TwinState, before: TwinState) =>
  now.camera !== before.camera ||
  now.layers !== before.layers ||
  now.selection?.id !== before.selection?.id ||
  now.language !== before.language ||
  now.walking !== before.walking ||
  now.question !== before.question ||
  now.choice !== before.choice ||
  now.compare !== before.compare ||
  now.moment !== before.moment ||
  now.overlays !== before.overlays ||
  now.flood !== before.flood ||
  now.evening !== before.evening;

/** Applies the address at once. Returns the function that stops following. */
export function followAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = '';
  /** Where the camera stood when an address asked it to go elsewhere; it has not come to rest there yet. */
  let leaving: CameraPose | undefined;

  function read(): void {
    const hash = location.hash;
    if (hash === written) return;
    // A skip link went through the address bar: it is no shared picture, and the address gets its own back.
    if (hash !== '' && !hash.includes('=')) {
      write();
      return;
    }
    const { view, complaints, isNewer } = readLink(hash);
    written = hash;
    tellComplaints(hash, complaints, isNewer);
    const { camera } = twin.getState();
    applyView(view);
    leaving = camera && view.camera && !isSamePose(camera, view.camera) ? camera : undefined;
  }

  function write(): void {
    timer = undefined;
    // Before the camera has come to rest where the address wants it, writing would lose that.
    const { camera } = twin.getState();
    if (!camera || camera === leaving) return;
    written = `#${writeLink(twin.getState(), presentData())}`;
    history.replaceState(history.state, '', written);
  }

  read();
  window.addEventListener('hashchange', read);
  const unsubscribe = twin.subscribe((now, before) => {
    if (isShared(now, before) && timer === undefined) timer = setTimeout(write, WRITE_DELAY_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener('hashchange', read);
  };
}
