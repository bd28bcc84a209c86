/**
 * Threads that compute one flood together, each a band of rows in shared memory. The leader gives an order, does its own band
 * and waits until all are done; the others wait for orders. Whoever starts threads gives each a {@link FloodShare} and lets it
 * call {@link helpFlood}. Any division into bands gives the same bits, so that the bands follow the water; and so that the leader
 * may go on alone while the others let it wait longer than they save: on small grids, or on cores that others use too (a picture that
 * is drawn in software), where a thread that sleeps is woken milliseconds late.
 */
import { type KernelExports, startKernel } from './kernel-exports.ts';
import type { BandPlan, KernelMemory } from './kernel-memory.ts';
import type { FloodGrid } from './layout.ts';
import type { Soak } from './soak-javascript.ts';

/** What a helping thread is sent; all of it can be. */
export interface FloodShare {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Byte addresses. */
  readonly control: number;
  readonly parameters: number;
  readonly cellSize: number;
  /** Number of the band; the leader has 0. */
  readonly band: number;
}

/** Places in the control block, 32-bit numbers: four integers, four arguments, then each band's answer. */
const [GENERATION, ORDER, DONE] = [0, 1, 2];
const ARGUMENTS = 4;
const ANSWERS = 8;
export const MOST_THREADS = 32;
const orders = { step: 1, soak: 2, setup: 3, quit: 4 } as const;
/** Looks this often before going to sleep: some 20 µs. */
const LOOKS = 10_000;
const PATIENCE_MS = 60_000;
const SILENT = 'A thread of the flood does not answer any more.';
/** For the first answer: who has not come by then is done without. */
const START_PATIENCE_MS = 4_000;

/** Waits until the number at `place` is another; false when that takes longer than `patience` ms. */
function waitWhile(control: Int32Array, place: number, value: number, patience = PATIENCE_MS): boolean {
  for (let look = 0; look < LOOKS; look++) if (Atomics.load(control, place) !== value) return true;
  while (Atomics.load(control, place) === value) {
    if (Atomics.wait(control, place, value, patience) === 'timed-out') return false;
  }
  return true;
}

const mapControl = (memory: WebAssembly.Memory, at: number) => ({
  words: new Int32Array(memory.buffer, at, ANSWERS + MOST_THREADS),
  values: new Float32Array(memory.buffer, at, ANSWERS + MOST_THREADS),
});

/** Obeys until the leader is done; the thread does nothing else meanwhile. */
export function helpFlood({ module, memory, control, parameters, cellSize, band }: FloodShare): void {
  const kernel = startKernel(module, memory);
  const { words, values } = mapControl(memory, control);
  const [one, two, three, four] = [ARGUMENTS, ARGUMENTS + 1, ARGUMENTS + 2, ARGUMENTS + 3];
  let seen = 0;
  // A leader that reads a large grid between two orders may take its time: it ends its threads when it fails.
  for (;;) {
    while (!waitWhile(words, GENERATION, seen));
    seen = Atomics.load(words, GENERATION);
    const order = words[ORDER];
    if (order === orders.quit) return;
    if (order === orders.setup) kernel.setup(parameters, cellSize);
    else if (order === orders.step) values[ANSWERS + band] = kernel.step(values[one]);
    else values[ANSWERS + band] = kernel.soak(values[one], values[two], values[three], values[four]);
    Atomics.add(words, DONE, 1);
    Atomics.notify(words, DONE);
  }
}

/** Steps and soaks all bands; both return the deepest water, m. */
export interface FlowDriver {
  step(dt: number): number;
  soak(soak: Soak): number;
  /** Lets the helping threads go. */
  destroy(): void;
}

/** Divides the rows so that each band has as many wet chunks, and at least `least` rows. */
function balanceBands(grid: FloodGrid, count: number, least: number): number[] {
  const { height, chunks, flags } = grid;
  const weights = new Float64Array(height + 2);
  for (let row = 1; row <= height; row++) {
    let wet = 0;
    for (let at = row * chunks; at < (row + 1) * chunks; at++) if (flags[at] !== 0) wet++;
    // What a dry row costs beside a wet chunk.
    weights[row + 1] = weights[row] + wet + 0.1;
  }
  const cuts = [1];
  for (let band = 1; band < count; band++) {
    const wanted = (weights[height + 1] * band) / count;
    let row = cuts[band - 1] + least;
    while (row < height + 1 - least * (count - band) && weights[row] < wanted) row++;
    cuts.push(row);
  }
  return [...cuts, height + 1];
}

/** Steps between two divisions into bands. */
const BALANCE_STEPS = 100;
/** Steps together after which the leader looks whether they pay, and steps that it first goes alone where they do not. */
const TRIAL_STEPS = 25;
const ALONE_STEPS = 500;
/** Of the leader's parameters, behind the rows of its band: where the copy of the rows above it stands; 0: there are none. */
const ABOVE_PARAMETER = 3;
const LEAST_ROWS = 8;

