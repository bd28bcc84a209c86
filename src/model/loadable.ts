/** Something that may still have to come, or may not come at all: failures are values that the UI shows in plain words. */
export type Loadable<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress?: number }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly message: string };
