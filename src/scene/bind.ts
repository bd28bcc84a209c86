import { type TwinState, twin } from '../store/twin.ts';
import type { SceneLayer } from './scene-layer.ts';

/**
 * Gives a layer its part of the store, now and whenever one of the part's own fields changes.
 * Returns the function that unties them; it does not destroy the layer.
 */
export function bind<View extends object>(
  layer: Pick<SceneLayer<View>, 'update'>,
  select: (state: TwinState) => View,
): () => void {
  let view = select(twin.getState());
  layer.update(view);
  return twin.subscribe((state) => {
    const next = select(state);
    if (isShallowEqual(view, next)) return;
    view = next;
    layer.update(next);
  });
}

function isShallowEqual<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}
