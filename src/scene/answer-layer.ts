/** A layer tied to another store by itself: what that store knows is drawn anew when it changes, while it is shown. */
import { type Primitive, PrimitiveCollection, type Scene } from 'cesium';
import type { SceneLayer } from './scene-layer.ts';

export interface AnswerView {
  readonly isShown: boolean;
}

/** What drawing needs of the scene; `primitives` gets one collection. */
export interface AnswerScene {
  readonly primitives: PrimitiveCollection;
  readonly requestRender: Scene['requestRender'];
}

export interface Answer<T> {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object as long as it is the same answer; undefined: none. */
  read(): T | undefined;
  /** Undefined where there is nothing to draw. */
  draw(answer: T): Primitive | undefined;
}

export function createAnswerLayer<T>(scene: AnswerScene, { subscribe, read, draw }: Answer<T>): SceneLayer<AnswerView> {
  const all = scene.primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
  let isShown = false;
  let drawn: T | undefined;

  function apply() {
    const answer = isShown ? read() : undefined;
    if (answer === drawn) return;
    drawn = answer;
    all.removeAll();
    const primitive = answer === undefined ? undefined : draw(answer);
    if (primitive) all.add(primitive);
    scene.requestRender();
  }

  const untie = subscribe(apply);
  return {
    update(view) {
      isShown = view.isShown;
      apply();
    },
    destroy() {
      untie();
      scene.primitives.remove(all);
      scene.requestRender();
    },
  };
}
