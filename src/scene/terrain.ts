import { CesiumTerrainProvider, EllipsoidTerrainProvider, type Globe, Resource, type TerrainProvider } from 'cesium';
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

  openTerrain(url.replace(/layer\.json$/, '')).then((provider) => {
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

/** Cesium takes a folder without `layer.json` for heights of another age and asks on; here that is an error. */
async function openTerrain(folder: string): Promise<CesiumTerrainProvider> {
  await Resource.fetchJson({ url: `${folder.replace(/\/$/, '')}/layer.json` });
  return CesiumTerrainProvider.fromUrl(folder, { requestVertexNormals: true });
}
