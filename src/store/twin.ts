/**
 * The one store: plain values only, replaced whole. Actions are functions over it; the interface, the tests and the
 * console call the same ones. The scene reads it through `bind`, the interface through selectors.
 */
import { createStore } from 'zustand/vanilla';
import type { AttributeValue } from '../model/building-attributes.ts';
import type { BuildingMarks } from '../model/building-marks.ts';
import type { AddressIndex, BuildingTable, StreetIndex } from '../model/city-index.ts';
import { type ClaimChoice, initialClaimChoice } from '../model/claim-choice.ts';
import { type ClaimDecisions, noDecisions } from '../model/claim-decisions.ts';
import { type CountChoice, initialCountChoice } from '../model/count-choice.ts';
import { type CrowdChoice, initialCrowdChoice } from '../model/crowd-choice.ts';
import type { DrawState } from '../model/draw-state.ts';
import { type FloodChoice, initialFloodChoice } from '../model/flood-choice.ts';
import { type FloodMeasures, noMeasures } from '../model/flood-measure.ts';
import { type HeatChoice, initialHeatChoice } from '../model/heat.ts';
import type { History } from '../model/history.ts';
import type { Loadable } from '../model/loadable.ts';
import { initialMeasure, type MeasureState } from '../model/measure-state.ts';
import type { Municipality } from '../model/municipality.ts';
import type { HouseWindow } from '../model/outlook.ts';
import type { Moment, Plan } from '../model/plan.ts';
import type { PlanModel } from '../model/plan-model.ts';
import type { Problem } from '../model/problem.ts';
import type { QuestionId } from '../model/question-ids.ts';
import type { ScenarioFile } from '../model/scenario.ts';
import { initialSolarChoice, type SolarChoice } from '../model/solar-choice.ts';
import type { SunPlace } from '../model/sun.ts';
import { initialSunlightChoice, type SunlightChoice } from '../model/sunlight-choice.ts';
import type { UseCaseCanvas } from '../model/use-case-canvas.ts';
import type { ScenarioList } from './scenario-list.ts';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** What can be shown and hidden, in the order of the panel. */
export const layerIds = ['buildings', 'trees', 'labels', 'map'] as const;
export type LayerId = (typeof layerIds)[number];

/** What an engine computed and the picture shows on top of the town: by the question that it answers. */
export const overlayIds = [
  'flood',
  'sunlight',
  'solar',
  'heat',
  'claims',
  'crowd',
  'counts',
] as const satisfies readonly QuestionId[];
export type OverlayId = (typeof overlayIds)[number];

/** What can be done with the picture, in the order of the panel. */
export const toolIds = ['sun', 'window', 'measure', 'draw', 'picture', 'scenario'] as const;
export type ToolId = (typeof toolIds)[number];

export interface LayerView {
  readonly visible: boolean;
  /** 0 to 1. */
  readonly opacity: number;
}

/** The eye: RD New metres, metres NAP; heading clockwise from north, negative pitch looks down. Rounded to what a link keeps. */
export interface CameraPose {
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly headingDegrees: number;
  readonly pitchDegrees: number;
}

/** What the camera sees of the ground, heard when it stands still. */
export interface ViewFootprint {
  /** Flat x, y pairs of a polygon in RD New, cut off at `reach` metres. */
  readonly polygon: readonly number[];
  /** Ground point at the middle of the picture, if any. */
  readonly centre: PointerPlace | undefined;
  /** Metres on the ground per CSS pixel at the middle of the picture, for the scale bar. */
  readonly metresPerPixel: number | undefined;
}

