import { useShallow } from 'zustand/react/shallow';
import { crowdParts } from '../model/crowd-choice.ts';
import { changeLayout } from '../model/event-edit.ts';
import {
  changePlan,
  chooseEvent,
  chooseLayout,
  isPlanChanged,
  listEvents,
  redoPlan,
  resetPlan,
  setCrowdChoice,
  undoPlan,
} from '../store/crowd.ts';
import { copyPlanLayout, deletePlanLayout } from '../store/crowd-plan.ts';
import { CheckField } from './check-field.tsx';
import { CrowdHalves } from './crowd-halves.tsx';
import { Icon } from './icon.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import { useCrowd, useCrowdChoice, useCrowdText, useEventLayout, useEventPlan } from './use-crowd.ts';
import { useCrowdPlanText, useOtherLayout } from './use-crowd-plan.ts';
import { useTwin } from './use-twin.ts';

/** For "nothing" in a list. */
const NONE = '-';

/** Which event and layout, what it is held against, and taking back. */
export function CrowdLayouts() {
  const text = useCrowdText();
  const words = useCrowdPlanText().layouts;
  const events = useCrowd(useShallow(listEvents));
  const plan = useEventPlan();
  const layout = useEventLayout();
  const other = useOtherLayout();
  if (!plan || !layout) return null;
  const others = plan.layouts.filter(({ id }) => id !== layout.id);
  return (
    <div className="tw-flood__group">
      {events.length > 1 && <SelectField label={text.event} value={plan.id} items={events} onChoose={chooseEvent} />}
      <div className="tw-draw-grid">
        <SelectField label={text.layout} value={layout.id} items={plan.layouts} onChoose={chooseLayout} />
        {others.length > 0 && (
          <SelectField
            label={words.compare}
            value={other?.id ?? NONE}
            items={[{ id: NONE, title: words.none }, ...others]}
            onChoose={(id) => setCrowdChoice({ other: id === NONE ? undefined : id })}
          />
        )}
      </div>
      <CrowdHalves />
      <Steps />
      <details className="tw-details">
        <summary>{words.rename}</summary>
        <div className="tw-flood__group">
          <TextField
            label={words.rename}
            value={layout.title}
            onCommit={(title) => changePlan((before) => changeLayout(before, layout.id, { title }))}
          />
          <div className="tw-row">
            <button type="button" className="tw-chip" onClick={() => copyPlanLayout(words.copyOf(layout.title))}>
              <Icon name="copy" />
              {words.copy}
            </button>
            <button type="button" className="tw-chip" disabled={others.length === 0} onClick={deletePlanLayout}>
              <Icon name="remove" />
              {words.remove}
            </button>
          </div>
        </div>
      </details>
      <Shown />
    </div>
  );
}

function Steps() {
  const words = useCrowdPlanText().layouts;
  const canUndo = useCrowd(({ history }) => (history?.past.length ?? 0) > 0);
  const canRedo = useCrowd(({ history }) => (history?.future.length ?? 0) > 0);
  const isTooLong = useCrowd((state) => state.isTooLong);
  const isChanged = useTwin((state) => state.sharedCrowd !== '') && isPlanChanged();
  return (
    <>
      <div className="tw-row tw-crowd__steps">
        <button type="button" className="tw-chip" disabled={!canUndo} onClick={undoPlan}>
          <Icon name="turnLeft" />
          {words.undo}
        </button>
        <button type="button" className="tw-chip" disabled={!canRedo} onClick={redoPlan}>
          <Icon name="turnRight" />
          {words.redo}
        </button>
      </div>
      {isChanged && (
        <p className="nl-paragraph tw-subtle">
          {isTooLong ? words.tooLong : words.changed}{' '}
          <button type="button" className="tw-link-button" onClick={resetPlan}>
            {words.reset}
          </button>
        </p>
      )}
    </>
  );
}

function Shown() {
  const text = useCrowdPlanText();
  const { shows } = useCrowdChoice();
  const supported = useTwin((state) => state.scene !== 'unsupported');
  if (!supported) return null;
  return (
    <details className="tw-details">
      <summary>{text.shown}</summary>
      {crowdParts.map((part) => (
        <CheckField
          key={part}
          label={text.parts[part]}
          checked={shows.includes(part)}
          onCheck={(on) =>
            setCrowdChoice({ shows: crowdParts.filter((id) => (id === part ? on : shows.includes(id))) })
          }
        />
      ))}
    </details>
  );
}
