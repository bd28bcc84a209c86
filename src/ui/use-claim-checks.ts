import { useMemo } from 'react';
import { groupByRule } from '../model/check-claims.ts';
import { type CheckResult, type ClaimCheck, checkResults } from '../model/claim.ts';
import type { AnyRule } from '../model/claim-rules.ts';
import { chosenCheckable, listCheckable } from '../store/claim-checks.ts';
import { twin } from '../store/twin.ts';
import { type ClaimChecksText, claimChecksText } from './text/claims-checks.ts';
import { useClaims, useClaimTown } from './use-claims.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

export const useChecksText = (): ClaimChecksText => claimChecksText[useLanguage()];

/** What can be checked; changes with the plan and the drawing only. */
export function useCheckable() {
  const plans = useTwin((state) => state.plans);
  const choice = useTwin((state) => state.choice);
  const models = useTwin((state) => state.planModels);
  const drawn = useTwin((state) => state.drawn);
  const subject = useClaims((state) => state.subject);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the list is made of.
  const list = useMemo(() => listCheckable(twin.getState()), [plans, choice, models, drawn]);
  return { list, chosen: chosenCheckable(list, subject) };
}

export interface CheckRow {
  readonly rule: AnyRule;
  readonly check: ClaimCheck;
  /** Of the building, the claim or the plan that was checked. */
  readonly part: string;
}

interface CheckRows {
  /** What fails first, then in the order of the rules. */
  readonly rows: readonly CheckRow[];
  /** Rules by their outcome. */
  readonly counts: Readonly<Record<CheckResult, number>>;
}

/** Undefined until the plan has been checked. */
export function useCheckRows(): CheckRows | undefined {
  const answer = useClaims(({ checks }) => (checks.status === 'ready' ? checks.value : undefined));
  const town = useClaimTown();
  const format = useFormat();
  const { chosen } = useCheckable();
  return useMemo(() => {
    if (!answer) return undefined;
    const outcomes = groupByRule(answer);
    const names = new Map<string, string>([
      ...(town?.claims.map(({ id, name }) => [id, name] as const) ?? []),
      ...(chosen?.model.solids.map(({ id, name, use }) => [id, name ?? use ?? id] as const) ?? []),
    ]);
    const planName = chosen?.around.name;
    if (chosen && planName !== undefined)
      names.set(chosen.around.id, typeof planName === 'string' ? planName : format.localised(planName));
    const rows = outcomes.flatMap(({ rule, checks }) =>
      checks.map((check) => ({ rule, check, part: names.get(check.claim) ?? check.claim })),
    );
    const countOf = (result: CheckResult) => outcomes.filter((outcome) => outcome.result === result).length;
    return {
      rows: rows.toSorted((a, b) => checkResults.indexOf(a.check.result) - checkResults.indexOf(b.check.result)),
      counts: {
        fails: countOf('fails'),
        unknown: countOf('unknown'),
        meets: countOf('meets'),
        'not-checked': countOf('not-checked'),
      },
    };
  }, [answer, town, chosen, format]);
}
