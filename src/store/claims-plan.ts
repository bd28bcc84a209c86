/** The variant of a plan that is in the picture, as claims that join those of the municipality. */
import type { Plan, PlanVariant } from '../model/plan.ts';
import { type PlanClaims, planToClaims } from '../model/plan-claims.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { aroundVariant, modelToCheck } from '../model/plan-to-check.ts';
import { comparedPlan } from './sunlight-plan.ts';
import type { TwinState } from './twin.ts';

interface Made {
  readonly plan: Plan;
  readonly variant: PlanVariant;
  readonly model: PlanModel;
  readonly value: PlanClaims | undefined;
}

/** The same object while it is the same model of the same variant. */
let made: Made | undefined;

function makeClaims(plan: Plan, variant: PlanVariant, model: PlanModel): PlanClaims | undefined {
  // Its ground and trees claim nothing here, and there is much of them.
  const buildings = modelToCheck({ ...model, ground: [], trees: [] }, aroundVariant(plan, variant));
  return buildings.parts.length === 0 ? undefined : planToClaims(buildings, plan);
}

/** Undefined while today is shown, while its model is still to come, and where it has no buildings with an outline. */
export function findPlanClaims(state: TwinState): PlanClaims | undefined {
  if (state.choice?.variant === undefined) return undefined;
  const { plan, variant, models } = comparedPlan(state);
  const model = models.find(({ id }) => id === variant?.id)?.model;
  if (!plan || !variant || !model) return undefined;
  if (made?.model !== model || made.variant !== variant || made.plan !== plan)
    made = { plan, variant, model, value: makeClaims(plan, variant, model) };
  return made.value;
}
