// Discharge with friction; see `flow-javascript.ts`, of which this is the same in the same order.

/** Shallower water does not flow, m. */
export const DRY: f32 = 1e-5;
export const THETA: f32 = 0.9;
export const ASIDE: f32 = 0.05;
const THIRD: i32 = 21845;
const CUBE_ROOT_BITS: i32 = 709975000;

export function rub(free: f32, hf: f32, across: f32, gnn: f32): f32 {
  const y = reinterpret<f32>(((reinterpret<u32>(hf) >> 16) as i32) * THIRD + CUBE_ROOT_BITS);
  const y3 = y * y * y;
  const d = hf * hf * y * (y3 + (hf + hf));
  const n = y3 + y3 + hf;
  const norm = sqrt<f32>(free * free + across * across);
  const four = gnn * norm * n;
  return ((free + free) * d) / (d + sqrt<f32>(d * (d + four)));
}

/** Four at once. `hf` must not be 0: what follows from it would be so small that the processor slows down. */
@inline
export function rub4(free: v128, hf: v128, across: v128, gnn: v128): v128 {
  // Both factors fit in 15 bits, so the cheap multiplication of 16-bit pairs does.
  const third = i32x4.dot_i16x8_s(i32x4.shr_u(hf, 16), i32x4.splat(THIRD));
  const y = i32x4.add(third, i32x4.splat(CUBE_ROOT_BITS));
  const y3 = f32x4.mul(f32x4.mul(y, y), y);
  const d = f32x4.mul(f32x4.mul(f32x4.mul(hf, hf), y), f32x4.add(y3, f32x4.add(hf, hf)));
  const n = f32x4.add(f32x4.add(y3, y3), hf);
  const norm = f32x4.sqrt(f32x4.add(f32x4.mul(free, free), f32x4.mul(across, across)));
  const four = f32x4.mul(f32x4.mul(gnn, norm), n);
  const root = f32x4.sqrt(f32x4.mul(d, f32x4.add(d, four)));
  return f32x4.div(f32x4.mul(f32x4.add(free, free), d), f32x4.add(d, root));
}
