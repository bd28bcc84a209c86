/**
 * Thousands of people in the picture. Each pair of moments is uploaded once; between them only a share changes. The nearest few hundred are
 * figures with limbs, the others a body and a head; all have a soft shadow at their feet.
 */
import {
  Cartesian2,
  Cartesian3,
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  PixelDatatype,
  PixelFormat,
  type Scene,
  ShadowMode,
  TextureUniform,
  UniformType,
  VaryingType,
} from 'cesium';
import { farFigure, instancePlaces, nearFigure, shadowFigure } from './crowd-figure.ts';
import { type GroundGrid, groundTexture } from './crowd-ground.ts';
import { type CrowdModel, createCrowdModel, type ModelScene } from './crowd-model.ts';
import type { CrowdFrame } from './crowd-objects.ts';
import {
  type CrowdSlots,
  createSlotWriter,
  listNear,
  roomFor,
  SLOT_FLOATS,
  SLOTS_WIDE,
  type WalkersView,
} from './crowd-slots.ts';
import {
  farVertexGlsl,
  nearVertexGlsl,
  shadowFragmentGlsl,
  shadowVertexGlsl,
  walkerFragmentGlsl,
} from './crowd-walker-shader.ts';
import type { Daylight } from './daylight.ts';
import { cartesianToRd } from './frames.ts';
import { writeGlb } from './glb.ts';
import type { OnError } from './scene-layer.ts';

