// One time step of scheme "full", two cells at once: `full-flow.ts` tells what and why, and does the same operations in the same
// order.
import { computeSpecial } from './full-faces';
import { GRAVITY, GRAVITY2, ONE, ZERO } from './full-hllc';
import {
  apart,
  bed,
  CHUNK,
  cellSize,
  chunks,
  depth,
  flags,
  friction,
  H,
  height,
  marks,
  NORTH,
  PULL_X,
  PULL_Y,
  qx,
  qy,
  rowOf,
  SCALE,
  SOUTH,
  sideX,
  sideY,
  stride,
  sums,
  U,
  V,
  WEST,
  width,
} from './full-state';
import { CLOSED, computeSides, widen } from './full-sides';

const STILL = f64x2.splat(1e-6);
const THIRD = i32x4.splat(21845);
const CUBE_ROOT_BITS = i32x4.splat(709975000);
/** By the row's last two bits: whether the limiter worked there. */
let limited: i32 = 0;
let fastest: v128 = ZERO;
let cells: i32 = 0;

@inline
function endOf(chunk: i32): i32 {
  return min<i32>(stride, (chunk + 1) * CHUNK);
}

@inline
function clearRow(row: usize, from: i32, until: i32): void {
  memory.fill(row + ((from as usize) << 3), 0, ((until - from) as usize) << 3);
}

function clearChunk(slot: i32, chunk: i32): void {
  const from = chunk * CHUNK;
  const until = endOf(chunk);
  for (let kind = H; kind < SCALE; kind++) clearRow(rowOf(kind, slot), from, until);
  const scale = rowOf(SCALE, slot);
  for (let column = from; column < until; column += 2) v128.store(scale + ((column as usize) << 3), ONE);
}

function openRow(row: i32): void {
  const slot = row & 3;
  const active = marks(slot);
  const own = flags + ((row * chunks) as usize);
  const under = row > 0 ? own - (chunks as usize) : own;
  const over = row <= height ? own + (chunks as usize) : own;
  let west: u32 = 0;
  let here = (load<u8>(own) | load<u8>(under) | load<u8>(over)) as u32;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const next = (chunk + 1) as usize;
    let east: u32 = 0;
    if (chunk < chunks - 1) east = (load<u8>(own + next) | load<u8>(under + next) | load<u8>(over + next)) as u32;
    const any = west | here | east;
    if (any == 0 && load<u8>(active + (chunk as usize)) != 0) clearChunk(slot, chunk);
    store<u8>(active + (chunk as usize), any);
    west = here;
    here = east;
  }
  limited &= ~(1 << slot);
  if (row > 0 && row <= height) return;
  const scale = rowOf(SCALE, slot);
  for (let column = 0; column < stride; column += 2) v128.store(scale + ((column as usize) << 3), ONE);
}

function readState(row: i32, from: i32, until: i32): void {
  const slot = row & 3;
  const main = ((row * stride) as usize) << 3;
  const toH = rowOf(H, slot);
  const toU = rowOf(U, slot);
  const toV = rowOf(V, slot);
  const end = (until as usize) << 3;
  for (let i = (from as usize) << 3; i < end; i += 16) {
    const h = v128.load(depth + main + i);
    const isWet = f64x2.lt(STILL, h);
    if (!v128.any_true(isWet)) {
      v128.store(toH + i, ZERO);
      v128.store(toU + i, ZERO);
      v128.store(toV + i, ZERO);
      continue;
    }
    const inverse = f64x2.div(ONE, h);
    v128.store(toH + i, v128.and(h, isWet));
    v128.store(toU + i, v128.and(f64x2.mul(v128.load(qx + main + i), inverse), isWet));
    v128.store(toV + i, v128.and(f64x2.mul(v128.load(qy + main + i), inverse), isWet));
  }
}

function limit(row: i32, from: i32, until: i32, rate: v128): void {
  const slot = row & 3;
  const x = rowOf(WEST, slot);
  const y = rowOf(SOUTH, slot);
  const north = rowOf(SOUTH, (row + 1) & 3);
  const h = rowOf(H, slot);
  const scale = rowOf(SCALE, slot);
  const beds = bed + (((row * stride) as usize) << 2);
  const end = (until as usize) << 3;
  let some = ZERO;
  for (let i = (from as usize) << 3; i < end; i += 16) {
    const outX = f64x2.add(
      f64x2.pmax(ZERO, f64x2.neg(v128.load(x + i))),
      f64x2.pmax(ZERO, v128.load(x + i, 8)),
    );
    const outY = f64x2.add(f64x2.pmax(ZERO, f64x2.neg(v128.load(y + i))), f64x2.pmax(ZERO, v128.load(north + i)));
    const leaving = f64x2.mul(f64x2.add(outX, outY), rate);
    const d = v128.load(h + i);
    const isOver = f64x2.lt(d, leaving);
    if (v128.any_true(isOver)) {
      const over = v128.and(isOver, f64x2.ne(widen(beds + (i >> 1)), CLOSED));
      v128.store(scale + i, v128.bitselect(f64x2.div(d, leaving), ONE, over));
      some = v128.or(some, over);
    } else v128.store(scale + i, ONE);
  }
  if (v128.any_true(some)) limited |= 1 << slot;
}

