import { lazy, Suspense, useEffect, useRef } from 'react';
import { type QuestionId, questionIds } from '../model/question-ids.ts';
import { sendCommand } from '../store/commands.ts';
import { openQuestion } from '../store/twin.ts';
import { Icon, type IconName } from './icon.tsx';
import { LayerList } from './layer-list.tsx';
import { ToolList } from './tool-list.tsx';
import { useFormat, useText, useTwin } from './use-twin.ts';

const PlanList = lazy(async () => ({ default: (await import('./plan-list.tsx')).PlanList }));

const icons: Record<QuestionId, IconName> = {
  view: 'view',
  sunlight: 'sun',
  flood: 'flood',
  solar: 'solar',
  heat: 'heat',
  claims: 'claims',
  crowd: 'crowd',
  counts: 'counts',
  age: 'age',
  height: 'height',
};

export function HomeView({ takeFocus }: { readonly takeFocus: boolean }) {
  const text = useText();
  const loading = useTwin((state) => state.municipality.status !== 'ready');
  const hasPlans = useTwin(({ plans }) => plans.status === 'ready' && plans.value.length > 0);
  const first = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (takeFocus) first.current?.focus();
  }, [takeFocus]);

  if (loading) return <p className="nl-paragraph tw-section">{text.loading}</p>;
  return (
    <>
      <section className="tw-section" aria-labelledby="questions-title">
        <h2 id="questions-title" className="tw-heading" tabIndex={-1} ref={first}>
          {text.questionsTitle}
        </h2>
        <ul className="tw-list">
          {questionIds.map((id) => (
            <li key={id}>
              <button type="button" className="tw-question" onClick={() => openQuestion(id)}>
                <span className="tw-question__icon">
                  <Icon name={icons[id]} />
                </span>
                <span>{text.questions[id]}</span>
                <Icon name="chevronRight" />
              </button>
            </li>
          ))}
        </ul>
      </section>
      {hasPlans && (
        <Suspense>
          <PlanList />
        </Suspense>
      )}
      <ToolList />
      <LayerList />
      <ViewpointList />
      <KeyHelp />
    </>
  );
}

function KeyHelp() {
  const { keys } = useText();
  const supported = useTwin((state) => state.scene !== 'unsupported');
  if (!supported) return null;
  return (
    <details className="tw-details tw-section tw-keys">
      <summary>{keys.title}</summary>
      <p className="nl-paragraph tw-subtle">{keys.intro}</p>
      <dl className="tw-facts">
        {keys.list.map(([key, effect]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{effect}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function ViewpointList() {
  const text = useText();
  const format = useFormat();
  const municipality = useTwin((state) => state.municipality);
  if (municipality.status !== 'ready') return null;
  return (
    <section className="tw-section" aria-labelledby="viewpoints-title">
      <h2 id="viewpoints-title" className="tw-heading">
        {text.viewpointsTitle}
      </h2>
      <ul className="tw-chips">
        {municipality.value.viewpoints.map(({ id, title, position: [x, y, nap], headingDegrees, pitchDegrees }) => (
          <li key={id}>
            <button
              type="button"
              className="tw-chip"
              onClick={() => sendCommand({ type: 'fly-to-pose', pose: { x, y, nap, headingDegrees, pitchDegrees } })}
            >
              {format.localised(title)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
