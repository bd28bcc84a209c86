import type { PlanVariant } from './plan.ts';
import type { PlanModel } from './plan-model.ts';

/** The model with only what stands at the end of a phase; without a phase, all of it. What has no phase is there from the start. */
export function builtPart(model: PlanModel, { phases = [] }: PlanVariant, phase: string | undefined): PlanModel {
  const last = phases.findIndex(({ id }) => id === phase);
  if (last < 0) return model;
  const later = new Set(phases.slice(last + 1).map(({ id }) => id));
  const isBuilt = (part: { readonly phase?: string | undefined }) => part.phase === undefined || !later.has(part.phase);
  return {
    ...model,
    solids: model.solids.filter(isBuilt),
    ground: model.ground.filter(isBuilt),
    trees: model.trees.filter(isBuilt),
  };
}
