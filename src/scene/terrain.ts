import { CesiumTerrainProvider, EllipsoidTerrainProvider, type Globe, type TerrainProvider } from 'cesium';
import type { OnError, SceneLayer } from './scene-layer.ts';

/** What a terrain needs of the globe. */
interface Ground {
  terrainProvider: TerrainProvider;
}

/**
 * Quantized-mesh terrain from `url` (a folder, or its `layer.json`), with vertex normals. While it loads, and if it cannot
 * be read, the ground is the bare ellipsoid.
 */
export function createTerrain(globe: Ground | Globe, url: string, onError: OnError): SceneLayer<object> {
  let destroyed = false;
  let stopListening: (() => void) | undefined;

  CesiumTerrainProvider.fromUrl(url.replace(/layer\.json$/, ''), { requestVertexNormals: true }).then((provider) => {
    if (destroyed) return;
    stopListening = provider.errorEvent.addEventListener((error) => onError(error, url));
    globe.terrainProvider = provider;
  }, onError);

  return {
    update() {},
    destroy() {
      destroyed = true;
      if (!stopListening) return;
      stopListening();
      stopListening = undefined;
      globe.terrainProvider = new EllipsoidTerrainProvider();
    },
  };
}
