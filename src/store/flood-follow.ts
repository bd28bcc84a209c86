/** Water in the picture follows the choices in the twin: while its overlay is shown, files are read and moments drawn. */
import { parseBreachId } from '../model/breach-choice.ts';
import { parseFloodFacades } from '../model/flood-facades.ts';
import { parseFloodIndex } from '../model/flood-index.ts';
import { customaryStorms } from '../model/storm.ts';
import { parseOwnStorm } from '../model/storm-id.ts';
import { startFloodView } from '../workers/start-flood-view.ts';
import { flood, initialFlood, lastSecond, setFloodStorm } from './flood.ts';
import { computeBreach } from './flood-breach.ts';
import { selectFloodChange } from './flood-change.ts';
import { computeStorm, endComputing, isComputed, showToday, stopComputing } from './flood-compute.ts';
import {
  beginShowing,
  drawFlood,
  endShowing,
  floodIndexUrl,
  forgetToday,
  isShowing,
  lookAgain,
  showChosen,
  toStorm,
} from './flood-shown.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { reportProblem, type TwinState, twin } from './twin.ts';

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function loadIndex(readJson: ReadJson): Promise<void> {
  if (flood.getState().index.status !== 'idle' || twin.getState().municipality.status !== 'ready') return;
  const url = floodIndexUrl(twin.getState());
  if (url === undefined) {
    flood.setState({ index: { status: 'failed', message: 'municipality.json has no address of flood files' } });
    return;
  }
  flood.setState({ index: { status: 'running' } });
  try {
    const value = parseFloodIndex(await readJson(url), url);
    flood.setState({ index: { status: 'ready', value } });
    if (value.facades !== undefined) void loadFacades(new URL(value.facades, url).href, readJson);
  } catch (error) {
    flood.setState({ index: { status: 'failed', message: messageOf(error) } });
  }
}

/** Without them the depth at a door is told, and not whether it comes in. */
async function loadFacades(url: string, readJson: ReadJson): Promise<void> {
  try {
    flood.setState({ facades: parseFloodFacades(await readJson(url), url) });
  } catch (error) {
    reportProblem({ what: 'flood', url, detail: messageOf(error) });
  }
}

/** The storm that is chosen: read, or computed when it is one of the visitor's own or something changes the ground. */
function showWanted(): Promise<void> {
  const { index } = flood.getState();
  if (index.status !== 'ready') return Promise.resolve();
  const { flood: choice, footprint } = twin.getState();
  const { runs } = index.value;
  const breach = parseBreachId(choice.storm);
  if (breach) {
    const { job, run } = flood.getState();
    const isHere = (job.status === 'running' && job.storm.id === choice.storm) || run?.storm.id === choice.storm;
    if (!isHere) void computeBreach(breach);
    return Promise.resolve();
  }
  // Customary storms that were not computed ahead are computed as the visitor's own are.
  const own = parseOwnStorm(choice.storm) ?? customaryStorms.find(({ id }) => id === choice.storm);
  const entry = runs.find((known) => known.storm.id === choice.storm) ?? (own ? undefined : runs[0]);
  const change = selectFloodChange(twin.getState());
  if (entry && !change) {
    stopComputing();
    forgetToday();
    flood.setState({ compared: [] });
    return showChosen();
  }
  const storm = entry ? toStorm(entry.storm) : own;
  // What is computed lies around the middle of the picture: of a link that is opened there is none yet.
  if (!storm || isComputed(storm.id) || !footprint) return Promise.resolve();
  computeStorm(storm);
  return Promise.resolve();
}

/** A storm of the index; what was computed here is gone from the picture. */
export function chooseStorm(storm: string): void {
  stopComputing();
  setFloodStorm(storm);
  void showWanted();
}

async function drawOrTell(): Promise<void> {
  try {
    await drawFlood();
  } catch (error) {
    flood.setState({ problem: messageOf(error) });
  }
}

/** What another picture is drawn for. */
const drawnBy = ['view', 'scheme', 'second', 'hasArrows'] as const;

/** A link, or a picture that was kept, may name another moment than the one that is shown. */
function moveClock(second: number | undefined): void {
  const { clock } = flood.getState();
  const last = lastSecond(flood.getState());
  const wanted = Math.min(second ?? last, last);
  if (Math.round(clock) !== wanted) flood.setState({ clock: wanted, isPlaying: false });
}

/** Until the returned function is called: reads and draws while the overlay is shown, and lets go of it all when it is not. */
export function followFlood(readJson: ReadJson = fetchJson, startView = startFloodView): () => void {
  /** Of what changed the ground when it was last looked at. */
  let changeKey: string | undefined;

  function begin() {
    changeKey = selectFloodChange(twin.getState())?.key;
    beginShowing(startView());
    void loadIndex(readJson).then(showWanted);
  }

  function end() {
    endComputing();
    endShowing();
    const { index, facades } = flood.getState();
    flood.setState({ ...initialFlood, ...(index.status === 'ready' ? { index, facades } : {}) });
  }

  function hear(state: TwinState, before: TwinState) {
    if (!state.overlays.flood.visible) {
      if (isShowing()) end();
      return;
    }
    if (!isShowing()) begin();
    if (state.municipality !== before.municipality) void loadIndex(readJson).then(showWanted);
    const [now, past] = [state.flood, before.flood];
    const key = selectFloodChange(state)?.key;
    const isOther = key !== changeKey;
    changeKey = key;
    if (state.compare.mode !== before.compare.mode || now.view !== past.view) showToday();
    if (now.storm !== past.storm || isOther) void showWanted();
    else {
      if (now.second !== past.second) moveClock(now.second);
      if (drawnBy.some((name) => now[name] !== past[name])) void drawOrTell();
    }
    if (state.footprint === before.footprint) return;
    if (before.footprint) void lookAgain();
    else void showWanted().then(lookAgain);
  }

  if (twin.getState().overlays.flood.visible) begin();
  const unsubscribe = twin.subscribe(hear);
  return () => {
    unsubscribe();
    if (isShowing()) end();
  };
}
