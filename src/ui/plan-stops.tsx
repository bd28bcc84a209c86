import type { Plan } from '../model/plan.ts';
import { visitStop } from '../store/plan-view.ts';
import { usePlanText } from './use-plan.ts';
import { useFormat } from './use-twin.ts';

/** The prepared places, one press away. */
export function PlanStops({ plan }: { readonly plan: Plan }) {
  const text = usePlanText();
  const format = useFormat();
  if (plan.stops.length === 0) return null;
  return (
    <section aria-labelledby="stops-title" className="tw-stops">
      <h3 id="stops-title" className="tw-heading">
        {text.stops}
      </h3>
      <ul className="tw-chips">
        {plan.stops.map((stop) => (
          <li key={stop.id}>
            <button type="button" className="tw-chip" onClick={() => visitStop(stop)}>
              {format.localised(stop.title)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
