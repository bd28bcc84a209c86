import { useEffect } from 'react';
import { listSolarBuildings, sumBuildings } from '../model/solar-town.ts';
import { followSolarPlan } from '../store/solar-plan.ts';
import { type SolarAnswerParts, useSolar, useSolarText, useSolarWords } from './use-solar.ts';
import { useFormat } from './use-twin.ts';

/** That the figures count with the plan that is shown, how many planes it takes sun from, and what its own roofs would give. */
export function SolarPlanNote({ answer }: { readonly answer: SolarAnswerParts }) {
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
    <div role="status" className="tw-solar__answer">
      <p className="nl-paragraph">
        {plan.status === 'running'
          ? text.planRunning
          : plan.value.shaded === 0
            ? text.planNothing
            : text.planShaded(format.number(plan.value.shaded), format.number(Math.round(100 * plan.value.most)))}
      </p>
      <OwnRoofs answer={answer} />
    </div>
  );
}

/** On the plan's own buildings, with the visitor's settings; and those of the town with them. */
function OwnRoofs({ answer: { easy, settings, town } }: { readonly answer: SolarAnswerParts }) {
  const text = useSolarText();
  const words = useSolarWords();
  const built = useSolar(({ plan }) => (plan.status === 'ready' ? plan.value.built : undefined));
  if (!built || built.ids.length === 0) return null;
  const { ids, roofs, planes } = built;
  const buildings = listSolarBuildings({ roofs, planes, settings: town.index.settings }, { id: ids }, settings);
  const [own, all] = [sumBuildings(buildings), sumBuildings([...easy, ...buildings])];
  return (
    <p className="nl-paragraph">
      {text.planBuilt(words.rounded(own.panels), words.energy(own.yearly))}{' '}
      {text.planTogether(words.rounded(all.panels), words.energy(all.yearly))}
    </p>
  );
}
