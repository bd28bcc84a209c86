/** Highest point and eaves of buildings, from the plan's zero or NAP; the norms of claims that a building stands in go before the rule. */
import type { ClaimCheck } from '../../model/claim.ts';
import type { CheckPart } from '../../model/claim-check-input.ts';
import type { ClaimRule, ClaimSelector } from '../../model/claim-rules.ts';
import type { CheckGap } from '../../model/claim-sentences.ts';
import { sizeOf } from './areas.ts';
import {
  type CheckContext,
  type KnownClaim,
  type KnownPart,
  listClaims,
  listSubjects,
  listUses,
  standsIn,
} from './context.ts';
import { joinErrors, judge, subjectOf, tellExempt, tellNotChecked, tellUnknown } from './judge.ts';

type HeightRule = ClaimRule<'maximum-height'> | ClaimRule<'maximum-eaves'>;

interface Limit {
  readonly value: number;
  readonly against?: KnownClaim;
  readonly article?: string;
}

const anyClaim: ClaimSelector = {};

/** The lowest of the norms that hold there; without any what the rule says. */
function limitOf(context: CheckContext, rule: HeightRule, part: KnownPart): Limit | undefined {
  const { norms = anyClaim, maximumM } = rule.parameters;
  let found: Limit | undefined = maximumM === undefined ? undefined : { value: maximumM };
  let isNorm = false;
  for (const known of listClaims(context, norms, part.part.from)) {
    const own = known.claim.norms.filter(({ type, unit }) => type === rule.kind && unit === 'm');
    if (own.length === 0 || !standsIn(context, part, known)) continue;
    const lowest = own.reduce((a, b) => (b.value < a.value ? b : a));
    if (isNorm && found && found.value <= lowest.value) continue;
    isNorm = true;
    const article = lowest.article ?? known.claim.basis?.article;
    found = { value: lowest.value, against: known, ...(article !== undefined && { article }) };
  }
  return found;
}

const measures = {
  'maximum-height': { peil: 'upperPeil', nap: 'upperNap' },
  'maximum-eaves': { peil: 'eavesPeil', nap: 'eavesNap' },
} as const;
const zeros = { peil: { nl: 'peil', en: 'peil' }, nap: { nl: 'NAP', en: 'NAP' } } as const;

function gapOf(part: CheckPart, rule: HeightRule): CheckGap {
  const inNap = part[measures[rule.kind].nap];
  return rule.parameters.from === 'peil' && inNap !== undefined ? 'peil' : 'height';
}

function isMinor({ parameters }: HeightRule, known: KnownPart): boolean {
  const { minorUses = [], minorBelowM2 = 0 } = parameters;
  const own = known.part.use === undefined ? [] : listUses(known.part.use);
  return own.some((use) => minorUses.includes(use)) || (minorBelowM2 > 0 && sizeOf(known.area()) < minorBelowM2);
}

export function checkHeights(context: CheckContext, rule: HeightRule): ClaimCheck[] {
  const { checked, unclear, exempt } = listSubjects(context, rule);
  const from = zeros[rule.parameters.from];
  const minor = checked.filter((part) => isMinor(rule, part));
  const free: KnownPart[] = [];
  const checks: ClaimCheck[] = [];
  for (const known of checked) {
    if (minor.includes(known)) continue;
    const limit = limitOf(context, rule, known);
    if (!limit) {
      free.push(known);
      continue;
    }
    const subject = subjectOf(known);
    const measured = known.part[measures[rule.kind][rule.parameters.from]];
    if (measured === undefined) {
      checks.push(tellUnknown(rule, subject, gapOf(known.part, rule), 'm'));
      continue;
    }
    const error = joinErrors(known.errorM, known.part.heightErrorM, rule.toleranceM);
    const { value, ...decides } = limit;
    checks.push(
      judge(rule, subject, {
        measured,
        limit: value,
        margin: value - measured,
        error,
        unit: 'm',
        ...decides,
        more: { from },
      }),
    );
  }
  return [
    ...checks,
    ...unclear.map((part) => tellUnknown(rule, subjectOf(part), 'use', 'm')),
    ...(minor.length > 0 ? [tellNotChecked(context, rule, 'minor', 'm', minor)] : []),
    ...(free.length > 0 ? [tellNotChecked(context, rule, 'no-limit', 'm', free)] : []),
    ...tellExempt(context, rule, exempt, 'm'),
  ];
}
