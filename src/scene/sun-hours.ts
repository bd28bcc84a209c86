/** A map of sun hours in the picture, on the ground and on walls; where a plan is compared, today's on today's half. */
import {
  Axis,
  Cartesian4,
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  Model,
  PerspectiveFrustum,
  PixelDatatype,
  PixelFormat,
  type Scene,
  ShadowMode,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  TextureUniform,
  UniformType,
  VaryingType,
} from 'cesium';
import type { SunCells } from '../model/sun-cells.ts';
import { MOST_SUN_CLASSES, type SunClass } from '../model/sun-classes.ts';
import { rdFrame } from './frames.ts';
import { type VertexAttributes, writeGlb } from './glb.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';
import { sunHoursFragmentGlsl, sunHoursVertexGlsl } from './sun-hours-shader.ts';

export interface SunHoursView {
  /** What is drawn, and what takes its place on today's half of a comparison; undefined: nothing. */
  readonly cells: SunCells | undefined;
  readonly today: SunCells | undefined;
  readonly classes: readonly SunClass[];
  /** 0 to 1. */
  readonly opacity: number;
}

export interface SunHours extends SceneLayer<SunHoursView> {
  /** For one frame, as the comparison draws it. */
  setToday(isToday: boolean): void;
}

export interface SunHoursScene {
  readonly primitives: { add(model: Model): Model; remove(model: Model): boolean };
  readonly camera: Pick<Scene['camera'], 'frustum'>;
  readonly globe: Pick<Scene['globe'], 'maximumScreenSpaceError'>;
  readonly preUpdate: Scene['preUpdate'];
  readonly drawingBufferHeight: number;
  requestRender(): void;
}

/** Hours of what is not known: less than any class has. */
const UNKNOWN = -1000;
const UNBOUNDED = 1e9;
/** Our terrain is drawn this many times better than CesiumJS is told (`pipeline/terrain/tiling.ts`). */
const BETTER = 12;
/** The alpha of the palette's first line count: 250, and one more for each way of lines. */
const LINES = 250;
/** Of all maps on the page: Cesium keeps buffers by address, also those of a lost scene. */
let count = 0;

/** Triangles with the hours of their cell, and metres on ground or wall for the lines. Axes of glTF: y up, z south. */
function meshCells({ positions, cells, hours }: SunCells): VertexAttributes {
  const vertices = positions.length / 3;
  const position = new Float32Array(3 * vertices);
  const normal = new Float32Array(3 * vertices);
  const place = new Float32Array(2 * vertices);
  const values = new Float32Array(2 * vertices);
  for (let t = 0; t < cells.length; t++) {
    const at = 9 * t;
    const p = (k: number) => positions[at + k] as number;
    const [ux, uy, uz] = [p(3) - p(0), p(4) - p(1), p(5) - p(2)];
    const [vx, vy, vz] = [p(6) - p(0), p(7) - p(1), p(8) - p(2)];
    const cross = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const;
    const length = Math.hypot(...cross) || 1;
    const [nx, ny, nz] = [cross[0] / length, cross[1] / length, cross[2] / length];
    const value = hours[cells[t] as number] as number;
    for (let k = 0; k < 3; k++) {
      const vertex = 3 * t + k;
      const [x, y, z] = [p(3 * k), p(3 * k + 1), p(3 * k + 2)];
      position.set([x, z, -y], 3 * vertex);
      normal.set([nx, nz, -ny], 3 * vertex);
      place.set(nz > 0.7 ? [x, y] : [nx * y - ny * x, z], 2 * vertex);
      values[2 * vertex] = Number.isNaN(value) ? UNKNOWN : value;
    }
  }
  return {
    POSITION: { size: 3, values: position },
    NORMAL: { size: 3, values: normal },
    TEXCOORD_0: { size: 2, values: place },
    TEXCOORD_1: { size: 2, values },
  };
}

function createPalette(classes: readonly SunClass[]): TextureUniform {
  const bytes = new Uint8Array(MOST_SUN_CLASSES * 4);
  for (const [i, { color, lines }] of classes.entries()) {
    for (let k = 0; k < 3; k++) bytes[4 * i + k] = Number.parseInt(color.slice(1 + 2 * k, 3 + 2 * k), 16);
    bytes[4 * i + 3] = LINES + lines;
  }
  return new TextureUniform({
    typedArray: bytes,
    width: MOST_SUN_CLASSES,
    height: 1,
    pixelFormat: PixelFormat.RGBA,
    pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
    repeat: false,
    minificationFilter: TextureMinificationFilter.NEAREST,
    magnificationFilter: TextureMagnificationFilter.NEAREST,
  });
}

