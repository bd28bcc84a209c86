// What happens to each cell of a band by itself: `soak-javascript.ts` tells what and why.
import { DRY } from './friction';
import {
  arrival,
  CHUNK_BYTES,
  chunks,
  depth,
  duration,
  excess,
  first,
  flags,
  infiltration,
  last,
  pitch,
  qx,
  qy,
  rainFactor,
  sewer,
  sewerUsed,
  sums,
  topDepth,
  topSpeed,
} from './state';

const ZERO = f32x4.splat(0);
const HALF = f32x4.splat(0.5);
const DRY4 = f32x4.splat(DRY);
const SPEED_DEPTH = f32x4.splat(0.01);
const ARRIVAL_DEPTH = f32x4.splat(0.05);

/** Sum of both lanes' doubles of a vector of four singles. */
@inline
function widen(v: v128): v128 {
  return f64x2.add(f64x2.promote_low_f32x4(v), f64x2.promote_low_f32x4(v128.shuffle<i32>(v, v, 2, 3, 2, 3)));
}

@inline
function addTo(at: usize, v: v128): void {
  store<f64>(at, load<f64>(at) + (f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1)));
}

/** Rain falls, ground and sewer take. */
function takeUp(row: i32, from: usize, bytes: usize, rain: v128, seconds: v128, storage: v128): void {
  const main = (row as usize) * pitch + from;
  const h = depth + main;
  let rained = ZERO;
  let grounded = ZERO;
  let sewered = ZERO;
  for (let i: usize = 0; i < bytes; i += 16) {
    const before = v128.load(h + i);
    const fallen = f32x4.mul(rain, v128.load(rainFactor + main + i));
    const takes = v128.or(f32x4.ne(fallen, ZERO), f32x4.gt(before, DRY4));
    if (!v128.any_true(takes)) continue;
    const there = f32x4.add(before, fallen);
    const ground = v128.and(f32x4.pmin(f32x4.mul(v128.load(infiltration + main + i), seconds), there), takes);
    const used = v128.load(sewerUsed + main + i);
    const room = f32x4.pmin(f32x4.mul(v128.load(sewer + main + i), seconds), f32x4.sub(storage, used));
    const drained = v128.and(f32x4.pmin(room, f32x4.sub(there, ground)), takes);
    if (v128.any_true(f32x4.ne(drained, ZERO))) v128.store(sewerUsed + main + i, f32x4.add(used, drained));
    rained = f64x2.add(rained, widen(fallen));
    grounded = f64x2.add(grounded, widen(ground));
    sewered = f64x2.add(sewered, widen(drained));
    const change = f32x4.sub(f32x4.sub(fallen, ground), drained);
    const isChanged = f32x4.ne(change, ZERO);
    const left = v128.load(excess + main + i);
    const more = f32x4.sub(change, left);
    const after = f32x4.pmax(ZERO, f32x4.add(before, more));
    v128.store(
      excess + main + i,
      v128.bitselect(f32x4.sub(f32x4.sub(after, before), more), left, isChanged),
    );
    v128.store(h + i, v128.bitselect(after, before, isChanged));
  }
  const to = sums + (row as usize) * 48;
  addTo(to + 16, rained);
  addTo(to + 24, grounded);
  addTo(to + 32, sewered);
}

/** Notes what is highest, fastest and first; returns the deepest of each lane. */
function note(row: i32, from: usize, bytes: usize, seconds: v128, now: v128): v128 {
  const main = (row as usize) * pitch + from;
  let top = ZERO;
  for (let i: usize = 0; i < bytes; i += 16) {
    const at = main + i;
    const h = v128.load(depth + at);
    const isWet = f32x4.gt(h, DRY4);
    if (!v128.any_true(isWet)) continue;
    top = f32x4.pmax(top, h);
    v128.store(topDepth + at, f32x4.pmax(v128.load(topDepth + at), v128.and(h, isWet)));
    const hasSpeed = f32x4.ge(h, SPEED_DEPTH);
    if (!v128.any_true(hasSpeed)) continue;
    const u = f32x4.mul(HALF, f32x4.add(v128.load(qx + at - 4), v128.load(qx + at)));
    const v = f32x4.mul(HALF, f32x4.add(v128.load(qy + at - pitch), v128.load(qy + at)));
    const speed = f32x4.div(f32x4.sqrt(f32x4.add(f32x4.mul(u, u), f32x4.mul(v, v))), h);
    v128.store(topSpeed + at, f32x4.pmax(v128.load(topSpeed + at), v128.and(speed, hasSpeed)));
    const isThere = f32x4.ge(h, ARRIVAL_DEPTH);
    if (!v128.any_true(isThere)) continue;
    v128.store(duration + at, f32x4.add(v128.load(duration + at), v128.and(seconds, isThere)));
    const since = v128.load(arrival + at);
    const isNew = v128.and(isThere, f32x4.ne(since, since));
    if (v128.any_true(isNew)) v128.store(arrival + at, v128.bitselect(now, since, isNew));
  }
  return top;
}

/** For the band's rows; returns the deepest water, m. */
export function soak(rain: f32, seconds: f32, now: f32, storage: f32): f32 {
  const rain4 = f32x4.splat(rain);
  const seconds4 = f32x4.splat(seconds);
  const now4 = f32x4.splat(now);
  const storage4 = f32x4.splat(storage);
  let top: f32 = 0;
  for (let row = first; row < last; row++) {
    for (let chunk = 0; chunk < chunks; chunk++) {
      const flag = flags + ((row * chunks + chunk) as usize);
      if (rain == 0 && load<u8>(flag) == 0) continue;
      const from = (chunk as usize) * CHUNK_BYTES;
      const bytes = min<usize>(pitch - from, CHUNK_BYTES);
      takeUp(row, from, bytes, rain4, seconds4, storage4);
      const deepest = note(row, from, bytes, seconds4, now4);
      const wettest = max<f32>(
        max<f32>(f32x4.extract_lane(deepest, 0), f32x4.extract_lane(deepest, 1)),
        max<f32>(f32x4.extract_lane(deepest, 2), f32x4.extract_lane(deepest, 3)),
      );
      if (wettest > DRY) store<u8>(flag, load<u8>(flag) | 1);
      top = max<f32>(top, wettest);
    }
  }
  return top;
}
