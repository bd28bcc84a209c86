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
  flagRow,
  flags,
  hasFlags,
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

/** Rain falls, ground and sewer take, from byte `from` to `until` of a row. */
function takeUp(row: i32, from: usize, until: usize, rain: v128, seconds: v128, storage: v128): void {
  const main = (row as usize) * pitch;
  const h = depth + main;
  const c = excess + main;
  const factor = rainFactor + main;
  const soil = infiltration + main;
  const drain = sewer + main;
  const filled = sewerUsed + main;
  let rained = ZERO;
  let grounded = ZERO;
  let sewered = ZERO;
  let i = from;
  do {
    const before = v128.load(h + i);
    const fallen = f32x4.mul(rain, v128.load(factor + i));
    const there = f32x4.add(before, fallen);
    const ground = f32x4.pmin(f32x4.mul(v128.load(soil + i), seconds), there);
    const used = v128.load(filled + i);
    const room = f32x4.pmin(f32x4.mul(v128.load(drain + i), seconds), f32x4.sub(storage, used));
    const drained = f32x4.pmin(room, f32x4.sub(there, ground));
    v128.store(filled + i, f32x4.add(used, drained));
    rained = f64x2.add(rained, widen(fallen));
    grounded = f64x2.add(grounded, widen(ground));
    sewered = f64x2.add(sewered, widen(drained));
    const change = f32x4.sub(f32x4.sub(fallen, ground), drained);
    const more = f32x4.sub(change, v128.load(c + i));
    const after = f32x4.pmax(ZERO, f32x4.add(before, more));
    v128.store(c + i, f32x4.sub(f32x4.sub(after, before), more));
    v128.store(h + i, after);
    i += 16;
  } while (i < until);
  const to = sums + (row as usize) * 48;
  addTo(to + 16, rained);
  addTo(to + 24, grounded);
  addTo(to + 32, sewered);
}

/** Notes what is highest, fastest and first; returns the deepest of each lane. */
function note(row: i32, from: usize, until: usize, seconds: v128, now: v128): v128 {
  const main = (row as usize) * pitch;
  const h = depth + main;
  const x = qx + main;
  const y = qy + main;
  const south = y - pitch;
  const deepest = topDepth + main;
  const fastest = topSpeed + main;
  const long = duration + main;
  const since = arrival + main;
  let top = ZERO;
  let i = from;
  do {
    const there = v128.load(h + i);
    top = f32x4.pmax(top, there);
    const u = f32x4.add(v128.load(x + i - 4), v128.load(x + i));
    const v = f32x4.add(v128.load(south + i), v128.load(y + i));
    const norm = f32x4.sqrt(f32x4.add(f32x4.mul(u, u), f32x4.mul(v, v)));
    const speed = v128.and(f32x4.div(f32x4.mul(HALF, norm), there), f32x4.ge(there, SPEED_DEPTH));
    const isThere = f32x4.ge(there, ARRIVAL_DEPTH);
    const first = v128.load(since + i);
    const isNew = v128.and(isThere, f32x4.ne(first, first));
    v128.store(deepest + i, f32x4.pmax(v128.load(deepest + i), there));
    v128.store(fastest + i, f32x4.pmax(v128.load(fastest + i), speed));
    if (v128.any_true(isThere)) {
      v128.store(long + i, f32x4.add(v128.load(long + i), v128.and(seconds, isThere)));
      if (v128.any_true(isNew)) v128.store(since + i, v128.bitselect(now, first, isNew));
    }
    i += 16;
  } while (i < until);
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
    if (rain == 0 && !hasFlags(flagRow(row))) continue;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const flag = flags + ((row * chunks + chunk) as usize);
      if (rain == 0 && load<u8>(flag) == 0) continue;
      const from = (chunk as usize) * CHUNK_BYTES;
      const until = min<usize>(pitch, from + CHUNK_BYTES);
      takeUp(row, from, until, rain4, seconds4, storage4);
      const deepest = note(row, from, until, seconds4, now4);
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
