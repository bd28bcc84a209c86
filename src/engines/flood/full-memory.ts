/** The compiled kernel of scheme "full" on a grid: where it finds everything, and its step. One thread. */
import type { FullGrid } from './full-grid.ts';
import type { KernelExports } from './kernel-exports.ts';
import type { FloodGrid } from './layout.ts';
import type { SpecialFaces } from './special-faces.ts';
import type { FloodSums } from './sums.ts';

const PARAMETERS = 20;
/** Intermediate rows of doubles, and what stands before and after each (`kernel/full-state.ts`), bytes. */
const [ROWS, GUARDS] = [60, 128];
const SUMS = 3;

/** Byte offsets after `start`: faces by name, parameters, sums, intermediate rows; and the first byte that is free. */
export function planFullKernel(
  { stride, rows, chunks }: Pick<FloodGrid, 'stride' | 'rows' | 'chunks'>,
  mostFaces: number,
  start: number,
) {
  let free = start;
  const take = (bytes: number) => {
    const at = free;
    free = Math.ceil((free + bytes) / 64) * 64;
    return at;
  };
  const faces = [rows + 1, mostFaces, mostFaces, mostFaces, mostFaces].map((values) => take(values * 4));
  const parameters = take(PARAMETERS * 4);
  const sums = take(SUMS * 8);
  const scratch = take(ROWS * (stride * 8 + GUARDS) + 4 * chunks + 16 + 64);
  return { faces, parameters, sums, scratch, free };
}

/** Faces in the kernel's own memory: their crests and openness may change while it runs. */
export function shareFaces(
  plan: ReturnType<typeof planFullKernel>,
  grid: FloodGrid,
  faces: SpecialFaces,
): SpecialFaces {
  const [rowStart, at, kind, sill, openness] = plan.faces;
  const { memory } = grid;
  const count = faces.at.length;
  const shared = {
    rowStart: new Int32Array(memory, rowStart, faces.rowStart.length),
    at: new Int32Array(memory, at, count),
    kind: new Int32Array(memory, kind, count),
    sill: new Float32Array(memory, sill, count),
    openness: new Float32Array(memory, openness, count),
    deepest: faces.deepest,
  };
  for (const name of ['rowStart', 'at', 'kind', 'sill', 'openness'] as const) shared[name].set(faces[name]);
  return shared;
}

export function startFullKernel(
  kernel: KernelExports,
  plan: ReturnType<typeof planFullKernel>,
  grid: FloodGrid,
  full: FullGrid,
  sums: FloodSums,
): (dt: number) => number {
  const { memory, offsets, width, height, chunks, stride, cellSize } = grid;
  new Uint32Array(memory, plan.parameters, PARAMETERS).set([
    ...[width, height, chunks, stride],
    ...[offsets.bed, offsets.friction, offsets.flags, offsets.qx, offsets.qy],
    ...[full.at.h, full.at.qx, full.at.qy, full.at.smooth],
    ...[plan.sums, plan.scratch, ...plan.faces],
  ]);
  kernel.setupFull(plan.parameters, cellSize);
  const counted = new Float64Array(memory, plan.sums, SUMS);
  return (dt) => {
    const fastest = kernel.stepFull(dt);
    sums.inflow += counted[0];
    sums.outflow += counted[1];
    sums.cellUpdates += counted[2];
    counted.fill(0);
    return fastest;
  };
}
