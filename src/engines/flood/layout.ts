/**
 * The flood grid in one block of memory that JavaScript and WebAssembly kernels share: 56 bytes a cell.
 *
 * A ring of closed ghost cells surrounds the grid: row `r`, column `c` of the input stands at row `r + 1`, column `c + 1` of
 * `rows = height + 2` rows of `stride` values. Heights are relative to a datum and rounded to a power of two that single
 * precision holds exactly over the whole relief, so that still water is level to the last bit.
 */
import type { FloodInput } from '../../model/flood.ts';
import { isOpenCell } from './check-input.ts';

export const GRAVITY = 9.81;
/** Bed of closed and ghost cells: no water gets so high. */
export const CLOSED = 2 ** 100;
/** Columns that are active or skipped together. */
export const CHUNK = 32;
/** Arrays with one single-precision value per padded cell. */
export const cellArrays = [
  'bed',
  'depth',
  /** What rounding has left out of `depth` so far, with the opposite sign (Kahan). */
  'excess',
  'qx',
  'qy',
  /** g n² */
  'friction',
  'rainFactor',
  'infiltration',
  'sewer',
  'sewerUsed',
  'topDepth',
  'topSpeed',
  'arrival',
  'duration',
] as const;
type CellArrays = { readonly [name in (typeof cellArrays)[number]]: Float32Array };

export interface FloodGrid extends CellArrays {
  readonly memory: ArrayBufferLike;
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  /** Values from one row to the next: a multiple of four. */
  readonly stride: number;
  readonly chunks: number;
  readonly cellSize: number;
  /** m NAP. */
  readonly datum: number;
  /** `rows * chunks`; bit 0: wet after the last step, bit 1: after the one before, bit 2: always active. */
  readonly flags: Uint8Array;
  /** Byte offsets of each array, and of the first byte that is free. */
  readonly offsets: { readonly [name in (typeof cellArrays)[number] | 'flags' | 'free']: number };
}

const alignTo = (value: number, step: number) => Math.ceil(value / step) * step;

/** How the grid lies in memory that begins to be free at `start` (bytes). */
export function planGrid(width: number, height: number, start = 64) {
  const stride = alignTo(width + 2, 4);
  const rows = height + 2;
  const chunks = Math.ceil(stride / CHUNK);
  const offsets: Record<string, number> = {};
  let free = alignTo(start, 64);
  for (const name of cellArrays) {
    offsets[name] = free;
    free = alignTo(free + rows * stride * 4, 64);
  }
  offsets.flags = free;
  offsets.free = alignTo(free + rows * chunks, 64);
  return { stride, rows, chunks, offsets: offsets as FloodGrid['offsets'] };
}

/** Datum and step that the heights are rounded to. */
function chooseLevels(input: FloodInput): { datum: number; step: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let cell = 0; cell < input.bed.length; cell++) {
    if (!isOpenCell(input, cell)) continue;
    low = Math.min(low, input.bed[cell]);
    high = Math.max(high, input.bed[cell] + (input.initialDepth?.[cell] ?? 0));
  }
  const datum = Math.round((low + high) / 2);
  const reach = Math.max(high - datum, datum - low, 1e-3);
  return { datum, step: 2 ** (Math.ceil(Math.log2(reach)) - 24) };
}

const valueAt = (values: number | Float32Array | undefined, cell: number, absent: number) =>
  values === undefined ? absent : typeof values === 'number' ? values : values[cell];

/** Fills `memory` (made by the caller, zeroed, at least `planGrid(…).offsets.free` bytes) with a checked input. */
export function createGrid(input: FloodInput, memory: ArrayBufferLike, start = 64): FloodGrid {
  const { width, height, cellSize } = input.frame;
  const plan = planGrid(width, height, start);
  const { stride, rows, chunks, offsets } = plan;
  const arrays = Object.fromEntries(
    cellArrays.map((name) => [name, new Float32Array(memory, offsets[name], rows * stride)]),
  ) as unknown as CellArrays;
  const flags = new Uint8Array(memory, offsets.flags, rows * chunks);
  const { datum, step } = chooseLevels(input);
  arrays.bed.fill(CLOSED);
  arrays.arrival.fill(Number.NaN);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      if (!isOpenCell(input, cell)) continue;
      const at = (row + 1) * stride + column + 1;
      const z = Math.round((input.bed[cell] - datum) / step) * step;
      const depth = input.initialDepth?.[cell] ?? 0;
      arrays.bed[at] = z;
      if (depth > 0) {
        arrays.depth[at] = Math.max(0, Math.round((input.bed[cell] + depth - datum) / step) * step - z);
        flags[(row + 1) * chunks + Math.floor((column + 1) / CHUNK)] |= 1;
      }
      arrays.friction[at] = GRAVITY * valueAt(input.manning, cell, 0) ** 2;
      arrays.rainFactor[at] = input.rainFactor?.[cell] ?? 1;
      arrays.infiltration[at] = valueAt(input.infiltration, cell, 0);
      arrays.sewer[at] = valueAt(input.sewer, cell, 0);
      arrays.sewerUsed[at] = valueAt(input.sewerUsed, cell, 0);
    }
  }
  return { ...arrays, memory, width, height, rows, stride, chunks, cellSize, datum, flags, offsets };
}

/** Padded index of a cell of the input. */
export const padCell = (grid: FloodGrid, cell: number): number =>
  (Math.floor(cell / grid.width) + 1) * grid.stride + (cell % grid.width) + 1;

/** Copies a padded array to `width * height` values. */
export function unpad(
  grid: FloodGrid,
  padded: Float32Array,
  to: Float32Array = new Float32Array(grid.width * grid.height),
): Float32Array {
  for (let row = 0; row < grid.height; row++) {
    const at = (row + 1) * grid.stride + 1;
    to.set(padded.subarray(at, at + grid.width), row * grid.width);
  }
  return to;
}
