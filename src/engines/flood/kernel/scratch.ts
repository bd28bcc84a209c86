// A thread's rows of intermediate values, which stay in the processor's first cache, and what it notes about them.
import { CHUNK_BYTES, chunks, pitch, scratch } from './state';

/** Before each row of intermediate values, so that the column west of the first can be read. */
const GUARD: usize = 16;

/** Rows of intermediate values: 0, 1 x; 2, 3 y discharges before the limiter; 4, 5 its scale; 6 limited y south of the row. */
@inline
export function ring(which: i32): usize {
  return scratch + (which as usize) * (pitch + 2 * GUARD) + GUARD;
}

/** A byte for each chunk of this row (0 or 1, by the row's last bit): active. */
@inline
export function marks(which: i32): usize {
  return ring(7) + (which as usize) * (chunks as usize);
}

/** Kinds of intermediate rows, of which each knows where it is not clear; the first two by the row's last bit. */
export const DISCHARGES: i32 = 0;
export const SCALES: i32 = 2;
export const SOUTH: i32 = 4;

/** First and last byte of a kind of row that may hold something else than nought (or one, for scales). */
@inline
function usedRange(kind: i32): usize {
  return ((marks(2) + 7) & ~7) + ((kind as usize) << 3);
}

@inline
export function setUsed(kind: i32, from: usize, until: usize): void {
  store<u32>(usedRange(kind), from as u32);
  store<u32>(usedRange(kind), until as u32, 4);
}

/** Clears a stretch of a row as far as it is used: dry stretches are cleared once and then cost nothing. */
@inline
export function clear(kind: i32, row: usize, from: usize, until: usize, value: v128): void {
  const start = max<usize>(from, load<u32>(usedRange(kind)) as usize);
  const end = min<usize>(until, load<u32>(usedRange(kind), 4) as usize);
  if (start < end) fill(row, start, end, value);
}

@inline
function fill(row: usize, from: usize, until: usize, value: v128): void {
  for (let i = from; i < until; i += 16) v128.store(row + i, value);
}

/** The chunk where the next run of active (or, if not `wanted`, inactive) ones ends. */
@inline
export function endOfRun(active: usize, from: i32, wanted: bool): i32 {
  let chunk = from;
  while (chunk < chunks && (load<u8>(active + chunk) != 0) == wanted) chunk++;
  return chunk;
}

@inline
export function byteOf(chunk: i32): usize {
  return min<usize>(pitch, (chunk as usize) * CHUNK_BYTES);
}
