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

const none: readonly PlanModel[] = [];
let lastKnown = none;

/** The same array as long as it holds the same models: `bind` looks at identity. */
function keepIfSame(known: readonly PlanModel[]): readonly PlanModel[] {
  const isSame = known.length === lastKnown.length && known.every((model, i) => model === lastKnown[i]);
  if (!isSame) lastKnown = known;
  return lastKnown;
}

/** What the open plan shows and all that its other variants and phases may show next. */
export function selectProposal(state: TwinState) {
  const { choice, planModels } = state;
  const plan = findPlan(state, choice?.plan);
  if (!plan) return { shown: undefined, known: none };
  const model = chosenModel(state);
  const variant = plan.variants.find(({ id }) => id === choice?.variant);
  const phases = variant?.phases?.map(({ id }) => id) ?? [];
  const shown = model && cutToPhase(model, phases, choice?.phase);
  const known = plan.variants.flatMap(({ id }) => {
    const entry = planModels[variantKey(plan.id, id)];
    return entry?.status === 'ready' ? [entry.value] : [];
  });
  return { shown, known: keepIfSame(known) };
}
