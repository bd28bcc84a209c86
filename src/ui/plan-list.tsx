import './plan-list.css';
import type { Plan } from '../model/plan.ts';
import { goToPlan } from '../store/plan-view.ts';
import { Icon } from './icon.tsx';
import { planStatusText } from './text/plan-status.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** The plans of the municipality, one card each. */
export function PlanList() {
  const language = useLanguage();
  const plans = useTwin((state) => state.plans);
  if (plans.status !== 'ready') return null;
  return (
    <section className="tw-section" aria-labelledby="plans-title">
      <h2 id="plans-title" className="tw-heading">
        {planStatusText.title[language]}
      </h2>
      <ul className="tw-plan-list">
        {plans.value.map((plan) => (
          <li key={plan.id}>
            <PlanCard plan={plan} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlanCard({ plan }: { readonly plan: Plan }) {
  const format = useFormat();
  const [status, meaning] = planStatusText[useLanguage()][plan.status];
  return (
    <article className="tw-plan-card">
      <h3 className="tw-plan-card__title">
        <button type="button" className="tw-plan-card__open" onClick={() => goToPlan(plan)}>
          {format.localised(plan.title)}
        </button>
        <span className="nl-data-badge">{status}</span>
      </h3>
      <p>{format.localised(plan.summary)}</p>
      <p className="tw-subtle">{meaning}</p>
      <Icon name="chevronRight" />
    </article>
  );
}
