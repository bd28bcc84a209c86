/** What is told of a flood while it computes, moment by moment: of a storm and of a breach alike. */
import { listFlow } from '../engines/flood-flow.ts';
import { ARRIVAL_DEPTH, type FloodFrame, type FloodMoment } from '../model/flood.ts';
import { NEVER } from '../model/flood-run.ts';

/** Most that is told of whole millimetres or minutes: one more says {@link NEVER}. */
export const MOST_TOLD = 0xfffe;

/** Arrays per cell of `frame`. */
export interface RunTold {
  readonly frame: FloodFrame;
  /** Of this run, 0 to 1. */
  readonly share: number;
  /** All moments so far, and the depth at the last of them, above what stood there before, whole millimetres. */
  readonly seconds: readonly number[];
  readonly depth: Uint16Array;
  /** Which way it flows at that moment: codes of `model/flood-flow.ts`. */
  readonly flow: Uint16Array;
  /** So far: greatest depth, minutes until 5 cm and with 5 cm or more; {@link NEVER}. */
  readonly deepest: Uint16Array;
  readonly arrival: Uint16Array;
  readonly duration: Uint16Array;
}

export const listMoments = (seconds: number, every: number): number[] =>
  Array.from({ length: Math.floor(seconds / every) }, (_, i) => (i + 1) * every);

/** Per moment what is known by then; how long water stays is known at the end only. `last`: as before the first. */
export function watchRun(
  frame: FloodFrame,
  length: number,
  initialDepth: Float32Array | undefined,
  toMillimetres: (depth: Float32Array) => Uint16Array,
): { readonly next: (moment: FloodMoment) => RunTold; readonly last: () => RunTold } {
  const cells = frame.width * frame.height;
  const deepest = new Uint16Array(cells);
  const arrival = new Uint16Array(cells).fill(NEVER);
  const duration = new Uint16Array(cells).fill(NEVER);
  const empty = { depth: new Uint16Array(cells), flow: new Uint16Array(cells) };
  let told: RunTold = { frame, share: 0, seconds: [], ...empty, deepest, arrival, duration };
  return {
    next(moment) {
      const depth = toMillimetres(moment.depth);
      for (let i = 0; i < cells; i++) {
        const mm = depth[i] as number;
        if (mm > (deepest[i] as number)) deepest[i] = mm;
        if (mm >= ARRIVAL_DEPTH * 1000 && arrival[i] === NEVER) arrival[i] = Math.round(moment.second / 60);
      }
      const flow = listFlow(moment, frame.width, initialDepth);
      const seconds = [...told.seconds, moment.second];
      told = { ...told, share: moment.second / length, seconds, depth, flow };
      return told;
    },
    last: () => told,
  };
}
