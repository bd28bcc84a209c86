import './flood.css';
import './draw-tool.css';
import './crowd-plan.css';
import { useEffect } from 'react';
import { NO_EVENTS } from '../store/crowd.ts';
import { followPassages } from '../store/crowd-passages.ts';
import { placeInPlan } from '../store/crowd-plan.ts';
import { CrowdFaults } from './crowd-plan-faults.tsx';
import { CrowdPlanFiles } from './crowd-plan-files.tsx';
import { CrowdLayouts } from './crowd-plan-layouts.tsx';
import { CrowdLibrary } from './crowd-plan-library.tsx';
import { CrowdPassages } from './crowd-plan-passages.tsx';
import { CrowdPeople } from './crowd-plan-people.tsx';
import { CrowdRoutes } from './crowd-plan-routes.tsx';
import { CrowdThings } from './crowd-plan-things.tsx';
import { CrowdResult } from './crowd-result.tsx';
import { LookAtButton } from './look-at-button.tsx';
import { PartLinks } from './part-links.tsx';
import { useCrowd, useCrowdText, useEventPlan } from './use-crowd.ts';
import { useTwin } from './use-twin.ts';

const parts = [
  'crowd-routes',
  'crowd-place',
  'crowd-things',
  'crowd-people',
  'crowd-result',
  'crowd-plan-files',
] as const;

/** How narrow it gets beside what is placed, and how crowded. */
export function CrowdAnswer() {
  const text = useCrowdText();
  const town = useCrowd((state) => state.town);
  const hasPlan = useCrowd(({ history }) => history !== undefined);
  const entries = useEventPlan()?.entries.flatMap(({ line }) => line) ?? [];
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const isShown = useTwin((state) => state.overlays.crowd.visible);
  const supported = useTwin((state) => state.scene !== 'unsupported');

  useEffect(() => {
    if (isReady && isShown) void followPassages();
  }, [isReady, isShown]);
  // Nothing is placed by a click once one looks at something else.
  useEffect(() => () => placeInPlan(undefined), []);

  if (town.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{town.message === NO_EVENTS ? text.none : text.failed}</p>
        <p className="nl-paragraph tw-subtle">{town.message}</p>
      </div>
    );
  if (town.status !== 'ready') return <p className="nl-paragraph">{text.loading}</p>;
  if (!hasPlan) return <p className="nl-paragraph">{text.none}</p>;
  return (
    <div className="tw-flood tw-crowd-plan">
      <p className="nl-paragraph">{text.intro}</p>
      {!supported && <p className="nl-paragraph tw-subtle">{text.noWebGl}</p>}
      <div>
        <LookAtButton label={text.goTo} points={entries} />
      </div>
      <CrowdLayouts />
      <CrowdFaults />
      <CrowdPassages>
        <PartLinks title={text.contents.title} parts={parts.map((id) => [id, text.contents[id]])} />
      </CrowdPassages>
      <CrowdRoutes />
      <CrowdLibrary />
      <CrowdThings />
      <CrowdPeople />
      <CrowdResult />
      <CrowdPlanFiles />
      <p className="nl-paragraph tw-subtle">{text.indicative}</p>
    </div>
  );
}
