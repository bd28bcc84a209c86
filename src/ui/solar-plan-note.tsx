import { useEffect } from 'react';
import { followSolarPlan } from '../store/solar-plan.ts';
import { useSolar, useSolarText } from './use-solar.ts';
import { useFormat } from './use-twin.ts';

/** That the figures count with the plan that is shown, and how many planes it takes sun from. */
export function SolarPlanNote() {
  const text = useSolarText();
  const format = useFormat();
  const plan = useSolar((state) => state.plan);
  useEffect(followSolarPlan, []);
  if (plan.status === 'idle') return null;
  if (plan.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.planFailed}</p>
        <p className="nl-paragraph tw-subtle">{plan.message}</p>
      </div>
    );
  return (
    <p className="nl-paragraph" role="status">
      {plan.status === 'running'
        ? text.planRunning
        : plan.value.shaded === 0
          ? text.planNothing
          : text.planShaded(format.number(plan.value.shaded), format.number(Math.round(100 * plan.value.most)))}
    </p>
  );
}
