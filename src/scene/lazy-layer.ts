/** A layer whose code is fetched when its view first asks for it: what few visitors use is not in the first page. */
import type { OnError, SceneLayer } from './scene-layer.ts';

export function createLazyLayer<View extends object>(
  load: () => Promise<() => SceneLayer<View>>,
  isWanted: (view: View) => boolean,
  onError: OnError,
): SceneLayer<View> {
  let layer: SceneLayer<View> | undefined;
  let last: View | undefined;
  let isAsked = false;
  let destroyed = false;

  return {
    update(view) {
      last = view;
      if (layer) return layer.update(view);
      if (isAsked || !isWanted(view)) return;
      isAsked = true;
      load().then((create) => {
        if (destroyed) return;
        layer = create();
        if (last) layer.update(last);
      }, onError);
    },
    destroy() {
      destroyed = true;
      layer?.destroy();
      layer = undefined;
    },
  };
}
