import { type Cesium3DTileset, VaryingType } from 'cesium';
import type { LayerView } from '../store/twin.ts';
import type { Daylight } from './daylight.ts';
import { createModelShader } from './model-shader.ts';
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
): SceneLayer<LayerView> {
  let view: LayerView = { visible: true, opacity: 1 };
  let tileset: Cesium3DTileset | undefined;
  const shader = createModelShader(daylight, {
    varyings: { v_tint: VaryingType.VEC2 },
    vertexShaderText: treeVertexGlsl,
    fragmentShaderText: treeGlsl,
  });

  function apply() {
    if (!tileset) return;
    tileset.show = view.visible && view.opacity > 0;
    shader.applyTo(tileset, view);
    scene.requestRender();
  }

  const added = addTileset(
    scene,
    url,
    { environmentMapOptions: { enabled: false }, ...options },
    (loaded) => {
      tileset = loaded;
      apply();
    },
    onError,
  );

  return {
    update(next) {
      view = next;
      apply();
    },
    destroy() {
      added.destroy();
      tileset = undefined;
      shader.destroy();
    },
  };
}
