/** Claims that buildings must stay out of, such as contours of risk and noise: in plan, and where the rule says so in height. */
import type { ClaimCheck } from '../../model/claim.ts';
import type { ClaimRule } from '../../model/claim-rules.ts';
import { uniteParts } from '../claims/clip.ts';
import { measurePenetration } from '../claims/penetration.ts';
import { sizeOf } from './areas.ts';
import { type CheckContext, type KnownClaim, type KnownPart, listClaims, listSubjects } from './context.ts';
import { deepestDistance } from './deepest.ts';
import { edgeDistance, extentDistance, listEdges } from './distance.ts';
import { joinErrors, judge, type Measured, subjectOf, tellExempt, tellNotChecked, tellUnknown } from './judge.ts';

/** Half the outline of a square, by its side: how much area goes with a metre that it is moved. */
const edgeShare = 2;

type OverlapRule = ClaimRule<'overlap-with-theme'>;

interface Overlap {
  readonly claim: KnownClaim;
  readonly areaM2: number;
  /** m that either would have to move for them to part; negative: m between them. */
  readonly depth: number;
  readonly error: number;
}

const edgesOf = (rings: readonly number[][]) => listEdges({ polygons: rings.map((ring) => [ring]), lines: [] });

/** Of two that are thin both: m that either would have to move for them to be apart. */
function wayOut({ areas }: CheckContext, known: KnownPart, claim: KnownClaim): number {
  const [a, b] = [known.extent, claim.reach];
  // Past a side of the other's rectangle they are apart whatever their shapes.
  const most = Math.min(a[2] - b[0], b[2] - a[0], a[3] - b[1], b[3] - a[1]);
  const [mine, theirs] = [known, claim].map(({ area }) => uniteParts([areas.rings(area())], 'even-odd'));
  return measurePenetration(mine ?? [], theirs ?? [], most);
}

function measure(context: CheckContext, rule: OverlapRule, known: KnownPart, claim: KnownClaim): Overlap {
  const { areas } = context;
  const error = joinErrors(known.errorM, claim.claim.accuracyM, rule.toleranceM);
  const shared = areas.intersect(known.area(), claim.area());
  const areaM2 = sizeOf(shared);
  const edges = edgesOf(areas.rings(claim.area()));
  if (areaM2 < 1e-4) return { claim, areaM2: 0, depth: -edgeDistance(known.edges, edges), error };
  const rings = areas.rings(shared);
  // A building across a narrow strip lies deep in it by its own measure, not by the strip's. Neither is ever more than the way out.
  const deepest = Math.max(deepestDistance(rings, edges), deepestDistance(rings, known.edges));
  return { claim, areaM2, depth: deepest < error ? wayOut(context, known, claim) : deepest, error };
}

/** All that it lies in or may lie in, the deepest first; without any the nearest. */
function listTelling(
  context: CheckContext,
  rule: OverlapRule,
  known: KnownPart,
  claims: readonly KnownClaim[],
): Overlap[] {
  const close: Overlap[] = [];
  let nearest: Overlap | undefined;
  const byReach = claims.map((claim) => ({ claim, apart: extentDistance(known.extent, claim.reach) }));
  for (const { claim, apart } of byReach.sort((a, b) => a.apart - b.apart)) {
    // No farther off than the nearest so far, by their rectangles.
    if (nearest && apart > Math.max(-nearest.depth, nearest.error)) break;
    const overlap = measure(context, rule, known, claim);
    if (overlap.depth > -overlap.error) close.push(overlap);
    if (!nearest || overlap.depth > nearest.depth) nearest = overlap.depth > 0 ? { ...overlap, depth: 0 } : overlap;
  }
  if (close.length > 0) return close.sort((a, b) => b.depth - a.depth);
  return nearest ? [nearest] : [];
}

/** m between their heights, negative where they share some; undefined where not known. */
function heightGap({ part }: KnownPart, { heights }: KnownClaim): number | undefined {
  const { lowerNap, upperNap } = part;
  if (lowerNap === undefined || upperNap === undefined) return undefined;
  if (heights.lowerNap === undefined || heights.upperNap === undefined) return undefined;
  return Math.max(lowerNap - heights.upperNap, heights.lowerNap - upperNap);
}

function judgeOverlap(rule: OverlapRule, known: KnownPart, overlap: Overlap): ClaimCheck {
  const { maximumM2 = 0, strength, inHeight } = rule.parameters;
  const { claim, areaM2, depth, error } = overlap;
  const subject = subjectOf(known);
  const found = { measured: areaM2, limit: maximumM2, unit: 'm²', against: claim } as const;
  const asFound = (more: Pick<Measured, 'margin' | 'error' | 'marginUnit'>): Measured => ({ ...found, ...more });
  if (areaM2 > 0 && inHeight) {
    const gap = heightGap(known, claim);
    if (gap === undefined)
      return tellUnknown(rule, subject, claim.heights.upperNap === undefined ? 'claim-height' : 'height', 'm²', found);
    const heightError = joinErrors(known.errorM, known.part.heightErrorM, claim.heights.errorM);
    // Above or below it: what is measured is the gap.
    if (gap >= 0 || -gap < heightError)
      return judge(rule, subject, { ...asFound({ margin: gap, error: heightError, marginUnit: 'm' }), measured: 0 });
  }
  const isSure = Math.abs(depth) >= error;
  if (areaM2 > maximumM2 && isSure && strength === 'justify') return tellUnknown(rule, subject, 'justify', 'm²', found);
  if (maximumM2 > 0)
    return judge(rule, subject, asFound({ margin: maximumM2 - areaM2, error: edgeShare * error * Math.sqrt(areaM2) }));
  return judge(rule, subject, asFound({ margin: -depth, error, marginUnit: 'm' }));
}

export function checkOverlaps(context: CheckContext, rule: OverlapRule): ClaimCheck[] {
  const { checked, unclear, exempt } = listSubjects(context, rule);
  let isWithoutClaim = false;
  const checks = checked.flatMap((known): ClaimCheck[] => {
    const claims = listClaims(context, rule.parameters.of, known.part.from).filter(
      ({ claim }) => claim.id !== known.part.id,
    );
    if (claims.length === 0) isWithoutClaim = true;
    return listTelling(context, rule, known, claims).map((overlap) => judgeOverlap(rule, known, overlap));
  });
  return [
    ...checks,
    ...unclear.map((part) => tellUnknown(rule, subjectOf(part), 'use', 'm²')),
    ...(isWithoutClaim && checks.length === 0 ? [tellNotChecked(context, rule, 'no-claim', 'm²')] : []),
    ...tellExempt(context, rule, exempt, 'm²'),
  ];
}
