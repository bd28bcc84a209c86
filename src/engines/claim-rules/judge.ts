/** From what was measured to a check: its margin, whether that can be told at all, and the sentence why. */
import type { CheckUnit, ClaimCheck } from '../../model/claim.ts';
import type { AnyRule } from '../../model/claim-rules.ts';
import {
  type CheckExemption,
  type CheckGap,
  planName,
  type SentenceFacts,
  tellExemption,
  tellGap,
  tellVerdict,
} from '../../model/claim-sentences.ts';
import type { Localised } from '../../model/municipality.ts';
import { ringCentre } from '../../model/plan-ring.ts';
import type { CheckContext, KnownClaim, KnownPart, Subjects } from './context.ts';

/** What a check is of: a building or claim, or the plan as a whole. */
export interface Subject {
  readonly id: string;
  readonly name: string | Localised;
  /** RD New, to fly to. */
  readonly at?: readonly [number, number];
}

const middle = ([west, south, east, north]: readonly [number, number, number, number]) =>
  [(west + east) / 2, (south + north) / 2] as const;

export const subjectOf = ({ part, extent }: KnownPart): Subject => ({
  id: part.id,
  name: part.name ?? part.id,
  at: middle(extent),
});

/** In the middle of its area, or of what it builds. */
function planMiddle({ plan, parts }: CheckContext): readonly [number, number] | undefined {
  if (plan?.area) return ringCentre(plan.area);
  if (parts.length === 0) return undefined;
  const middles = parts.map(({ extent }) => middle(extent));
  const mean = (axis: 0 | 1) => middles.reduce((sum, place) => sum + place[axis], 0) / middles.length;
  return [mean(0), mean(1)];
}

export function planSubject(context: CheckContext): Subject {
  const { plan } = context;
  const at = planMiddle(context);
  return { id: plan?.id ?? '', name: plan?.name ?? planName, ...(at && { at }) };
}

export interface Measured {
  readonly measured: number;
  readonly limit: number;
  /** Room that is left, negative where it fails; in `marginUnit`. */
  readonly margin: number;
  /** What the margin must be larger than to be known; in `marginUnit`. */
  readonly error: number;
  readonly unit: CheckUnit;
  /** Where the margin is of another kind than what is measured: metres into an area of so many m². Absent: as `unit`. */
  readonly marginUnit?: CheckUnit;
  readonly against?: KnownClaim;
  /** Of the claim's own norm, where that decides. */
  readonly article?: string;
  readonly more?: SentenceFacts['more'];
}

/** Standard errors that have nothing to do with each other, together. */
export const joinErrors = (...errors: readonly (number | undefined)[]): number =>
  Math.hypot(...errors.map((error) => error ?? 0));

/** Digits that coordinates of RD New in floating point can hold: what differs by less is the same. */
const SAME = 1e-6;

type About = Pick<ClaimCheck, 'claim' | 'rule'> & Pick<ClaimCheck, 'article' | 'against' | 'at'>;

function aboutOf(rule: AnyRule, subject: Subject, measured?: Pick<Measured, 'article' | 'against'>): About {
  const article = measured?.article ?? rule.article;
  return {
    claim: subject.id,
    rule: rule.id,
    ...(article !== undefined && { article }),
    ...(measured?.against && { against: measured.against.claim.id }),
    ...(subject.at && { at: subject.at }),
  };
}

const factsOf = ({ name }: Subject, { measured, limit, unit, against, more }: Measured): SentenceFacts => ({
  name,
  measured,
  limit,
  unit,
  ...(against && { against: against.claim.name }),
  ...(more && { more }),
});

export function judge(rule: AnyRule, subject: Subject, found: Measured): ClaimCheck {
  const { measured, limit, margin, error, unit, marginUnit = unit } = found;
  const result = Math.abs(margin) + SAME < error ? 'unknown' : margin >= -SAME ? 'meets' : 'fails';
  return {
    ...aboutOf(rule, subject, found),
    measured,
    limit,
    margin,
    unit,
    ...(marginUnit !== unit && { marginUnit }),
    result,
    reason: tellVerdict(rule.kind, factsOf(subject, found), result, [margin, marginUnit], error),
  };
}

/** `found`: what could be measured all the same; told only where its figures are known. */
export function tellUnknown(
  rule: AnyRule,
  subject: Subject,
  gap: CheckGap,
  unit: CheckUnit,
  found?: Omit<Measured, 'margin' | 'error'>,
): ClaimCheck {
  return {
    ...aboutOf(rule, subject, found),
    ...(found && { measured: found.measured, limit: found.limit }),
    unit,
    result: 'unknown',
    reason: tellGap(subject.name, gap, rule.kind, found && factsOf(subject, { ...found, margin: 0, error: 0 })),
  };
}

/** Without parts: the rule holds for nothing here. */
export const tellNotChecked = (
  context: CheckContext,
  rule: AnyRule,
  exemption: CheckExemption,
  unit: CheckUnit,
  parts: readonly KnownPart[] = [],
): ClaimCheck => ({
  ...aboutOf(rule, parts.length === 1 ? subjectOf(parts[0] as KnownPart) : planSubject(context)),
  unit,
  result: 'not-checked',
  reason: tellExemption(
    parts.map(({ part }) => part.name ?? part.id),
    exemption,
  ),
});

/** One line per reason, not per building. */
export function tellExempt(
  context: CheckContext,
  rule: AnyRule,
  exempt: Subjects['exempt'],
  unit: CheckUnit,
): ClaimCheck[] {
  const reasons = [...new Set(exempt.map(({ why }) => why))];
  return reasons.map((why) =>
    tellNotChecked(
      context,
      rule,
      why,
      unit,
      exempt.filter((item) => item.why === why).map(({ part }) => part),
    ),
  );
}
