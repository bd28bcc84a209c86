/** Everything of one municipality that is drawn, each tied to its part of the store. */
import { type Cartesian2, Rectangle, type Scene } from 'cesium';
import type { Dataset, Municipality } from '../model/municipality.ts';
import type { PlanBuilding } from '../store/plan-building.ts';
import { findPlan } from '../store/plans.ts';
import { selectProposal } from '../store/select-proposal.ts';
import { type BuildingSelection, type LayerId, selectBuilding, type TwinState, twin } from '../store/twin.ts';
import type { AnswerView } from './answer-layer.ts';
import { bind } from './bind.ts';
import { type Buildings, createBuildings } from './buildings.ts';
import type { Daylight } from './daylight.ts';
import type { DrawAidsView } from './draw-aids.ts';
import type { MeasureAidsView } from './flood-measure-aids.ts';
import { rdToCartographic } from './frames.ts';
import { createLabels } from './labels.ts';
import { createLater } from './later.ts';
import { createMap } from './map.ts';
import type { MeasureView } from './measure.ts';
import { createProblemReporter } from './problems.ts';
import type { MakesRoom, Proposal, ProposalView } from './proposal.ts';
import { cacheBytes } from './quality.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';
import { createTerrain } from './terrain.ts';
import type { ClaimOverlayView } from './tie-claims.ts';
import type { CountsOverlayView } from './tie-counts.ts';
import type { CrowdOverlayView, TiedCrowd } from './tie-crowd.ts';
import type { FloodOverlayView, TiedFlood } from './tie-flood.ts';
import type { SolarOverlayView, TiedSolar } from './tie-solar.ts';
import type { SunlightOverlayView, TiedSunlight } from './tie-sunlight.ts';
import { createTrees } from './trees.ts';
import { createWorld } from './world.ts';

export interface Layers {
  /** Nothing of it is there until a plan or a drawing is shown. */
  readonly proposal: Pick<Proposal, 'setDrawn'>;
  /** The building of a plan at a place in the window, where `scene.pick` found something. */
  readPlanBuilding(picked: unknown, position: Cartesian2): BuildingSelection | undefined;
  /** Buildings of what is shown of a plan, with their places. */
  listPlanBuildings(): readonly PlanBuilding[];
  /** The building that `scene.pick` found; undefined when it found something else. */
  readBuilding(picked: unknown): BuildingSelection | undefined;
  /** The building by its id, when one of its tiles is loaded. */
  findBuilding(id: string): BuildingSelection | undefined;
  /** Whether frame follows frame though the camera stands still. */
  isPlaying(): boolean;
  /** Primitives of the scene that are no buildings. */
  listUnsolid(): object[];
  destroy(): void;
}

/** Rectangle in longitude and latitude around an RD extent. */
function extentToRectangle([west, south, east, north]: Municipality['extent']): Rectangle {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  return Rectangle.fromCartographicArray(corners.map(([x, y]) => rdToCartographic(x, y)));
}

/** `new URL()` would encode the braces of `{z}/{x}/{y}`. */
const resolveUrl = (url: string, baseUrl: string) => (/^([a-z]+:|\/)/i.test(url) ? url : baseUrl + url);

