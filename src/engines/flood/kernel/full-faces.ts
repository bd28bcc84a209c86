// Crests, gaps and borders: the same as `full-faces.ts` of the engine, in the same order.
import { GRAVITY, storeFlux } from './full-hllc';
import {
  apart,
  bed,
  CHUNK,
  cellSize,
  faceAt,
  faceKind,
  faceOpenness,
  faceSill,
  faceStart,
  friction,
  H,
  marks,
  rowOf,
  SOUTH,
  sideRoom,
  stride,
  U,
  V,
  WEST,
} from './full-state';

const EAST: i32 = 3;
const OPEN_BORDER: i32 = 8;
/** As in `layout.ts`. */
const CLOSED: f64 = 1.2676506002282294e30;

/** Through one side, into the room for it. */
function writeFlux(hL: f64, zL: f64, uL: f64, vL: f64, hR: f64, zR: f64, uR: f64, vR: f64, sill: f64): void {
  storeFlux(
    sideRoom(),
    16,
    f64x2.splat(hL),
    f64x2.splat(zL),
    f64x2.splat(uL),
    f64x2.splat(vL),
    f64x2.splat(hR),
    f64x2.splat(zR),
    f64x2.splat(uR),
    f64x2.splat(vR),
    f64x2.splat(sill),
  );
}

function writeWall(sign: f64, h: f64, u: f64, v: f64): void {
  if (sign > 0) writeFlux(h, 0, u, v, h, 0, -u, v, 0);
  else writeFlux(h, 0, -u, v, h, 0, u, v, 0);
}

/** What was written: 0 volume, 1 left, 2 right, 3 across. */
@inline
function written(which: usize): f64 {
  return load<f64>(sideRoom() + which * 16);
}

@inline
function write(which: usize, value: f64): void {
  store<f64>(sideRoom() + which * 16, value);
}

function cubeRoot(h: f64): f64 {
  const bits = ((reinterpret<u32>(h as f32) >> 16) as i32) * 21845 + 709975000;
  const first = reinterpret<f32>(bits) as f64;
  const cube = first * first * first;
  const better = (first * (cube + (h + h))) / (cube + cube + h);
  const last = better * better * better;
  return (better * (last + (h + h))) / (last + last + h);
}

@inline
function single(values: usize, at: i32): f64 {
  return load<f32>(values + ((at as usize) << 2)) as f64;
}

function writeBorder(i: i32, kind: i32, cell: i32, sign: f64, h: f64, u: f64, v: f64): void {
  const sill = single(faceSill, i);
  const isOpen = kind >= OPEN_BORDER;
  const outside = isOpen ? h : max<f64>(0, sill - single(bed, cell));
  let speed = u;
  if (isOpen) {
    let free: f64 = 0;
    if (h > 0) {
      const root = cubeRoot(h);
      free = root * root * sqrt<f64>(((sill / cellSize) * GRAVITY) / single(friction, cell));
      free = min<f64>(sqrt<f64>(GRAVITY * h), free);
    }
    speed = sign * max<f64>(free, sign * u);
  }
  if (sign > 0) writeFlux(h, 0, u, v, outside, 0, speed, v, 0);
  else writeFlux(outside, 0, speed, v, h, 0, u, v, 0);
}

function writeInner(i: i32, cell: i32, next: i32, hL: f64, uL: f64, vL: f64, hR: f64, uR: f64, vR: f64): void {
  const zL = single(bed, cell);
  const zR = single(bed, next);
  if (zL == CLOSED || zR == CLOSED) {
    if (zR != CLOSED) writeWall(-1, hR, uR, vR);
    else if (zL != CLOSED) writeWall(1, hL, uL, vL);
    else memory.fill(sideRoom(), 0, 64);
    return;
  }
  writeFlux(hL, zL, uL, vL, hR, zR, uR, vR, max<f64>(max<f64>(zL, zR), single(faceSill, i)));
  const open = single(faceOpenness, i);
  if (!(open < 1)) return;
  const shut: f64 = 1 - open;
  const volume = written(0);
  const left = written(1);
  const right = written(2);
  const across = written(3);
  writeWall(1, hL, uL, vL);
  const wallL = written(1);
  writeWall(-1, hR, uR, vR);
  const wallR = written(2);
  write(0, open * volume);
  write(1, open * left + shut * wallL);
  write(2, open * right + shut * wallR);
  write(3, open * across);
}

/** Replaces what goes through the special west (`isX`) or south sides of a row; `stored` is the row where they are kept. */
export function computeSpecial(row: i32, stored: i32, isX: bool): void {
  const slot = row & 3;
  const active = marks(slot);
  const here = isX ? slot : (row - 1) & 3;
  const until = load<i32>(faceStart + (((stored + 1) as usize) << 2));
  for (let i = load<i32>(faceStart + ((stored as usize) << 2)); i < until; i++) {
    const face = (i as usize) << 2;
    const kind = load<i32>(faceKind + face);
    const side = kind & 7;
    if ((side == 0 || side == 2 || side == EAST) != isX) continue;
    const cell = load<i32>(faceAt + face);
    const column = cell - stored * stride;
    const next = isX ? column + 1 : column;
    if (load<u8>(active + ((next / CHUNK) as usize)) == 0) continue;
    const l = (column as usize) << 3;
    const r = (next as usize) << 3;
    const along = isX ? U : V;
    const across = isX ? V : U;
    const hL = load<f64>(rowOf(H, here) + l);
    const hR = load<f64>(rowOf(H, slot) + r);
    const uL = load<f64>(rowOf(along, here) + l);
    const uR = load<f64>(rowOf(along, slot) + r);
    const vL = load<f64>(rowOf(across, here) + l);
    const vR = load<f64>(rowOf(across, slot) + r);
    const other = cell + (isX ? 1 : stride);
    if (side < 2) writeInner(i, cell, other, hL, uL, vL, hR, uR, vR);
    else if ((side & 1) == 1) writeBorder(i, kind, cell, 1, hL, uL, vL);
    else writeBorder(i, kind, other, -1, hR, uR, vR);
    const to = rowOf(isX ? WEST : SOUTH, slot) + r;
    for (let k: usize = 0; k < 4; k++) store<f64>(to + k * apart(), written(k));
  }
}
