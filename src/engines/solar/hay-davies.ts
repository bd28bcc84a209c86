/**
 * The sky is not equally bright: around the sun it is brighter. Hay & Davies (1980, Proc. First Canadian Solar Radiation Data Workshop)
 * give that ring, as if it came from the sun itself, the share of the diffuse light that the beam is of what came above the air; the
 * rest is spread evenly. It leaves out the bright band along the horizon: a roof of 35° to the south gets 2.5 % more by Perez et al. (1990),
 * whose parts cannot be told apart by direction, which shade needs. An evenly bright sky is 3 % too dark there.
 */
import type { SkyMoment } from './sky-moments.ts';

/** Sine of the lowest sun whose ring counts: below it the division blows up. */
const LOWEST_SINE = 0.01745;

/** Diffuse light from the ring, W/m² across its rays, and from the rest of the sky, W/m² on flat ground. */
export function splitDiffuse(moment: SkyMoment): { readonly ring: number; readonly rest: number } {
  const share = Math.min(1, moment.beam / moment.extraterrestrial);
  return {
    ring: (moment.diffuse * share) / Math.max(moment.sun.up, LOWEST_SINE),
    rest: moment.diffuse * (1 - share),
  };
}
