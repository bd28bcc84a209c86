/** Scheme "full" behind the face of all schemes: the compiled kernel where there is one, or plain JavaScript, which gives the same bits. */
import type { FloodInput } from '../../model/flood.ts';
import { createFullFlow } from './full-flow.ts';
import { createFullGrid, planFullGrid } from './full-grid.ts';
import { planFullKernel, shareFaces, startFullKernel } from './full-memory.ts';
import { createFullSoak } from './full-soak.ts';
import { startKernel } from './kernel-exports.ts';
import { CHUNK, createGrid, planGrid } from './layout.ts';
import { borderSides, createSpecialFaces } from './special-faces.ts';
import type { Flow } from './start-flow.ts';
import type { FloodSums } from './sums.ts';

/** Share of a cell that a wave may cross in a time step: under half, because two directions may empty a cell. */
const COURANT = 0.45;
/** The first kilobyte is left to the compiler. */
const START = 1024;
const PAGE = 65_536;

export function startFull(input: FloodInput, sums: FloodSums, module?: WebAssembly.Module): Flow {
  const { width, height } = input.frame;
  const { stride, rows, chunks, offsets } = planGrid(width, height, START);
  const state = planFullGrid(stride * rows, offsets.free);
  const isOpen = borderSides.some((side) => input.borders[side] !== 'closed');
  const mostFaces = (input.faces?.length ?? 0) + (isOpen ? 2 * (width + height) : 0);
  const plan = planFullKernel({ stride, rows, chunks }, mostFaces, state.free);
  const pages = Math.ceil(plan.free / PAGE);
  const memory = module ? new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }) : undefined;
  const grid = createGrid(input, memory?.buffer ?? new ArrayBuffer(plan.free), START);
  const faces = shareFaces(plan, grid, createSpecialFaces(input, grid));
  const full = createFullGrid(grid, faces, offsets.free);
  const { h } = full;
  const area = grid.cellSize ** 2;
  return {
    grid,
    faces,
    engine: module ? 'full, wasm-simd' : 'full, javascript',
    courant: COURANT,
    water: {
      depth: (at) => h[at],
      level: (at) => grid.bed[at] + h[at] + grid.datum,
      round: (height) => height,
      add(at, height) {
        h[at] = Math.max(0, h[at] + height);
        const row = Math.floor(at / stride);
        if (height > 0) grid.flags[row * chunks + Math.floor((at - row * stride) / CHUNK)] |= 1;
        return h[at];
      },
    },
    step:
      module && memory
        ? startFullKernel(startKernel(module, memory), plan, grid, full, sums)
        : createFullFlow(grid, full, faces, sums),
    soak: createFullSoak(grid, full, input.sewerStorage ?? Number.POSITIVE_INFINITY, sums),
    sumStored() {
      let sum = 0;
      for (const depth of h) sum += depth;
      return sum * area;
    },
    publish: () => grid.depth.set(h),
    destroy() {},
  };
}
