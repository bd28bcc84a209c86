/**
 * The HLLC flux of the shallow water equations (Toro 2001) over a sill, with hydrostatic reconstruction (Audusse et al. 2004).
 * `kernel/hllc.ts` does the same operations in the same order, two sides at once; minima and maxima are written as comparisons
 * because theirs treat equal numbers and zeros so.
 */
import { GRAVITY } from './layout.ts';

/** Shallower water does not move in scheme "full", m. */
export const STILL = 1e-6;
const HALF_GRAVITY = 0.5 * GRAVITY;
/** Instead of a width of nothing between waves, m/s: what is divided by it is nothing too. */
const NARROWEST = 1e-30;

/**
 * Water `hL` m deep on a bed at `zL` goes `uL` m/s along and `vL` across on the left; on the right likewise; what stands above
 * `sill` passes. Writes the flux of volume (m²/s), of momentum along as the left and as the right side feels it, and of momentum
 * across (m³/s²). Mirrored states give the mirrored flux to the last bit.
 */
export function writeFlux(
  to: Float64Array,
  hL: number,
  zL: number,
  uL: number,
  vL: number,
  hR: number,
  zR: number,
  uR: number,
  vR: number,
  sill: number,
): void {
  const aboveL = hL + (zL - sill);
  const aboveR = hR + (zR - sill);
  const oL = Math.max(0, aboveL);
  const oR = Math.max(0, aboveR);
  const cL = Math.sqrt(GRAVITY * oL);
  const cR = Math.sqrt(GRAVITY * oR);
  const uMiddle = 0.5 * (uL + uR) + (cL - cR);
  const sound = 0.5 * (cL + cR) + 0.25 * (uL - uR);
  const cMiddle = Math.max(0, sound);
  const outL = uL - cL;
  const outR = uR + cR;
  const inL = uMiddle - cMiddle;
  const inR = uMiddle + cMiddle;
  const slowest = 0 < oL ? Math.min(inL, outL) : uR - (cR + cR);
  const fastest = 0 < oR ? Math.max(outR, inR) : uL + (cL + cL);
  const sL = Math.min(slowest, 0);
  const sR = Math.max(0, fastest);
  const spread = sR - sL;
  const inverse = 1 / Math.max(NARROWEST, spread);
  const both = sL * sR;
  const volumeL = oL * uL;
  const volumeR = oR * uR;
  const pushL = HALF_GRAVITY * oL * oL;
  const pushR = HALF_GRAVITY * oR * oR;
  const momentumL = volumeL * uL + pushL;
  const momentumR = volumeR * uR + pushR;
  const volume = (sR * volumeL - sL * volumeR + both * (oR - oL)) * inverse;
  const momentum = (sR * momentumL - sL * momentumR + both * (volumeR - volumeL)) * inverse;
  to[0] = volume;
  to[1] = momentum + (HALF_GRAVITY * hL * hL - pushL);
  to[2] = momentum + (HALF_GRAVITY * hR * hR - pushR);
  to[3] = volume * (0 < volume ? vL : vR);
}

/** What a wall gives the water beside it; `sign` 1: the wall lies east or north of it. */
export function writeWall(to: Float64Array, sign: number, h: number, u: number, v: number): void {
  if (sign > 0) writeFlux(to, h, 0, u, v, h, 0, -u, v, 0);
  else writeFlux(to, h, 0, -u, v, h, 0, u, v, 0);
}
