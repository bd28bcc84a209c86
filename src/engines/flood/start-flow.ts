/** The schemes and kernels behind one face: what `runFlood` steps through time. */
import type { FloodInput } from '../../model/flood.ts';
import { createJavascriptFlow } from './flow-javascript.ts';
import { createFlowState } from './flow-state.ts';
import { collectSums, fillMemory, planMemory } from './kernel-memory.ts';
import { createGrid, type FloodGrid, planGrid } from './layout.ts';
import { createJavascriptSoak } from './soak-javascript.ts';
import { createSpecialFaces, type SpecialFaces } from './special-faces.ts';
import { startFull } from './start-full.ts';
import type { FloodSums } from './sums.ts';
import { createTeam, type FloodShare, type FlowDriver, MOST_THREADS } from './team.ts';
import { createDoubleWater, createGridWater, type Water } from './works.ts';

export interface TeamOptions {
  /** In all, this one included. */
  readonly threads: number;
  /** Lets another thread call `helpFlood` with this. It must run without waiting for the caller. */
  readonly start: (share: FloodShare) => void;
}

export interface Flow extends FlowDriver {
  readonly grid: FloodGrid;
  readonly faces: SpecialFaces;
  readonly engine: string;
  /** Share of a cell that a wave may cross in a time step. */
  readonly courant: number;
  readonly water: Water;
  /** m³ in all cells. */
  sumStored(): number;
  /** Brings depth, discharges, maxima and sums up to now in `grid` and the sums given. */
  publish(): void;
}

const storageOf = ({ sewerStorage = Number.POSITIVE_INFINITY }: FloodInput) => sewerStorage;

function sumStored({ depth, excess, width, height, stride, cellSize }: FloodGrid): number {
  let sum = 0;
  for (let row = 1; row <= height; row++) {
    for (let at = row * stride + 1; at <= row * stride + width; at++) sum += depth[at] - excess[at];
  }
  return sum * cellSize * cellSize;
}

/**
 * Δt √(g h) / Δx. In two dimensions the scheme is stable to √(θ / 2), 0.671 for θ 0.9: at the customary 0.7 a lake that is
 * touched sloshes higher and higher.
 */
export const COURANT = 0.65;

function startJavascript(input: FloodInput, sums: FloodSums): Flow {
  const { free } = planGrid(input.frame.width, input.frame.height).offsets;
  const grid = createGrid(input, new ArrayBuffer(free));
  const faces = createSpecialFaces(input, grid);
  const state = createFlowState(grid);
  return {
    grid,
    faces,
    engine: 'javascript',
    courant: COURANT,
    water: createDoubleWater(grid, state.h),
    step: createJavascriptFlow(grid, faces, state, sums),
    soak: createJavascriptSoak(grid, state, storageOf(input), sums),
    sumStored: () => state.h.reduce((sum, depth) => sum + depth, 0) * grid.cellSize ** 2,
    publish() {
      grid.depth.set(state.h);
      grid.qx.set(state.qx);
      grid.qy.set(state.qy);
    },
    destroy() {},
  };
}

function startWasm(input: FloodInput, sums: FloodSums, module: WebAssembly.Module, team?: TeamOptions): Flow {
  const plan = planMemory(input, Math.min(MOST_THREADS, team?.threads ?? 1));
  const memory = new WebAssembly.Memory({ initial: plan.pages, maximum: plan.pages, shared: true });
  const grid = createGrid(input, memory.buffer, plan.start);
  const faces = createSpecialFaces(input, grid);
  fillMemory(plan, grid, faces);
  const threads = plan.bands.length;
  const driver = createTeam(module, memory, plan, grid, storageOf(input), (share) => team?.start(share));
  if (!driver) return startWasm(input, sums, module);
  return {
    ...driver,
    grid,
    courant: COURANT,
    water: createGridWater(grid),
    sumStored: () => sumStored(grid),
    faces,
    engine: threads > 1 ? `wasm-simd x ${threads}` : 'wasm-simd',
    publish: () => collectSums(plan, grid, sums),
  };
}

export function startFlow(
  input: FloodInput,
  sums: FloodSums,
  { kernel, team }: { readonly kernel?: WebAssembly.Module; readonly team?: TeamOptions },
): Flow {
  if (input.scheme === 'full') return startFull(input, sums, kernel);
  return kernel ? startWasm(input, sums, kernel, team) : startJavascript(input, sums);
}
