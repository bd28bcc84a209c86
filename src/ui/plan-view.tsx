import './question.css';
import './plan-view.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useRef } from 'react';
import { openPlan } from '../store/plans.ts';
import { openTool } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { openEvening } from './open-evening.ts';
import { PlanAbout } from './plan-about.tsx';
import { PlanBarrier } from './plan-barrier.tsx';
import { PlanFactsTable } from './plan-facts-table.tsx';
import { PlanStops } from './plan-stops.tsx';
import { PlanVariants } from './plan-variants.tsx';
import { planStatusText } from './text/plan-status.ts';
import { ToolList } from './tool-list.tsx';
import { useOpenPlan, usePlanText } from './use-plan.ts';
import { useFormat, useLanguage, useText, useTwin } from './use-twin.ts';

/** The open plan in the panel: what it is, what can be seen of it, what it counts, and what is still open. */
export function PlanView({ close }: { readonly close: (action: () => void) => () => void }) {
  const common = useText();
  const text = usePlanText();
  const format = useFormat();
  const plan = useOpenPlan();
  const status = planStatusText[useLanguage()];
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const heading = useRef<HTMLHeadingElement>(null);
  const id = plan?.id;

  useEffect(() => {
    if (id !== undefined) heading.current?.focus();
  }, [id]);

  if (!plan) return <p className="nl-paragraph tw-section">{common.loading}</p>;
  const [statusName, statusMeaning] = status[plan.status];
  return (
    <article className="tw-section tw-plan" aria-labelledby="plan-title">
      <Button
        purpose="subtle"
        className="tw-small-button tw-back"
        iconStart={<Icon name="chevronLeft" />}
        onClick={close(() => openPlan(undefined))}
      >
        {common.back}
      </Button>
      <h2 id="plan-title" className="nl-heading nl-heading--level-3" tabIndex={-1} ref={heading}>
        {format.localised(plan.title)}
      </h2>
      <p className="nl-paragraph">{format.localised(plan.summary)}</p>
      <p className="tw-plan__status">
        <span className="nl-data-badge">{statusName}</span> {statusMeaning}
      </p>
      <PlanVariants plan={plan} />
      <PlanBarrier plan={plan} />
      {supported && (
        <>
          <p className="tw-subtle tw-plan__keys">{text.keys}</p>
          <PlanStops plan={plan} />
          <div className="tw-row">
            {plan.stops.length > 0 && (
              <button type="button" className="tw-chip" title={text.eveningNote} onClick={() => openEvening('plan')}>
                <Icon name="screen" />
                {text.evening}
              </button>
            )}
            <button type="button" className="tw-chip" onClick={() => openTool('scenario')}>
              <Icon name="bookmark" />
              {text.prepare}
            </button>
          </div>
        </>
      )}
      <ToolList isPart />
      <PlanFactsTable plan={plan} />
      <PlanAbout plan={plan} />
      <p className="nl-paragraph tw-subtle">
        <strong>{text.impression}.</strong> {text.impressionNote}
      </p>
    </article>
  );
}
