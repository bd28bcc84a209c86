/** While checks are open: the plan that is shown, or what was drawn, held against the municipality's rules in a thread. */
import type { ClaimCheckAnswer, ClaimCheckRequest } from '../model/check-claims.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { aroundVariant, type PlanAround } from '../model/plan-to-check.ts';
import { startClaimChecks } from '../workers/start-claim-checks.ts';
import { type CheckSubject, claims } from './claims.ts';
import { comparedPlan } from './sunlight-plan.ts';
import { type TwinState, twin } from './twin.ts';

/** What can be checked now, with the name of each: the open plan's variant, and a drawing. */
interface CheckedPlan {
  readonly subject: CheckSubject;
  readonly model: PlanModel;
  readonly around: PlanAround;
}

export function listCheckable(state: TwinState): readonly CheckedPlan[] {
  const { plan, variant, models } = comparedPlan(state);
  const { drawing } = state;
  return models.flatMap(({ id, model }): CheckedPlan[] => {
    if (id === 'drawn') {
      const around = { id, ...(drawing && { peilNap: drawing.history.present.peilNap }) };
      return [{ subject: 'drawing', model, around }];
    }
    return plan && variant ? [{ subject: 'plan', model, around: aroundVariant(plan, variant) }] : [];
  });
}

/** The one that was chosen; else what was drawn, because that is newest. */
export const chosenCheckable = (list: readonly CheckedPlan[], subject: CheckSubject | undefined) =>
  list.find((item) => item.subject === subject) ?? list.find((item) => item.subject === 'drawing') ?? list[0];

function requestOf(state: TwinState): ClaimCheckRequest | undefined {
  const { municipality, baseUrl } = state;
  const { town, subject } = claims.getState();
  if (municipality.status !== 'ready' || town.status !== 'ready') return undefined;
  const { claims: known, trees } = municipality.value;
  const plan = chosenCheckable(listCheckable(state), subject);
  if (known?.rules === undefined || !plan) return undefined;
  const whole = (url: string) => new URL(url, baseUrl).href;
  return {
    rules: whole(known.rules),
    town: { claims: town.value.claims, heights: town.value.heights },
    plan: { model: plan.model, around: plan.around },
    trees: trees?.url === undefined ? [] : [{ url: whole(trees.url), isNap: trees.heightDatum === 'nap' }],
  };
}

const setChecks = (checks: ReturnType<typeof claims.getState>['checks']) => claims.setState({ checks });

/** Returns the function that stops. */
export function followClaimChecks(start: typeof startClaimChecks = startClaimChecks): () => void {
  let stop: (() => void) | undefined;
  let asked: ClaimCheckRequest | undefined;

  function refresh(): void {
    const request = requestOf(twin.getState());
    const isSame =
      request?.plan?.model === asked?.plan?.model &&
      request?.plan?.around.id === asked?.plan?.around.id &&
      request?.plan?.around.peilNap === asked?.plan?.around.peilNap &&
      request?.town.claims === asked?.town.claims;
    if (isSame) return;
    stop?.();
    stop = undefined;
    asked = request;
    if (!request) {
      setChecks({ status: 'idle' });
      return;
    }
    setChecks({ status: 'running' });
    stop = start(request, (reply) => {
      if ('message' in reply) setChecks({ status: 'failed', message: reply.message });
      else setChecks({ status: 'ready', value: reply.result satisfies ClaimCheckAnswer });
    });
  }

  refresh();
  const ends = [twin.subscribe(refresh), claims.subscribe(refresh)];
  return () => {
    for (const end of ends) end();
    stop?.();
    setChecks({ status: 'idle' });
  };
}
