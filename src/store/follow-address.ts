/** Keeps the address bar and the store together: reads at the start and when the visitor changes it, writes at rest. */
import { HORIZONTAL_FIELD_DEGREES } from '../model/outlook.ts';
import { sendCommand } from './commands.ts';
import { checkData, presentData } from './data-version.ts';
import { chooseFromLink } from './plans.ts';
import { selectBuildingById } from './select-building.ts';
import { readLink, roundPose, type SharedView, writeLink } from './share-link.ts';
import { type CameraPose, initialTwin, openTool, reportProblem, type TwinState, twin } from './twin.ts';

const WRITE_DELAY_MS = 300;
/** What an address says of a frame, see `model/embed-address.ts`. */
const EMBED_QUERY = ['embed', 'parts', 'poster'];

/** Of this page as a whole, also when it lies in a frame of another. */
function pageAddress(): string {
  const { href } = location;
  const page = new URL(href.split('#')[0] ?? href);
  for (const name of EMBED_QUERY) page.searchParams.delete(name);
  return page.href;
}

/** The address that brings back a picture, the present one unless told otherwise. */
export function sharedAddress(state: TwinState = twin.getState()): string {
  return `${pageAddress()}#${writeLink(state, presentData())}`;
}

/** Characters of a drawing beyond which an address can neither be printed nor read from a square code. */
const LONGEST_PRINTED = 300;

/** As {@link sharedAddress}, for paper and phones: without a drawing that is too long for those. */
export function printedAddress(state: TwinState = twin.getState()) {
  const { text, lacks } = state.sharedDrawing;
  const isLong = text.length > LONGEST_PRINTED;
  const sharedDrawing = isLong ? { text: '', lacks: 'drawing' as const } : state.sharedDrawing;
  return { url: sharedAddress({ ...state, sharedDrawing }), lacksDrawing: isLong || lacks !== undefined };
}

