/**
 * What a plan changes in the picture: its buildings and ground are drawn, and what they replace is taken away: today's
 * buildings by id, today's ground by its outline. All variants stay on the graphics card, so that choosing one takes no time.
 */
import {
  Axis,
  type Cartesian3,
  Math as CesiumMath,
  ClippingPolygon,
  ClippingPolygonCollection,
  type CustomShader,
  type Globe,
  Matrix3,
  Matrix4,
  Model,
  type PrimitiveCollection,
  ShadowMode,
  UniformType,
  VaryingType,
} from 'cesium';
import type { Plan } from '../model/plan.ts';
import { planBuildingId } from '../model/plan-building-id.ts';
import type { PlanModel, PlanSolid } from '../model/plan-model.ts';
import { buildingVertexGlsl } from './building-shader.ts';
import type { Daylight } from './daylight.ts';
import { srgbToLinear } from './facade-shader.ts';
import { rdFrame, rdToCartesian } from './frames.ts';
import { type VertexAttributes, writeGlb } from './glb.ts';
import { createModelShader, type ModelShader } from './model-shader.ts';
import { createPlanArea } from './plan-area.ts';
import { meshGround, meshSolids, STEPS } from './plan-mesh.ts';
import { planBuildingGlsl, planGroundGlsl, planRoofs, planTreeGlsl, planWalls } from './plan-shader.ts';
import { meshTrees } from './plan-trees.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

/** Today's things that make room. */
export interface MakesRoom {
  /** Rings in RD New, flat x, y pairs, in which nothing of today is drawn; and the ids of buildings that are gone. */
  clear(removed: ReadonlySet<string>, rings: readonly (readonly number[])[]): void;
}

export interface ProposalView {
  /** What is shown: the chosen variant, the visitor's own drawing; nothing is the town of today. */
  readonly shown: readonly PlanModel[];
  /** Everything that may be shown next. */
  readonly known: readonly PlanModel[];
  /** Ids of buildings, of the plan or not. */
  readonly selected?: string | undefined;
  readonly hovered?: string | undefined;
  /** Of the open plan, RD New: outlined where its ground of today is drawn. */
  readonly area?: Plan['area'] | undefined;
  /** No variant of the open plan is chosen. */
  readonly isToday?: boolean;
}

export interface Proposal extends SceneLayer<ProposalView> {
  /** For one frame, as the comparison draws it; `update` decides otherwise. */
  setDrawn(isDrawn: boolean): void;
  /** Whether what `scene.pick` found is a part of the plan. */
  owns(picked: unknown): boolean;
}

export interface ProposalScene {
  readonly primitives: PrimitiveCollection;
  readonly groundPrimitives: PrimitiveCollection;
  readonly globe: Pick<Globe, 'clippingPolygons'>;
  requestRender(): void;
}

const toLinear = (css: string) => {
  const parts = [1, 3, 5].map((at) => srgbToLinear(Number.parseInt(css.slice(at, at + 2), 16) / 255));
  return parts as unknown as readonly [number, number, number];
};
const wallTints = planWalls.map(toLinear);
const roofTints = planRoofs.map(toLinear);

/** Of all proposals on the page: a rebuilt scene shares Cesium's cache with the lost one. */
let modelCount = 0;

/** The number of no building. */
const NOBODY = -1;

const OPAQUE = { visible: true, opacity: 1 };

/** One variant on the graphics card. */
interface Entry {
  readonly models: Model[];
  /** Models that are asked for and cannot be drawn yet. */
  waiting: number;
  isGone: boolean;
}

function ringToPolygon(ring: readonly number[]): ClippingPolygon {
  const positions: Cartesian3[] = [];
  for (let i = 0; i < ring.length; i += 2)
    positions.push(rdToCartesian({ x: ring[i] as number, y: ring[i + 1] as number, nap: 0 }));
  return new ClippingPolygon({ positions });
}

