/**
 * How a gap in a dike grows, by Verheij & Van der Knaap (2002): first its crest falls evenly to its lowest level while the gap
 * keeps its width; then it widens as
 *   B(t) = B₀ + f₁ g^{1/2} H^{3/2} / u_c · log₁₀(1 + f₂ g t / u_c),   f₁ 1.3, f₂ 0.04, t in hours since the crest is at its lowest,
 * H the water outside less that inside, both counted from the lowest crest. H may change: what comes in a time step is the
 * formula's growth between both ends of it at the H of that step (its derivative, as D-HYDRO and 3Di take it). No growth where the
 * flow through the gap is slower than u_c, nor beyond the widest that is given.
 * u_c, the speed at which the dike's ground is taken along: sand 0.2 m/s, clay 0.5 m/s. 75 m (clay) and 200 m (sand) as widest:
 * Van der Knaap (2000).
 *
 * Source: H.J. Verheij, Aanpassen van het bresgroeimodel binnen HIS-OM (WL | Delft Hydraulics Q3299, 2002).
 * Not modelled: where a dike fails, scour below the lowest crest, a covering of clay over sand.
 */
import type { DikeMaterialId } from '../../model/breach-choice.ts';
import type { BreachGrowth } from '../../model/flood.ts';
import { GRAVITY } from '../flood/layout.ts';

const [F1, F2] = [1.3, 0.04];
const HOUR = 3600;

/** What the dike is made of, with what its gap grows by. */
export const dikeMaterials: Record<DikeMaterialId, { readonly criticalSpeed: number; readonly widest: number }> = {
  sand: { criticalSpeed: 0.2, widest: 200 },
  clay: { criticalSpeed: 0.5, widest: 75 },
};

/** log₁₀(1 + f₂ g t / u_c), t in s. */
const ageOf = (criticalSpeed: number, seconds: number) =>
  Math.log10(1 + (F2 * GRAVITY * Math.max(0, seconds)) / (criticalSpeed * HOUR));

/** m NAP at `second` of the run. */
export function crestAt({ start, crest, lowest, lowering }: BreachGrowth, second: number): number {
  if (second <= start) return crest;
  const share = lowering > 0 ? Math.min(1, (second - start) / lowering) : 1;
  return crest + share * (lowest - crest);
}

/** How much wider the gap becomes from one second of the run to the next under a head of `head` m, without end, m. */
export function widthGained(
  { start, lowering, criticalSpeed }: BreachGrowth,
  head: number,
  from: number,
  until: number,
): number {
  if (!(head > 0)) return 0;
  const lowest = start + lowering;
  const age = ageOf(criticalSpeed, until - lowest) - ageOf(criticalSpeed, from - lowest);
  return ((F1 * Math.sqrt(GRAVITY) * head ** 1.5) / criticalSpeed) * age;
}