function scaleRow(row: i32): void {
  const slot = row & 3;
  const own = rowOf(SCALE, slot);
  const under = rowOf(SCALE, (row - 1) & 3);
  const west = rowOf(WEST, slot);
  const south = rowOf(SOUTH, slot);
  const step = apart();
  const end = (stride as usize) << 3;
  for (let i: usize = 0; i < end; i += 16) {
    const mine = v128.load(own + i);
    const x = v128.bitselect(v128.load(own + i - 8), mine, f64x2.lt(ZERO, v128.load(west + i)));
    const y = v128.bitselect(v128.load(under + i), mine, f64x2.lt(ZERO, v128.load(south + i)));
    if (!v128.any_true(v128.or(f64x2.lt(x, ONE), f64x2.lt(y, ONE)))) continue;
    for (let k: usize = 0; k < 4; k++) {
      v128.store(west + k * step + i, f64x2.mul(v128.load(west + k * step + i), x));
      v128.store(south + k * step + i, f64x2.mul(v128.load(south + k * step + i), y));
    }
  }
}

function updateChunk(row: i32, chunk: i32, rate: v128, double: v128): void {
  const slot = row & 3;
  const step = apart();
  const west = rowOf(WEST, slot);
  const south = rowOf(SOUTH, slot);
  const north = rowOf(SOUTH, (row + 1) & 3);
  const pullX = rowOf(PULL_X, slot);
  const pullY = rowOf(PULL_Y, slot);
  const main = ((row * stride) as usize) << 3;
  const until = endOf(chunk);
  const end = (until as usize) << 3;
  let wettest = ZERO;
  for (let i = ((chunk * CHUNK) as usize) << 3; i < end; i += 16) {
    const at = main + i;
    const inX = v128.load(west + i);
    const outX = v128.load(west + i, 8);
    const inY = v128.load(south + i);
    const outY = v128.load(north + i);
    v128.store64_lane(sideX + (at >> 1), f32x4.demote_f64x2_zero(outX), 0);
    v128.store64_lane(sideY + (at >> 1), f32x4.demote_f64x2_zero(outY), 0);
    const isOpen = f64x2.ne(widen(bed + (at >> 1)), CLOSED);
    const gain = f64x2.mul(rate, f64x2.add(f64x2.sub(inX, outX), f64x2.sub(inY, outY)));
    const h = v128.and(f64x2.pmax(ZERO, f64x2.add(v128.load(depth + at), gain)), isOpen);
    v128.store(depth + at, h);
    const isWet = f64x2.lt(STILL, h);
    if (!v128.any_true(isWet)) {
      v128.store(qx + at, ZERO);
      v128.store(qy + at, ZERO);
      continue;
    }
    wettest = v128.or(wettest, isWet);
    const pushX = f64x2.sub(v128.load(west + 2 * step + i), v128.load(west + step + i, 8));
    const sideways = f64x2.sub(v128.load(south + 3 * step + i), v128.load(north + 3 * step + i));
    const gainX = f64x2.add(f64x2.add(pushX, v128.load(pullX + i)), sideways);
    const x = f64x2.add(v128.load(qx + at), f64x2.mul(rate, gainX));
    const pushY = f64x2.sub(v128.load(south + 2 * step + i), v128.load(north + step + i));
    const along = f64x2.sub(v128.load(west + 3 * step + i), v128.load(west + 3 * step + i, 8));
    const gainY = f64x2.add(f64x2.add(pushY, v128.load(pullY + i)), along);
    const y = f64x2.add(v128.load(qy + at), f64x2.mul(rate, gainY));
    const bits = i32x4.dot_i16x8_s(i32x4.shr_u(f32x4.demote_f64x2_zero(h), 16), THIRD);
    const root = f64x2.promote_low_f32x4(i32x4.add(bits, CUBE_ROOT_BITS));
    const cube = f64x2.mul(f64x2.mul(root, root), root);
    const d = f64x2.mul(f64x2.mul(f64x2.mul(h, h), root), f64x2.add(cube, f64x2.add(h, h)));
    const norm = f64x2.sqrt(f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y)));
    const rub = f64x2.mul(f64x2.mul(double, widen(friction + (at >> 1))), norm);
    const drag = f64x2.mul(rub, f64x2.add(f64x2.add(cube, cube), h));
    const kept = f64x2.div(f64x2.add(d, d), f64x2.add(d, f64x2.sqrt(f64x2.mul(d, f64x2.add(d, drag)))));
    const newX = v128.and(f64x2.mul(x, kept), isWet);
    const newY = v128.and(f64x2.mul(y, kept), isWet);
    v128.store(qx + at, newX);
    v128.store(qy + at, newY);
    const size = f64x2.pmax(f64x2.abs(newX), f64x2.abs(newY));
    const speed = f64x2.add(f64x2.div(size, h), f64x2.sqrt(f64x2.mul(GRAVITY2, h)));
    fastest = f64x2.pmax(fastest, v128.and(speed, isWet));
  }
  cells += max<i32>(0, min<i32>(width + 1, (chunk + 1) * CHUNK) - max<i32>(1, chunk * CHUNK));
  const flag = flags + ((row * chunks + chunk) as usize);
  const was = load<u8>(flag) as u32;
  store<u8>(flag, (was & 4) | ((was << 1) & 2) | (v128.any_true(wettest) ? 1 : 0));
}

