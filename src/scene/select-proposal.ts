import type { PlanModel } from '../model/plan-model.ts';
import { chosenModel, findPlan, variantKey } from '../store/plans.ts';
import type { TwinState } from '../store/twin.ts';
import { upToPhase } from './plan-mesh.ts';

/** Phases of one model, so that the same choice gives the same object. */
const phased = new WeakMap<PlanModel, Map<string, PlanModel>>();

function cutToPhase(model: PlanModel, phases: readonly string[], phase: string | undefined): PlanModel {
  if (phase === undefined) return model;
  const known = phased.get(model) ?? new Map<string, PlanModel>();
  phased.set(model, known);
  const found = known.get(phase) ?? upToPhase(model, phases, phase);
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
  const phases = plan.variants.find(({ id }) => id === choice?.variant)?.phases?.map(({ id }) => id) ?? [];
  const known = plan.variants.flatMap(({ id }) => {
    const entry = planModels[variantKey(plan.id, id)];
    return entry?.status === 'ready' ? [entry.value] : [];
  });
  return { shown: model && cutToPhase(model, phases, choice?.phase), known };
}

/** What the open plan and the visitor's drawing show, and all that other variants and phases may show next. */
export function selectProposal(state: TwinState) {
  const { shown, known } = listVariants(state);
  return {
    shown: keepShown([shown, state.drawn].filter((model) => model !== undefined)),
    known: keepKnown(known),
  };
}
