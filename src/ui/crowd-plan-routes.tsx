import type { RouteAnswer } from '../model/crowd-answer.ts';
import { changeRoute } from '../model/event-edit.ts';
import type { EmergencyRoute } from '../model/event-plan.ts';
import { changePlan, selectInPlan } from '../store/crowd.ts';
import { showInPlan } from '../store/crowd-plan.ts';
import { BoundedField } from './bounded-field.tsx';
import { CrowdSection } from './crowd-plan-section.tsx';
import { Icon } from './icon.tsx';
import { useEventPlan } from './use-crowd.ts';
import { useCrowdPassages, useCrowdPlanText, usePlanNames, useWidth } from './use-crowd-plan.ts';

/** Whether each way for who helps keeps its width. */
export function CrowdRoutes() {
  const text = useCrowdPlanText().routes;
  const plan = useEventPlan();
  const answers = useCrowdPassages((state) => state.now?.routes);
  if (!plan) return null;
  return (
    <CrowdSection id="crowd-routes" title={text.title}>
      {plan.routes.length === 0 && <p className="nl-paragraph tw-subtle">{text.none}</p>}
      {plan.routes.map((route) => (
        <Route key={route.id} route={route} answer={answers?.find(({ id }) => id === route.id)} />
      ))}
      {plan.routes.length > 0 && <p className="nl-paragraph tw-subtle">{text.note}</p>}
    </CrowdSection>
  );
}

interface RouteProps {
  readonly route: EmergencyRoute;
  readonly answer: RouteAnswer | undefined;
}

function Route({ route: { id, title, widthM }, answer }: RouteProps) {
  const text = useCrowdPlanText().routes;
  const width = useWidth();
  const names = usePlanNames();

  function tell({ verdict, freeM, neededM, widestM, by }: RouteAnswer): string {
    const known = by.flatMap((thing) => names.get(thing) ?? []).map((name) => `‘${name}’`);
    const why = known.length === 0 ? '' : text.by(known.join(', '));
    if (verdict === 'blocked') return text.blocked(title, why);
    if (verdict === 'narrow') return text.narrow(title, width(freeM), width(neededM), why);
    return (freeM >= widestM ? text.okWide : text.ok)(title, width(freeM), width(neededM));
  }
  return (
    <div className="tw-crowd__route">
      {answer && (
        <p className="nl-paragraph tw-crowd__verdict" data-verdict={answer.verdict} role="status">
          {answer.verdict !== 'ok' && <Icon name="warning" />}
          <span>{tell(answer)}</span>
        </p>
      )}
      <div className="tw-draw-grid">
        <BoundedField
          label={`${text.width}: ${title}`}
          unit="m"
          value={widthM}
          low={0.5}
          high={20}
          decimals={1}
          onCommit={(next) => changePlan((plan) => changeRoute(plan, id, { widthM: next }))}
        />
        <button
          type="button"
          className="tw-chip"
          onClick={() => {
            selectInPlan(id);
            showInPlan(id);
          }}
        >
          {text.show}
        </button>
      </div>
    </div>
  );
}
