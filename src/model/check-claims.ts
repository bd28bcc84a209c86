/** The question which rules a plan meets, for the thread that answers it, and the answer as people read it: rule by rule. */
import type { ClaimCheck } from './claim.ts';
import type { AnyRule } from './claim-rules.ts';
import type { ClaimTown } from './claim-town.ts';
import type { PlanModel } from './plan-model.ts';
import type { PlanAround } from './plan-to-check.ts';

export interface ClaimCheckRequest {
  /** Address of `rules.json`. */
  readonly rules: string;
  readonly town: Pick<ClaimTown, 'claims' | 'heights'>;
  /** What is shown: a variant, or what was drawn; absent: only claims are held against rules. */
  readonly plan?: { readonly model: PlanModel; readonly around: PlanAround } | undefined;
  /** Tilesets of today's trees; none: no source. */
  readonly trees: readonly { readonly url: string; readonly isNap: boolean }[];
}

export interface ClaimCheckAnswer {
  /** As in the file: titles, articles and addresses of what was checked. */
  readonly rules: readonly AnyRule[];
  readonly checks: readonly ClaimCheck[];
}

/** One rule over all that it was held against. */
export interface RuleOutcome {
  readonly rule: AnyRule;
  /** The worst of {@link checks}: one that fails is enough. */
  readonly result: ClaimCheck['result'];
  /** The worst first. */
  readonly checks: readonly ClaimCheck[];
}

/** In the order of the rules. */
export const groupByRule = ({ rules, checks }: ClaimCheckAnswer): RuleOutcome[] =>
  rules.map((rule) => {
    const own = checks.filter((check) => check.rule === rule.id);
    return { rule, result: own[0]?.result ?? 'not-checked', checks: own };
  });