function createShader(): CustomShader {
  return new CustomShader({
    lightingModel: LightingModel.UNLIT,
    translucencyMode: CustomShaderTranslucencyMode.TRANSLUCENT,
    varyings: { v_hours: VaryingType.FLOAT },
    uniforms: {
      u_opacity: { type: UniformType.FLOAT, value: 1 },
      u_lift: { type: UniformType.FLOAT, value: 0 },
      u_bounds: { type: UniformType.VEC4, value: new Cartesian4() },
      u_more: { type: UniformType.VEC4, value: new Cartesian4() },
      u_palette: { type: UniformType.SAMPLER_2D, value: createPalette([]) },
    },
    vertexShaderText: sunHoursVertexGlsl,
    fragmentShaderText: sunHoursFragmentGlsl,
  });
}

/** One map on the graphics card; the old one is seen until the new one can be drawn. */
function createSheet(scene: SunHoursScene, shader: CustomShader, onError: OnError) {
  let wanted: SunCells | undefined;
  let model: Model | undefined;
  let isShown = true;
  let destroyed = false;

  function drop() {
    if (model) scene.primitives.remove(model);
    model = undefined;
  }

  function take(loaded: Model, cells: SunCells) {
    if (destroyed || wanted !== cells) {
      loaded.destroy();
      return;
    }
    const next = scene.primitives.add(loaded);
    const before = model;
    model = next;
    next.show = isShown;
    next.readyEvent.addEventListener(() => {
      if (before) scene.primitives.remove(before);
      scene.requestRender();
    });
    next.errorEvent.addEventListener((error) => onError(error));
    scene.requestRender();
  }

  return {
    show(cells: SunCells | undefined) {
      if (cells === wanted) return;
      wanted = cells;
      if (!cells || cells.cells.length === 0) {
        drop();
        return;
      }
      const [x, y, nap] = cells.origin;
      Model.fromGltfAsync({
        // Bytes are taken too, though the types know addresses only.
        url: writeGlb(meshCells(cells), 1) as unknown as string,
        basePath: `sun-hours-${count++}/`,
        modelMatrix: rdFrame({ x, y, nap }),
        forwardAxis: Axis.X,
        customShader: shader,
        shadows: ShadowMode.DISABLED,
        allowPicking: false,
        environmentMapOptions: { enabled: false },
      }).then((loaded) => take(loaded, cells), onError);
    },
    setShown(shown: boolean) {
      isShown = shown;
      if (model) model.show = shown;
    },
    clear() {
      wanted = undefined;
      drop();
    },
    has: () => wanted !== undefined,
    destroy() {
      destroyed = true;
      drop();
    },
  };
}

/** Terrain is drawn with an error of so many pixels: as metres of height per metre of distance. */
function liftOf({ camera, globe, drawingBufferHeight }: SunHoursScene): number {
  const { frustum } = camera;
  const fov = frustum instanceof PerspectiveFrustum ? (frustum.fovy ?? 1) : 1;
  return (globe.maximumScreenSpaceError * 2 * Math.tan(fov / 2)) / Math.max(drawingBufferHeight, 1) / BETTER;
}

export function createSunHours(scene: SunHoursScene, onError: OnError): SunHours {
  const shader = createShader();
  const drawn = createSheet(scene, shader, onError);
  const today = createSheet(scene, shader, onError);
  let classes: readonly SunClass[] = [];
  const stop = scene.preUpdate.addEventListener(() => shader.setUniform('u_lift', liftOf(scene)));

  function setToday(isToday: boolean) {
    drawn.setShown(!isToday || !today.has());
    today.setShown(isToday);
  }

  return {
    update(view) {
      if (view.classes !== classes) {
        classes = view.classes;
        // What is still in the picture would be read by classes that are not its own.
        drawn.clear();
        today.clear();
        const bounds = Array.from({ length: 8 }, (_, i) => classes[i]?.from ?? UNBOUNDED);
        shader.setUniform('u_bounds', Cartesian4.unpack(bounds, 0));
        shader.setUniform('u_more', Cartesian4.unpack(bounds, 4));
        shader.setUniform('u_palette', createPalette(classes));
      }
      shader.setUniform('u_opacity', view.opacity);
      drawn.show(view.cells);
      today.show(view.today);
      setToday(false);
      scene.requestRender();
    },
    setToday,
    destroy() {
      stop();
      drawn.destroy();
      today.destroy();
      shader.destroy();
    },
  };
}
