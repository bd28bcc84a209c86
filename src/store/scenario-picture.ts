/** The present picture as a scenario, and back: the one place that knows what a picture depends on. */
import type { ClaimDecision } from '../model/claim-decisions.ts';
import type { DataVersion } from '../model/data-version.ts';
import type { Drawing } from '../model/drawing.ts';
import { classSchemes, floodViews } from '../model/flood-classes.ts';
import { type FloodMeasure, noMeasures } from '../model/flood-measure.ts';
import { fileToMeasure, measureToFile, writeMeasures } from '../model/flood-measure-file.ts';
import { keepHeat, toHeatRecord } from '../model/heat.ts';
import { questionIds } from '../model/question-ids.ts';
import { SCENARIO_SCHEMA, type Scenario } from '../model/scenario.ts';
import { sunTrees } from '../model/sunlight.ts';
import { initialSunlightChoice, isOwnRule, type SunlightChoice, sunMapViews } from '../model/sunlight-choice.ts';
import { softwareVersion } from '../model/version.ts';
import { replaceDecisions } from './claim-decisions.ts';
import { presentData } from './data-version.ts';
import { replaceMeasures } from './flood-measures.ts';
import { applyView, visitView } from './follow-address.ts';
import { ownCanvases, takeOverCanvases } from './own-canvases.ts';
import { decisionsOf, sharedClaimsOf, toClaimsRecord, toDecisionRecords } from './scenario-claims.ts';
import { sharedCountsOf, toCountsRecord } from './scenario-counts.ts';
import { sharedCrowdOf, toCrowdRecord } from './scenario-crowd.ts';
import { readSolarRecord, toSolarRecord } from './scenario-solar.ts';
import type { SharedFlood } from './share-flood.ts';
import { type SharedView, shownWindow, writeLink } from './share-link.ts';
import { shareDrawing } from './shared-drawing.ts';
import { compareModes, initialTwin, languages, layerIds, reportProblem, type TwinState, twin } from './twin.ts';

/** Of the local day: an evening session is of that day, not of tomorrow in Greenwich. */
const toDay = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

function isDrawn({ volumes, placed, peilNap }: Drawing): boolean {
  const { drawing } = twin.getState();
  const count = volumes.length + placed.length;
  if (!drawing) return count === 0;
  const { present } = drawing.history;
  if (present.volumes.length + present.placed.length !== count) return false;
  return (
    count === 0 ||
    JSON.stringify([volumes, placed, peilNap]) === JSON.stringify([present.volumes, present.placed, present.peilNap])
  );
}

/** Counts the scenarios that were shown: the code of the drawing may come when the next one is there already. */
let shown = 0;

