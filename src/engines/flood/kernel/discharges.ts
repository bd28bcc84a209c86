// Discharges of plain sides before the limiter, four at once. A processor does two sums or products of floats at a time, so
// that their number decides: constants that depend on the step's length are multiplied together beforehand.
import { ASIDE, DRY, RUB, rub4, THETA } from './friction';
import { ring } from './scratch';
import { bed, cellSize, depthRow, friction, pitch, qxRow, qyRow } from './state';

const GRAVITY: f64 = 9.81;
const ZERO = f32x4.splat(0);
const DRY4 = f32x4.splat(DRY);

/** g Δt / Δx. All but `rubbing` are divided by it, or multiplied, so that the slope's term needs no factor. */
export let slope: f32 = 0;
let kept: f32 = 0;
let aside: f32 = 0;
let quarter: f32 = 0;
let rough: f32 = 0;
let back: f32 = 0;
/** For sides that are computed one by one. */
export let rubbing: f32 = 0;

export function setStep(dt: f32): void {
  slope = ((GRAVITY * (dt as f64)) / (cellSize as f64)) as f32;
  rubbing = RUB * dt;
  kept = THETA / slope;
  aside = ASIDE / slope;
  quarter = <f32>0.25 / slope;
  rough = rubbing * slope;
  back = slope + slope;
}

/** `near`, `far`: depths of both cells above the higher bed. `sum`: of the four transverse discharges. `rubs`: of both g n². */
@inline
function discharge(
  near: v128,
  far: v128,
  own: v128,
  beside: v128,
  sum: v128,
  rubs: v128,
  kept4: v128,
  aside4: v128,
  quarter4: v128,
  rough4: v128,
  back4: v128,
): v128 {
  const hf = f32x4.pmax(near, far);
  const before = f32x4.add(f32x4.mul(kept4, own), f32x4.mul(aside4, beside));
  const free = f32x4.sub(before, f32x4.mul(hf, f32x4.sub(far, near)));
  const across = f32x4.mul(quarter4, sum);
  const flow = rub4(free, f32x4.pmax(hf, DRY4), across, f32x4.mul(rough4, rubs), back4);
  return v128.and(flow, f32x4.gt(hf, DRY4));
}

/** East sides, from byte `from` to `until` of a row. */
export function computeEast(row: i32, from: usize, until: usize): void {
  const z = bed + (row as usize) * pitch;
  const g = friction + (row as usize) * pitch;
  const h = depthRow(row);
  const x = qxRow(row);
  const y = qyRow(row);
  const south = qyRow(row - 1);
  const to = ring(row & 1);
  const kept4 = f32x4.splat(kept);
  const aside4 = f32x4.splat(aside);
  const quarter4 = f32x4.splat(quarter);
  const rough4 = f32x4.splat(rough);
  const back4 = f32x4.splat(back);
  let i = from;
  // Loops end at their foot and have no branches: then the browser keeps what does not change out of them.
  do {
    const rise = f32x4.sub(v128.load(z + i, 4), v128.load(z + i));
    const near = f32x4.sub(v128.load(h + i), f32x4.pmax(ZERO, rise));
    const far = f32x4.add(v128.load(h + i, 4), f32x4.pmin(ZERO, rise));
    const beside = f32x4.add(v128.load(x + i - 4), v128.load(x + i, 4));
    const ahead = f32x4.add(v128.load(y + i), v128.load(y + i, 4));
    const behind = f32x4.add(v128.load(south + i), v128.load(south + i, 4));
    const rubs = f32x4.add(v128.load(g + i), v128.load(g + i, 4));
    const sum = f32x4.add(ahead, behind);
    const own = v128.load(x + i);
    v128.store(
      to + i,
      discharge(near, far, own, beside, sum, rubs, kept4, aside4, quarter4, rough4, back4),
    );
    i += 16;
  } while (i < until);
}

/** North sides. */
export function computeNorth(row: i32, from: usize, until: usize): void {
  const z = bed + (row as usize) * pitch;
  const zNorth = z + pitch;
  const g = friction + (row as usize) * pitch;
  const gNorth = g + pitch;
  const h = depthRow(row);
  const hNorth = depthRow(row + 1);
  const x = qxRow(row);
  const xNorth = qxRow(row + 1);
  const y = qyRow(row);
  const south = qyRow(row - 1);
  const north = qyRow(row + 1);
  const to = ring(2 + (row & 1));
  const kept4 = f32x4.splat(kept);
  const aside4 = f32x4.splat(aside);
  const quarter4 = f32x4.splat(quarter);
  const rough4 = f32x4.splat(rough);
  const back4 = f32x4.splat(back);
  let i = from;
  // The sum through the west sides has just been that through the east sides of the cells before.
  let last = f32x4.splat(load<f32>(x + i - 4) + load<f32>(xNorth + i - 4));
  do {
    const rise = f32x4.sub(v128.load(zNorth + i), v128.load(z + i));
    const near = f32x4.sub(v128.load(h + i), f32x4.pmax(ZERO, rise));
    const far = f32x4.add(v128.load(hNorth + i), f32x4.pmin(ZERO, rise));
    const beside = f32x4.add(v128.load(south + i), v128.load(north + i));
    const ahead = f32x4.add(v128.load(x + i), v128.load(xNorth + i));
    const behind = v128.shuffle<i32>(last, ahead, 3, 4, 5, 6);
    last = ahead;
    const rubs = f32x4.add(v128.load(g + i), v128.load(gNorth + i));
    const sum = f32x4.add(ahead, behind);
    const own = v128.load(y + i);
    v128.store(
      to + i,
      discharge(near, far, own, beside, sum, rubs, kept4, aside4, quarter4, rough4, back4),
    );
    i += 16;
  } while (i < until);
}