export interface CrowdWalkers {
  /** The same pair as long as it is the same moment; undefined: nobody. */
  show(view: WalkersView | undefined, frame: CrowdFrame): void;
  /** Between the two moments, 0 to 1; whether legs may move. */
  move(share: number, isStill: boolean): void;
  setGround(grid: GroundGrid, frame: CrowdFrame): void;
  /** Metres of height a metre of distance by which terrain may be drawn wrong. */
  look(lift: number): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

export interface WalkerScene extends ModelScene {
  readonly camera: Pick<Scene['camera'], 'positionWC'>;
}

/** Figures with limbs, at most, and metres from the eye up to which. */
const MOST_NEAR = 384;
const NEAR_REACH = 42;
/** m that the eye may move before the nearest are looked for anew. */
const EYE_STEP = 0.75;
/** m around the frame's origin, that the places of copies tell CesiumJS. */
const REACH = 300;

const floatTexture = (values: Float32Array, width: number, pixelFormat: PixelFormat): TextureUniform =>
  new TextureUniform({
    // The types know bytes only, CesiumJS takes what the datatype says.
    typedArray: values as unknown as Uint8Array,
    width,
    height: values.length / width / (pixelFormat === PixelFormat.RED ? 1 : 4),
    pixelFormat,
    pixelDatatype: PixelDatatype.FLOAT,
    repeat: false,
  });
const peopleTexture = (texels: Float32Array) => floatTexture(texels, (SLOTS_WIDE * SLOT_FLOATS) / 4, PixelFormat.RGBA);
const noPeople = () => peopleTexture(new Float32Array(SLOTS_WIDE * SLOT_FLOATS).fill(-1e6));

type Kind = 'near' | 'far' | 'shadow';
const vertexTexts: Record<Kind, string> = { near: nearVertexGlsl, far: farVertexGlsl, shadow: shadowVertexGlsl };

function createShader(kind: Kind): CustomShader {
  const float = (value: number) => ({ type: UniformType.FLOAT, value });
  const isShadow = kind === 'shadow';
  return new CustomShader({
    lightingModel: LightingModel.UNLIT,
    translucencyMode: isShadow ? CustomShaderTranslucencyMode.TRANSLUCENT : CustomShaderTranslucencyMode.OPAQUE,
    varyings: isShadow
      ? { v_corner: VaryingType.VEC2, v_dark: VaryingType.FLOAT }
      : { v_part: VaryingType.FLOAT, v_wear: VaryingType.VEC2, v_up: VaryingType.FLOAT, v_normal: VaryingType.VEC3 },
    uniforms: {
      u_shadows: float(0),
      u_detail: float(1),
      u_opacity: float(1),
      u_share: float(0),
      u_seconds: float(1),
      u_gait: float(1),
      u_copies: float(1),
      u_reach: float(REACH),
      u_lift: float(0),
      u_nearReach: float(0),
      u_eye: { type: UniformType.VEC2, value: new Cartesian2() },
      u_groundPlace: { type: UniformType.VEC3, value: new Cartesian3(0, 0, 1) },
      u_ground: { type: UniformType.SAMPLER_2D, value: floatTexture(new Float32Array(4), 2, PixelFormat.RED) },
      u_people: { type: UniformType.SAMPLER_2D, value: noPeople() },
      u_near: {
        type: UniformType.SAMPLER_2D,
        value: floatTexture(new Float32Array(MOST_NEAR), MOST_NEAR, PixelFormat.RED),
      },
    },
    vertexShaderText: vertexTexts[kind],
    fragmentShaderText: isShadow ? shadowFragmentGlsl : walkerFragmentGlsl,
  });
}

export function createCrowdWalkers(scene: WalkerScene, daylight: Daylight, onError: OnError): CrowdWalkers {
  const shaders = { near: createShader('near'), far: createShader('far'), shadow: createShader('shadow') };
  const all = Object.values(shaders);
  const releases = all.map((shader) => daylight.light(shader));
  const models: Record<Kind, CrowdModel> = {
    near: createCrowdModel(scene, shaders.near, onError, ShadowMode.RECEIVE_ONLY),
    far: createCrowdModel(scene, shaders.far, onError, ShadowMode.RECEIVE_ONLY),
    shadow: createCrowdModel(scene, shaders.shadow, onError),
  };
  const writer = createSlotWriter();
  let seen: WalkersView | undefined;
  let slots: CrowdSlots | undefined;
  let frame: CrowdFrame | undefined;
  let room = 0;
  let framed = '';
  let eye: readonly [number, number] | undefined;
  let isShown = true;

  /** Models for so many copies, in another place when the frame is another one. */
  function makeRoom(wanted: number, at: CrowdFrame) {
    const key = [at.x, at.y, at.nap].join();
    if (key === framed && wanted <= room) return;
    room = Math.max(wanted, key === framed ? room : 0);
    framed = key;
    const glbOf = (figure: ReturnType<typeof nearFigure>, copies: number) =>
      writeGlb(figure.attributes, 1, figure.indices, instancePlaces(copies, REACH));
    shaders.near.setUniform('u_copies', MOST_NEAR);
    for (const shader of [shaders.far, shaders.shadow]) shader.setUniform('u_copies', room);
    models.near.show(glbOf(nearFigure(), MOST_NEAR), at.matrix);
    models.far.show(glbOf(farFigure(), room), at.matrix);
    models.shadow.show(glbOf(shadowFigure(), room), at.matrix);
  }

  function apply() {
    for (const model of Object.values(models)) model.setShown(isShown && slots !== undefined && slots.count > 0);
  }

  function chooseNear() {
    if (!slots || !frame) return;
    const here = cartesianToRd(scene.camera.positionWC);
    const place: readonly [number, number] | undefined = here && [here.x - frame.x, here.y - frame.y];
    if (!place || (eye && Math.hypot(place[0] - eye[0], place[1] - eye[1]) < EYE_STEP)) return;
    eye = place;
    const high = (here?.nap ?? 0) - frame.nap;
    const flat = Math.sqrt(Math.max(NEAR_REACH ** 2 - high ** 2, 0));
    const { slots: near, reach } = listNear(slots, place, flat, MOST_NEAR);
    const list = new Float32Array(MOST_NEAR);
    for (const [i, slot] of near.entries()) list[i] = slot + 1;
    shaders.near.setUniform('u_near', floatTexture(list, MOST_NEAR, PixelFormat.RED));
    shaders.far.setUniform('u_eye', new Cartesian2(...place));
    shaders.far.setUniform('u_nearReach', near.length > 0 ? reach : 0);
  }

  return {
    show(view, at) {
      if (view === seen && at === frame) return;
      seen = view;
      frame = at;
      slots = view && writer.write(view, at);
      if (view && slots) {
        makeRoom(roomFor(slots.count), at);
        for (const shader of all) {
          shader.setUniform('u_people', peopleTexture(slots.texels));
          shader.setUniform('u_seconds', Math.max(view.to.second - view.from.second, 0.1));
        }
        eye = undefined;
      }
      apply();
      scene.requestRender();
    },
    move(share, isStill) {
      for (const shader of all) {
        shader.setUniform('u_share', share);
        shader.setUniform('u_gait', isStill ? 0 : 1);
      }
      scene.requestRender();
    },
    setGround(grid, { x, y, nap }) {
      for (const shader of all) {
        shader.setUniform('u_ground', groundTexture(grid, nap));
        shader.setUniform('u_groundPlace', new Cartesian3(grid.west - x, grid.south - y, grid.step));
      }
      scene.requestRender();
    },
    look(lift) {
      shaders.shadow.setUniform('u_lift', lift);
      if (isShown) chooseNear();
    },
    setShown(shown) {
      isShown = shown;
      apply();
    },
    destroy() {
      for (const release of releases) release();
      for (const model of Object.values(models)) model.destroy();
      for (const shader of all) shader.destroy();
    },
  };
}