/** Undefined when the other threads do not come: then one thread must do. */
export function createTeam(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  plan: KernelMemory,
  grid: FloodGrid,
  sewerStorage: number,
  start: (share: FloodShare) => void,
): FlowDriver | undefined {
  const kernel: KernelExports = startKernel(module, memory);
  const { words, values } = mapControl(memory, plan.control);
  const [own, ...others] = plan.bands as [BandPlan, ...BandPlan[]];
  const { cellSize } = grid;
  const storage = Math.min(sewerStorage, 1e30);
  let cuts = plan.bands.map(({ first }) => first);
  let steps = 0;
  let isAlone = others.length === 0;
  /** Steps to go alone, and how many it will be the next time. */
  let left = 0;
  let pause = ALONE_STEPS;
  /** ms since the trial began: of the leader's own work, and in which it waited for the others. */
  let worked = 0;
  let waited = 0;

  function order(what: number, ...given: readonly number[]): void {
    if (isAlone) return;
    words[ORDER] = what;
    for (const [i, value] of given.entries()) values[ARGUMENTS + i] = value;
    Atomics.store(words, DONE, 0);
    Atomics.add(words, GENERATION, 1);
    Atomics.notify(words, GENERATION);
  }

  function isDone(patience: number): boolean {
    for (let done = 0; done < others.length; done = Atomics.load(words, DONE)) {
      if (!waitWhile(words, DONE, done, patience)) return false;
    }
    return true;
  }

  /** `run` does the leader's part of what was ordered; returns the deepest water of all. */
  function gather(run: () => number): number {
    if (isAlone) return run();
    const begun = performance.now();
    let deepest = run();
    const done = performance.now();
    if (!isDone(PATIENCE_MS)) throw new Error(SILENT);
    worked += done - begun;
    waited += performance.now() - done;
    for (let band = 1; band <= others.length; band++) deepest = Math.max(deepest, values[ANSWERS + band]);
    return deepest;
  }

  function setupAll(patience: number): boolean {
    for (let band = 1; band <= others.length; band++) values[ANSWERS + band] = 0;
    order(orders.setup);
    kernel.setup(own.parameters, cellSize);
    return isDone(patience);
  }

  function balance(): void {
    cuts = balanceBands(grid, plan.bands.length, LEAST_ROWS);
    for (const [band, { parameters }] of plan.bands.entries()) {
      const rows = new Int32Array(memory.buffer, parameters + plan.rowsParameter * 4, 2);
      rows[0] = cuts[band];
      rows[1] = cuts[band + 1];
    }
    if (!setupAll(PATIENCE_MS)) throw new Error(SILENT);
  }

  function goAlone(): void {
    isAlone = true;
    left = pause;
    pause *= 2;
    new Int32Array(memory.buffer, own.parameters + plan.rowsParameter * 4, 4).set([1, grid.height + 1, 0, 0]);
    kernel.setup(own.parameters, cellSize);
  }

  function goTogether(): void {
    isAlone = false;
    const above = own.parameters + (plan.rowsParameter + ABOVE_PARAMETER) * 4;
    new Uint32Array(memory.buffer, above, 1)[0] = own.above;
    balance();
  }

  /** Before each step: who takes part in it. */
  function choose(): void {
    if (others.length === 0) return;
    if (isAlone) {
      if (--left < 0) goTogether();
    } else if (steps % TRIAL_STEPS === 0) {
      // Bands have about as much work each: alone it would take the leader's share as often as there are bands.
      if (waited > worked * others.length) goAlone();
      else if (worked > 0) pause = ALONE_STEPS;
      [worked, waited] = [0, 0];
    }
    if (!isAlone && steps % BALANCE_STEPS === 0) balance();
  }

  for (const [i, { parameters }] of others.entries()) {
    start({ module, memory, control: plan.control, parameters, cellSize, band: i + 1 });
  }
  if (!setupAll(START_PATIENCE_MS)) {
    // Who comes later finds that it may go.
    order(orders.quit);
    return undefined;
  }
  return {
    step(dt) {
      choose();
      if (!isAlone) {
        for (let band = 1; band < plan.bands.length; band++) {
          kernel.copyBorder(cuts[band], plan.bands[band].below, plan.bands[band - 1].above);
        }
      }
      steps++;
      order(orders.step, dt);
      return gather(() => kernel.step(dt));
    },
    soak({ rain, seconds, now }) {
      order(orders.soak, rain, seconds, now, storage);
      return gather(() => kernel.soak(rain, seconds, now, storage));
    },
    destroy() {
      isAlone = false;
      order(orders.quit);
    },
  };
}
