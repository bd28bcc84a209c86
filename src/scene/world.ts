import { buildModuleUrl, type Globe, ImageryLayer, TileMapServiceImageryProvider } from 'cesium';
import type { OnError, SceneLayer } from './scene-layer.ts';

/** The offline world map of CesiumJS (Natural Earth II, 1:50 million), a pale tint over the paper of our own map. */
export function createWorld(globe: Pick<Globe, 'imageryLayers'>, onError: OnError): SceneLayer<object> {
  let layer: ImageryLayer | undefined;
  let destroyed = false;

  TileMapServiceImageryProvider.fromUrl(buildModuleUrl('Assets/Textures/NaturalEarthII')).then((provider) => {
    if (destroyed) return;
    layer = new ImageryLayer(provider, { alpha: 0.3, saturation: 0.6, brightness: 1.5 });
    globe.imageryLayers.add(layer, 0);
  }, onError);

  return {
    update() {},
    destroy() {
      destroyed = true;
      if (layer) globe.imageryLayers.remove(layer);
      layer = undefined;
    },
  };
}
