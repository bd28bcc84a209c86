import { type Cesium3DTileset, Matrix4, UniformType, VaryingType } from 'cesium';
import type { LayerView } from '../store/twin.ts';
import { drawClearedGround, nowhere } from './cleared-ground.ts';
import type { Daylight } from './daylight.ts';
import { createModelShader } from './model-shader.ts';
import type { MakesRoom } from './proposal.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';
import { addTileset, type TilesetScene } from './tileset.ts';
import { treeGlsl, treeVertexGlsl } from './tree-shader.ts';

/** Trees: 3D Tiles with instanced models. */
export function createTrees(
  scene: TilesetScene,
  url: string,
  options: Cesium3DTileset.ConstructorOptions,
  daylight: Daylight,
  onError: OnError,
): SceneLayer<LayerView> & MakesRoom {
  let view: LayerView = { visible: true, opacity: 1 };
  let rings: readonly (readonly number[])[] = [];
  let tileset: Cesium3DTileset | undefined;
  const shader = createModelShader(daylight, {
    varyings: { v_tint: VaryingType.VEC2 },
    vertexShaderText: treeVertexGlsl,
    fragmentShaderText: treeGlsl,
    uniforms: {
      u_clearing: { type: UniformType.FLOAT, value: 0 },
      u_clearedBox: { type: UniformType.VEC4, value: nowhere.box },
      u_cleared: { type: UniformType.SAMPLER_2D, value: nowhere.picture },
    },
  });

  function apply() {
    if (!tileset) return;
    tileset.show = view.visible && view.opacity > 0;
    shader.applyTo(tileset, view);
    scene.requestRender();
  }

  function drawCleared() {
    if (!tileset || rings.length === 0) return;
    const toFrame = Matrix4.inverseTransformation(tileset.root.computedTransform, new Matrix4());
    const { picture, box } = drawClearedGround(rings, toFrame);
    shader.setUniform('u_clearedBox', box);
    shader.setUniform('u_cleared', picture);
  }

  const added = addTileset(
    scene,
    url,
    { environmentMapOptions: { enabled: false }, ...options },
    (loaded) => {
      tileset = loaded;
      drawCleared();
      apply();
    },
    onError,
  );

  return {
    update(next) {
      view = next;
      apply();
    },
    clear(_, next) {
      shader.setUniform('u_clearing', next.length > 0 ? 1 : 0);
      // Drawn once per plan; the comparison clears and restores at every frame.
      if (next.length === 0 || next === rings) return;
      rings = next;
      drawCleared();
    },
    destroy() {
      added.destroy();
      tileset = undefined;
      shader.destroy();
    },
  };
}
