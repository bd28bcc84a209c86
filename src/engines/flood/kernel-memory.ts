/**
 * Where everything stands in the memory of the WebAssembly kernel: the grid (`layout.ts`), special faces, sums by row, and for
 * each band of rows its parameters, its rows of intermediate values and copies of its neighbours' rows.
 */
import type { FloodInput } from '../../model/flood.ts';
import { cellArrays, type FloodGrid, planGrid } from './layout.ts';
import { borderSides, type SpecialFaces } from './special-faces.ts';
import type { FloodSums } from './sums.ts';

/** Numbers that `setup` reads (`kernel/state.ts`). */
const PARAMETERS = 31;
/** Doubles in `sums` for each row: inflow, outflow, rain, infiltrated, sewer and cells computed. */
const ROW_SUMS = 6;
const ROWS_PARAMETER = 21;
const PAGE = 65_536;
/** Bands are not cut thinner. */
const LEAST_ROWS = 16;

export interface BandPlan {
  readonly first: number;
  readonly last: number;
  readonly parameters: number;
  readonly scratch: number;
  readonly below: number;
  readonly above: number;
}

export interface KernelMemory {
  readonly pages: number;
  readonly start: number;
  readonly inside: number;
  readonly sums: number;
  readonly faces: readonly number[];
  /** 32-bit numbers by which threads agree: `team.ts`. */
  readonly control: number;
  readonly bands: readonly BandPlan[];
  /** Place of a band's first and last row among its parameters. */
  readonly rowsParameter: number;
}

/** The first kilobyte is left to the compiler. */
const START = 1024;

export function planMemory(input: FloodInput, threads: number): KernelMemory {
  const { width, height } = input.frame;
  const { stride, rows, chunks, offsets } = planGrid(width, height, START);
  let free = offsets.free;
  const take = (bytes: number) => {
    const at = free;
    free = Math.ceil((free + bytes) / 64) * 64;
    return at;
  };
  const isOpen = borderSides.some((side) => input.borders[side] !== 'closed');
  const mostFaces = (input.faces?.length ?? 0) + (isOpen ? 2 * (width + height) : 0);
  const inside = take(stride * 4);
  const sums = take(rows * ROW_SUMS * 8);
  const faces = [rows + 1, mostFaces, mostFaces, mostFaces, mostFaces].map((values) => take(values * 4));
  const control = take(64 * 4);
  // Rows may move between bands, so that each has scratch for itself and copies on both sides.
  const count = Math.max(1, Math.min(threads, Math.floor(height / LEAST_ROWS)));
  const flagPitch = Math.ceil(chunks / 16) * 16;
  const bands = Array.from({ length: count }, (_, i) => ({
    first: 1 + Math.floor((height * i) / count),
    last: 1 + Math.floor((height * (i + 1)) / count),
    parameters: take(PARAMETERS * 4),
    scratch: take(7 * (stride * 4 + 32) + 16 + 2 * chunks + 48),
    below: i === 0 ? 0 : take(9 * stride * 4 + 3 * flagPitch),
    above: i === count - 1 ? 0 : take(6 * stride * 4 + 2 * flagPitch),
  }));
  return {
    pages: Math.ceil(free / PAGE),
    start: START,
    inside,
    sums,
    faces,
    control,
    bands,
    rowsParameter: ROWS_PARAMETER,
  };
}

/** Writes what the kernels read and never change. */
export function fillMemory(plan: KernelMemory, grid: FloodGrid, faces: SpecialFaces): void {
  const { memory, width, height, stride, chunks, offsets } = grid;
  const { rowStart, at, kind, sill, openness } = faces;
  new Int32Array(memory, plan.inside + 4, width).fill(-1);
  for (const [i, values] of [rowStart, at, kind].entries()) {
    new Int32Array(memory, plan.faces[i], values.length).set(values);
  }
  for (const [i, values] of [sill, openness].entries()) {
    new Float32Array(memory, plan.faces[3 + i], values.length).set(values);
  }
  for (const { first, last, parameters, scratch, below, above } of plan.bands) {
    new Uint32Array(memory, parameters, PARAMETERS).set([
      ...[width, height, chunks, stride * 4],
      ...cellArrays.map((name) => offsets[name]),
      ...[offsets.flags, plan.sums, plan.inside, first, last, below, above, scratch],
      ...plan.faces,
    ]);
  }
}

/** Brings sums by row into one, in the order of rows, so that the number of threads makes no difference. */
export function collectSums(plan: KernelMemory, grid: FloodGrid, sums: FloodSums): void {
  const rows = new Float64Array(grid.memory, plan.sums, grid.rows * ROW_SUMS);
  const totals = new Float64Array(ROW_SUMS);
  for (let i = 0; i < rows.length; i++) totals[i % ROW_SUMS] += rows[i];
  rows.fill(0);
  const area = grid.cellSize * grid.cellSize;
  sums.inflow += totals[0] * grid.cellSize;
  sums.outflow += totals[1] * grid.cellSize;
  sums.rain += totals[2] * area;
  sums.infiltrated += totals[3] * area;
  sums.sewer += totals[4] * area;
  sums.cellUpdates += totals[5];
}
