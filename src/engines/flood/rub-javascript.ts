/**
 * Discharge with friction, m²/s: the root of q' (1 + B |q⃗'|) = `free`, the discharge without it. `across` is the transverse
 * discharge, `rough` = `RUB` Δt (g n² of both cells), so that B = rough / 12 h_f^{7/3}.
 */

/** 2 Δt of both cells' g n², times the 3 of Newton's step, times what halves that step's error, which has one sign. */
export const RUB = 6.0032;
/** Bits of a third of a float: exponent's part, found by search for the least error after one step. */
const CUBE_ROOT_BITS = 709_975_000;

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

export function rub(free: number, hf: number, across: number, rough: number): number {
  float[0] = hf;
  bits[0] = Math.imul(bits[0] >>> 16, 21_845) + CUBE_ROOT_BITS;
  const y = float[0];
  const y2 = y * y;
  const d = hf * hf * (2 * y2 * y + hf);
  const four = rough * Math.sqrt(free * free + across * across) * y2;
  return (2 * free * d) / (d + Math.sqrt(d * (d + four)));
}
