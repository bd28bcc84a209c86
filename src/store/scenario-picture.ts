/** The present picture as a scenario, and back: the one place that knows what a picture depends on. */
import type { DataVersion } from '../model/data-version.ts';
import { classSchemes, floodViews } from '../model/flood-classes.ts';
import type { PlanVolume } from '../model/plan-volume.ts';
import { SCENARIO_SCHEMA, type Scenario } from '../model/scenario.ts';
import { softwareVersion } from '../model/version.ts';
import { presentData } from './data-version.ts';
import { applyView } from './follow-address.ts';
import { type Picture, type SharedFlood, type SharedView, writeLink } from './share-link.ts';
import { compareModes, initialTwin, languages, layerIds, questionIds, reportProblem, twin } from './twin.ts';

/** Of the local day: an evening session is of that day, not of tomorrow in Greenwich. */
const toDay = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** Its code is fetched with the drawing. What was drawn before comes back with the tool's own undo. */
async function showDrawing(volumes: readonly PlanVolume[], peilNap: number): Promise<void> {
  try {
    const { replaceVolumes } = await import('./drawing.ts');
    replaceVolumes(volumes, peilNap);
  } catch (error) {
    reportProblem({ what: 'scene', url: 'drawing', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Without title: whoever keeps it gives it one. */
export function presentScenario(now = new Date()): Omit<Scenario, 'title'> {
  const state = twin.getState();
  const { municipality, layers, choice, camera, moment, question, selection, walking, language, compare, drawing } =
    state;
  const { visible: hasFlood, opacity } = state.overlays.flood;
  if (municipality.status !== 'ready') throw new Error('Expected the municipality to have come.');
  const data = presentData();
  const { volumes = [], peilNap = 0 } = drawing?.history.present ?? {};
  return {
    schema: SCENARIO_SCHEMA,
    municipality: municipality.value.id,
    ...(data && { dataHash: data.hash }),
    ...(data?.date !== undefined && { dataDate: data.date }),
    madeWith: softwareVersion,
    created: toDay(now),
    ...(choice && { choice: { ...choice } }),
    measures: [],
    ...(moment && { moment }),
    layers: Object.fromEntries(layerIds.map((id) => [id, { ...layers[id] }])),
    ...(camera && { camera }),
    walking,
    ...(question && { question }),
    language,
    ...(hasFlood && { flood: { ...state.flood, opacity } }),
    compare: { ...compare },
    ...(selection && { selection: selection.id }),
    ...(volumes.length > 0 && { volumes, peilNap }),
  };
}

interface ScenarioView {
  readonly view: SharedView;
  /** Names of what this version does not show: layers, measures, a question… */
  readonly unknown: readonly string[];
}

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | undefined =>
  list.find((item) => item === value);

/** Undefined without water, or with a field or classes that this version does not know. */
function floodOf({ flood }: Scenario): SharedFlood | undefined {
  const view = oneOf(floodViews, flood?.view);
  const scheme = oneOf(classSchemes, flood?.scheme);
  if (!flood || !view || !scheme) return undefined;
  const { storm, second, hasPattern, opacity } = flood;
  return { choice: { storm, view, second, scheme, hasPattern }, opacity };
}

function scenarioToView(scenario: Scenario): ScenarioView {
  const { choice, moment, camera, walking, selection, dataHash, dataDate } = scenario;
  const question = oneOf(questionIds, scenario.question);
  const mode = oneOf(compareModes, scenario.compare.mode);
  const language = oneOf(languages, scenario.language);
  const layers = { ...initialTwin.layers };
  const unknown: string[] = [];
  for (const [name, { visible, opacity }] of Object.entries(scenario.layers)) {
    const id = oneOf(layerIds, name);
    if (id) layers[id] = { visible, opacity };
    else unknown.push(name);
  }
  if (scenario.question !== undefined && !question) unknown.push(scenario.question);
  if (!mode) unknown.push(scenario.compare.mode);
  const flood = floodOf(scenario);
  if (scenario.flood && !flood) unknown.push(scenario.flood.view);
  unknown.push(...scenario.measures.map(({ id, kind }, i) => String(kind ?? id ?? `measure ${i + 1}`)));
  return {
    view: {
      layers,
      walking,
      ...(mode && { compare: { mode, position: scenario.compare.position } }),
      ...(language && { language }),
      ...(question && { question }),
      ...(camera && { camera }),
      ...(choice && { choice: { plan: choice.plan, variant: choice.variant, phase: choice.phase } }),
      ...(moment && { moment }),
      ...(flood && { flood }),
      ...(selection !== undefined && { building: selection }),
      ...(dataHash !== undefined && { data: { hash: dataHash, date: dataDate } }),
    },
    unknown,
  };
}

/** Returns the names of what this version cannot show. */
export function showScenario(scenario: Scenario): readonly string[] {
  const { view, unknown } = scenarioToView(scenario);
  const { volumes = [], peilNap = 0 } = scenario;
  applyView(view);
  // Also without volumes: what was drawn for another picture is no part of this one.
  if (volumes.length > 0 || twin.getState().drawing) void showDrawing(volumes, peilNap);
  return unknown;
}

function viewToPicture(view: SharedView): Picture {
  const { layers, language, walking, compare } = { ...initialTwin, ...view };
  const { camera, question, choice, moment, building } = view;
  const selection = building === undefined ? undefined : { id: building, attributes: {} };
  const overlays = { flood: { visible: view.flood !== undefined, opacity: view.flood?.opacity ?? 1 } };
  const flood = view.flood?.choice ?? initialTwin.flood;
  return { camera, layers, overlays, flood, selection, language, walking, question, choice, compare, moment };
}

/** The address that shows the scenario; without what the user drew and placed, which only a file holds. */
export function scenarioAddress(scenario: Scenario): string {
  const { municipality } = twin.getState();
  const isHere = municipality.status === 'ready' && municipality.value.id === scenario.municipality;
  const address = new URL(location.href);
  if (!isHere) address.search = `?municipality=${scenario.municipality}`;
  const { view } = scenarioToView(scenario);
  const data: DataVersion | undefined = view.data;
  address.hash = writeLink(viewToPicture(view), data);
  return address.href;
}
