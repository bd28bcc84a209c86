/**
 * What is told of a flood while it computes, moment by moment: of a storm and of a breach alike. A finer run begins with the answer
 * of the coarser one before it, carried over to its own cells: what it has not come to yet is then told of that, so that an answer
 * is never taken back.
 */
import { createFloodDetail } from '../engines/flood-detail.ts';
import { listFlow } from '../engines/flood-flow.ts';
import { ARRIVAL_DEPTH, type FloodFrame, type FloodInput, type FloodMoment } from '../model/flood.ts';
import { NEVER, sheetExtent } from '../model/flood-run.ts';

/** Most that is told of whole millimetres or minutes: one more says {@link NEVER}. */
export const MOST_TOLD = 0xfffe;

/** Arrays per cell of `frame`. */
export interface RunTold {
  readonly frame: FloodFrame;
  /** Of this run, 0 to 1. */
  readonly share: number;
  /** Also of the time to come: of that the coarser run before it is told. */
  readonly isWhole: boolean;
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

/** Ground that the told depths count from, m NAP: of open water its level, NaN where it is closed. */
const groundOf = ({ bed, initialDepth, closed }: FloodInput) =>
  Float32Array.from(bed, (height, cell) => (closed?.[cell] ? Number.NaN : height + (initialDepth?.[cell] ?? 0)));

/** The whole answer of a run, as the next one begins with it. */
export interface RunAnswer {
  readonly frame: FloodFrame;
  readonly ground: Float32Array;
  readonly deepest: Uint16Array;
  readonly arrival: Uint16Array;
  readonly duration: Uint16Array;
  /** Minutes of the moment with the most water; {@link NEVER}. */
  readonly peak: Uint16Array;
}

type Carried = Pick<RunAnswer, 'deepest' | 'arrival' | 'duration' | 'peak'>;

/** On finer cells of the same place; undefined where these do not divide the others. */
function carry(from: RunAnswer, { frame }: FloodInput, ground: Float32Array): Carried | undefined {
  const factor = Math.round(from.frame.cellSize / frame.cellSize);
  const [extent, other] = [sheetExtent(frame), sheetExtent(from.frame)];
  if (factor < 1 || extent.some((side, i) => Math.abs(side - (other[i] as number)) > 0.01)) return undefined;
  if (factor === 1) return from;
  const { width, height } = from.frame;
  const isLeftOut = Uint8Array.from(ground, (z) => (Number.isNaN(z) ? 1 : 0));
  const detail = createFloodDetail({ width, height, bed: from.ground, factor, fineBed: ground, isLeftOut });
  return {
    deepest: detail.depths(from.deepest, NEVER),
    arrival: detail.minutes(from.arrival, NEVER),
    duration: detail.minutes(from.duration, NEVER),
    peak: detail.minutes(from.peak, NEVER),
  };
}

export interface RunWatch {
  next(moment: FloodMoment): RunTold;
  /** Of this run alone; as before the first moment when there was none. */
  last(): RunTold;
  /** What the next run begins with. */
  answer(told: Pick<RunTold, 'deepest' | 'arrival' | 'duration'>): RunAnswer;
}

/**
 * Per moment what is known by then; how long water stays is known at the end only. `length`: s of the whole run. `ground`: what told
 * depths count from, where that is not the input's own.
 */
export function watchRun(
  input: FloodInput,
  length: number,
  toMillimetres: (depth: Float32Array) => Uint16Array,
  before?: RunAnswer,
  ground = groundOf(input),
): RunWatch {
  const { frame, initialDepth } = input;
  const cells = frame.width * frame.height;
  const deepest = new Uint16Array(cells);
  const arrival = new Uint16Array(cells).fill(NEVER);
  const duration = new Uint16Array(cells).fill(NEVER);
  const peak = new Uint16Array(cells).fill(NEVER);
  const carried = before && carry(before, input, ground);
  const isWhole = carried !== undefined;
  const both = carried && { deepest: new Uint16Array(cells), arrival: new Uint16Array(cells) };
  const empty = { depth: new Uint16Array(cells), flow: new Uint16Array(cells) };
  let told: RunTold = { frame, share: 0, isWhole, seconds: [], ...empty, deepest, arrival, duration };

  /** Of what has been, this run; of what is to come, the one before. */
  function complete(minutes: number): void {
    if (!carried || !both) return;
    for (let i = 0; i < cells; i++) {
      const toCome = (carried.peak[i] as number) > minutes ? (carried.deepest[i] as number) : 0;
      both.deepest[i] = Math.max(deepest[i] as number, toCome);
      const isToCome = arrival[i] === NEVER && (carried.arrival[i] as number) > minutes;
      both.arrival[i] = (isToCome ? carried.arrival[i] : arrival[i]) as number;
    }
  }

  return {
    next(moment) {
      const depth = toMillimetres(moment.depth);
      const minutes = Math.round(moment.second / 60);
      for (let i = 0; i < cells; i++) {
        const mm = depth[i] as number;
        if (mm > (deepest[i] as number)) {
          deepest[i] = mm;
          peak[i] = minutes;
        }
        if (mm >= ARRIVAL_DEPTH * 1000 && arrival[i] === NEVER) arrival[i] = minutes;
      }
      complete(minutes);
      const flow = listFlow(moment, frame.width, initialDepth);
      const seconds = [...told.seconds, moment.second];
      told = { ...told, share: moment.second / length, seconds, depth, flow };
      return { ...told, ...both, duration: carried?.duration ?? duration };
    },
    last: () => told,
    answer: (end) => ({ frame, ground, deepest: end.deepest, arrival: end.arrival, duration: end.duration, peak }),
  };
}
