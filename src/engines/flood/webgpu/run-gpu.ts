/**
 * `runFlood` on a GPU: the same scheme "inertial", input and answer, in single precision and with a time step that the GPU chooses
 * itself. Depths agree with the other kernels within 1 mm and the mass balance closes to 1e-5; not to the bit, because a GPU may
 * fuse sums (`prelude.ts`).
 *
 * All cells are given to the GPU each step; those of dry tiles (32 x 8) go home after reading five words.
 */
import type { FloodInput, FloodMoment, FloodResult, FloodRunOptions } from '../../../model/flood.ts';
import { InputError } from '../../../model/input-error.ts';
import { checkFloodInput, checkMoments } from '../check-input.ts';
import { createGrid, GRAVITY, planGrid, unpad } from '../layout.ts';
import { balanceOf, HOPELESS_STEPS, LEAST_DEPTH, momentOf, tooLong } from '../run-flood.ts';
import { createSpecialFaces } from '../special-faces.ts';
import { COURANT } from '../start-flow.ts';
import { createSums } from '../sums.ts';
import { countTiles, createBuffers, type FloodBuffers } from './buffers.ts';
import { packWorks } from './pack-works.ts';
import { createPasses } from './passes.ts';
import { type ClockPlan, type ClockTimes, chooseTick, createPlanner } from './plan.ts';
import { readMarks, readSums, readWater } from './read-back.ts';
import { createTurns, type TurnState } from './turns.ts';

/** A balance that is further off is no rounding but a device or compiler that does something else than it was told. */
const WORST_BALANCE = 1e-4;

const destroyBuffers = (buffers: FloodBuffers) => {
  for (const buffer of Object.values(buffers)) buffer.destroy();
};

/** Rejects with an `InputError` when the input is wrong, and with an `Error` when the device fails or is lost, or its answer cannot be right. */
export async function runFloodGpu(
  input: FloodInput,
  options: FloodRunOptions,
  device: GPUDevice,
): Promise<FloodResult> {
  const started = performance.now();
  checkFloodInput(input);
  checkMoments(options.moments ?? [], input.seconds);
  if (input.scheme === 'full') throw new Error('The GPU does not know the full scheme.');
  const { width, height, cellSize } = input.frame;
  const grid = createGrid(input, new ArrayBuffer(planGrid(width, height).offsets.free));
  const faces = createSpecialFaces(input, grid);
  const works = packWorks(input, grid);
  const sums = createSums();
  const leastDepth = Math.max(LEAST_DEPTH, faces.deepest);
  const reach = COURANT * cellSize;
  const longest = (depth: number) => reach / Math.sqrt(GRAVITY * Math.max(depth, leastDepth));
  const tick = chooseTick(longest(0));
  const planner = createPlanner(input, tick);
  let failure: string | undefined;
  const hearError = (event: GPUUncapturedErrorEvent) => {
    failure ??= event.error.message;
  };
  device.addEventListener('uncapturederror', hearError as EventListener);
  const counts = { faces: faces.at.length, works: works.count };
  const numbers = {
    ...counts,
    rounds: works.rounds,
    series: 1 + (input.inflows?.length ?? 0),
    pumped: (input.pumps ?? []).reduce((most, { capacity }) => Math.max(most, capacity), 0) / cellSize ** 2,
    factor: input.rainFactor?.reduce((most, factor) => Math.max(most, factor), 1) ?? 1,
    tick,
    reach,
    leastDepth,
    storage: Math.min(input.sewerStorage ?? Number.POSITIVE_INFINITY, 1e30),
  };
  const buffers = createBuffers(device, grid, faces, works, numbers, planner.words);
  let turns: ReturnType<typeof createTurns> | undefined;
  try {
    turns = createTurns(device, buffers, await createPasses(device, buffers, grid, counts));
    const { run } = turns;
    const initial = grid.depth.reduce((sum, depth) => sum + depth, 0) * cellSize ** 2;
    const { tilesX, tilesY } = countTiles(grid);
    const cellsPerTile = (width * height) / (tilesX * tilesY);
    const moments = options.moments ?? [];
    let state: TurnState = { to: 0, soaked: 0, rained: 0, rain: 0, steps: 0, dt: 0, deepest: 0, tiles: 0 };
    let times: ClockTimes = { now: 0, soaked: 0, rained: 0 };
    let next = 0;
    let moment: FloodMoment | undefined;

    function hear(plan: ClockPlan, heard: TurnState): void {
      if (failure !== undefined) throw new Error(`The GPU reports: ${failure}`);
      sums.cellUpdates += ((heard.tiles - state.tiles) >>> 0) * cellsPerTile;
      state = heard;
      times = plan.toTimes(heard.to, heard.soaked, heard.rained);
      const { now } = times;
      if (!Number.isFinite(heard.deepest)) throw new Error(`The flood's depths stopped being numbers after ${now} s.`);
      if (heard.dt > 0 && (input.seconds - now) / heard.dt > HOPELESS_STEPS)
        throw new InputError(tooLong(heard.dt, heard.deepest));
      if (input.seconds > 0) options.onProgress?.(now / input.seconds);
    }
    async function follow(plan: ClockPlan): Promise<void> {
      const steps = Math.ceil(plan.length / longest(state.deepest));
      hear(plan, await run(plan, steps, (heard) => hear(plan, heard)));
    }
    async function give(): Promise<void> {
      while (next < moments.length && (moments[next] as number) <= times.now) {
        await readWater(device, buffers, grid);
        moment = momentOf(grid, times.now, moment);
        options.onMoment?.(moment);
        next++;
      }
    }

    await follow(planner.begin());
    await give();
    while (times.now < input.seconds) {
      await follow(planner.plan(times, Math.min(input.seconds, moments[next] ?? input.seconds)));
      await give();
    }
    await readWater(device, buffers, grid);
    await readMarks(device, buffers, grid);
    await readSums(device, buffers, grid, state.rain, sums);
    let stored = 0;
    for (let at = 0; at < grid.depth.length; at++) stored += (grid.depth[at] as number) - (grid.excess[at] as number);
    const balance = balanceOf(initial, sums, stored * cellSize ** 2);
    if (failure !== undefined) throw new Error(`The GPU reports: ${failure}`);
    if (!(Math.abs(balance.relativeError) < WORST_BALANCE))
      throw new Error(`The GPU's balance of water is off by ${balance.relativeError}.`);
    return {
      frame: input.frame,
      maxima: {
        depth: unpad(grid, grid.topDepth),
        speed: unpad(grid, grid.topSpeed),
        arrival: unpad(grid, grid.arrival),
        duration: unpad(grid, grid.duration),
      },
      last: momentOf(grid, times.now, moment),
      balance,
      steps: state.steps,
      cellUpdates: Math.round(sums.cellUpdates),
      engine: 'webgpu',
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    device.removeEventListener('uncapturederror', hearError as EventListener);
    turns?.destroy();
    destroyBuffers(buffers);
  }
}
