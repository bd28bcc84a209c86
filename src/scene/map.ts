import { ImageryLayer, type ImageryLayerCollection, type Rectangle, UrlTemplateImageryProvider } from 'cesium';
import type { LayerView } from '../store/twin.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

export interface MapTiles {
  /** Address with `{z}`, `{x}`, `{y}`: Web Mercator, row 0 in the north. */
  readonly url: string;
  readonly minimumLevel: number | undefined;
  readonly maximumLevel: number | undefined;
  /** Pixels along a tile's side. */
  readonly tileSize: number | undefined;
  /** Outside it no tile is asked for. */
  readonly rectangle: Rectangle;
}

/** What a map needs of the scene. */
interface MapScene {
  readonly imageryLayers: ImageryLayerCollection;
  requestRender(): void;
}

/** The municipality's own map, draped over the terrain. A tile that fails is drawn as its coarser parent. */
export function createMap(scene: MapScene, tiles: MapTiles, onError: OnError): SceneLayer<LayerView> {
  const provider = new UrlTemplateImageryProvider({
    url: tiles.url,
    rectangle: tiles.rectangle,
    tileWidth: tiles.tileSize ?? 256,
    tileHeight: tiles.tileSize ?? 256,
    ...(tiles.minimumLevel === undefined ? {} : { minimumLevel: tiles.minimumLevel }),
    ...(tiles.maximumLevel === undefined ? {} : { maximumLevel: tiles.maximumLevel }),
  });
  const stopListening = provider.errorEvent.addEventListener((error) => onError(error, tiles.url));
  const layer = new ImageryLayer(provider);
  scene.imageryLayers.add(layer);

  return {
    update({ visible, opacity }) {
      layer.show = visible;
      layer.alpha = opacity;
      scene.requestRender();
    },
    destroy() {
      stopListening();
      scene.imageryLayers.remove(layer);
    },
  };
}