/** Also without any: what was drawn for another picture is no part of this one. It comes back with the tool's own undo. */
async function showDrawing(drawing: Drawing): Promise<void> {
  const turn = ++shown;
  if (isDrawn(drawing)) return;
  try {
    const { replaceDrawing } = await import('./drawing.ts');
    if (turn === shown) replaceDrawing(drawing);
  } catch (error) {
    reportProblem({ what: 'scene', url: 'drawing', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Its title is still to come. */
type Untitled = Omit<Scenario, 'title'>;

/** Today's town from nowhere in particular, of the data that are here and in the language of the page. */
export function emptyScenario(now = new Date()): Untitled {
  const { municipality, language } = twin.getState();
  if (municipality.status !== 'ready') throw new Error('Expected the municipality to have come.');
  const data = presentData();
  return {
    schema: SCENARIO_SCHEMA,
    municipality: municipality.value.id,
    ...(data && { dataHash: data.hash }),
    ...(data?.date !== undefined && { dataDate: data.date }),
    madeWith: softwareVersion,
    created: toDay(now),
    measures: [],
    layers: toLayers(initialTwin.layers),
    walking: false,
    language,
    compare: { ...initialTwin.compare },
  };
}

const toLayers = (layers: TwinState['layers']) => Object.fromEntries(layerIds.map((id) => [id, { ...layers[id] }]));

/** Without title: whoever keeps it gives it one. */
export function presentScenario(now = new Date()): Untitled {
  const houseWindow = shownWindow(twin.getState());
  const { overlays, flood, solar, sunlight, heat, claims, counts, claimDecisions, floodMeasures } = twin.getState();
  const { layers, choice, camera, moment, question, selection, walking, compare, drawing, lens } = twin.getState();
  const { volumes = [], placed = [], peilNap = 0 } = drawing?.history.present ?? {};
  const canvases = ownCanvases(twin.getState());
  return {
    ...emptyScenario(now),
    layers: toLayers(layers),
    walking,
    measures: floodMeasures.items.map(measureToFile),
    ...(overlays.flood.visible && { flood: { ...flood, opacity: overlays.flood.opacity } }),
    ...(overlays.solar.visible && { solar: toSolarRecord(solar, overlays.solar.opacity) }),
    ...(overlays.sunlight.visible && { sunlight: { ...sunlight } }),
    ...(overlays.heat.visible && { heat: toHeatRecord(heat) }),
    ...(overlays.claims.visible && { claims: toClaimsRecord(claims) }),
    ...(overlays.counts.visible && { counts: toCountsRecord(counts) }),
    ...(overlays.crowd.visible && { crowd: toCrowdRecord() }),
    ...(claimDecisions.items.length > 0 && { decisions: toDecisionRecords(claimDecisions.items) }),
    compare: { ...compare },
    ...(choice && { choice: { ...choice } }),
    ...(moment && { moment }),
    ...(camera && { camera }),
    ...(question && { question }),
    ...(selection && { selection: selection.id }),
    ...(lens && { lens }),
    ...(houseWindow && { window: { ...houseWindow } }),
    ...(volumes.length > 0 && { volumes }),
    ...(placed.length > 0 && { placed }),
    ...(volumes.length + placed.length > 0 && { peilNap }),
    ...(canvases.length > 0 && { canvases }),
  };
}

/** Those that this version knows. */
const listMeasures = ({ measures }: Scenario): FloodMeasure[] =>
  measures.flatMap((kept, i) => fileToMeasure(kept, i) ?? []);

/** As with a drawing: also without any. */
function showMeasures(items: readonly FloodMeasure[]): void {
  if (items.length + twin.getState().floodMeasures.items.length > 0) replaceMeasures(items);
}

/** What of its measures a link holds; undefined where they are too many, or some are not known here. */
export function sharedMeasuresOf(scenario: Scenario): string | undefined {
  const items = listMeasures(scenario);
  return items.length === scenario.measures.length ? writeMeasures(items) : undefined;
}

function showDecisions(items: readonly ClaimDecision[]): void {
  if (items.length + twin.getState().claimDecisions.items.length > 0) replaceDecisions(items);
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
  const { storm, second, hasPattern, hasEffects = false, hasArrows = true, opacity } = flood;
  return { choice: { storm, view, second, scheme, hasPattern, hasEffects, hasArrows }, opacity };
}

/** Undefined without sun hours, or with a map or place that this version does not know; which rules there are the municipality says. */
function sunlightOf({ sunlight }: Scenario): SunlightChoice | undefined {
  const map = oneOf(sunMapViews, sunlight?.map);
  if (!sunlight || !map) return undefined;
  const { place, date, rule } = sunlight;
  const { from, until, hours, minElevationDegrees } = sunlight.own ?? initialSunlightChoice.own;
  const told = { from, until, hours, minElevationDegrees };
  const own = isOwnRule(told) ? told : initialSunlightChoice.own;
  const trees = oneOf(sunTrees, sunlight.trees) ?? initialSunlightChoice.trees;
  const choice = { place: undefined, date, rule, own, map, trees };
  if (!place) return choice;
  const { kind, x, y, number, floor, facing } = place;
  if (kind === 'spot') return { ...choice, place: { kind, x, y } };
  if (kind !== 'window' || number === undefined || floor === undefined) return undefined;
  return { ...choice, place: { kind, x, y, number, floor, facing } };
}

/** `isAddress`: for a link, which holds less. */
function scenarioToView(scenario: Scenario, isAddress = false): ScenarioView {
  const { choice, moment, camera, walking, selection, lens, window, dataHash, dataDate } = scenario;
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
  const solar = readSolarRecord(scenario.solar);
  if (scenario.solar && !solar) unknown.push(scenario.solar.colour);
  const flood = floodOf(scenario);
  if (scenario.flood && !flood) unknown.push(scenario.flood.view);
  const sunlight = sunlightOf(scenario);
  if (scenario.sunlight && !sunlight) unknown.push('sunlight');
  const heat = scenario.heat && keepHeat(scenario.heat);
  const claims = sharedClaimsOf(scenario);
  if (scenario.claims && claims === undefined) unknown.push('claims');
  const crowd = sharedCrowdOf(scenario, isAddress);
  if (scenario.crowd && crowd === undefined) unknown.push('crowd');
  const counts = sharedCountsOf(scenario);
  if (scenario.counts && counts === undefined) unknown.push('counts');
  for (const [i, kept] of scenario.measures.entries())
    if (!fileToMeasure(kept, i)) unknown.push(String(kept['kind'] ?? kept['id'] ?? `measure ${i + 1}`));
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
      ...(solar && { solar }),
      ...(sunlight && { sunlight }),
      ...(heat && { heat }),
      ...(claims !== undefined && { claims }),
      ...(crowd !== undefined && { crowd }),
      ...(counts !== undefined && { counts }),
      ...(selection !== undefined && { building: selection }),
      ...(camera && lens && { lens }),
      ...(window && { houseWindow: window }),
      ...(dataHash !== undefined && { data: { hash: dataHash, date: dataDate } }),
    },
    unknown,
  };
}

/** Returns the names of what this version cannot show. `isStop`: as one of an evening that goes on. */
export function showScenario(scenario: Scenario, isStop = false): readonly string[] {
  const { view, unknown } = scenarioToView(scenario);
  const { volumes = [], placed = [], peilNap = 0 } = scenario;
  if (isStop) visitView(view);
  else applyView(view);
  void showDrawing({ volumes, placed, peilNap });
  showMeasures(listMeasures(scenario));
  if (!isStop) takeOverCanvases(scenario.canvases ?? []);
  showDecisions(decisionsOf(scenario));
  return unknown;
}

function viewToPicture(view: SharedView): Parameters<typeof writeLink>[0] {
  const { layers, language, walking, compare } = { ...initialTwin, ...view };
  const { camera, question, choice, moment, building, lens = false, houseWindow } = view;
  const selection = building === undefined ? undefined : { id: building, attributes: {} };
  const overlays = {
    flood: { visible: view.flood !== undefined, opacity: view.flood?.opacity ?? 1 },
    solar: { visible: view.solar !== undefined, opacity: view.solar?.opacity ?? 1 },
    sunlight: { ...initialTwin.overlays.sunlight, visible: view.sunlight !== undefined },
    heat: { visible: view.heat !== undefined, opacity: 1 },
    claims: { visible: view.claims !== undefined, opacity: 1 },
    crowd: { visible: view.crowd !== undefined, opacity: 1 },
    counts: { visible: view.counts !== undefined, opacity: 1 },
  };
  const flood = view.flood?.choice ?? initialTwin.flood;
  const solar = view.solar?.choice ?? initialTwin.solar;
  const sunlight = view.sunlight ?? initialTwin.sunlight;
  const heat = view.heat ?? initialTwin.heat;
  const tool = houseWindow && 'window';
  return {
    camera,
    layers,
    overlays,
    flood,
    solar,
    sunlight,
    heat,
    sharedClaims: view.claims ?? '',
    sharedCrowd: view.crowd ?? '',
    sharedCounts: view.counts ?? '',
    selection,
    language,
    walking,
    question,
    choice,
    compare,
    moment,
    lens,
    houseWindow,
    tool,
  };
}

/** What a link holds of what was drawn for a scenario. */
export const sharedDrawingOf = ({ volumes = [], placed = [], peilNap = 0 }: Scenario) =>
  shareDrawing({ volumes, placed, peilNap });

/** The address that shows the scenario; without what only a file holds. */
export function scenarioAddress(scenario: Scenario): string {
  const { municipality } = twin.getState();
  const isHere = municipality.status === 'ready' && municipality.value.id === scenario.municipality;
  const address = new URL(location.href);
  if (!isHere) address.search = `?municipality=${scenario.municipality}`;
  const { view } = scenarioToView(scenario, true);
  const data: DataVersion | undefined = view.data;
  const floodMeasures = { ...noMeasures, shared: sharedMeasuresOf(scenario) ?? '' };
  const picture = { ...viewToPicture(view), sharedDrawing: sharedDrawingOf(scenario), floodMeasures };
  address.hash = writeLink(picture, data);
  return address.href;
}
