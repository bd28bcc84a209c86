import type { OnError, SceneLayer } from './scene-layer.ts';

/**
 * A layer whose code is fetched when its view first has something to draw: tools that few people open cost the first
 * picture nothing. Until then, and when it cannot be fetched, nothing is drawn.
 */
export function createLater<View>(
  isNeeded: (view: View) => boolean,
  load: () => Promise<() => SceneLayer<View>>,
  onError: OnError,
): SceneLayer<View> {
  let view: View | undefined;
  let layer: SceneLayer<View> | undefined;
  let isLoading = false;
  let destroyed = false;

  return {
    update(next) {
      view = next;
      layer?.update(next);
      if (isLoading || !isNeeded(next)) return;
      isLoading = true;
      load().then((create) => {
        if (destroyed) return;
        layer = create();
        layer.update(view ?? next);
      }, onError);
    },
    destroy() {
      destroyed = true;
      layer?.destroy();
      layer = undefined;
    },
  };
}