export function createProposal(
  scene: ProposalScene,
  daylight: Daylight,
  makers: () => readonly MakesRoom[],
  onError: OnError,
): Proposal {
  const entries = new Map<PlanModel, Entry>();
  /** Gone, but still seen until what takes their place can be drawn: a drawing that changes must not blink. */
  const lingering = new Set<Entry>();
  const nothing: ReadonlySet<string> = new Set();
  const none: readonly (readonly number[])[] = [];
  let shown: readonly PlanModel[] = [];
  const area = createPlanArea(scene, onError);
  let isToday = false;
  /** Of all that is shown. */
  let removed = nothing;
  let rings: readonly (readonly number[])[] = [];
  let destroyed = false;
  const buildingShader = createModelShader(daylight, {
    fragmentShaderText: planBuildingGlsl,
    vertexShaderText: buildingVertexGlsl,
    varyings: { v_metres: VaryingType.FLOAT },
    uniforms: {
      u_selected: { type: UniformType.FLOAT, value: NOBODY },
      u_hovered: { type: UniformType.FLOAT, value: NOBODY },
    },
  });
  /** A number for each building by its id, the same in every variant and phase. */
  const numbers = new Map<string, number>();
  const groundShader = createModelShader(daylight, { fragmentShaderText: planGroundGlsl });
  const treeShader = createModelShader(daylight, { fragmentShaderText: planTreeGlsl });

  function numberOf(solid: PlanSolid): number {
    const id = planBuildingId(solid);
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  }

  function addModel(entry: Entry, plan: PlanModel, mesh: VertexAttributes, shader: ModelShader, shadows: ShadowMode) {
    if (mesh['POSITION']?.values.length === 0) return;
    const [x, y, nap] = plan.origin;
    const holder: { customShader: CustomShader | undefined } = { customShader: undefined };
    shader.applyTo(holder, OPAQUE);
    load(entry, plan, {
      // Bytes are taken too, though the types know addresses only.
      url: writeGlb(mesh, 1 / STEPS) as unknown as string,
      // Cesium keeps buffers by address: without one of its own each model would get the first one's.
      basePath: `plan-model-${modelCount++}/`,
      modelMatrix: rdFrame({ x, y, nap }),
      ...(holder.customShader ? { customShader: holder.customShader } : {}),
      // As in tiles: the glTF's own east stays east.
      forwardAxis: Axis.X,
      shadows,
    });
  }

  /** A glTF that someone made elsewhere keeps its own colours. Its own north is −z. */
  function addPlaced(entry: Entry, plan: PlanModel, placed: PlanModel['models'][number]) {
    const [x, y] = placed.position;
    const turn = Matrix3.fromRotationZ(CesiumMath.toRadians(-placed.rotationDegrees));
    const frame = Matrix4.multiplyByMatrix3(rdFrame({ x, y, nap: placed.nap }), turn, new Matrix4());
    load(entry, plan, { url: placed.url, modelMatrix: frame, scale: placed.scale, forwardAxis: Axis.X });
  }

  function load(entry: Entry, plan: PlanModel, options: Parameters<typeof Model.fromGltfAsync>[0]) {
    entry.waiting++;
    let isSettled = false;
    function settle() {
      if (isSettled) return;
      isSettled = true;
      entry.waiting--;
      endLingering();
    }
    Model.fromGltfAsync({ ...options, show: false, environmentMapOptions: { enabled: false } }).then(
      (model) => {
        if (destroyed || entry.isGone) {
          model.destroy();
          return;
        }
        entry.models.push(scene.primitives.add(model) as Model);
        model.readyEvent.addEventListener(() => {
          settle();
          scene.requestRender();
        });
        model.errorEvent.addEventListener((error) => {
          settle();
          onError(error);
        });
        if (shown.includes(plan)) model.show = true;
        scene.requestRender();
      },
      (error) => {
        settle();
        onError(error);
      },
    );
  }

  const isComing = () => shown.some((plan) => (entries.get(plan)?.waiting ?? 0) > 0);

  function endLingering() {
    if (isComing()) return;
    for (const entry of lingering) for (const model of entry.models) scene.primitives.remove(model);
    lingering.clear();
  }

  function add(plan: PlanModel) {
    const entry: Entry = {
      models: [],
      waiting: 0,
      isGone: false,
    };
    entries.set(plan, entry);
    addModel(entry, plan, meshSolids(plan.solids, wallTints, roofTints, numberOf), buildingShader, ShadowMode.ENABLED);
    addModel(entry, plan, meshGround(plan.ground, plan.origin[2]), groundShader, ShadowMode.RECEIVE_ONLY);
    addModel(entry, plan, meshTrees(plan), treeShader, ShadowMode.ENABLED);
    for (const placed of plan.models) addPlaced(entry, plan, placed);
  }

  function drop(plan: PlanModel, entry: Entry, isSeen: boolean) {
    entry.isGone = true;
    entries.delete(plan);
    if (isSeen && entry.waiting === 0 && isComing()) lingering.add(entry);
    else for (const model of entry.models) scene.primitives.remove(model);
  }

  function setDrawn(isDrawn: boolean) {
    for (const [plan, entry] of entries) for (const model of entry.models) model.show = isDrawn && shown.includes(plan);
    for (const { models } of lingering) for (const model of models) model.show = isDrawn;
    if (scene.globe.clippingPolygons) scene.globe.clippingPolygons.enabled = isDrawn && rings.length > 0;
    area.setShown(isToday || !isDrawn);
    for (const maker of makers()) maker.clear(isDrawn ? removed : nothing, isDrawn ? rings : none);
  }

  return {
    update(view) {
      const before = shown;
      const wanted = new Set([...view.known, ...view.shown]);
      for (const plan of wanted) if (!entries.has(plan)) add(plan);
      if (view.shown !== shown) {
        shown = view.shown;
        removed = new Set(shown.flatMap((plan) => plan.removed));
        rings = shown.flatMap(({ cut }) => cut);
        // The polygons of a globe are packed when they change: today has none and needs no packing.
        if (rings.length > 0)
          scene.globe.clippingPolygons = new ClippingPolygonCollection({ polygons: rings.map(ringToPolygon) });
      }
      for (const [plan, entry] of entries) if (!wanted.has(plan)) drop(plan, entry, before.includes(plan));
      endLingering();
      buildingShader.setUniform('u_selected', numbers.get(view.selected ?? '') ?? NOBODY);
      buildingShader.setUniform('u_hovered', numbers.get(view.hovered ?? '') ?? NOBODY);
      area.update(view.area);
      isToday = view.isToday ?? false;
      setDrawn(true);
      scene.requestRender();
    },
    setDrawn,
    owns(picked) {
      if (typeof picked !== 'object' || picked === null || !('primitive' in picked)) return false;
      return [...entries.values()].some(({ models }) => models.some((model) => model === picked.primitive));
    },
    destroy() {
      setDrawn(false);
      destroyed = true;
      shown = [];
      for (const [plan, entry] of entries) drop(plan, entry, false);
      endLingering();
      area.destroy();
      buildingShader.destroy();
      groundShader.destroy();
      treeShader.destroy();
    },
  };
}
