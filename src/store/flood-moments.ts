/** Moments of a storm or a breach as run after run computes them: each by the finest run that has come to it. */
import type { CellValues } from '../workers/flood-view.ts';
import type { RunTold } from '../workers/watch-run.ts';

export interface Moments {
  /** s, ascending. */
  readonly seconds: readonly number[];
  /** In the same order. */
  readonly depths: readonly CellValues[];
  readonly flows: readonly CellValues[];
}

/** Returns the function that takes what is told and gives what is known by then. */
export function collectMoments(): (told: RunTold & { readonly end: unknown }) => Moments {
  const none: Moments = { seconds: [], depths: [], flows: [] };
  let whole = none;
  let coming = none;
  return ({ frame, seconds, depth, flow, isWhole, end }) => {
    if (end) {
      whole = coming;
      coming = none;
      return whole;
    }
    const before = seconds.length - 1;
    const add = (values: readonly CellValues[], last: Uint16Array) => [
      ...values.slice(0, before),
      { frame, values: last },
    ];
    coming = { seconds, depths: add(coming.depths, depth), flows: add(coming.flows, flow) };
    if (!isWhole) return coming;
    const { depths, flows } = coming;
    return {
      seconds: whole.seconds,
      depths: [...depths, ...whole.depths.slice(depths.length)],
      flows: [...flows, ...whole.flows.slice(flows.length)],
    };
  };
}
