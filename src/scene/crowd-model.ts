/** A mesh of our own in the picture, drawn by one shader; the old one is seen until the new one can be drawn. */
import { Axis, type CustomShader, type Matrix4, Model, ShadowMode } from 'cesium';
import type { OnError } from './scene-layer.ts';

export interface ModelScene {
  readonly primitives: { add(model: Model): Model; remove(model: Model): boolean };
  requestRender(): void;
}

export interface CrowdModel {
  /** Bytes of a glb (`writeGlb`); undefined: nothing. */
  show(glb: Uint8Array | undefined, modelMatrix: Matrix4): void;
  setShown(isShown: boolean): void;
  destroy(): void;
}

/** Of all on the page: Cesium keeps buffers by address, also those of a lost scene. */
let count = 0;

export function createCrowdModel(
  scene: ModelScene,
  customShader: CustomShader,
  onError: OnError,
  shadows: ShadowMode = ShadowMode.DISABLED,
): CrowdModel {
  let asked = 0;
  let model: Model | undefined;
  /** Replaced, but seen until what takes its place can be drawn. */
  let old: Model[] = [];
  let isShown = true;
  let destroyed = false;

  function dropOld() {
    for (const before of old) scene.primitives.remove(before);
    old = [];
  }
  function drop() {
    dropOld();
    if (model) scene.primitives.remove(model);
    model = undefined;
    scene.requestRender();
  }

  function take(loaded: Model, mine: number) {
    if (destroyed || mine !== asked) {
      loaded.destroy();
      return;
    }
    if (model) old.push(model);
    const next = scene.primitives.add(loaded);
    model = next;
    next.show = isShown;
    next.readyEvent.addEventListener(() => {
      if (model === next) dropOld();
      scene.requestRender();
    });
    next.errorEvent.addEventListener((error) => onError(error));
    scene.requestRender();
  }

  return {
    show(glb, modelMatrix) {
      const mine = ++asked;
      if (!glb) {
        drop();
        return;
      }
      Model.fromGltfAsync({
        // Bytes are taken too, though the types know addresses only.
        url: glb as unknown as string,
        basePath: `crowd-${count++}/`,
        modelMatrix,
        forwardAxis: Axis.X,
        customShader,
        backFaceCulling: false,
        shadows,
        allowPicking: false,
        environmentMapOptions: { enabled: false },
      }).then((loaded) => take(loaded, mine), onError);
    },
    setShown(shown) {
      isShown = shown;
      for (const each of [...old, ...(model ? [model] : [])]) each.show = shown;
    },
    destroy() {
      destroyed = true;
      drop();
    },
  };
}
