/** One sheet of water on the graphics card: its ground, the two moments that it lies between, and its classes. */
import {
  Axis,
  Cartesian2,
  Cartesian4,
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  Matrix4,
  Model,
  PixelDatatype,
  PixelFormat,
  ShadowMode,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  TextureUniform,
  UniformType,
  VaryingType,
} from 'cesium';
import type { FloodFrame } from '../model/flood.ts';
import { type FloodClasses, MOST_CLASSES } from '../model/flood-classes.ts';
import type { FloodPicture } from '../model/flood-picture.ts';
import type { Daylight } from './daylight.ts';
import { meshRings, WIDEST_STEP } from './flood-mesh.ts';
import { floodFragmentGlsl, floodVertexGlsl } from './flood-shader.ts';
import { rdFrame } from './frames.ts';
import { writeGlb } from './glb.ts';
import type { OnError } from './scene-layer.ts';

export interface FloodLook {
  /** Between the picture's two moments, 0 to 1. */
  readonly share: number;
  readonly classes: FloodClasses;
  readonly hasPattern: boolean;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface FloodEye {
  /** Where the fine part of the mesh belongs, RD New metres, and metres of a step there. */
  readonly x: number;
  readonly y: number;
  readonly step: number;
  /** Metres of height per metre of distance by which drawn terrain may be wrong. */
  readonly lift: number;
}

export interface FloodSurface {
  /** Nothing is drawn within `hole`, where another surface is. */
  show(picture: FloodPicture, hole: FloodFrame | undefined, look: FloodLook): void;
  setShown(isShown: boolean): void;
  /** Puts the mesh where it is looked at; nothing happens while that is still fine. */
  follow(eye: FloodEye): void;
  /** Arrows and ripples after so many seconds of motion; `motion` from 0, standing, to 1. */
  move(clock: number, motion: number): void;
  owns(primitive: unknown): boolean;
  destroy(): void;
}

export interface FloodScene {
  readonly primitives: { add(model: Model): Model; remove(model: Model): boolean };
  requestRender(): void;
}

const NEAREST = {
  repeat: false,
  minificationFilter: TextureMinificationFilter.NEAREST,
  magnificationFilter: TextureMagnificationFilter.NEAREST,
};
const UNBOUNDED = 1e9;
/** Of all surfaces on the page: Cesium keeps buffers by address, also those of a lost scene. */
let count = 0;

/** What a texture is read as; the types know bytes only, CesiumJS takes what the datatype says. */
function createTexture(
  values: Uint8Array | Uint16Array | Float32Array,
  width: number,
  height: number,
  pixelFormat: PixelFormat,
  pixelDatatype: PixelDatatype,
  filter: Partial<typeof NEAREST> | typeof LINEAR = {},
): TextureUniform {
  return new TextureUniform({
    typedArray: values as unknown as Uint8Array,
    width,
    height,
    pixelFormat,
    pixelDatatype,
    ...NEAREST,
    ...filter,
  });
}

const LINEAR = {
  minificationFilter: TextureMinificationFilter.LINEAR,
  magnificationFilter: TextureMagnificationFilter.LINEAR,
};

const HALF = [PixelFormat.RG, PixelDatatype.HALF_FLOAT] as const;
const nothing = () => createTexture(new Uint16Array(2), 1, 1, ...HALF);
const createFlow = (values: Uint16Array, width: number, height: number) =>
  createTexture(values, width, height, PixelFormat.RGBA, PixelDatatype.HALF_FLOAT, LINEAR);
const noFlow = () => createFlow(new Uint16Array(4), 1, 1);
const createShore = (shore: Uint8Array, width: number, height: number) =>
  createTexture(shore, width, height, PixelFormat.RG, PixelDatatype.UNSIGNED_BYTE, LINEAR);

function createPalette(classes: FloodClasses): TextureUniform {
  const bytes = new Uint8Array(MOST_CLASSES * 4).fill(255);
  for (const [i, { color }] of classes.entries())
    for (let k = 0; k < 3; k++) bytes[i * 4 + k] = Number.parseInt(color.slice(1 + 2 * k, 3 + 2 * k), 16);
  return createTexture(bytes, MOST_CLASSES, 1, PixelFormat.RGBA, PixelDatatype.UNSIGNED_BYTE);
}

/** West, south, east and north side in the frame's cells, of which 0 is the middle of the first. */
function holeOf({ west, south, cellSize }: FloodFrame, hole: FloodFrame | undefined): Cartesian4 {
  if (!hole) return new Cartesian4();
  const side = (metres: number) => metres / cellSize - 0.5;
  const [left, bottom] = [hole.west - west, hole.south - south];
  return new Cartesian4(
    side(left),
    side(bottom),
    side(left + hole.width * hole.cellSize),
    side(bottom + hole.height * hole.cellSize),
  );
}

function createShader(): CustomShader {
  const float = (value: number) => ({ type: UniformType.FLOAT, value });
  const sampler = (value: TextureUniform) => ({ type: UniformType.SAMPLER_2D, value });
  return new CustomShader({
    lightingModel: LightingModel.UNLIT,
    translucencyMode: CustomShaderTranslucencyMode.TRANSLUCENT,
    varyings: { v_place: VaryingType.VEC2 },
    uniforms: {
      u_shadows: float(0),
      u_detail: float(1),
      u_opacity: float(1),
      u_share: float(0),
      u_clock: float(0),
      u_cells: float(1),
      u_cellSize: float(1),
      u_step: float(1),
      u_datum: float(0),
      u_lift: float(0),
      u_isTinted: float(0),
      u_hasPattern: float(0),
      u_middle: { type: UniformType.VEC2, value: new Cartesian2() },
      u_size: { type: UniformType.VEC2, value: new Cartesian2(1, 1) },
      u_hole: { type: UniformType.VEC4, value: new Cartesian4() },
      u_lowBounds: { type: UniformType.VEC4, value: new Cartesian4() },
      u_highBounds: { type: UniformType.VEC4, value: new Cartesian4() },
      u_water: sampler(nothing()),
      u_tint: sampler(nothing()),
      u_tintLast: { type: UniformType.INT_VEC2, value: new Cartesian2() },
      u_shore: sampler(createShore(new Uint8Array(2), 1, 1)),
      u_bed: sampler(createTexture(new Float32Array(1), 1, 1, PixelFormat.RED, PixelDatatype.FLOAT)),
      u_palette: sampler(createPalette([])),
      u_flow: sampler(noFlow()),
      u_flowPlace: { type: UniformType.VEC4, value: new Cartesian4() },
      u_hasFlow: float(0),
      u_motion: float(0),
    },
    vertexShaderText: floodVertexGlsl,
    fragmentShaderText: floodFragmentGlsl,
  });
}

export function createFloodSurface(scene: FloodScene, daylight: Daylight, onError: OnError): FloodSurface {
  const shader = createShader();
  const release = daylight.light(shader);
  let model: Model | undefined;
  let picture: FloodPicture | undefined;
  let look: FloodLook | undefined;
  let eye: FloodEye | undefined;
  let placed = '';
  let isShown = true;
  let destroyed = false;

  const mesh = meshRings();
  const glb = writeGlb({ POSITION: { size: 3, values: mesh.positions } }, 1, mesh.indices);
  Model.fromGltfAsync({
    // Bytes are taken too, though the types know addresses only.
    url: glb as unknown as string,
    basePath: `flood-surface-${count++}/`,
    forwardAxis: Axis.X,
    customShader: shader,
    shadows: ShadowMode.DISABLED,
    allowPicking: false,
    show: false,
    environmentMapOptions: { enabled: false },
  }).then((loaded) => {
    if (destroyed) {
      loaded.destroy();
      return;
    }
    model = scene.primitives.add(loaded);
    model.readyEvent.addEventListener(() => scene.requestRender());
    model.errorEvent.addEventListener((error) => onError(error));
    placed = '';
    place();
    apply();
  }, onError);

  function apply() {
    if (model) model.show = isShown && picture !== undefined && placed !== '';
    scene.requestRender();
  }

  /** Whole widest steps, so that vertices stay where they are when the mesh moves. */
  function place() {
    if (!picture || !eye) return;
    const { west, south, cellSize, width, height } = picture.frame;
    const step = Math.max(cellSize, cellSize * 2 ** Math.round(Math.log2(eye.step / cellSize)));
    const wide = step * WIDEST_STEP;
    const snap = (value: number, start: number, size: number) =>
      Math.round(Math.min(Math.max((value - start) / wide, 0), (size * cellSize) / wide)) * wide + start;
    // Vertices lie in the middles of cells.
    const x = snap(eye.x, west, width) + cellSize / 2;
    const y = snap(eye.y, south, height) + cellSize / 2;
    const key = [x, y, step, picture.datum].join();
    shader.setUniform('u_lift', eye.lift);
    if (key === placed) return;
    placed = key;
    shader.setUniform('u_step', step);
    shader.setUniform('u_cells', step / cellSize);
    shader.setUniform('u_middle', new Cartesian2((x - west) / cellSize - 0.5, (y - south) / cellSize - 0.5));
    shader.setUniform('u_datum', picture.datum);
    if (model) model.modelMatrix = meshMatrix(x, y, picture.datum, step);
  }

  function meshMatrix(x: number, y: number, nap: number, step: number): Matrix4 {
    return Matrix4.multiplyByUniformScale(rdFrame({ x, y, nap }), step, new Matrix4());
  }

  function setPicture(next: FloodPicture) {
    const { width, height, cellSize } = next.frame;
    if (next.bed !== picture?.bed)
      shader.setUniform('u_bed', createTexture(next.bed, width, height, PixelFormat.RED, PixelDatatype.FLOAT));
    if (next.water !== picture?.water) shader.setUniform('u_water', createTexture(next.water, width, height, ...HALF));
    if (next.tint !== picture?.tint)
      shader.setUniform('u_tint', next.tint ? createTexture(next.tint, width, height, ...HALF) : nothing());
    shader.setUniform('u_tintLast', next.tint ? new Cartesian2(width - 1, height - 1) : new Cartesian2());
    if (next.shore !== picture?.shore) shader.setUniform('u_shore', createShore(next.shore, width, height));
    if (next.flow !== picture?.flow) setFlow(next);
    shader.setUniform('u_isTinted', next.isTinted ? 1 : 0);
    shader.setUniform('u_size', new Cartesian2(width, height));
    shader.setUniform('u_cellSize', cellSize);
    if (next.frame !== picture?.frame) placed = '';
    picture = next;
  }

  function setFlow({ frame, flow }: FloodPicture) {
    shader.setUniform('u_hasFlow', flow ? 1 : 0);
    shader.setUniform('u_flow', flow ? createFlow(flow.values, flow.frame.width, flow.frame.height) : noFlow());
    if (!flow) return;
    const { west, south, cellSize, width, height } = flow.frame;
    // From the middles of the water's cells, 0 for the first, to the texture's 0 to 1.
    const place = (start: number, first: number, side: number) =>
      (start + frame.cellSize / 2 - first) / cellSize / side;
    const [scaleX, scaleY] = [frame.cellSize / cellSize / width, frame.cellSize / cellSize / height];
    shader.setUniform(
      'u_flowPlace',
      new Cartesian4(scaleX, scaleY, place(frame.west, west, width), place(frame.south, south, height)),
    );
  }

  function setLook(next: FloodLook) {
    shader.setUniform('u_share', next.share);
    shader.setUniform('u_hasPattern', next.hasPattern ? 1 : 0);
    shader.setUniform('u_opacity', next.opacity);
    if (next.classes === look?.classes) return;
    const bounds = Array.from({ length: 8 }, (_, i) => next.classes[i]?.from ?? UNBOUNDED);
    shader.setUniform('u_lowBounds', Cartesian4.unpack(bounds, 0));
    shader.setUniform('u_highBounds', Cartesian4.unpack(bounds, 4));
    shader.setUniform('u_palette', createPalette(next.classes));
  }

  return {
    show(next, hole, nextLook) {
      if (next !== picture) setPicture(next);
      shader.setUniform('u_hole', holeOf(next.frame, hole));
      setLook(nextLook);
      look = nextLook;
      place();
      apply();
    },
    setShown(shown) {
      isShown = shown;
      if (model) model.show = isShown && picture !== undefined && placed !== '';
    },
    follow(next) {
      eye = next;
      place();
    },
    move(clock, motion) {
      shader.setUniform('u_clock', clock);
      shader.setUniform('u_motion', motion);
    },
    owns: (primitive) => primitive === model,
    destroy() {
      destroyed = true;
      release();
      if (model) scene.primitives.remove(model);
      model = undefined;
      shader.destroy();
    },
  };
}
