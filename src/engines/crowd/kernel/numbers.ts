// Powers, angles and chance, the same everywhere.

// @ts-ignore: decorator
@inline
function term(f: v128, sum: v128, factor: f32): v128 {
  return f32x4.add(f32x4.mul(sum, f), f32x4.splat(factor));
}

/** e to the power x, of −80 to 80, by 2^n (1 + f ln 2 + …) to the fifth power, |f| ≤ ½: relative error below 4e-6 from −8 to 8 (tested). */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const two = f32x4.mul(f32x4.max(f32x4.min(x, f32x4.splat(80)), f32x4.splat(-80)), f32x4.splat(1.44269504));
  const whole = f32x4.nearest(two);
  const f = f32x4.sub(two, whole);
  let sum = f32x4.splat(0.00133335581);
  sum = term(f, sum, 0.00961812911);
  sum = term(f, sum, 0.0555041087);
  sum = term(f, sum, 0.240226507);
  sum = term(f, sum, 0.693147181);
  sum = term(f, sum, 1);
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}

export function exponentialOf(x: f32): f32 {
  return f32x4.extract_lane(exponential(f32x4.splat(x)), 0);
}

// @ts-ignore: decorator
@inline
export function addUp(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** Of −1.2 to 1.2 radians, to 1e-10. */
export function sine(a: f64): f64 {
  const q = a * a;
  return a * (1 - (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - (q / 72) * (1 - (q / 110) * (1 - q / 156))))));
}

export function cosine(a: f64): f64 {
  const q = a * a;
  return 1 - (q / 2) * (1 - (q / 12) * (1 - (q / 30) * (1 - (q / 56) * (1 - (q / 90) * (1 - (q / 132) * (1 - q / 182))))));
}

export function chance(seed: i32, person: i32, tick: i32): f64 {
  let h: u32 = <u32>(((seed ^ 0x9e3779b9) * 0x85ebca6b) ^ ((person + 1) * 0xc2b2ae35) ^ ((tick + 1) * 0x27d4eb2f));
  h = (h ^ (h >> 15)) * 0x2c1b3c6d;
  h = (h ^ (h >> 12)) * 0x297a2d39;
  return <f64>(h ^ (h >> 15)) / 4294967296.0;
}
