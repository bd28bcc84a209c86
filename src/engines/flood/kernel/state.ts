// What one thread's kernel knows of the grid: byte addresses in memory that JavaScript has laid out (`layout.ts`), set once by
// `setup`. AssemblyScript: compiled to WebAssembly by `pipeline/flood-kernel.ts`, never by TypeScript.

export let width: i32 = 0;
export let height: i32 = 0;
export let chunks: i32 = 0;
/** Bytes from one row to the next. */
export let pitch: usize = 0;
export let cellSize: f32 = 0;

export let bed: usize = 0;
export let depth: usize = 0;
export let excess: usize = 0;
export let qx: usize = 0;
export let qy: usize = 0;
export let friction: usize = 0;
export let rainFactor: usize = 0;
export let infiltration: usize = 0;
export let sewer: usize = 0;
export let sewerUsed: usize = 0;
export let topDepth: usize = 0;
export let topSpeed: usize = 0;
export let arrival: usize = 0;
export let duration: usize = 0;
export let flags: usize = 0;
/** Six doubles a row: inflow, outflow, rain, infiltrated, sewer (m² or m, times what `sums.ts` says) and cells computed. */
export let sums: usize = 0;
/** Ones in the columns of cells, zeros in ghost columns: one row of 32-bit masks. */
export let inside: usize = 0;

/** This thread's rows: from `first` to before `last`. */
export let first: i32 = 0;
export let last: i32 = 0;
/** Copies of the rows beside the band as they were before the step; 0 where there are none. See `neighbours.ts`. */
export let below: usize = 0;
export let above: usize = 0;
/** Rows of intermediate values of this thread. */
export let scratch: usize = 0;

export let faceStart: usize = 0;
export let faceAt: usize = 0;
export let faceKind: usize = 0;
export let faceSill: usize = 0;
export let faceOpenness: usize = 0;

/** Columns that are active or skipped together. */
export const CHUNK: i32 = 32;
export const CHUNK_BYTES: usize = 128;

/** Reads everything above from 32-bit numbers at `at`, in this order; `cellSize` comes by itself. */
export function setup(at: usize, size: f32): void {
  cellSize = size;
  width = load<i32>(at, 0);
  height = load<i32>(at, 4);
  chunks = load<i32>(at, 8);
  pitch = load<u32>(at, 12);
  bed = load<u32>(at, 16);
  depth = load<u32>(at, 20);
  excess = load<u32>(at, 24);
  qx = load<u32>(at, 28);
  qy = load<u32>(at, 32);
  friction = load<u32>(at, 36);
  rainFactor = load<u32>(at, 40);
  infiltration = load<u32>(at, 44);
  sewer = load<u32>(at, 48);
  sewerUsed = load<u32>(at, 52);
  topDepth = load<u32>(at, 56);
  topSpeed = load<u32>(at, 60);
  arrival = load<u32>(at, 64);
  duration = load<u32>(at, 68);
  flags = load<u32>(at, 72);
  sums = load<u32>(at, 76);
  inside = load<u32>(at, 80);
  first = load<i32>(at, 84);
  last = load<i32>(at, 88);
  below = load<u32>(at, 92);
  above = load<u32>(at, 96);
  scratch = load<u32>(at, 100);
  faceStart = load<u32>(at, 104);
  faceAt = load<u32>(at, 108);
  faceKind = load<u32>(at, 112);
  faceSill = load<u32>(at, 116);
  faceOpenness = load<u32>(at, 120);
}

/** Bytes of one row's flags in copies beside a band. */
@inline
function flagPitch(): usize {
  return ((chunks + 15) & ~15) as usize;
}

/** Where a row's old depth, qx and qy (0, 1, 2) and flags (3) stand: in the grid, or in the copies beside the band. */
@inline
function oldRow(main: usize, row: i32, which: usize): usize {
  if (below != 0 && row < first) return below + (((row - first + 3) as usize) * 3 + which) * pitch;
  if (above != 0 && row >= last) return above + (((row - last) as usize) * 3 + which) * pitch;
  return main + (row as usize) * pitch;
}

export function depthRow(row: i32): usize {
  return oldRow(depth, row, 0);
}
export function qxRow(row: i32): usize {
  return oldRow(qx, row, 1);
}
export function qyRow(row: i32): usize {
  return oldRow(qy, row, 2);
}
export function flagRow(row: i32): usize {
  if (below != 0 && row < first) return below + 9 * pitch + ((row - first + 3) as usize) * flagPitch();
  if (above != 0 && row >= last) return above + 6 * pitch + ((row - last) as usize) * flagPitch();
  return flags + ((row * chunks) as usize);
}

/** Whether any chunk of a row of flags is marked. */
@inline
export function hasFlags(row: usize): bool {
  let any: u64 = 0;
  let at: i32 = 0;
  for (; at + 8 <= chunks; at += 8) any |= load<u64>(row + at);
  for (; at < chunks; at++) any |= load<u8>(row + at) as u64;
  return any != 0;
}

function copyRow(row: i32, slot: usize, rowsAside: usize, to: usize): void {
  const at = (row as usize) * pitch;
  memory.copy(to + slot * 3 * pitch, depth + at, pitch);
  memory.copy(to + (slot * 3 + 1) * pitch, qx + at, pitch);
  memory.copy(to + (slot * 3 + 2) * pitch, qy + at, pitch);
  memory.copy(to + rowsAside * 3 * pitch + slot * flagPitch(), flags + ((row * chunks) as usize), chunks as usize);
}

/** Copies three rows below row `from` and two from there up, for the bands on both sides of that border between bands. */
export function copyBorder(from: i32, toBelow: usize, toAbove: usize): void {
  for (let i = 0; i < 3; i++) copyRow(from - 3 + i, i as usize, 3, toBelow);
  for (let i = 0; i < 2; i++) copyRow(from + i, i as usize, 2, toAbove);
}
