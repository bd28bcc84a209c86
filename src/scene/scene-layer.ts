/** One drawn thing, made by `createX(scene, …, onError)`. Whoever creates it destroys it. */
export interface SceneLayer<View> {
  /** Takes the whole view, never a difference. */
  update(view: View): void;
  destroy(): void;
}

/** `url` is the address that failed, when it is not the layer's own. */
export type OnError = (error: unknown, url?: string) => void;