export interface BuildingSelection {
  readonly id: string;
  /** As in the tile (or the building table while the tile has not come), keyed by the source's names. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** RD New and NAP, metres; no height where the picture is too coarse to read one from. */
export interface PointerPlace {
  readonly x: number;
  readonly y: number;
  readonly nap: number | undefined;
}

/** What of a plan is shown; no variant: the town as it is today. */
export interface PlanChoice {
  readonly plan: string;
  readonly variant: string | undefined;
  /** Everything up to and including this phase; all of it when absent. */
  readonly phase: string | undefined;
}

export const compareModes = ['off', 'swipe', 'side'] as const;
/** Today beside the chosen variant: under one slider, or as two pictures of one camera and one moment. */
export interface Compare {
  readonly mode: (typeof compareModes)[number];
  /** Where the slider stands, 0 left to 1 right: today is left of it. */
  readonly position: number;
}

/**
 * What an information evening plays: the open plan's stops, the list of scenarios in this window, or those of the file that
 * the municipality names.
 */
export type ProgrammeKind = 'plan' | 'list' | 'file';

/** The information evening: a programme of prepared stops on a full screen. */
export interface Evening {
  readonly programme: ProgrammeKind;
  /** Row of the programme, from 0. */
  readonly stop: number;
  /** Where the link says something else than the programme: see `eveningTimes`. */
  readonly idleSeconds: number | undefined;
  /** Nobody has touched anything for that long. */
  readonly isAlone: boolean;
  /** What the switch between today and plan goes back to. */
  readonly seen: PlanChoice | undefined;
}

/** The drawing as a link has it. */
export interface SharedDrawing {
  /** As it was opened or last changed (see `model/drawing-text.ts`); empty without one, and where it is too long. */
  readonly text: string;
  /** What of the drawing is not in the text: all of it because that is too long, or what was placed from files. */
  readonly lacks: 'drawing' | 'placed' | undefined;
}

/** The 3D picture: `unsupported` without WebGL 2, `lost` between losing the WebGL context and having it back. */
export type SceneStatus = 'waiting' | 'loading' | 'ready' | 'lost' | 'unsupported';

export interface TwinState {
  /** As chosen. */
  readonly language: Language;
  /** Of the texts on the page: the chosen one once its texts have come; undefined before the first have. */
  readonly pageLanguage: Language | undefined;
  readonly municipality: Loadable<Municipality>;
  /** Address that the municipality's relative addresses start from, ending in a slash. */
  readonly baseUrl: string;
  readonly addresses: Loadable<AddressIndex>;
  readonly streets: Loadable<StreetIndex>;
  readonly buildingTable: Loadable<BuildingTable>;
  /** In the order of municipality.json; empty where it has none. */
  readonly plans: Loadable<readonly Plan[]>;
  /** Plan models by `variantKey`; loaded ahead when a plan is opened. */
  readonly planModels: Readonly<Record<string, Loadable<PlanModel>>>;
  readonly choice: PlanChoice | undefined;
  readonly compare: Compare;
  /** Undefined until the tool "draw" was opened. */
  readonly drawing: DrawState | undefined;
  /** The drawing as it stands in the picture. */
  readonly drawn: PlanModel | undefined;
  readonly sharedDrawing: SharedDrawing;
  /** Clock time that the sun stands at; absent: the soft light of every day. */
  readonly moment: Moment | undefined;
  /** Told by the scene while there is a moment. */
  readonly sun: SunPlace | undefined;
  readonly evening: Evening | undefined;
  /** The programme that the municipality names; read when an evening asks for it. */
  readonly eveningFile: Loadable<ScenarioFile>;
  readonly layers: Readonly<Record<LayerId, LayerView>>;
  readonly overlays: Readonly<Record<OverlayId, LayerView>>;
  /** Which water, of which moment, how coloured. */
  readonly flood: FloodChoice;
  /** What roofs are coloured by, which buildings count, and which settings differ. */
  readonly solar: SolarChoice;
  /** Where sun is asked for, of which day, by which rule. */
  readonly sunlight: SunlightChoice;
  /** How heat of homes is judged, and which are listed. */
  readonly heat: HeatChoice;
  /** Which spatial claims are looked at, where. */
  readonly claims: ClaimChoice;
  /** As a link has it: see `share-claims.ts`. Whoever changes the one changes the other. */
  readonly sharedClaims: string;
  /** What clicks in the picture make while claims are shown: a place that is asked about, or corners of an area. */
  readonly claimPlacing: 'spot' | 'area' | undefined;
  readonly claimDecisions: ClaimDecisions;
  /** Which event on a square is looked at, and how. */
  readonly crowd: CrowdChoice;
  /** It and the plan as far as it was changed, as a link has them: see `share-crowd.ts`. Whoever changes the one changes the other. */
  readonly sharedCrowd: string;
  /** Which counts at the entries are looked at. */
  readonly counts: CountChoice;
  /** As a link has it: see `share-counts.ts`. Whoever changes the one changes the other. */
  readonly sharedCounts: string;
  /** A click in the picture chooses where sun is asked for. */
  readonly placesSun: boolean;
  /** Colours buildings by what was computed for them; undefined: as they are. */
  readonly buildingMarks: BuildingMarks | undefined;
  /** Against water. */
  readonly floodMeasures: FloodMeasures;
  readonly scene: SceneStatus;
  /** Tiles still to come for the present view; 0 when the picture is complete. */
  readonly pendingTiles: number;
  readonly camera: CameraPose | undefined;
  readonly footprint: ViewFootprint | undefined;
  readonly walking: boolean;
  /** The camera looks out of a window, through the lens that the view from it is computed with. */
  readonly lens: boolean;
  readonly houseWindow: HouseWindow | undefined;
  readonly selection: BuildingSelection | undefined;
  /** Id of the building that was selected last, also when it is no longer: what a tool offers first. */
  readonly lastSelected: string | undefined;
  readonly hovered: string | undefined;
  readonly pointer: PointerPlace | undefined;
  /** The question that is open in the panel. */
  readonly question: QuestionId | undefined;
  /** The tool that is open in the panel; a question or building that opens closes it. */
  readonly tool: ToolId | undefined;
  readonly scenarios: ScenarioList;
  /** The visitor's own canvases, by question; undefined in it: the municipality's stands. */
  readonly canvases: Readonly<Record<string, History<UseCaseCanvas | undefined>>>;
  /** Kept while the tool is closed, drawn while it is open. */
  readonly measure: MeasureState;
  readonly problems: readonly Problem[];
}

const visible: LayerView = { visible: true, opacity: 1 };

export const initialTwin: TwinState = {
  language: 'nl',
  pageLanguage: undefined,
  municipality: { status: 'idle' },
  baseUrl: '',
  addresses: { status: 'idle' },
  streets: { status: 'idle' },
  buildingTable: { status: 'idle' },
  plans: { status: 'idle' },
  planModels: {},
  choice: undefined,
  compare: { mode: 'off', position: 0.5 },
  drawing: undefined,
  drawn: undefined,
  sharedDrawing: { text: '', lacks: undefined },
  moment: undefined,
  sun: undefined,
  evening: undefined,
  eveningFile: { status: 'idle' },
  layers: { buildings: visible, trees: visible, labels: visible, map: visible },
  overlays: {
    flood: { visible: false, opacity: 1 },
    sunlight: { visible: false, opacity: 0.8 },
    solar: { visible: false, opacity: 1 },
    heat: { visible: false, opacity: 1 },
    claims: { visible: false, opacity: 1 },
    crowd: { visible: false, opacity: 1 },
    counts: { visible: false, opacity: 1 },
  },
  flood: initialFloodChoice,
  solar: initialSolarChoice,
  sunlight: initialSunlightChoice,
  heat: initialHeatChoice,
  claims: initialClaimChoice,
  sharedClaims: '',
  claimPlacing: undefined,
  claimDecisions: noDecisions,
  crowd: initialCrowdChoice,
  sharedCrowd: '',
  counts: initialCountChoice,
  sharedCounts: '',
  placesSun: false,
  buildingMarks: undefined,
  floodMeasures: noMeasures,
  scene: 'waiting',
  pendingTiles: 0,
  camera: undefined,
  footprint: undefined,
  walking: false,
  lens: false,
  houseWindow: undefined,
  selection: undefined,
  lastSelected: undefined,
  hovered: undefined,
  pointer: undefined,
  question: undefined,
  tool: undefined,
  scenarios: { items: [], evening: {}, past: [], written: { items: [], evening: {} } },
  canvases: {},
  measure: initialMeasure,
  problems: [],
};

export const twin = createStore<TwinState>(() => initialTwin);

export function setLanguage(language: Language): void {
  twin.setState({ language });
}

/** Its texts are here. */
export function showLanguage(pageLanguage: Language): void {
  twin.setState({ pageLanguage });
}

export function setLayer(id: LayerId, change: Partial<LayerView>): void {
  const { layers } = twin.getState();
  twin.setState({ layers: { ...layers, [id]: { ...layers[id], ...change } } });
}

export function setOverlay(id: OverlayId, change: Partial<LayerView>): void {
  const { overlays } = twin.getState();
  twin.setState({ overlays: { ...overlays, [id]: { ...overlays[id], ...change } } });
}

export function selectBuilding(selection: BuildingSelection | undefined): void {
  twin.setState(selection ? { selection, lastSelected: selection.id } : { selection });
}

export function hoverBuilding(hovered: string | undefined): void {
  if (twin.getState().hovered !== hovered) twin.setState({ hovered });
}

export function setPointer(pointer: PointerPlace | undefined): void {
  twin.setState({ pointer });
}

export function setSceneStatus(scene: SceneStatus): void {
  twin.setState({ scene });
}

export function setPendingTiles(pendingTiles: number): void {
  if (twin.getState().pendingTiles !== pendingTiles) twin.setState({ pendingTiles });
}

/** The camera's owner is the scene: it tells where the camera came to rest. To move it, send a command. */
export function reportCamera(camera: CameraPose, footprint: ViewFootprint): void {
  twin.setState({ camera, footprint });
}

export function reportSun(sun: SunPlace | undefined): void {
  twin.setState({ sun });
}

export function setWalking(walking: boolean): void {
  twin.setState({ walking });
}

/** The camera's too: the scene tells when it looks through the lens and when that is taken off. */
export function setLens(lens: boolean): void {
  if (twin.getState().lens !== lens) twin.setState({ lens });
}

/** A question brings its overlay and takes those of others away; a tool that opens leaves them, so that it can be used on them. */
export function openQuestion(question: QuestionId | undefined): void {
  twin.setState({ question, tool: undefined });
  for (const id of overlayIds) {
    const { visible: isShown } = twin.getState().overlays[id];
    if (isShown !== (id === question)) setOverlay(id, { visible: id === question });
  }
}

/** What was chosen in the picture gives way to it; not to scenarios, of which it is a part. */
export function openTool(tool: ToolId | undefined): void {
  twin.setState(
    tool === undefined || tool === 'scenario' ? { tool } : { tool, question: undefined, selection: undefined },
  );
}

/** Adds a problem once per thing and address. */
export function reportProblem(problem: Problem): void {
  const { problems } = twin.getState();
  if (problems.some(({ what, url }) => what === problem.what && url === problem.url)) return;
  twin.setState({ problems: [...problems, problem] });
}

/** The visitor has read it; it comes back when it happens at another address. */
export function dismissProblem(what: Problem['what']): void {
  twin.setState({ problems: twin.getState().problems.filter((problem) => problem.what !== what) });
}
