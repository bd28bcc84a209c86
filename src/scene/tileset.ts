import { Cesium3DTileset, type PrimitiveCollection } from 'cesium';
import type { OnError } from './scene-layer.ts';

/** What a tileset needs of the scene. */
export interface TilesetScene {
  readonly primitives: PrimitiveCollection;
  requestRender(): void;
}

interface TileFailure {
  readonly url: string;
  readonly message: string;
}

/**
 * Adds the tileset at `url` to the scene when it has come, unless it was destroyed before. `onReady` runs once, with the
 * tileset in the scene. Failures of the tileset and of its tiles go to `onError`.
 */
export function addTileset(
  scene: TilesetScene,
  url: string,
  options: Cesium3DTileset.ConstructorOptions,
  onReady: (tileset: Cesium3DTileset) => void,
  onError: OnError,
): { destroy(): void } {
  let tileset: Cesium3DTileset | undefined;
  let destroyed = false;

  Cesium3DTileset.fromUrl(url, { enableCollision: false, preloadWhenHidden: false, ...options }).then((loaded) => {
    if (destroyed) {
      loaded.destroy();
      return;
    }
    tileset = scene.primitives.add(loaded) as Cesium3DTileset;
    tileset.tileFailed.addEventListener(({ url: tileUrl, message }: TileFailure) => onError(message, tileUrl));
    onReady(tileset);
    scene.requestRender();
  }, onError);

  return {
    destroy() {
      destroyed = true;
      if (tileset) scene.primitives.remove(tileset); // remove() also destroys it
      tileset = undefined;
      scene.requestRender();
    },
  };
}
