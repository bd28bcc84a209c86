// One time step of the local-inertial scheme on a band of rows, four cells at once: `flow-javascript.ts` tells what and why.
import { computeEast, computeNorth, rubbing, setStep, slope } from './discharges';
import { DRY } from './friction';
import { byteOf, clear, DISCHARGES, endOfRun, marks, ring, SCALES, SOUTH, setUsed } from './scratch';
import { computeSpecial } from './special';
import {
  CHUNK,
  CHUNK_BYTES,
  cellSize,
  chunks,
  depth,
  depthRow,
  excess,
  first,
  flagRow,
  flags,
  hasFlags,
  height,
  inside,
  last,
  pitch,
  qx,
  qy,
  sums,
  width,
} from './state';

const ZERO = f32x4.splat(0);
const ONE = f32x4.splat(1);
const DRY4 = f32x4.splat(DRY);
/** Bit 0: the limiter worked in the last row; bit 1: in the one before. */
let limited: i32 = 0;
/** The same for rows that have active chunks. */
let present: i32 = 0;

@inline
function horizontalMax(v: v128): f32 {
  return max<f32>(
    max<f32>(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max<f32>(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** Marks the chunks whose own or neighbours' cells are or were wet; returns whether any. */
function findActive(row: i32, to: usize): bool {
  const own = flagRow(row);
  const south = row > 0 ? flagRow(row - 1) : own;
  const north = row <= height ? flagRow(row + 1) : own;
  if (!hasFlags(own) && !hasFlags(south) && !hasFlags(north)) {
    memory.fill(to, 0, chunks as usize);
    return false;
  }
  let any: u32 = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const at = chunk as usize;
    let mark = (load<u8>(own + at) | load<u8>(south + at) | load<u8>(north + at)) as u32;
    if (chunk > 0) mark |= load<u8>(own + at - 1) as u32;
    if (chunk < chunks - 1) mark |= load<u8>(own + at + 1) as u32;
    store<u8>(to + at, mark);
    any |= mark;
  }
  return any != 0;
}

/** The scale that keeps a cell from giving more than it has; returns whether any is under 1. */
function scaleRun(row: i32, from: usize, until: usize, rate: v128): bool {
  const h = depthRow(row);
  const x = ring(row & 1);
  const y = ring(2 + (row & 1));
  const south = ring(2 + ((row & 1) ^ 1));
  const to = ring(4 + (row & 1));
  const columns = inside;
  let some = ZERO;
  let i = from;
  let last = v128.load32_splat(x + i - 4);
  do {
    const flowX = v128.load(x + i);
    const west = v128.shuffle<i32>(last, flowX, 3, 4, 5, 6);
    last = flowX;
    const sideX = f32x4.sub(f32x4.pmax(ZERO, flowX), f32x4.pmin(ZERO, west));
    const sideY = f32x4.sub(f32x4.pmax(ZERO, v128.load(y + i)), f32x4.pmin(ZERO, v128.load(south + i)));
    const leaving = f32x4.mul(f32x4.add(sideX, sideY), rate);
    const there = v128.load(h + i);
    const over = v128.and(f32x4.gt(leaving, there), v128.load(columns + i));
    some = v128.or(some, over);
    v128.store(to + i, v128.bitselect(f32x4.div(there, leaving), ONE, over));
    i += 16;
  } while (i < until);
  return v128.any_true(some);
}

/** Brings the discharges of a run within what there is. */
function limitRun(row: i32, from: usize, until: usize): void {
  const x = ring(row & 1);
  const y = ring(2 + (row & 1));
  const own = ring(4 + (row & 1));
  const north = ring(4 + ((row & 1) ^ 1));
  let i = from;
  do {
    const flowX = v128.load(x + i);
    const flowY = v128.load(y + i);
    const scale = v128.load(own + i);
    const isEast = f32x4.gt(flowX, ZERO);
    const isNorth = f32x4.gt(flowY, ZERO);
    v128.store(x + i, f32x4.mul(flowX, v128.bitselect(scale, v128.load(own + i, 4), isEast)));
    v128.store(y + i, f32x4.mul(flowY, v128.bitselect(scale, v128.load(north + i), isNorth)));
    i += 16;
  } while (i < until);
}

/** Stores limited discharges and brings depths to the end of the step; notes which chunks are wet; returns the deepest. */
function updateRun(row: i32, from: usize, until: usize, rate: v128): f32 {
  const main = (row as usize) * pitch;
  const h = depth + main;
  const c = excess + main;
  const x = qx + main;
  const y = qy + main;
  const newX = ring(row & 1);
  const newY = ring(2 + (row & 1));
  const south = ring(6);
  const columns = inside;
  let flag = flags + ((row * chunks) as usize) + from / CHUNK_BYTES;
  let deepest = ZERO;
  let i = from;
  // What flows in at the west of a run has just been stored; from then on it is kept in a register.
  let last = v128.load32_splat(x + i - 4);
  do {
    const end = min<usize>(until, i + CHUNK_BYTES);
    let top = ZERO;
    do {
      const flowX = v128.load(newX + i);
      const flowY = v128.load(newY + i);
      const west = v128.shuffle<i32>(last, flowX, 3, 4, 5, 6);
      last = flowX;
      const sum = f32x4.add(f32x4.sub(west, flowX), f32x4.sub(v128.load(south + i), flowY));
      v128.store(x + i, flowX);
      v128.store(y + i, flowY);
      v128.store(south + i, flowY);
      const change = v128.and(f32x4.mul(sum, rate), v128.load(columns + i));
      const before = v128.load(h + i);
      const more = f32x4.sub(change, v128.load(c + i));
      const after = f32x4.pmax(ZERO, f32x4.add(before, more));
      v128.store(c + i, f32x4.sub(f32x4.sub(after, before), more));
      v128.store(h + i, after);
      top = f32x4.pmax(top, after);
      i += 16;
    } while (i < end);
    const was = load<u8>(flag) as u32;
    store<u8>(flag, (was & 4) | ((was << 1) & 2) | (v128.any_true(f32x4.gt(top, DRY4)) ? 1 : 0));
    flag++;
    deepest = f32x4.pmax(deepest, top);
  } while (i < until);
  return horizontalMax(deepest);
}

/** The limited discharges through the north sides of the row below the band, which another band owns. */
function enterBand(row: i32): void {
  const y = ring(2 + (row & 1));
  const own = ring(4 + (row & 1));
  const north = ring(4 + ((row & 1) ^ 1));
  const south = ring(6);
  const isOwn = row == 0;
  for (let i: usize = 0; i < pitch; i += 16) {
    const flow = v128.load(y + i);
    const scale = v128.bitselect(v128.load(own + i), v128.load(north + i), f32x4.gt(flow, ZERO));
    const limited = f32x4.mul(flow, scale);
    v128.store(south + i, limited);
    if (isOwn) v128.store(qy + i, limited);
  }
}

function computeDischarges(row: i32): void {
  const active = marks(row & 1);
  const isAny = findActive(row, active);
  present = (present << 1) | (isAny ? 1 : 0);
  const isCells = row > 0 && row <= height;
  let from = pitch;
  let until: usize = 0;
  for (let chunk = 0; chunk < chunks; ) {
    const isActive = isCells && isAny && load<u8>(active + chunk) != 0;
    const end = isCells && isAny ? endOfRun(active, chunk, isActive) : chunks;
    if (isActive) {
      computeEast(row, byteOf(chunk), byteOf(end));
      computeNorth(row, byteOf(chunk), byteOf(end));
      from = min<usize>(from, byteOf(chunk));
      until = byteOf(end);
    } else {
      clear(DISCHARGES + (row & 1), ring(row & 1), byteOf(chunk), byteOf(end), ZERO);
      clear(DISCHARGES + (row & 1), ring(2 + (row & 1)), byteOf(chunk), byteOf(end), ZERO);
    }
    chunk = end;
  }
  setUsed(DISCHARGES + (row & 1), isCells ? from : 0, isCells ? until : pitch);
  if (isAny) computeSpecial(row, active, ring(row & 1), ring(2 + (row & 1)), slope, rubbing);
}

function computeScales(row: i32, rate: v128): void {
  const active = marks(row & 1);
  const isCells = row > 0 && row <= height && (present & 1) != 0;
  let isLimited = false;
  let from = pitch;
  let until: usize = 0;
  for (let chunk = 0; chunk < chunks; ) {
    const isActive = isCells && load<u8>(active + chunk) != 0;
    const end = isCells ? endOfRun(active, chunk, isActive) : chunks;
    if (isActive) {
      if (scaleRun(row, byteOf(chunk), byteOf(end), rate)) isLimited = true;
      from = min<usize>(from, byteOf(chunk));
      until = byteOf(end);
    } else clear(SCALES + (row & 1), ring(4 + (row & 1)), byteOf(chunk), byteOf(end), ONE);
    chunk = end;
  }
  setUsed(SCALES + (row & 1), from, until);
  limited = (limited << 1) | (isLimited ? 1 : 0);
}

/** Comes after the scales of the row north of it. */
function updateRow(row: i32, rate: v128): f32 {
  const active = marks(row & 1);
  const isLimited = (limited & 3) != 0;
  const isAny = (present & 2) != 0;
  let top: f32 = 0;
  let cells = 0;
  let from = pitch;
  let until: usize = 0;
  for (let chunk = 0; chunk < chunks; ) {
    const isActive = isAny && load<u8>(active + chunk) != 0;
    const end = isAny ? endOfRun(active, chunk, isActive) : chunks;
    if (isActive) {
      if (isLimited) limitRun(row, byteOf(chunk), byteOf(end));
      top = max<f32>(top, updateRun(row, byteOf(chunk), byteOf(end), rate));
      cells += min<i32>(width + 1, end * CHUNK) - max<i32>(1, chunk * CHUNK);
      from = min<usize>(from, byteOf(chunk));
      until = byteOf(end);
    } else clear(SOUTH, ring(6), byteOf(chunk), byteOf(end), ZERO);
    chunk = end;
  }
  setUsed(SOUTH, from, until);
  const counted = sums + (row as usize) * 48 + 40;
  store<f64>(counted, load<f64>(counted) + (cells as f64));
  return top;
}

@inline
function count(at: usize, flow: f64): void {
  const to = flow > 0 ? at : at + 8;
  store<f64>(to, load<f64>(to) + abs<f64>(flow));
}

/** Adds what crosses the ends of a row, and its north sides where they are the border. */
function countBorder(row: i32, dt: f64): void {
  const to = sums + (row as usize) * 48;
  const x = qx + (row as usize) * pitch;
  const y = qy + (row as usize) * pitch;
  if (row > 0) {
    count(to, (load<f32>(x) as f64) * dt);
    count(to, -(load<f32>(x + ((width as usize) << 2)) as f64) * dt);
  }
  if (row > 0 && row < height) return;
  const sign: f64 = row == 0 ? dt : -dt;
  for (let column = 1; column <= width; column++) {
    count(to, (load<f32>(y + ((column as usize) << 2)) as f64) * sign);
  }
}

/** Goes on by `dt` s; returns the deepest water of the band, m. Neighbouring bands must stand copied (`copyBorder`). */
export function step(dt: f32): f32 {
  setStep(dt);
  const rate = f32x4.splat(((dt as f64) / (cellSize as f64)) as f32);
  let top: f32 = 0;
  for (let kind = DISCHARGES; kind <= SOUTH; kind++) setUsed(kind, 0, pitch);
  present = -1;
  for (let row = max<i32>(0, first - 2); row <= last; row++) {
    computeDischarges(row);
    if (row < first - 1) continue;
    // Four rows without water: the rows of intermediate values are clear, and nothing crosses a side.
    if ((present & 15) == 0) {
      limited <<= 1;
      continue;
    }
    computeScales(row, rate);
    if (row < first) continue;
    if (row == first) enterBand(first - 1);
    if (row > first) {
      top = max<f32>(top, updateRow(row - 1, rate));
      countBorder(row - 1, dt as f64);
    }
    if (row == first && first == 1) countBorder(0, dt as f64);
  }
  return top;
}
