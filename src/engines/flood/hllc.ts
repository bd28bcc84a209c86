/** The HLLC flux of the shallow water equations (Toro 2001), and what borders make of it. */
import { GRAVITY } from './layout.ts';

/** Shallower water does not move in scheme "full", m. */
export const STILL = 1e-6;

/**
 * Writes the flux of volume, of momentum along and of momentum across to `to` (m²/s, m³/s², m³/s²), from water `hL` m deep at
 * `uL` along and `vL` m/s across on the left to that on the right. Mirrored states give the mirrored flux to the last bit.
 */
export function writeFlux(
  to: Float64Array,
  hL: number,
  uL: number,
  vL: number,
  hR: number,
  uR: number,
  vR: number,
): void {
  to.fill(0);
  if (hL <= 0 && hR <= 0) return;
  const cL = Math.sqrt(GRAVITY * hL);
  const cR = Math.sqrt(GRAVITY * hR);
  const uMiddle = 0.5 * (uL + uR) + (cL - cR);
  const cMiddle = Math.max(0, 0.5 * (cL + cR) + 0.25 * (uL - uR));
  const sL = hL <= 0 ? uR - 2 * cR : Math.min(uL - cL, uMiddle - cMiddle);
  const sR = hR <= 0 ? uL + 2 * cL : Math.max(uR + cR, uMiddle + cMiddle);
  const volumeL = hL * uL;
  const volumeR = hR * uR;
  const momentumL = volumeL * uL + 0.5 * GRAVITY * hL * hL;
  const momentumR = volumeR * uR + 0.5 * GRAVITY * hR * hR;
  if (sL >= 0) {
    to[0] = volumeL;
    to[1] = momentumL;
    to[2] = volumeL * vL;
    return;
  }
  if (sR <= 0) {
    to[0] = volumeR;
    to[1] = momentumR;
    to[2] = volumeR * vR;
    return;
  }
  const width = sR - sL;
  to[0] = (sR * volumeL - sL * volumeR + sL * sR * (hR - hL)) / width;
  to[1] = (sR * momentumL - sL * momentumR + sL * sR * (volumeR - volumeL)) / width;
  const right = hR * (uR - sR);
  const left = hL * (uL - sL);
  const contact = (sL * right - sR * left) / (right - left);
  to[2] = to[0] * (contact > 0 ? vL : contact < 0 ? vR : 0.5 * (vL + vR));
}
