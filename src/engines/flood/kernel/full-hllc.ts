// The flux over a sill: the same as `hllc.ts` in the same order, two sides at once.

export const GRAVITY: f64 = 9.81;
export const ZERO = f64x2.splat(0);
export const ONE = f64x2.splat(1);
export const HALF = f64x2.splat(0.5);
export const GRAVITY2 = f64x2.splat(9.81);
const QUARTER = f64x2.splat(0.25);
const HALF_GRAVITY = f64x2.splat(0.5 * 9.81);
const NARROWEST = f64x2.splat(1e-30);

/** Stores volume, momentum as the left and the right feel it, and momentum across, `apart` bytes from each other. */
@inline
export function storeFlux(
  to: usize,
  apart: usize,
  hL: v128,
  zL: v128,
  uL: v128,
  vL: v128,
  hR: v128,
  zR: v128,
  uR: v128,
  vR: v128,
  sill: v128,
): void {
  const oL = f64x2.pmax(ZERO, f64x2.add(hL, f64x2.sub(zL, sill)));
  const oR = f64x2.pmax(ZERO, f64x2.add(hR, f64x2.sub(zR, sill)));
  const cL = f64x2.sqrt(f64x2.mul(GRAVITY2, oL));
  const cR = f64x2.sqrt(f64x2.mul(GRAVITY2, oR));
  const uMiddle = f64x2.add(f64x2.mul(HALF, f64x2.add(uL, uR)), f64x2.sub(cL, cR));
  const sound = f64x2.add(f64x2.mul(HALF, f64x2.add(cL, cR)), f64x2.mul(QUARTER, f64x2.sub(uL, uR)));
  const cMiddle = f64x2.pmax(ZERO, sound);
  const slow = f64x2.pmin(f64x2.sub(uMiddle, cMiddle), f64x2.sub(uL, cL));
  const fast = f64x2.pmax(f64x2.add(uR, cR), f64x2.add(uMiddle, cMiddle));
  const slowest = v128.bitselect(slow, f64x2.sub(uR, f64x2.add(cR, cR)), f64x2.lt(ZERO, oL));
  const fastest = v128.bitselect(fast, f64x2.add(uL, f64x2.add(cL, cL)), f64x2.lt(ZERO, oR));
  const sL = f64x2.pmin(slowest, ZERO);
  const sR = f64x2.pmax(ZERO, fastest);
  const inverse = f64x2.div(ONE, f64x2.pmax(NARROWEST, f64x2.sub(sR, sL)));
  const both = f64x2.mul(sL, sR);
  const volumeL = f64x2.mul(oL, uL);
  const volumeR = f64x2.mul(oR, uR);
  const pushL = f64x2.mul(f64x2.mul(HALF_GRAVITY, oL), oL);
  const pushR = f64x2.mul(f64x2.mul(HALF_GRAVITY, oR), oR);
  const momentumL = f64x2.add(f64x2.mul(volumeL, uL), pushL);
  const momentumR = f64x2.add(f64x2.mul(volumeR, uR), pushR);
  const volume = f64x2.mul(
    f64x2.add(f64x2.sub(f64x2.mul(sR, volumeL), f64x2.mul(sL, volumeR)), f64x2.mul(both, f64x2.sub(oR, oL))),
    inverse,
  );
  const momentum = f64x2.mul(
    f64x2.add(
      f64x2.sub(f64x2.mul(sR, momentumL), f64x2.mul(sL, momentumR)),
      f64x2.mul(both, f64x2.sub(volumeR, volumeL)),
    ),
    inverse,
  );
  v128.store(to, volume);
  const restL = f64x2.sub(f64x2.mul(f64x2.mul(HALF_GRAVITY, hL), hL), pushL);
  const restR = f64x2.sub(f64x2.mul(f64x2.mul(HALF_GRAVITY, hR), hR), pushR);
  v128.store(to + apart, f64x2.add(momentum, restL));
  v128.store(to + 2 * apart, f64x2.add(momentum, restR));
  v128.store(to + 3 * apart, f64x2.mul(volume, v128.bitselect(vL, vR, f64x2.lt(ZERO, volume))));
}
