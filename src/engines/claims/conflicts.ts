/** What it means that two claims cover the same ground: in which heights and days, and whether they go together. */
import type { Claim, ClaimConflict, ConflictKind, ConflictReason } from '../../model/claim.ts';
import type { ThemePair } from '../../model/claim-town.ts';
import type { PlanOverlap } from './overlaps.ts';
import { measurePenetration } from './penetration.ts';
import type { ResolvedClaim } from './resolve.ts';
import { measureWidth, TOUCH_M } from './width.ts';

type MatrixKind = ThemePair['kind'] | undefined;

const keyOf = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Of two themes, in either order. A pair that is told twice is what it was told last. */
export function createMatrix(pairs: readonly ThemePair[]): (a: string, b: string) => MatrixKind {
  const kinds = new Map(pairs.map(({ themes: [a, b], kind }) => [keyOf(a, b), kind]));
  return (a, b) => kinds.get(keyOf(a, b));
}

/** Days that both hold, from and until and not including; undefined where there is none. */
export function commonPeriod(a: Claim, b: Claim): ClaimConflict['period'] | undefined {
  const froms = [a.validFrom, b.validFrom].filter((day) => day !== undefined).sort();
  const untils = [a.validUntil, b.validUntil].filter((day) => day !== undefined).sort();
  const [from, until] = [froms.at(-1), untils[0]];
  if (from !== undefined && until !== undefined && from >= until) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

interface CommonHeights {
  /** m NAP. */
  readonly range: readonly [number, number];
  /** Metres that one would have to go up or down to be above or below the other. */
  readonly depthM: number;
}
type HeightOverlap = 'apart' | 'unknown' | CommonHeights;

/** Known ends may keep two apart although others are not known. */
function commonHeights({ heights: a }: ResolvedClaim, { heights: b }: ResolvedClaim): HeightOverlap {
  const isOver = (lower: number | undefined, upper: number | undefined) =>
    lower !== undefined && upper !== undefined && lower >= upper - TOUCH_M;
  if (isOver(a.lowerNap, b.upperNap) || isOver(b.lowerNap, a.upperNap)) return 'apart';
  const { lowerNap: la, upperNap: ua } = a;
  const { lowerNap: lb, upperNap: ub } = b;
  if (la === undefined || ua === undefined || lb === undefined || ub === undefined) return 'unknown';
  return { range: [Math.max(la, lb), Math.min(ua, ub)], depthM: Math.min(ua - lb, ub - la) };
}

/** The largest circle in what they share never is more than the way out, and is found sooner. */
function measureDepth(a: ResolvedClaim, b: ResolvedClaim, { parts }: PlanOverlap, accuracyM: number): number {
  if (accuracyM <= 0) return accuracyM;
  const widthM = measureWidth(parts, accuracyM);
  return widthM >= accuracyM ? widthM : Math.max(widthM, measurePenetration(a.parts, b.parts, accuracyM));
}

const goesWith = (a: Claim, b: Claim) => a.combinableWith.includes(b.theme) || b.combinableWith.includes(a.theme);

export interface ConflictSettings {
  readonly kindOf: (a: string, b: string) => MatrixKind;
  /** Standard error of lines of which the source says none, metres. */
  readonly assumedAccuracyM: number;
}

/** Two that go together do so at any height and place; only what would exclude is held against what is not known. */
function judge(
  a: ResolvedClaim,
  b: ResolvedClaim,
  overlap: PlanOverlap,
  heights: HeightOverlap,
  { kindOf, assumedAccuracyM }: ConflictSettings,
): { readonly kind: ConflictKind; readonly reason: ConflictReason } {
  if (goesWith(a.claim, b.claim)) return { kind: 'combinable', reason: { id: 'claim' } };
  const kind = kindOf(a.claim.theme, b.claim.theme);
  if (kind === 'combinable') return { kind, reason: { id: 'matrix' } };
  if (kind === undefined) return { kind: 'unknown', reason: { id: 'no-row' } };
  if (typeof heights === 'string') return { kind: 'unknown', reason: { id: 'no-height' } };
  const accuracyM = Math.hypot(a.claim.accuracyM ?? assumedAccuracyM, b.claim.accuracyM ?? assumedAccuracyM);
  const depthM = measureDepth(a, b, overlap, accuracyM);
  if (depthM < accuracyM) return { kind: 'unknown', reason: { id: 'margin', marginM: depthM, accuracyM } };
  const heightM = heights.depthM;
  const errorM = Math.hypot(a.heights.errorM, b.heights.errorM);
  if (heightM < errorM) return { kind: 'unknown', reason: { id: 'margin', marginM: heightM, accuracyM: errorM } };
  return { kind, reason: { id: 'matrix' } };
}

/** Undefined where heights or days keep them apart. */
export function toConflict(
  a: ResolvedClaim,
  b: ResolvedClaim,
  overlap: PlanOverlap,
  settings: ConflictSettings,
): ClaimConflict | undefined {
  const period = commonPeriod(a.claim, b.claim);
  const heights = commonHeights(a, b);
  if (!period || heights === 'apart') return undefined;
  const { areaM2, parts } = overlap;
  const range = typeof heights === 'string' ? undefined : heights.range;
  return {
    a: a.claim.id,
    b: b.claim.id,
    areaM2,
    ...(range && { volumeM3: areaM2 * (range[1] - range[0]), heightRange: range }),
    period,
    ...judge(a, b, overlap, heights, settings),
    parts,
  };
}
