/** What of the picture changes the ground that it rains on: the plan that is shown, what was drawn, and measures. */
import type { FloodChange, FloodPlan } from '../model/flood-change.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { selectProposal } from './select-proposal.ts';
import type { TwinState } from './twin.ts';

/** Numbers of models, so that a change has a short key. */
const numbers = new WeakMap<object, number>();
let last = 0;
function numberOf(thing: object): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  numbers.set(thing, ++last);
  return last;
}

function toPlan({ origin, ground, solids, removed }: PlanModel, ids: readonly string[], firstRow: number): FloodPlan {
  const gone = new Set(removed);
  return {
    origin,
    ground: ground.map(({ surface, area, isCut, positions, indices }) => ({
      surface,
      area,
      ...(isCut !== undefined && { isCut }),
      positions,
      indices,
    })),
    solids: solids.map(({ footprint, lowerNap }) => ({ footprint, lowerNap })),
    removed: ids.flatMap((id, row) => (gone.has(id) ? [row + 1] : [])),
    firstRow,
  };
}

/** Variants that are looked at in turn. */
const KEPT = 4;
const NO_IDS: readonly string[] = [];
const known = new Map<string, FloodChange>();

/** Undefined where the town is as it is today. The same object as long as nothing changes. */
export function selectFloodChange(state: TwinState): FloodChange | undefined {
  const models = selectProposal(state).shown;
  const measures = state.floodMeasures.items;
  if (models.length === 0 && measures.length === 0) return undefined;
  const { buildingTable } = state;
  const ids = buildingTable.status === 'ready' ? buildingTable.value.id : NO_IDS;
  const key = [...models, ids, measures].map(numberOf).join();
  const found = known.get(key);
  if (found) return found;
  let firstRow = ids.length + 1;
  const plans = models.map((model) => {
    const plan = toPlan(model, ids, firstRow);
    firstRow += model.solids.length;
    return plan;
  });
  const change = { key, plans, measures };
  known.set(key, change);
  for (const [first] of known) {
    if (known.size <= KEPT) break;
    known.delete(first);
  }
  return change;
}
