import './flood.css';
import './crowd-result.css';
import { useEffect } from 'react';
import { needCrowd } from '../store/crowd.ts';
import { stopCrowd } from '../store/crowd-play.ts';
import { forgetCrowdRun } from '../store/crowd-run.ts';
import { CrowdLegend } from './crowd-legend.tsx';
import { CrowdPlay } from './crowd-play.tsx';
import { CloseOverlay, OverPicture } from './over-picture.tsx';
import { useEventLayout, useEventPlan } from './use-crowd.ts';
import { useCrowdRun, useResultText } from './use-crowd-result.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture while an event is in it: its time, how it plays, and what colours on the ground say. */
export function CrowdBar() {
  const text = useResultText();
  const plan = useEventPlan();
  const layout = useEventLayout();
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const isPlacing = useTwin((state) => state.crowd.placing !== undefined);
  const hasFrames = useCrowdRun((state) => state.sides.some(({ moments }) => moments.length > 0));
  const hasAnswer = useCrowdRun((state) => state.sides.some(({ answers }) => answers.length > 0));
  // People of one event do not belong on the square of another.
  const isOther = useCrowdRun((state) => state.plan !== undefined && plan !== undefined && state.plan.id !== plan.id);

  useEffect(() => {
    if (isReady) void needCrowd();
  }, [isReady]);
  useEffect(() => {
    if (isOther) forgetCrowdRun();
  }, [isOther]);
  useEffect(() => stopCrowd, []);

  if (!plan) return null;
  return (
    <OverPicture label={text.bar} isPlacing={isPlacing}>
      <div className="tw-flood-bar__head">
        <p className="tw-flood-bar__storm">{[plan.title, layout?.title].filter(Boolean).join(' · ')}</p>
        <CloseOverlay overlay="crowd" label={text.close} />
      </div>
      {hasFrames ? <CrowdPlay /> : <p className="tw-subtle">{text.notYet}</p>}
      {hasAnswer && <CrowdLegend />}
    </OverPicture>
  );
}
