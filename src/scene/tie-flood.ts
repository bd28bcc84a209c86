import type { Scene } from 'cesium';
import { flood } from '../store/flood.ts';
import type { LayerView } from '../store/twin.ts';
import { markBreach } from './breach-mark.ts';
import type { Daylight } from './daylight.ts';
import { createFlood, type Flood } from './flood.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

/** What the twin says of the overlay; the water itself comes from its own store. */
export interface FloodOverlayView {
  readonly layer: LayerView;
  readonly hasPattern: boolean;
}

export interface TiedFlood extends SceneLayer<FloodOverlayView>, Pick<Flood, 'setToday'> {
  /** Frame follows frame: then they must be quick. */
  isPlaying(): boolean;
}

/** Surface water, tied to its own store. */
export function tieFlood(scene: Scene, daylight: Daylight, onError: OnError): TiedFlood {
  const layer = createFlood(scene, daylight, onError);
  let view: FloodOverlayView = { layer: { visible: false, opacity: 1 }, hasPattern: false };
  function apply() {
    const { pictures, today, share, classes, isPlaying } = flood.getState();
    const { visible, opacity } = view.layer;
    const { hasPattern } = view;
    layer.update({ pictures: visible ? pictures : [], today, share, classes, hasPattern, opacity, isPlaying });
  }
  const untie = flood.subscribe((now, before) => {
    if (now.pictures !== before.pictures || now.today !== before.today || now.share !== before.share) apply();
    else if (now.classes !== before.classes || now.isPlaying !== before.isPlaying) apply();
  });
  const unmark = markBreach(scene);
  return {
    update(next) {
      view = next;
      apply();
    },
    setToday: layer.setToday,
    isPlaying: () => flood.getState().isPlaying,
    destroy() {
      untie();
      unmark();
      layer.destroy();
    },
  };
}
