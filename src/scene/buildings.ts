import {
  type Cesium3DTile,
  Cesium3DTileFeature,
  type Cesium3DTileset,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  TextureUniform,
  UniformType,
  VaryingType,
} from 'cesium';
import { type BuildingMarks, firstMarkRow, NO_CLASS } from '../model/building-marks.ts';
import type { BuildingSelection, LayerView } from '../store/twin.ts';
import {
  BUILDING_FEATURES,
  createBuildingRegistry,
  featureToAttributes,
  featureToSelection,
} from './building-features.ts';
import { type Emphasis, type Mark, paintBuilding } from './building-paint.ts';
import { buildingGlsl, buildingVertexGlsl } from './building-shader.ts';
import type { Daylight } from './daylight.ts';
import { createModelShader } from './model-shader.ts';
import type { MakesRoom } from './proposal.ts';
import { ROOFS_A_ROW } from './roof-shader.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';
import { addTileset, type TilesetScene } from './tileset.ts';

interface BuildingsView {
  readonly layer: LayerView;
  /** Ids of buildings; they light up as soon as their tile is there. */
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  /** Colours them by a class instead of as they are. */
  readonly marks: BuildingMarks | undefined;
}

/** Colours roof planes by the sun on them. */
export interface RoofPaint {
  /** Of `model/roof-paint.ts`, a byte a plane: today, and with the plan that is shown. */
  readonly today: Uint8Array;
  readonly plan: Uint8Array;
  readonly hasLines: boolean;
  /** How much of what is below still shows: 1 nothing. */
  readonly opacity: number;
}

export interface Buildings extends SceneLayer<BuildingsView>, MakesRoom {
  /** The building that `scene.pick` found; undefined when it found something else. */
  read(picked: unknown): BuildingSelection | undefined;
  /** Whether a primitive of the scene is this layer's tileset. */
  owns(primitive: unknown): boolean;
  /** The building by its id, when one of its tiles is loaded. */
  find(id: string): BuildingSelection | undefined;
  /** Undefined: roofs as they are. */
  setRoofs(paint: RoofPaint | undefined): void;
  /** For one frame, as the comparison draws it. */
  setToday(isToday: boolean): void;
}

const ROOF_TABLE = {
  repeat: false,
  minificationFilter: TextureMinificationFilter.NEAREST,
  magnificationFilter: TextureMagnificationFilter.NEAREST,
};

/** Four bytes a plane: today, with the plan, nothing, nothing. */
function toRoofTable({ today, plan }: Pick<RoofPaint, 'today' | 'plan'>): TextureUniform {
  const height = Math.max(1, Math.ceil(today.length / ROOFS_A_ROW));
  const typedArray = new Uint8Array(4 * ROOFS_A_ROW * height);
  for (let row = 0; row < today.length; row++) {
    typedArray[4 * row] = today[row] as number;
    typedArray[4 * row + 1] = plan[row] as number;
  }
  return new TextureUniform({ typedArray, width: ROOFS_A_ROW, height, ...ROOF_TABLE });
}

function readMarks(marks: BuildingMarks | undefined): ReadonlyMap<string, Mark> {
  const found = new Map<string, Mark>();
  const first = marks ? firstMarkRow(marks.family) : 0;
  for (const [row, value] of (marks?.classes ?? []).entries()) {
    const id = marks?.ids[row];
    if (id !== undefined && value !== NO_CLASS) found.set(id, first + value + 1);
  }
  return found;
}

