/** Undo and redo by keeping whole values, which are small and share what did not change. */

/** Steps back that are kept; older ones are forgotten. */
export const HISTORY_LIMIT = 200;

export interface History<T> {
  /** Oldest first. */
  readonly past: readonly T[];
  readonly present: T;
  /** Next first. */
  readonly future: readonly T[];
}

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** A step that changes nothing is no step. */
export function record<T>(history: History<T>, present: T): History<T> {
  if (Object.is(present, history.present)) return history;
  return { past: [...history.past, history.present].slice(-HISTORY_LIMIT), present, future: [] };
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  // Undefined may be a value like any other.
  if (past.length === 0) return { past, present, future };
  return { past: past.slice(0, -1), present: past.at(-1) as T, future: [present, ...future] };
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...later] = future;
  if (future.length === 0) return { past, present, future };
  return { past: [...past, present], present: next as T, future: later };
}
