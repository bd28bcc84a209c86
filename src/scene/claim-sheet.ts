/** Claims on the graphics card: faces in one model and edges with tubes in another (of many claims for each part of the town), drawn by two shaders. */
import {
  Axis,
  Cartesian2,
  Cartesian4,
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  type Matrix4,
  Model,
  ShadowMode,
  UniformType,
  VaryingType,
} from 'cesium';
import type { ClaimShape } from '../model/claim-shape.ts';
import { createLooks } from './claim-looks.ts';
import { type ClaimMesh, type ClaimOrigin, groupShapes, meshFaces, meshLines } from './claim-mesh.ts';
import {
  claimFaceFragmentGlsl,
  claimFaceVertexGlsl,
  claimLineFragmentGlsl,
  claimLineVertexGlsl,
} from './claim-shader.ts';
import { rdFrame } from './frames.ts';
import { writeGlb } from './glb.ts';
import type { OnError } from './scene-layer.ts';

/** A rectangle of ground that is seen through, RD New; `ground`: m NAP there. */
export interface GroundWindow {
  readonly x: number;
  readonly y: number;
  /** Metres from its middle to its sides. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly ground: number;
  /** Metres over it up to which some of the ground rises there. */
  readonly room: number;
  /** m NAP of its floor. */
  readonly floor: number;
}