/** The buildings of one dataset, streamed from 3D Tiles with feature ids labelled "building". */
export function createBuildings(
  scene: TilesetScene,
  url: string,
  options: Cesium3DTileset.ConstructorOptions,
  daylight: Daylight,
  /** The tile of a building that was selected from elsewhere has come: it knows more than a link or a search does. */
  onSelectedLoaded: (selection: BuildingSelection) => void,
  onError: OnError,
): Buildings {
  let view: BuildingsView = {
    layer: { visible: true, opacity: 1 },
    selected: undefined,
    hovered: undefined,
    marks: undefined,
  };
  let markOf: ReadonlyMap<string, Mark> = new Map();
  let tileset: Cesium3DTileset | undefined;
  let removed: ReadonlySet<string> = new Set();
  let roofs: RoofPaint | undefined;
  const registry = createBuildingRegistry();
  const shader = createModelShader(daylight, {
    fragmentShaderText: buildingGlsl,
    vertexShaderText: buildingVertexGlsl,
    varyings: { v_metres: VaryingType.FLOAT },
    uniforms: {
      u_roofs: {
        type: UniformType.SAMPLER_2D,
        value: new TextureUniform({ typedArray: new Uint8Array(4), width: 1, height: 1, ...ROOF_TABLE }),
      },
      u_sun: { type: UniformType.FLOAT, value: 0 },
      u_sunPlan: { type: UniformType.FLOAT, value: 1 },
      u_sunLines: { type: UniformType.FLOAT, value: 0 },
    },
  });

  function emphasisOf(id: string): Emphasis {
    if (id === view.selected) return 'selected';
    return id === view.hovered ? 'hovered' : 'none';
  }

  function paint(id: string | undefined) {
    if (id === undefined) return;
    for (const feature of registry.find(id)) paintBuilding(feature, id, emphasisOf(id), markOf.get(id));
  }

  function apply() {
    if (!tileset) return;
    tileset.show = view.layer.visible && view.layer.opacity > 0;
    shader.applyTo(tileset, view.layer);
    scene.requestRender();
  }

  const added = addTileset(
    scene,
    url,
    { featureIdLabel: BUILDING_FEATURES, environmentMapOptions: { enabled: false }, ...options },
    (loaded) => {
      tileset = loaded;
      loaded.tileLoad.addEventListener((tile: Cesium3DTile) => {
        for (const [id, feature] of registry.add(tile)) {
          paintBuilding(feature, id, emphasisOf(id), markOf.get(id));
          if (removed.has(id)) feature.show = false;
          if (id === view.selected) onSelectedLoaded({ id, attributes: featureToAttributes(feature) });
        }
      });
      loaded.tileUnload.addEventListener(registry.remove);
      apply();
    },
    onError,
  );

  return {
    read(picked) {
      if (!(picked instanceof Cesium3DTileFeature) || picked.tileset !== tileset) return undefined;
      return featureToSelection(picked);
    },
    owns: (primitive) => primitive === tileset,
    find(id) {
      const [feature] = registry.find(id);
      return feature && featureToSelection(feature);
    },
    update(next) {
      const before = view;
      view = next;
      if (before.marks !== next.marks) {
        markOf = readMarks(next.marks);
        for (const id of registry.list()) paint(id);
      }
      if (before.selected !== next.selected) [before.selected, next.selected].forEach(paint);
      if (before.hovered !== next.hovered) [before.hovered, next.hovered].forEach(paint);
      apply();
    },
    clear(next) {
      if (next === removed) return;
      const before = removed;
      removed = next;
      for (const id of new Set([...before, ...next]))
        for (const feature of registry.find(id)) feature.show = !next.has(id);
    },
    setRoofs(next) {
      if (next === roofs) return;
      if (next && (next.today !== roofs?.today || next.plan !== roofs?.plan))
        shader.setUniform('u_roofs', toRoofTable(next));
      roofs = next;
      shader.setUniform('u_sun', next?.opacity ?? 0);
      shader.setUniform('u_sunLines', next?.hasLines ? 1 : 0);
      scene.requestRender();
    },
    setToday(isToday) {
      shader.setUniform('u_sunPlan', isToday ? 0 : 1);
    },
    destroy() {
      added.destroy();
      tileset = undefined;
      shader.destroy();
    },
  };
}
