/**
 * Surface water over a height grid: the local-inertial shallow water equations on a staggered grid (equation, references and
 * limiter in `flow-javascript.ts`) with rain, infiltration, sewers, inflows, culverts, pumps, crests, gaps and borders.
 *
 * Time step Δt = 0.65 Δx / √(g h_max), with the rise that rain and inflows may bring within it counted in h_max and h_max never
 * below 10 cm, so that a dry grid does not begin with a leap and thin water keeps its pace. Depths in single precision with compensated sums, what came and
 * went in double precision. Rain, ground, sewer and maxima are dealt with every two seconds or time step, the longer
 * (q of a steady slope then swings by less than 0.1 %).
 * Scheme "full" is another (`full-flow.ts`) in the same loop, with Δt = 0.45 Δx / (|u| + √(g h)), on one thread.
 * Not modelled: inertia of the flow across itself (wrong near a breach or a jump: scheme "full"), sewer pipes, groundwater, waves.
 */
import type { FloodInput, FloodMoment, FloodResult, FloodRunOptions, MassBalance } from '../../model/flood.ts';
import { InputError } from '../../model/input-error.ts';
import { createDikes } from './breaches.ts';
import { checkFloodInput, checkMoments } from './check-input.ts';
import { type FloodGrid, GRAVITY, unpad } from './layout.ts';
import { highestInSeries, integrateSeries } from './series.ts';
import { type Flow, startFlow, type TeamOptions } from './start-flow.ts';
import { createSums, type FloodSums } from './sums.ts';
import { createWorks } from './works.ts';

export const LEAST_DEPTH = 0.1;
const SOAK_SECONDS = 2;
const MOST_STEPS = 50_000_000;
/** More to go at the present pace: it may get faster, but not so much. */
export const HOPELESS_STEPS = 1e9;

export const tooLong = (dt: number, depth: number) =>
  `Flood: water of ${depth.toFixed(2)} m in cells this small needs steps of ${dt.toExponential(1)} s, too many for this duration: take larger cells or a shorter time.`;

export function balanceOf(initial: number, sums: FloodSums, stored: number): MassBalance {
  const { rain, inflow, infiltrated, sewer, outflow } = sums;
  const came = initial + rain + inflow;
  const error = came - infiltrated - sewer - outflow - stored;
  return { initial, rain, inflow, infiltrated, sewer, outflow, stored, relativeError: came > 0 ? error / came : 0 };
}

export function momentOf(grid: FloodGrid, second: number, to?: FloodMoment): FloodMoment {
  return {
    second,
    depth: unpad(grid, grid.depth, to?.depth),
    qx: unpad(grid, grid.qx, to?.qx),
    qy: unpad(grid, grid.qy, to?.qy),
  };
}

/** The faster kernel and, where `team` is given, threads that help; without them plain JavaScript, slower. */
export interface FloodEngineOptions extends FloodRunOptions {
  /** `kernel/flood.ts`, compiled. */
  readonly kernel?: WebAssembly.Module;
  readonly team?: TeamOptions;
}

/** Throws an `InputError` when the input is wrong, and an `Error` when the answer stops being numbers. */
export function runFlood(input: FloodInput, options: FloodEngineOptions = {}): FloodResult {
  const started = performance.now();
  checkFloodInput(input);
  checkMoments(options.moments ?? [], input.seconds);
  const sums = createSums();
  const flow = startFlow(input, sums, options);
  try {
    return { ...runFlow(input, options, flow, sums), seconds: (performance.now() - started) / 1000 };
  } finally {
    flow.destroy();
  }
}

function runFlow(
  input: FloodInput,
  options: FloodRunOptions,
  flow: Flow,
  sums: FloodSums,
): Omit<FloodResult, 'seconds'> {
  const { frame, rain, seconds } = input;
  const { grid, faces } = flow;
  const moments = options.moments ?? [];
  const works = createWorks(input, grid, flow.water, sums);
  const dikes = createDikes(input, grid, faces, flow.water, sums);
  const initial = flow.sumStored();
  let factor = 1;
  if (input.rainFactor) for (const value of input.rainFactor) factor = Math.max(factor, value);

  let now = 0;
  let soaked = 0;
  let steps = 0;
  let rained = 0;
  let deepest = flow.soak({ rain: fall(SOAK_SECONDS), seconds: 0, now });
  let moment: FloodMoment | undefined;
  let next = 0;

  /** Rain until half of the next portion's time, m: each falls in the middle of its time, so that none comes late. */
  function fall(portion: number): number {
    const until = Math.max(rained, Math.min(seconds, now + portion / 2));
    const depth = integrateSeries(rain, rained, until);
    rained = until;
    return depth;
  }
  const longest = (depth: number) => (flow.courant * frame.cellSize) / Math.sqrt(GRAVITY * depth);
  function chooseStep(): number {
    const depth = Math.max(deepest, faces.deepest, LEAST_DEPTH);
    const first = longest(depth);
    const rise = factor * highestInSeries(rain, now, now + first) + works.highestRise(now, now + first);
    return Math.fround(longest(depth + rise * first));
  }
  function give(): void {
    while (next < moments.length && moments[next] <= now) {
      flow.publish();
      moment = momentOf(grid, now, moment);
      options.onMoment?.(moment);
      next++;
    }
  }

  give();
  while (now < seconds) {
    const until = Math.min(seconds, moments[next] ?? seconds);
    const longestStep = chooseStep();
    // Evenly to the end: θ mixes neighbours once a step, so that one much shorter step would disturb the discharges.
    const count = Math.max(1, Math.ceil((until - now) / longestStep));
    const isLast = count === 1;
    const dt = Math.fround((until - now) / count);
    const before = now;
    now = isLast ? until : now + dt;
    dikes.run(before, now - before);
    deepest = Math.max(flow.step(dt), works.run(before, now - before));
    if (isLast || now - soaked >= SOAK_SECONDS) {
      deepest = flow.soak({ rain: fall(Math.max(SOAK_SECONDS, dt)), seconds: now - soaked, now });
      soaked = now;
      options.onProgress?.(now / seconds);
    }
    steps++;
    if (!Number.isFinite(deepest)) throw new Error(`The flood's depths stopped being numbers after ${now} s.`);
    if (steps > MOST_STEPS || (seconds - now) / longestStep > HOPELESS_STEPS) {
      throw new InputError(tooLong(longestStep, deepest));
    }
    give();
  }
  flow.publish();
  const maxima = {
    depth: unpad(grid, grid.topDepth),
    speed: unpad(grid, grid.topSpeed),
    arrival: unpad(grid, grid.arrival),
    duration: unpad(grid, grid.duration),
  };
  return {
    frame,
    maxima,
    last: momentOf(grid, now, moment),
    balance: balanceOf(initial, sums, flow.sumStored()),
    ...(input.breaches ? { breaches: dikes.tell(now) } : {}),
    steps,
    cellUpdates: sums.cellUpdates,
    engine: flow.engine,
  };
}
