// Discharge with friction; see `flow-javascript.ts`, which tells what and why.

/** Shallower water does not flow, m. */
export const DRY: f32 = 1e-5;
export const THETA: f32 = 0.9;
export const ASIDE: f32 = 0.05;
const CUBE_ROOT_BITS: i32 = 709975000;
/** A third, for the upper half of a float's bits; as two 16-bit numbers the lower half is multiplied by nought. */
const THIRD: i32 = 21845 << 16;
/** Added to a float's bits: twice the float. The processor adds whole numbers while it is busy with floats. */
const TWICE: i32 = 1 << 23;

/** By which the sum of both cells' g n² is multiplied for `rub` and `rub4`, besides Δt. */
export const RUB: f32 = 6.0032;

export function rub(free: f32, hf: f32, across: f32, rough: f32): f32 {
  const y = reinterpret<f32>(((reinterpret<u32>(hf) >> 16) as i32) * (THIRD >> 16) + CUBE_ROOT_BITS);
  const y2 = y * y;
  const y3 = y2 * y;
  const d = hf * hf * (y3 + y3 + hf);
  const four = rough * sqrt<f32>(free * free + across * across) * y2;
  return ((free + free) * d) / (d + sqrt<f32>(d * (d + four)));
}

/**
 * Four at once, with the same factor on `free` and `across` (and by its inverse on `rough` and `back`); `back` is 2 besides.
 * `hf` must not be 0: what follows from it would be so small that the processor slows down.
 */
@inline
export function rub4(free: v128, hf: v128, across: v128, rough: v128, back: v128): v128 {
  const y = i32x4.add(i32x4.dot_i16x8_s(hf, i32x4.splat(THIRD)), i32x4.splat(CUBE_ROOT_BITS));
  const y2 = f32x4.mul(y, y);
  const y3 = f32x4.mul(y2, y);
  const d = f32x4.mul(f32x4.mul(hf, hf), f32x4.add(i32x4.add(y3, i32x4.splat(TWICE)), hf));
  const norm = f32x4.sqrt(f32x4.add(f32x4.mul(free, free), f32x4.mul(across, across)));
  const four = f32x4.mul(f32x4.mul(rough, norm), y2);
  const root = f32x4.sqrt(f32x4.mul(d, f32x4.add(d, four)));
  return f32x4.div(f32x4.mul(f32x4.mul(back, free), d), f32x4.add(d, root));
}