interface ClaimSheetLook {
  readonly lowNap: number;
  readonly highNap: number;
  readonly hasPattern: boolean;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface ClaimSheetScene {
  readonly primitives: { add(model: Model): Model; remove(model: Model): boolean };
  requestRender(): void;
}

export interface ClaimSheet {
  /** Takes time for many; the old ones are seen until the new ones can be drawn. Undefined: nothing. */
  show(shapes: readonly ClaimShape[] | undefined, origin: ClaimOrigin): void;
  /** Of the shapes that were shown last, in their order. */
  paint(paint: Uint8Array): void;
  look(look: ClaimSheetLook): void;
  /** Each frame: metres a pixel at one metre, metres of height a metre of distance by which ground is drawn wrong, and the window. */
  frame(pixel: number, lift: number, window: GroundWindow | undefined): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

/** Metres over the ground of a window to which it is opened at least. */
export const ROOM = 0.35;
/** Of all sheets on the page: Cesium keeps buffers by address, also those of a lost scene. */
let count = 0;

function createShader(kind: 'faces' | 'lines'): CustomShader {
  const float = (value: number) => ({ type: UniformType.FLOAT, value });
  const isFaces = kind === 'faces';
  return new CustomShader({
    lightingModel: LightingModel.UNLIT,
    translucencyMode: isFaces ? CustomShaderTranslucencyMode.TRANSLUCENT : CustomShaderTranslucencyMode.OPAQUE,
    varyings: {
      v_place: VaryingType.VEC3,
      v_look: VaryingType.VEC4,
      v_color: VaryingType.VEC3,
      ...(isFaces ? { v_normal: VaryingType.VEC3 } : { v_strip: VaryingType.VEC3 }),
    },
    uniforms: {
      u_opacity: float(1),
      u_hasPattern: float(1),
      u_pixel: float(0.001),
      u_lift: float(0),
      u_ground: float(0),
      u_windowDeep: float(0),
      u_planes: { type: UniformType.VEC2, value: new Cartesian2(-1e4, 1e4) },
      u_window: { type: UniformType.VEC4, value: new Cartesian4() },
      u_looks: { type: UniformType.SAMPLER_2D, value: createLooks(new Uint8Array(0)) },
    },
    vertexShaderText: isFaces ? claimFaceVertexGlsl : claimLineVertexGlsl,
    fragmentShaderText: isFaces ? claimFaceFragmentGlsl : claimLineFragmentGlsl,
  });
}

const loadMesh = (mesh: ClaimMesh, modelMatrix: Matrix4, customShader: CustomShader): Promise<Model> =>
  Model.fromGltfAsync({
    // Bytes are taken too, though the types know addresses only.
    url: writeGlb(mesh.attributes, 1, mesh.indices) as unknown as string,
    basePath: `claims-${count++}/`,
    modelMatrix,
    forwardAxis: Axis.X,
    customShader,
    backFaceCulling: false,
    shadows: ShadowMode.DISABLED,
    allowPicking: false,
    environmentMapOptions: { enabled: false },
  });

export function createClaimSheet(scene: ClaimSheetScene, onError: OnError): ClaimSheet {
  const shaders = { faces: createShader('faces'), lines: createShader('lines') };
  const both = Object.values(shaders);
  let wanted: readonly ClaimShape[] | undefined;
  let origin: ClaimOrigin = [0, 0];
  let models: readonly Model[] = [];
  /** Replaced, but seen until what takes their place can be drawn. */
  let old: readonly Model[] = [];
  let isShown = true;
  let destroyed = false;

  function dropOld() {
    for (const model of old) scene.primitives.remove(model);
    old = [];
  }
  function dropAll() {
    dropOld();
    old = models;
    models = [];
    dropOld();
  }

  function take(loaded: readonly Model[], shapes: readonly ClaimShape[]) {
    if (destroyed || wanted !== shapes) {
      for (const model of loaded) model.destroy();
      return;
    }
    old = [...old, ...models];
    models = loaded.map((model) => scene.primitives.add(model));
    let waiting = models.length;
    const mine = models;
    for (const model of mine) {
      model.show = isShown;
      model.readyEvent.addEventListener(() => {
        waiting--;
        if (waiting === 0 && models === mine) dropOld();
        scene.requestRender();
      });
      model.errorEvent.addEventListener((error) => onError(error));
    }
    scene.requestRender();
  }

  return {
    show(shapes, middle) {
      if (shapes === wanted) return;
      wanted = shapes;
      origin = middle;
      const isEmpty = !shapes || shapes.length === 0;
      if (isEmpty) {
        dropAll();
        scene.requestRender();
        return;
      }
      const matrix = rdFrame({ x: middle[0], y: middle[1], nap: 0 });
      const meshes = groupShapes(shapes).flatMap((rows) => [
        [meshFaces(shapes, middle, rows), shaders.faces] as const,
        [meshLines(shapes, middle, rows), shaders.lines] as const,
      ]);
      const full = meshes.filter(([mesh]) => mesh.indices.length > 0);
      Promise.all(full.map(([mesh, shader]) => loadMesh(mesh, matrix, shader))).then(
        (loaded) => take(loaded, shapes),
        onError,
      );
    },
    paint(paint) {
      for (const shader of both) shader.setUniform('u_looks', createLooks(paint));
      scene.requestRender();
    },
    look({ lowNap, highNap, hasPattern, opacity }) {
      for (const shader of both) {
        shader.setUniform('u_planes', new Cartesian2(lowNap, highNap));
        shader.setUniform('u_hasPattern', hasPattern ? 1 : 0);
        shader.setUniform('u_opacity', opacity);
      }
      scene.requestRender();
    },
    frame(pixel, lift, window) {
      const place = window
        ? new Cartesian4(window.x - origin[0], origin[1] - window.y, window.room, window.halfWidth)
        : new Cartesian4();
      for (const shader of both) {
        shader.setUniform('u_pixel', pixel);
        shader.setUniform('u_lift', lift);
        shader.setUniform('u_window', place);
        shader.setUniform('u_windowDeep', window?.halfHeight ?? 0);
        shader.setUniform('u_ground', window?.ground ?? 0);
      }
    },
    setShown(shown) {
      isShown = shown;
      for (const model of [...old, ...models]) model.show = shown;
      scene.requestRender();
    },
    destroy() {
      destroyed = true;
      dropAll();
      for (const shader of both) shader.destroy();
    },
  };
}
