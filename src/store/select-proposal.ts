import type { PlanVariant } from '../model/plan.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { builtPart } from '../model/plan-phase.ts';
import { chosenModel, findPlan, variantKey } from './plans.ts';
import type { TwinState } from './twin.ts';

/** Phases of one model, so that the same choice gives the same object. */
const phased = new WeakMap<PlanModel, Map<string, PlanModel>>();

function cutToPhase(model: PlanModel, variant: PlanVariant | undefined, phase: string | undefined): PlanModel {
  if (!variant || phase === undefined) return model;
  const known = phased.get(model) ?? new Map<string, PlanModel>();
  phased.set(model, known);
  const found = known.get(phase) ?? builtPart(model, variant, phase);
  known.set(phase, found);
  return found;
}

/** Gives the same array as long as it holds the same models: `bind` and the comparison look at identity. */
function createKeeper(): (models: readonly PlanModel[]) => readonly PlanModel[] {
  let last: readonly PlanModel[] = [];
  return (models) => {
    const isSame = models.length === last.length && models.every((model, i) => model === last[i]);
    if (!isSame) last = models;
    return last;
  };
}

const keepShown = createKeeper();
const keepKnown = createKeeper();

function listVariants(state: TwinState): { readonly shown: PlanModel | undefined; readonly known: PlanModel[] } {
  const { choice, planModels } = state;
  const plan = findPlan(state, choice?.plan);
  if (!plan) return { shown: undefined, known: [] };
  const model = chosenModel(state);
  const variant = plan.variants.find(({ id }) => id === choice?.variant);
  const known = plan.variants.flatMap(({ id }) => {
    const entry = planModels[variantKey(plan.id, id)];
    return entry?.status === 'ready' ? [entry.value] : [];
  });
  return { shown: model && cutToPhase(model, variant, choice?.phase), known };
}

/** What the open plan and the visitor's drawing show, and all that other variants and phases may show next. */
export function selectProposal(state: TwinState) {
  const { shown, known } = listVariants(state);
  return {
    shown: keepShown([shown, state.drawn].filter((model) => model !== undefined)),
    known: keepKnown(known),
  };
}
