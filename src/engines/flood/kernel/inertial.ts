// One time step of the local-inertial scheme on a band of rows, four cells at once: `flow-javascript.ts` tells what and why,
// and does the same operations in the same order.
import { ASIDE, DRY, rub4, THETA } from './friction';
import { computeSpecial } from './special';
import {
  bed,
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
  friction,
  height,
  inside,
  last,
  pitch,
  qx,
  qxRow,
  qy,
  qyRow,
  scratch,
  sums,
  width,
} from './state';

const GRAVITY: f64 = 9.81;
const ZERO = f32x4.splat(0);
const ONE = f32x4.splat(1);
const DRY4 = f32x4.splat(DRY);
const THETA4 = f32x4.splat(THETA);
const ASIDE4 = f32x4.splat(ASIDE);
const QUARTER = f32x4.splat(0.25);
/** Before each row of intermediate values, so that the column west of the first can be read. */
const GUARD: usize = 16;

/** Rows of intermediate values: 0, 1 x; 2, 3 y discharges before the limiter; 4, 5 its scale; 6 limited y south of the row. */
@inline
function ring(which: i32): usize {
  return scratch + (which as usize) * (pitch + 2 * GUARD) + GUARD;
}

/** Bytes by chunk: 0, 1 active; 2, 3 limited somewhere; one more before and after. */
@inline
function marks(which: i32): usize {
  return ring(7) + (which as usize) * ((chunks as usize) + 2) + 1;
}

/** Scratch bytes that `setup` must give a band. */
export function scratchBytes(rowPitch: usize, chunkCount: i32): usize {
  return 7 * (rowPitch + 2 * GUARD) + GUARD + 4 * ((chunkCount as usize) + 2);
}