function firstDefined<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = read(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** What a tile knows replaces what a link or the building table knew, as long as the same building is selected. */
function fillSelection(known: BuildingSelection): void {
  const { selection } = twin.getState();
  if (selection?.id !== known.id) return;
  if (Object.keys(known.attributes).length > Object.keys(selection.attributes).length) selectBuilding(known);
}

export function createLayers(scene: Scene, municipality: Municipality, baseUrl: string, daylight: Daylight): Layers {
  const { globe } = scene;
  const ends: (() => void)[] = [];
  const buildings: Buildings[] = [];
  const makers: MakesRoom[] = [];
  const memory = cacheBytes();

  function tie<View extends object>(layer: SceneLayer<View>, select: (state: TwinState) => View) {
    const untie = bind(layer, select);
    ends.push(() => {
      untie();
      layer.destroy();
    });
  }

  /** What is drawn has an address; sources that were not made yet have only files. */
  function stream(
    what: LayerId | 'terrain',
    dataset: Dataset | undefined,
    create: (url: string, onError: OnError) => void,
  ) {
    if (!dataset) return;
    const url = dataset.url && resolveUrl(dataset.url, baseUrl);
    const onError = createProblemReporter(what, url ?? dataset.files?.join(', ') ?? '');
    if (url) create(url, onError);
    else onError('has no url yet: make it with "cli build"');
  }

  const world = createWorld(globe, createProblemReporter('map', 'cesium/Assets/Textures/NaturalEarthII'));
  tie(world, () => ({}));
  stream('terrain', municipality.terrain, (url, onError) => tie(createTerrain(globe, url, onError), () => ({})));
  stream('map', municipality.map, (url, onError) => {
    const { minimumLevel, maximumLevel, tileSize, rectangle: degrees, detail: part } = municipality.map ?? {};
    const rectangle = degrees ? Rectangle.fromDegrees(...degrees) : extentToRectangle(municipality.extent);
    const detail = part && { ...part, rectangle: Rectangle.fromDegrees(...part.rectangle) };
    tie(
      createMap(scene, { url, minimumLevel, maximumLevel, tileSize, rectangle, detail }, onError),
      ({ layers }) => layers.map,
    );
  });
  for (const dataset of municipality.buildings) {
    stream('buildings', dataset, (url, onError) => {
      const layer = createBuildings(scene, url, { cacheBytes: memory }, daylight, fillSelection, onError);
      buildings.push(layer);
      makers.push(layer);
      tie(layer, ({ layers, selection, hovered, measure, tool, buildingMarks }) => ({
        layer: layers.buildings,
        selected: selection?.id ?? (tool === 'measure' && measure.mode === 'height' ? measure.building?.id : undefined),
        hovered,
        marks: buildingMarks,
      }));
    });
  }
  stream('trees', municipality.trees, (url, onError) => {
    const layer = createTrees(scene, url, { cacheBytes: memory / 4 }, daylight, onError);
    makers.push(layer);
    tie(layer, ({ layers }) => layers.trees);
  });
  const onFloodError = createProblemReporter('flood', 'flood');
  const onPlanError = createProblemReporter('plan', '');
  let proposal: Proposal | undefined;
  let planBuildings: Pick<Layers, 'readPlanBuilding' | 'listPlanBuildings'> | undefined;
  const laterProposal = createLater<ProposalView>(
    ({ shown, known, area }) => shown.length + known.length > 0 || area !== undefined,
    async () => {
      const [{ createProposal }, { fillPlanSelection, readPlanBuilding }, { listPlanBuildings }] = await Promise.all([
        import('./proposal.ts'),
        import('./plan-buildings.ts'),
        import('../store/plan-building.ts'),
      ]);
      return () => {
        const made = createProposal(scene, daylight, () => makers, onPlanError);
        proposal = made;
        planBuildings = {
          readPlanBuilding: (picked, at) => (made.owns(picked) ? readPlanBuilding(scene, at) : undefined),
          listPlanBuildings: () => listPlanBuildings(twin.getState()),
        };
        return {
          update(view) {
            made.update(view);
            fillPlanSelection();
          },
          destroy: made.destroy,
        };
      };
    },
    onPlanError,
  );
  tie(laterProposal, (state) => ({
    ...selectProposal(state),
    selected: state.selection?.id,
    hovered: state.hovered,
    area: findPlan(state, state.choice?.plan)?.area,
    isToday: state.choice?.variant === undefined,
  }));
  tie(createLabels(scene), ({ layers, streets }) => ({
    layer: layers.labels,
    streets: streets.status === 'ready' ? streets.value : undefined,
  }));
  let water: TiedFlood | undefined;
  const laterWater = createLater<FloodOverlayView>(
    ({ layer }) => layer.visible,
    async () => {
      const { tieFlood } = await import('./tie-flood.ts');
      return () => {
        const layer = tieFlood(scene, daylight, onFloodError);
        water = layer;
        return layer;
      };
    },
    onFloodError,
  );
  tie(laterWater, ({ overlays, flood }) => ({ layer: overlays.flood, hasPattern: flood.hasPattern }));
  let sun: TiedSunlight | undefined;
  const onSunError = createProblemReporter('sunlight', 'sunlight');
  const laterSun = createLater<SunlightOverlayView>(
    ({ layer }) => layer.visible,
    async () => {
      const { tieSunlight } = await import('./tie-sunlight.ts');
      return () => {
        const layer = tieSunlight(scene, onSunError);
        sun = layer;
        return layer;
      };
    },
    onSunError,
  );
  tie(laterSun, (state) => ({
    layer: state.overlays.sunlight,
    sunlight: state.sunlight,
    moment: state.moment,
    language: state.language,
    isPlanShown: selectProposal(state).shown.length > 0,
  }));
  let roofs: TiedSolar | undefined;
  const laterSolar = createLater<SolarOverlayView>(
    ({ layer }) => layer.visible,
    async () => {
      const { tieSolar } = await import('./tie-solar.ts');
      return () => {
        const layer = tieSolar(scene, (paint) => {
          for (const tiles of buildings) tiles.setRoofs(paint);
        });
        roofs = layer;
        return layer;
      };
    },
    createProblemReporter('solar', 'solar'),
  );
  tie(laterSolar, (state) => ({
    layer: state.overlays.solar,
    choice: state.solar,
    municipality: state.municipality,
    buildingTable: state.buildingTable,
    isPlanShown: selectProposal(state).shown.length > 0,
  }));
  const roadBlocks = createLater<AnswerView>(
    ({ isShown }) => isShown,
    async () => {
      const { createRoadBlocks } = await import('./road-blocks.ts');
      return () => createRoadBlocks(scene);
    },
    onFloodError,
  );
  tie(roadBlocks, ({ overlays, flood }) => ({ isShown: overlays.flood.visible && flood.hasEffects }));
  const measure = createLater<MeasureView>(
    ({ measure }) => measure !== undefined,
    async () => {
      const { createMeasure } = await import('./measure.ts');
      return () => createMeasure(scene);
    },
    createProblemReporter('scene', 'measure'),
  );
  tie(measure, ({ tool, measure }) => ({ measure: tool === 'measure' ? measure : undefined }));

  const drawAids = createLater<DrawAidsView>(
    ({ isOpen }) => isOpen,
    async () => {
      const { createDrawAids } = await import('./draw-aids.ts');
      return () => createDrawAids(scene);
    },
    createProblemReporter('scene', 'draw-aids'),
  );
  tie(drawAids, ({ tool, drawing, language }) => ({ isOpen: tool === 'draw', drawing, language }));

  const measureAids = createLater<MeasureAidsView>(
    ({ isShown, measures }) => isShown && (measures.items.length > 0 || measures.placing !== undefined),
    async () => {
      const { createMeasureAids } = await import('./flood-measure-aids.ts');
      return () => createMeasureAids(scene);
    },
    createProblemReporter('scene', 'flood-measures'),
  );
  tie(measureAids, ({ overlays, floodMeasures: measures, language }) => ({
    isShown: overlays.flood.visible,
    measures,
    language,
  }));

  const panels = createLater<AnswerView>(
    ({ isShown }) => isShown,
    async () => {
      const { createSolarPanels } = await import('./solar-panels.ts');
      return () => createSolarPanels(scene);
    },
    createProblemReporter('solar', 'solar-panels'),
  );
  tie(panels, ({ overlays }) => ({ isShown: overlays.solar.visible }));

  const claims = createLater<ClaimOverlayView>(
    ({ layer }) => layer.visible,
    async () => {
      const { tieClaims } = await import('./tie-claims.ts');
      return () => tieClaims(scene, createProblemReporter('claims', 'claims'));
    },
    createProblemReporter('claims', 'claims'),
  );
  tie(claims, ({ overlays, claims: choice, language }) => ({ layer: overlays.claims, choice, language }));

  const onCountsError = createProblemReporter('counts', 'counts');
  const counts = createLater<CountsOverlayView>(
    ({ layer }) => layer.visible,
    async () => {
      const { tieCounts } = await import('./tie-counts.ts');
      return () => tieCounts(scene, onCountsError);
    },
    onCountsError,
  );
  tie(counts, ({ overlays, counts: choice, language }) => ({ layer: overlays.counts, choice, language }));

  let people: TiedCrowd | undefined;
  const onCrowdError = createProblemReporter('crowd', 'crowd');
  const crowd = createLater<CrowdOverlayView>(
    ({ layer }) => layer.visible,
    async () => {
      const { tieCrowd } = await import('./tie-crowd.ts');
      return () => {
        const layer = tieCrowd(scene, daylight, onCrowdError);
        people = layer;
        return layer;
      };
    },
    onCrowdError,
  );
  tie(crowd, ({ overlays, crowd: choice, language, compare }) => ({
    layer: overlays.crowd,
    choice,
    language,
    isCompared: compare.mode !== 'off',
  }));

  return {
    proposal: {
      setDrawn(isDrawn) {
        proposal?.setDrawn(isDrawn);
        water?.setToday(!isDrawn);
        sun?.setToday(!isDrawn);
        roofs?.setToday(!isDrawn);
        people?.setToday(!isDrawn);
        for (const layer of buildings) layer.setToday(!isDrawn);
      },
    },
    readPlanBuilding: (picked, position) => planBuildings?.readPlanBuilding(picked, position),
    listPlanBuildings: () => planBuildings?.listPlanBuildings() ?? [],
    readBuilding: (picked) => firstDefined(buildings, (layer) => layer.read(picked)),
    findBuilding: (id) => firstDefined(buildings, (layer) => layer.find(id)),
    isPlaying: () => water?.isPlaying() === true || people?.isPlaying() === true,
    listUnsolid() {
      const { primitives } = scene;
      const all = Array.from({ length: primitives.length }, (_, i) => primitives.get(i) as object);
      return all.filter((primitive) => !buildings.some((layer) => layer.owns(primitive)));
    },
    destroy() {
      for (const end of ends.reverse()) end();
    },
  };
}
