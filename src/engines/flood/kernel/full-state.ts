// What the kernel of scheme "full" knows of the grid: byte addresses that JavaScript has laid out (`full-memory.ts`), and its
// intermediate rows of doubles.

export let width: i32 = 0;
export let height: i32 = 0;
export let chunks: i32 = 0;
/** Values from one row to the next. */
export let stride: i32 = 0;
export let cellSize: f64 = 0;

export let bed: usize = 0;
export let friction: usize = 0;
export let flags: usize = 0;
/** Discharge through the east and north sides, single precision, for who looks. */
export let sideX: usize = 0;
export let sideY: usize = 0;
export let depth: usize = 0;
export let qx: usize = 0;
export let qy: usize = 0;
export let smooth: usize = 0;
/** Three doubles: inflow and outflow (m³), cells computed. */
export let sums: usize = 0;
export let faceStart: usize = 0;
export let faceAt: usize = 0;
export let faceKind: usize = 0;
export let faceSill: usize = 0;
export let faceOpenness: usize = 0;
let scratch: usize = 0;
let rowBytes: usize = 0;

/** Columns that are active or skipped together. */
export const CHUNK: i32 = 32;
/** Before and after each intermediate row. */
const GUARD: usize = 64;

/** Intermediate rows: four of each kind, by the last two bits of the row's number. Sides: volume, left, right, across. */
export const H: i32 = 0;
export const U: i32 = 1;
export const V: i32 = 2;
export const WEST: i32 = 3;
export const SOUTH: i32 = 7;
export const PULL_X: i32 = 11;
export const PULL_Y: i32 = 12;
export const SCALE: i32 = 13;
/** Depth, bed and velocity at the north sides of one row. */
export const NORTH: i32 = 14;
const KINDS: i32 = 15;

@inline
export function rowOf(kind: i32, slot: i32): usize {
  return scratch + ((kind * 4 + slot) as usize) * rowBytes + GUARD;
}

/** Bytes from one kind's row to the next kind's. */
@inline
export function apart(): usize {
  return rowBytes * 4;
}

/** A byte for each chunk: active. */
@inline
export function marks(slot: i32): usize {
  return scratch + ((KINDS * 4) as usize) * rowBytes + (slot as usize) * (chunks as usize);
}

/** Room for what goes through one side: four pairs of doubles. */
@inline
export function sideRoom(): usize {
  return (marks(4) + 15) & ~15;
}

/** Reads everything above from 32-bit numbers at `at`, in this order; `cellSize` comes by itself. */
export function setupFull(at: usize, size: f64): void {
  cellSize = size;
  width = load<i32>(at, 0);
  height = load<i32>(at, 4);
  chunks = load<i32>(at, 8);
  stride = load<i32>(at, 12);
  bed = load<u32>(at, 16);
  friction = load<u32>(at, 20);
  flags = load<u32>(at, 24);
  sideX = load<u32>(at, 28);
  sideY = load<u32>(at, 32);
  depth = load<u32>(at, 36);
  qx = load<u32>(at, 40);
  qy = load<u32>(at, 44);
  smooth = load<u32>(at, 48);
  sums = load<u32>(at, 52);
  scratch = load<u32>(at, 56);
  faceStart = load<u32>(at, 60);
  faceAt = load<u32>(at, 64);
  faceKind = load<u32>(at, 68);
  faceSill = load<u32>(at, 72);
  faceOpenness = load<u32>(at, 76);
  rowBytes = ((stride as usize) << 3) + 2 * GUARD;
  for (let slot = 0; slot < 4; slot++) {
    for (let i: usize = 0; i < rowBytes; i += 8) store<f64>(rowOf(SCALE, slot) - GUARD + i, 1);
  }
}
