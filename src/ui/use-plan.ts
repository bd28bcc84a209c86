import type { Plan, PlanVariant } from '../model/plan.ts';
import { findPlan } from '../store/plans.ts';
import { planText } from './text/plan.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

export function usePlanText(): (typeof planText)['nl'] {
  return planText[useLanguage()];
}

/** The plan that is open, once it has been read. */
export function useOpenPlan(): Plan | undefined {
  return useTwin((state) => findPlan(state, state.choice?.plan));
}

export const variantLetter = (row: number) => String.fromCharCode(65 + row);

/** The name of a variant without the letter that we give it ourselves. */
export function useVariantName(): (variant: PlanVariant) => string {
  const format = useFormat();
  return ({ title }) => format.localised(title).replace(/^(?:variant\s+)?[A-Z0-9](?:\s*[:·]\s*|\s+[–-]\s+)/i, '');
}

interface ShownVariant {
  /** Absent: today. */
  readonly variant: PlanVariant | undefined;
  /** "Nu", or "Variant B: Hoven". */
  readonly label: string;
}

/** What the picture shows of the open plan. */
export function useShownVariant(): ShownVariant {
  const text = usePlanText();
  const plan = useOpenPlan();
  const id = useTwin((state) => state.choice?.variant);
  const nameOf = useVariantName();
  const row = plan?.variants.findIndex((item) => item.id === id) ?? -1;
  const variant = plan?.variants[row];
  return { variant, label: variant ? `${text.variant(variantLetter(row))}: ${nameOf(variant)}` : text.now };
}
