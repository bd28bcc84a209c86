/** Plans, claims and rules of plain squares, whose answers follow from a formula. */
import { checkPlan } from '../../src/engines/claim-rules.ts';
import type { Claim, ClaimCheck, ClaimHeights } from '../../src/model/claim.ts';
import type { CheckInput, CheckPart, CheckPlan } from '../../src/model/claim-check-input.ts';
import { type AnyRule, parseClaimRules } from '../../src/model/claim-rules.ts';

/** RD New of the corner that cases count from: large, as coordinates are. */
export const [X, Y] = [147_000, 507_000];

export const box = (x: number, y: number, width: number, depth: number): number[] => [
  ...[X + x, Y + y, X + x + width, Y + y],
  ...[X + x + width, Y + y + depth, X + x, Y + y + depth],
];

export const part = (id: string, ring: number[], more: Partial<CheckPart> = {}): CheckPart => ({
  id,
  name: `Blok ${id}`,
  use: 'wonen',
  polygons: [[ring]],
  heightErrorM: 0,
  ...more,
});

export const plan = (parts: readonly CheckPart[], more: Partial<CheckPlan> = {}): CheckPlan => ({
  id: 'plan',
  name: 'Havenplan',
  precisionM: 0,
  parts,
  figures: {},
  leftOut: [],
  ...more,
});

export const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  name: `Claim ${id}`,
  theme: 'safety',
  hardness: 'hard',
  parts: [],
  lines: [],
  reference: 'nap',
  bufferM: 0,
  combinableWith: [],
  norms: [],
  ...more,
});

type RuleInput = Record<string, unknown> & { readonly kind: AnyRule['kind'] };

export const ruleFile = (...rules: unknown[]) => ({
  schema: 1,
  source: {
    title: { nl: 'Regels', en: 'Rules' },
    holder: 'Gemeente Proef',
    date: '2026-01-01',
    licence: 'CC0-1.0',
  },
  rules,
});

const toRule = (rule: RuleInput): AnyRule =>
  parseClaimRules(
    ruleFile({ id: 'r', title: { nl: 'Regel', en: 'Rule' }, instrument: 'omgevingsplan', article: '3.1', ...rule }),
    'rules.json',
  ).rules[0] as AnyRule;

export interface Case extends Partial<CheckInput> {
  readonly claimHeights?: readonly ClaimHeights[];
}

/** Checks of one rule. */
export const checkRule = (rule: RuleInput, { claims = [], claimHeights, ...rest }: Case): ClaimCheck[] =>
  checkPlan({ ...rest, claims, heights: claimHeights ?? claims.map(() => ({ errorM: 0 })) }, { rules: [toRule(rule)] });

/** The only one. */
export function checkOne(rule: RuleInput, given: Case): ClaimCheck {
  const checks = checkRule(rule, given);
  if (checks.length !== 1) throw new Error(`Expected one check, got ${JSON.stringify(checks)}`);
  return checks[0] as ClaimCheck;
}
