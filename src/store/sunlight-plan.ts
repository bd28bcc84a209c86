/** Which plan the sun is compared with: the variant in the picture, or the one before it while today is shown; with what was drawn. */
import type { Plan, PlanVariant } from '../model/plan.ts';
import type { PlanModel } from '../model/plan-model.ts';
import type { SunSite } from '../model/sunlight.ts';
import { findPlan, variantKey } from './plans.ts';
import { selectProposal } from './select-proposal.ts';
import type { TwinState } from './twin.ts';

interface ComparedPlan {
  readonly plan: Plan | undefined;
  readonly variant: PlanVariant | undefined;
  readonly models: SunSite['variants'];
  /** A model is still to come. */
  readonly isComing: boolean;
}

/** Of each plan the variant that was looked at last: who switches to today still compares with it. */
const lastVariants = new Map<string, string>();

export function comparedPlan(state: TwinState): ComparedPlan {
  const { choice, planModels, drawn, baseUrl, plans } = state;
  const plan = findPlan(state, choice?.plan);
  if (plan && choice?.variant !== undefined) lastVariants.set(plan.id, choice.variant);
  const wanted = plan && lastVariants.get(plan.id);
  const variant = plan?.variants.find(({ id }) => id === wanted) ?? plan?.variants[0];
  const entry = plan && variant ? planModels[variantKey(plan.id, variant.id)] : undefined;
  // A phase is a part of its variant: what is shown is what is compared.
  const [shown] = choice?.variant === undefined ? [] : selectProposal(state).shown;
  const whole = entry?.status === 'ready' ? entry.value : undefined;
  const model: PlanModel | undefined = whole && (shown && shown !== drawn ? shown : whole);
  const isReading = entry === undefined ? variant !== undefined : ['idle', 'running'].includes(entry.status);
  const base = variant?.url ? new URL(variant.url, baseUrl).href : baseUrl;
  return {
    plan,
    variant,
    models: [
      ...(model && variant ? [{ id: variant.id, model, base }] : []),
      ...(drawn ? [{ id: 'drawn', model: drawn, base: baseUrl }] : []),
    ],
    isComing: isReading || plans.status === 'idle' || plans.status === 'running',
  };
}

export function middleOfPlan({ area }: Pick<Plan, 'area'>): { x: number; y: number; radius: number } {
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [x, y] = [middle(area.map(([east]) => east)), middle(area.map(([, north]) => north))];
  return { x, y, radius: Math.max(...area.map(([east, north]) => Math.hypot(east - x, north - y))) };
}
