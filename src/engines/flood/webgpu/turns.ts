/**
 * Lets the GPU take turns until a plan is done, some per submission: few enough to leave the screen its frames, and always one
 * submission under way while the answer of the one before is awaited.
 */
import { type FloodBuffers, USAGE } from './buffers.ts';
import type { FloodPasses } from './passes.ts';
import type { ClockPlan } from './plan.ts';
import { STATE } from './prelude.ts';

/** A submission should take so long; a screen that is drawn by the same GPU waits for it. */
const SUBMISSION_MS = 25;
const MOST_TURNS = 512;

export interface TurnState {
  /** Ticks of the plan: now, and until when ground and rain are dealt with. */
  readonly to: number;
  readonly soaked: number;
  readonly rained: number;
  /** All rain so far, m. */
  readonly rain: number;
  readonly steps: number;
  readonly dt: number;
  /** m; NaN or infinite when the answer has stopped being numbers. */
  readonly deepest: number;
  /** Since the start, modulo 2^32. */
  readonly tiles: number;
}

function readState(words: ArrayBuffer): TurnState {
  const counts = new Uint32Array(words);
  const numbers = new Float32Array(words);
  return {
    to: counts[STATE.to] as number,
    soaked: counts[STATE.soaked] as number,
    rained: counts[STATE.rained] as number,
    rain: (numbers[STATE.rain] as number) - (numbers[STATE.rainLeft] as number),
    steps: counts[STATE.steps] as number,
    dt: numbers[STATE.dt] as number,
    deepest: numbers[STATE.deepest] as number,
    tiles: counts[STATE.tiles] as number,
  };
}

export interface Turns {
  /** Ends when the plan is done, in about `steps`; `onState` hears of each answer and may throw. */
  run(plan: ClockPlan, steps: number, onState: (state: TurnState) => void): Promise<TurnState>;
  destroy(): void;
}

export function createTurns(device: GPUDevice, buffers: FloodBuffers, passes: FloodPasses): Turns {
  const size = STATE.words * 4;
  const staging = [0, 1].map(() => device.createBuffer({ size, usage: USAGE.MAP_READ | USAGE.COPY_DST })) as [
    GPUBuffer,
    GPUBuffer,
  ];
  let submissions = 0;
  /** Turns per submission. */
  let pace = 4;
  let answered = 0;

  function submit(turns: number): Promise<TurnState> {
    const to = staging[submissions++ % 2] as GPUBuffer;
    const encoder = device.createCommandEncoder();
    passes.encode(encoder, turns);
    encoder.copyBufferToBuffer(buffers.state, 0, to, 0, size);
    device.queue.submit([encoder.finish()]);
    return to.mapAsync(USAGE.MAP_READ).then(() => {
      const state = readState(to.getMappedRange().slice(0));
      to.unmap();
      return state;
    });
  }

  /** By the time between two answers, of which the second was under way when the first came. */
  function setPace(turns: number): void {
    const now = performance.now();
    if (answered > 0) {
      const wanted = (turns * SUBMISSION_MS) / Math.max(now - answered, 0.1);
      pace = Math.round(Math.min(Math.max(wanted, pace / 4, 1), pace * 2, MOST_TURNS));
    }
    answered = now;
  }

  return {
    async run({ words, start, stop }, steps, onState) {
      device.queue.writeBuffer(buffers.plan, 0, words);
      device.queue.writeBuffer(buffers.state, STATE.to * 4, Uint32Array.from(start));
      answered = 0;
      let given = 0;
      const choose = () => {
        const turns = Math.min(pace, Math.max(steps - given, 4));
        given += turns;
        return turns;
      };
      let turns = choose();
      let first = submit(turns);
      for (;;) {
        const followed = choose();
        const second = submit(followed);
        // Of two that fail one is awaited, and the other must not go unheard.
        second.catch(() => {});
        const state = await first;
        if (state.to >= stop) return await second;
        setPace(turns);
        onState(state);
        [turns, first] = [followed, second];
      }
    },
    destroy() {
      for (const buffer of staging) buffer.destroy();
    },
  };
}
