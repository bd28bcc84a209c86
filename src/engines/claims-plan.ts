/** A plan against the claims of others: one more set of claims, of which the ones among themselves do not count, nor in the balance of themes. */
import type { ClaimConflict } from '../model/claim.ts';
import { boxOf, boxOfClaim } from '../model/claim-place.ts';
import type { PlanClaims } from '../model/plan-claims.ts';
import { type ClaimSettings, createClaimSpace } from './claims.ts';

export interface PlanConflicts {
  readonly conflicts: readonly ClaimConflict[];
  /** Buildings of the plan that were changed or refused, one technical line each. */
  readonly notes: readonly string[];
}

/** `others` as `createClaimSpace` takes them. Storeys of one building lie over each other, and that is no conflict. */
export function listPlanConflicts(plan: PlanClaims, others: PlanClaims, settings: ClaimSettings): PlanConflicts {
  const [west, south, east, north] = boxOf(plan.claims.flatMap(({ parts }) => parts.flat()));
  const rows = others.claims.flatMap((claim, row) => {
    const [w, s, e, n] = boxOfClaim(claim);
    return w <= east && e >= west && s <= north && n >= south ? [row] : [];
  });
  const claims = [...plan.claims, ...rows.flatMap((row) => others.claims[row] ?? [])];
  const heights = [...plan.heights, ...rows.flatMap((row) => others.heights[row] ?? [])];
  const own = new Set(plan.claims.map(({ id }) => id));
  const space = createClaimSpace(claims, heights);
  return {
    conflicts: space.answer(settings).conflicts.filter(({ a, b }) => own.has(a) !== own.has(b)),
    notes: space.notes.filter((note) => plan.claims.some(({ id }) => note.startsWith(`claim "${id}"`))),
  };
}