/** What is drawn stays where the address holds no drawing: a link must not cost anyone work. */
async function openDrawing(text: string): Promise<void> {
  twin.setState({ sharedDrawing: { text, lacks: undefined } });
  try {
    const { openSharedDrawing } = await import('./drawing.ts');
    openSharedDrawing(text);
  } catch (error) {
    reportProblem({ what: 'scene', url: 'drawing', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** As drawings; their code is fetched with the first. */
async function openMeasures(shared: string): Promise<void> {
  twin.setState({ floodMeasures: { ...twin.getState().floodMeasures, shared } });
  try {
    const { openSharedMeasures } = await import('./flood-measures.ts');
    openSharedMeasures(shared);
  } catch (error) {
    reportProblem({ what: 'scene', url: 'measures', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** What is asked of claims is at once what it starts as; what a link says of it is read when its code has come. */
async function openClaims(sharedClaims: string): Promise<void> {
  if (sharedClaims === twin.getState().sharedClaims) return;
  twin.setState({ claims: initialTwin.claims, sharedClaims });
  if (sharedClaims === '') return;
  try {
    const { openSharedClaims } = await import('./share-claims.ts');
    openSharedClaims(sharedClaims);
  } catch (error) {
    reportProblem({ what: 'claims', url: 'claims', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** As with claims; the plan is opened when its ground has come. */
async function openCrowd(sharedCrowd: string): Promise<void> {
  if (sharedCrowd === twin.getState().sharedCrowd) return;
  twin.setState({ crowd: initialTwin.crowd, sharedCrowd });
  try {
    const { openSharedCrowd } = await import('./crowd.ts');
    openSharedCrowd(sharedCrowd);
  } catch (error) {
    reportProblem({ what: 'crowd', url: 'crowd', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** As with claims. */
async function openCounts(sharedCounts: string): Promise<void> {
  if (sharedCounts === twin.getState().sharedCounts) return;
  twin.setState({ counts: initialTwin.counts, sharedCounts });
  if (sharedCounts === '') return;
  try {
    const { openSharedCounts } = await import('./counts.ts');
    openSharedCounts(sharedCounts);
  } catch (error) {
    reportProblem({ what: 'counts', url: 'counts', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** All but the camera and the drawing; no tool opens. */
function applyPicture(view: SharedView): void {
  twin.setState({
    layers: view.layers ?? initialTwin.layers,
    question: view.question,
    compare: view.compare ?? initialTwin.compare,
    moment: view.moment,
    overlays: {
      flood: { visible: view.flood !== undefined || view.question === 'flood', opacity: view.flood?.opacity ?? 1 },
      solar: { visible: view.solar !== undefined || view.question === 'solar', opacity: view.solar?.opacity ?? 1 },
      sunlight: {
        ...initialTwin.overlays.sunlight,
        visible: view.sunlight !== undefined || view.question === 'sunlight',
      },
      heat: { visible: view.heat !== undefined || view.question === 'heat', opacity: 1 },
      claims: { visible: view.claims !== undefined || view.question === 'claims', opacity: 1 },
      crowd: { visible: view.crowd !== undefined || view.question === 'crowd', opacity: 1 },
      counts: { visible: view.counts !== undefined || view.question === 'counts', opacity: 1 },
    },
    flood: view.flood?.choice ?? initialTwin.flood,
    solar: view.solar?.choice ?? initialTwin.solar,
    sunlight: view.sunlight ?? initialTwin.sunlight,
    heat: view.heat ?? initialTwin.heat,
    ...(view.houseWindow && { houseWindow: view.houseWindow }),
  });
  void openClaims(view.claims ?? '');
  void openCrowd(view.crowd ?? '');
  void openCounts(view.counts ?? '');
  checkData(view.data);
  chooseFromLink(view.choice);
  selectBuildingById(view.building);
}

/** Through the lens of a window where the picture was one. */
function sendCamera(pose: CameraPose, lens: boolean, instantly: boolean): void {
  if (lens) sendCommand({ type: 'look-from', pose, fieldOfViewDegrees: HORIZONTAL_FIELD_DEGREES, instantly });
  else sendCommand({ type: 'fly-to-pose', pose, instantly });
}

/** As a stop of an evening, which goes on: in the language of the hall, and the camera flies. Nobody walks: the eye is enough. */
export function visitView(view: SharedView): void {
  applyPicture(view);
  if (twin.getState().walking) sendCommand({ type: 'stop-walking' });
  if (view.camera) sendCamera(view.camera, view.lens ?? false, false);
}

/** Brings the picture back; a camera that is drawing already is asked to go there. */
export function applyView(view: SharedView): void {
  twin.setState({
    language: view.language ?? initialTwin.language,
    evening: view.evening && { ...view.evening, isAlone: false, seen: undefined },
  });
  applyPicture(view);
  // Its tool shows it; in the list of scenarios one stays where one is.
  if (view.houseWindow && twin.getState().tool !== 'scenario') openTool('window');
  if (view.drawing !== undefined && view.drawing !== twin.getState().sharedDrawing.text) void openDrawing(view.drawing);
  if (view.measures !== undefined && view.measures !== twin.getState().floodMeasures.shared)
    void openMeasures(view.measures);
  const { camera, walking = false, lens = false } = view;
  if (!camera) return;
  if (twin.getState().scene === 'waiting') {
    // Nobody draws yet: a scene starts from the camera that it finds in the store.
    twin.setState({ camera, walking, lens });
    return;
  }
  if (twin.getState().walking && !walking) sendCommand({ type: 'stop-walking' });
  sendCamera(camera, lens, true);
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
  now.solar !== before.solar ||
  now.sunlight !== before.sunlight ||
  now.heat !== before.heat ||
  now.sharedClaims !== before.sharedClaims ||
  now.sharedCrowd !== before.sharedCrowd ||
  now.sharedCounts !== before.sharedCounts ||
  now.floodMeasures.shared !== before.floodMeasures.shared ||
  now.sharedDrawing !== before.sharedDrawing ||
  now.lens !== before.lens ||
  now.houseWindow !== before.houseWindow ||
  now.tool !== before.tool ||
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
