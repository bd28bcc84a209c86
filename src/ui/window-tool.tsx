import './window-tool.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { OutlookFailure } from '../model/outlook.ts';
import { followOutlook, lookOut, outlook, plannedView } from '../store/outlook.ts';
import { openPlan } from '../store/plans.ts';
import { OutlookTable } from './outlook-table.tsx';
import { windowText } from './text/window.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';
import { WindowHouse } from './window-house.tsx';
import { WindowLeaflet } from './window-leaflet.tsx';

/** From my window: whose, which floor, which plan; and what of it one sees. */
export function WindowTool() {
  const text = windowText[useLanguage()];
  const hasNoPlan = useTwin(({ plans }) => plans.status === 'ready' && plans.value.length === 0);
  const house = useStore(outlook, (state) => state.house);

  const status = useStore(outlook, (state) => state.result.status);

  useEffect(followOutlook, []);

  if (hasNoPlan) return <p className="nl-paragraph">{text.noPlan}</p>;
  return (
    <div className="tw-window">
      <p className="nl-paragraph">{text.intro}</p>
      <PlanChoice />
      <WindowHouse />
      {house && <Outcome />}
      <p role="status" className="tw-hidden">
        {text.states[status]}
      </p>
      <WindowLeaflet />
    </div>
  );
}

function PlanChoice() {
  const text = windowText[useLanguage()];
  const format = useFormat();
  const plans = useTwin((state) => state.plans);
  const chosen = useTwin((state) => state.choice?.plan);
  if (plans.status !== 'ready' || plans.value.length < 2) return null;
  return (
    <label className="tw-field">
      <span className="tw-heading">{text.plan}</span>
      <select
        className="utrecht-textbox utrecht-textbox--html-input"
        value={chosen}
        onChange={(event) => openPlan(event.currentTarget.value)}
      >
        {plans.value.map(({ id, title }) => (
          <option key={id} value={id}>
            {format.localised(title)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Outcome() {
  const text = windowText[useLanguage()];
  const format = useFormat();
  const result = useStore(outlook, (state) => state.result);
  const floor = useStore(outlook, (state) => state.floor);
  const plan = useTwin(plannedView);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  if (result.status === 'failed') {
    const reason = text.failures[result.message as OutlookFailure];
    return (
      <div role="alert">
        <p className="nl-paragraph">{reason ?? text.failed}</p>
        {!reason && <p className="nl-paragraph tw-subtle">{result.message}</p>}
      </div>
    );
  }
  if (result.status !== 'ready' || !plan) return <p className="nl-paragraph">{text.computing}</p>;
  const { eye, ground, window } = result.value;
  return (
    <>
      {supported && (
        <Button purpose="primary" onClick={lookOut}>
          {text.look}
        </Button>
      )}
      <OutlookTable result={result.value} plan={plan} />
      <p className="nl-paragraph tw-subtle">{text.lens}</p>
      <p className="nl-paragraph tw-subtle">
        {text.eye(format.height(eye.nap), format.height(ground), floor)} {text.windows[window]}
      </p>
    </>
  );
}