@inline
function horizontalMax(v: v128): f32 {
  return max<f32>(
    max<f32>(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max<f32>(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

@inline
function fill(row: usize, chunk: i32, value: v128): void {
  const from = row + (chunk as usize) * CHUNK_BYTES;
  const until = row + min<usize>(pitch, ((chunk + 1) as usize) * CHUNK_BYTES);
  for (let at = from; at < until; at += 16) v128.store(at, value);
}

/** Marks the chunks whose own or neighbours' cells are or were wet; returns whether any. */
function findActive(row: i32, to: usize): bool {
  const own = flagRow(row);
  const south = row > 0 ? flagRow(row - 1) : own;
  const north = row <= height ? flagRow(row + 1) : own;
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

/** Discharges of a chunk's east and north sides before the limiter. */
function computeChunk(row: i32, chunk: i32, toX: usize, toY: usize, slope: v128, half: v128): void {
  const from = (chunk as usize) * CHUNK_BYTES;
  const bytes = min<usize>(pitch - from, CHUNK_BYTES);
  const main = (row as usize) * pitch + from;
  const z = bed + main;
  const g = friction + main;
  const h = depthRow(row) + from;
  const hNorth = depthRow(row + 1) + from;
  const x = qxRow(row) + from;
  const xNorth = qxRow(row + 1) + from;
  const y = qyRow(row) + from;
  const ySouth = qyRow(row - 1) + from;
  const yNorth = qyRow(row + 1) + from;
  const outX = toX + from;
  const outY = toY + from;
  for (let i: usize = 0; i < bytes; i += 16) {
    const zHere = v128.load(z + i);
    const hHere = v128.load(h + i);
    const gHere = v128.load(g + i);
    const xHere = v128.load(x + i);
    const xWest = v128.load(x + i - 4);
    const yHere = v128.load(y + i);
    const ySide = v128.load(ySouth + i);

    let zThere = v128.load(z + i + 4);
    let sill = f32x4.pmax(zHere, zThere);
    let near = f32x4.add(hHere, f32x4.sub(zHere, sill));
    let far = f32x4.add(v128.load(h + i + 4), f32x4.sub(zThere, sill));
    let hf = f32x4.pmax(near, far);
    let wet = f32x4.gt(hf, DRY4);
    let result = ZERO;
    if (v128.any_true(wet)) {
      const ahead = f32x4.add(yHere, v128.load(y + i + 4));
      const behind = f32x4.add(ySide, v128.load(ySouth + i + 4));
      const across = f32x4.mul(QUARTER, f32x4.add(ahead, behind));
      const beside = f32x4.mul(ASIDE4, f32x4.add(xWest, v128.load(x + i + 4)));
      const kept = f32x4.add(f32x4.mul(THETA4, xHere), beside);
      const free = f32x4.sub(kept, f32x4.mul(f32x4.mul(slope, hf), f32x4.sub(far, near)));
      const gnn = f32x4.mul(half, f32x4.add(gHere, v128.load(g + i + 4)));
      result = v128.and(rub4(free, hf, across, gnn), wet);
    }
    v128.store(outX + i, result);

    zThere = v128.load(z + i + pitch);
    sill = f32x4.pmax(zHere, zThere);
    near = f32x4.add(hHere, f32x4.sub(zHere, sill));
    far = f32x4.add(v128.load(hNorth + i), f32x4.sub(zThere, sill));
    hf = f32x4.pmax(near, far);
    wet = f32x4.gt(hf, DRY4);
    result = ZERO;
    if (v128.any_true(wet)) {
      const ahead = f32x4.add(xHere, v128.load(xNorth + i));
      const behind = f32x4.add(xWest, v128.load(xNorth + i - 4));
      const across = f32x4.mul(QUARTER, f32x4.add(ahead, behind));
      const beside = f32x4.mul(ASIDE4, f32x4.add(ySide, v128.load(yNorth + i)));
      const kept = f32x4.add(f32x4.mul(THETA4, yHere), beside);
      const free = f32x4.sub(kept, f32x4.mul(f32x4.mul(slope, hf), f32x4.sub(far, near)));
      const gnn = f32x4.mul(half, f32x4.add(gHere, v128.load(g + i + pitch)));
      result = v128.and(rub4(free, hf, across, gnn), wet);
    }
    v128.store(outY + i, result);
  }
}

/** The scale that keeps a cell from giving more than it has; marks the chunk (and the one west of it) where it is under 1. */
function scaleChunk(row: i32, chunk: i32, rate: v128): void {
  const from = (chunk as usize) * CHUNK_BYTES;
  const bytes = min<usize>(pitch - from, CHUNK_BYTES);
  const h = depthRow(row) + from;
  const x = ring(row & 1) + from;
  const y = ring(2 + (row & 1)) + from;
  const south = ring(2 + ((row & 1) ^ 1)) + from;
  const to = ring(4 + (row & 1)) + from;
  const mask = inside + from;
  let some = ZERO;
  for (let i: usize = 0; i < bytes; i += 16) {
    const sideX = f32x4.add(
      f32x4.pmax(ZERO, v128.load(x + i)),
      f32x4.pmax(ZERO, f32x4.neg(v128.load(x + i - 4))),
    );
    const sideY = f32x4.add(
      f32x4.pmax(ZERO, v128.load(y + i)),
      f32x4.pmax(ZERO, f32x4.neg(v128.load(south + i))),
    );
    const leaving = f32x4.mul(f32x4.add(sideX, sideY), rate);
    const there = v128.load(h + i);
    const over = v128.and(f32x4.gt(leaving, there), v128.load(mask + i));
    if (v128.any_true(over)) {
      v128.store(to + i, v128.bitselect(f32x4.div(there, leaving), ONE, over));
      some = v128.or(some, over);
    } else v128.store(to + i, ONE);
  }
  const isLimited: u8 = v128.any_true(some) ? 1 : 0;
  const mark = marks(2 + (row & 1)) + chunk;
  store<u8>(mark, isLimited);
  if (isLimited != 0) store<u8>(mark - 1, 1);
}

/** Limits and stores a chunk's discharges and brings its depths to the end of the step; returns the deepest. */
function updateChunk(row: i32, chunk: i32, rate: v128): f32 {
  const from = (chunk as usize) * CHUNK_BYTES;
  const bytes = min<usize>(pitch - from, CHUNK_BYTES);
  const main = (row as usize) * pitch + from;
  const h = depth + main;
  const c = excess + main;
  const x = qx + main;
  const y = qy + main;
  const newX = ring(row & 1) + from;
  const newY = ring(2 + (row & 1)) + from;
  const own = ring(4 + (row & 1)) + from;
  const north = ring(4 + ((row & 1) ^ 1)) + from;
  const south = ring(6) + from;
  const mask = inside + from;
  const isLimited =
    (load<u8>(marks(2 + (row & 1)) + chunk) | load<u8>(marks(2 + ((row & 1) ^ 1)) + chunk)) != 0;
  let top = ZERO;
  // West of a chunk stands what has just been stored there; it is kept in a register from then on.
  let west = load<f32>(x - 4);
  for (let i: usize = 0; i < bytes; i += 16) {
    let flowX = v128.load(newX + i);
    let flowY = v128.load(newY + i);
    if (isLimited) {
      const scale = v128.load(own + i);
      flowX = f32x4.mul(flowX, v128.bitselect(scale, v128.load(own + i + 4), f32x4.gt(flowX, ZERO)));
      flowY = f32x4.mul(flowY, v128.bitselect(scale, v128.load(north + i), f32x4.gt(flowY, ZERO)));
    }
    const flowSouth = v128.load(south + i);
    v128.store(x + i, flowX);
    v128.store(y + i, flowY);
    v128.store(south + i, flowY);
    const flowWest = v128.shuffle<i32>(f32x4.splat(west), flowX, 0, 4, 5, 6);
    west = f32x4.extract_lane(flowX, 3);
    const sum = f32x4.add(f32x4.sub(flowWest, flowX), f32x4.sub(flowSouth, flowY));
    const change = v128.and(f32x4.mul(sum, rate), v128.load(mask + i));
    const isChanged = f32x4.ne(change, ZERO);
    const before = v128.load(h + i);
    if (v128.any_true(isChanged)) {
      const left = v128.load(c + i);
      const more = f32x4.sub(change, left);
      const after = f32x4.pmax(ZERO, f32x4.add(before, more));
      const now = v128.bitselect(after, before, isChanged);
      v128.store(c + i, v128.bitselect(f32x4.sub(f32x4.sub(after, before), more), left, isChanged));
      v128.store(h + i, now);
      top = f32x4.pmax(top, now);
    } else top = f32x4.pmax(top, before);
  }
  return horizontalMax(top);
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

function computeDischarges(row: i32, slope: f32, half: f32): void {
  const toX = ring(row & 1);
  const toY = ring(2 + (row & 1));
  const active = marks(row & 1);
  const isAny = findActive(row, active);
  const isCells = row > 0 && row <= height;
  const slope4 = f32x4.splat(slope);
  const half4 = f32x4.splat(half);
  for (let chunk = 0; chunk < chunks; chunk++) {
    if (isCells && isAny && load<u8>(active + chunk) != 0) computeChunk(row, chunk, toX, toY, slope4, half4);
    else {
      fill(toX, chunk, ZERO);
      fill(toY, chunk, ZERO);
    }
  }
  if (isAny) computeSpecial(row, active, toX, toY, slope, half);
}

function computeScales(row: i32, rate: v128): void {
  const active = marks(row & 1);
  const to = ring(4 + (row & 1));
  const limited = marks(2 + (row & 1));
  const isCells = row > 0 && row <= height;
  memory.fill(limited - 1, 0, (chunks as usize) + 2);
  for (let chunk = 0; chunk < chunks; chunk++) {
    if (isCells && load<u8>(active + chunk) != 0) scaleChunk(row, chunk, rate);
    else fill(to, chunk, ONE);
  }
}

function updateRow(row: i32, rate: v128): f32 {
  const active = marks(row & 1);
  const south = ring(6);
  const flag = flags + ((row * chunks) as usize);
  let top: f32 = 0;
  let cells = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    if (load<u8>(active + chunk) == 0) {
      fill(south, chunk, ZERO);
      continue;
    }
    const wettest = updateChunk(row, chunk, rate);
    const at = flag + chunk;
    const was = load<u8>(at) as u32;
    store<u8>(at, (was & 4) | ((was << 1) & 2) | (wettest > DRY ? 1 : 0));
    top = max<f32>(top, wettest);
    cells += min<i32>(width + 1, (chunk + 1) * CHUNK) - max<i32>(1, chunk * CHUNK);
  }
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
  const slope = ((GRAVITY * (dt as f64)) / (cellSize as f64)) as f32;
  const half: f32 = <f32>0.5 * dt;
  const rate = f32x4.splat(((dt as f64) / (cellSize as f64)) as f32);
  let top: f32 = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    fill(ring(4), chunk, ONE);
    fill(ring(5), chunk, ONE);
  }
  for (let row = max<i32>(0, first - 2); row <= last; row++) {
    computeDischarges(row, slope, half);
    if (row < first - 1) continue;
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
