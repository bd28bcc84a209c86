import type { Scene } from 'cesium';
import { flood } from '../store/flood.ts';
import type { LayerView } from '../store/twin.ts';
import type { Daylight } from './daylight.ts';
import { createFlood, type Flood } from './flood.ts';
import type { OnError, SceneLayer } from './scene-layer.ts';

/** Surface water, tied to its own store; the twin only says whether it is shown, and how dense. */
export function tieFlood(
  scene: Scene,
  daylight: Daylight,
  onError: OnError,
): SceneLayer<LayerView> & Pick<Flood, 'setToday'> {
  const layer = createFlood(scene, daylight, onError);
  let view: LayerView = { visible: false, opacity: 1 };
  function apply() {
    const { picture, today, share, classes, hasPattern } = flood.getState();
    const { visible, opacity } = view;
    layer.update({ picture: visible ? picture : undefined, today, share, classes, hasPattern, opacity });
  }
  const untie = flood.subscribe(apply);
  return {
    update(next) {
      view = next;
      apply();
    },
    setToday: layer.setToday,
    destroy() {
      untie();
      layer.destroy();
    },
  };
}