@inline
function count(volume: f64): void {
  const to = volume > 0 ? sums : sums + 8;
  store<f64>(to, load<f64>(to) + abs<f64>(volume));
}

function countBorder(row: i32, rate: f64): void {
  const x = rowOf(WEST, row & 3);
  const y = rowOf(SOUTH, row & 3);
  const share = rate * cellSize * cellSize;
  if (row <= height) {
    count(load<f64>(x, 8) * share);
    count(-load<f64>(x + (((width + 1) as usize) << 3)) * share);
  }
  if (row > 1 && row <= height) return;
  for (let column = 1; column <= width; column++) {
    const flow = load<f64>(y + ((column as usize) << 3));
    count((row == 1 ? flow : -flow) * share);
  }
}

function computeRow(row: i32, rate: f64): void {
  const active = marks(row & 3);
  const before = marks((row - 1) & 3);
  for (let chunk = 0; chunk < chunks; chunk++) {
    if (load<u8>(active + (chunk as usize)) == 0) {
      if (load<u8>(before + (chunk as usize)) == 0) continue;
      for (let k = 0; k < 4; k++) clearRow(rowOf(NORTH, k), chunk * CHUNK, endOf(chunk));
      continue;
    }
    const from = chunk;
    while (chunk + 1 < chunks && load<u8>(active + (chunk as usize) + 1) != 0) chunk++;
    computeSides(row, from * CHUNK, endOf(chunk), rate);
  }
  if (row <= height) computeSpecial(row, row, true);
  computeSpecial(row, row - 1, false);
}

@inline
function isActive(row: i32, chunk: i32): bool {
  return load<u8>(marks(row & 3) + (chunk as usize)) != 0;
}

/** Goes on by `dt` s; returns (|u| + √(g h))² / g of the fastest cell, m. */
export function stepFull(dt: f64): f64 {
  const rate = dt / cellSize;
  const rate2 = f64x2.splat(rate);
  const double = f64x2.splat(4 * dt);
  fastest = ZERO;
  cells = 0;
  for (let row = 0; row <= height + 4; row++) {
    if (row > 4) {
      for (let chunk = 0; chunk < chunks; chunk++) if (isActive(row - 4, chunk)) updateChunk(row - 4, chunk, rate2, double);
    }
    if (row <= height + 1) {
      openRow(row);
      for (let chunk = 0; chunk < chunks; chunk++) if (isActive(row, chunk)) readState(row, chunk * CHUNK, endOf(chunk));
    }
    if (row > 1 && row <= height + 2) computeRow(row - 1, rate);
    if (row > 2 && row <= height + 2) {
      for (let chunk = 0; chunk < chunks; chunk++) {
        if (isActive(row - 2, chunk)) limit(row - 2, chunk * CHUNK, endOf(chunk), rate2);
      }
    }
    if (row > 2 && row <= height + 3) {
      const slot = (row - 2) & 3;
      if ((limited & ((1 << slot) | (1 << ((slot + 3) & 3)))) != 0) scaleRow(row - 2);
      countBorder(row - 2, rate);
    }
  }
  store<f64>(sums, load<f64>(sums, 16) + (cells as f64), 16);
  const top = max<f64>(f64x2.extract_lane(fastest, 0), f64x2.extract_lane(fastest, 1));
  return (top * top) / GRAVITY;
}
