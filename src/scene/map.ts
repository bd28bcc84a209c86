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
  /** A part that has finer tiles at the same address. */
  readonly detail: { readonly maximumLevel: number; readonly rectangle: Rectangle } | undefined;
}

/** What a map needs of the scene. */
interface MapScene {
  readonly imageryLayers: ImageryLayerCollection;
  requestRender(): void;
}

/**
 * The municipality's own map, draped over the terrain. A tile that fails is drawn as its coarser parent. The part with finer
 * tiles is a layer of its own, for which the other leaves room, so that no tile is asked for that is not there.
 */
export function createMap(scene: MapScene, tiles: MapTiles, onError: OnError): SceneLayer<LayerView> {
  const { url, minimumLevel, maximumLevel, tileSize, rectangle, detail } = tiles;
  const stops: (() => void)[] = [];

  function addLayer(area: Rectangle, finest: number | undefined, cutoutRectangle?: Rectangle): ImageryLayer {
    const provider = new UrlTemplateImageryProvider({
      url,
      rectangle: area,
      tileWidth: tileSize ?? 256,
      tileHeight: tileSize ?? 256,
      ...(minimumLevel === undefined ? {} : { minimumLevel }),
      ...(finest === undefined ? {} : { maximumLevel: finest }),
    });
    stops.push(provider.errorEvent.addEventListener((error) => onError(error, url)));
    const layer = new ImageryLayer(provider, cutoutRectangle ? { cutoutRectangle } : {});
    scene.imageryLayers.add(layer);
    return layer;
  }

  const imagery = [
    addLayer(rectangle, maximumLevel, detail?.rectangle),
    ...(detail ? [addLayer(detail.rectangle, detail.maximumLevel)] : []),
  ];

  return {
    update({ visible, opacity }) {
      for (const layer of imagery) {
        layer.show = visible;
        layer.alpha = opacity;
      }
      scene.requestRender();
    },
    destroy() {
      for (const stop of stops) stop();
      for (const layer of imagery) scene.imageryLayers.remove(layer);
    },
  };
}
