import './flood.css';
import './crowd-plan.css';
import { useEffect } from 'react';
import { followPassages } from '../store/crowd-passages.ts';
import { CrowdOver } from './crowd-over.tsx';
import { CrowdPlacingBar } from './crowd-plan-bar.tsx';
import { CrowdPlay } from './crowd-play.tsx';
import { CloseOverlay, OverPicture } from './over-picture.tsx';
import { useCrowdChoice, useCrowdText, useEventLayout, useEventPlan } from './use-crowd.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture while an event is in it: which layout, what is placed, and where in time. */
export function CrowdBar() {
  const text = useCrowdText();
  const plan = useEventPlan();
  const layout = useEventLayout();
  const { placing } = useCrowdChoice();
  const isReady = useTwin((state) => state.municipality.status === 'ready');

  useEffect(() => {
    if (isReady) void followPassages();
  }, [isReady]);

  if (!plan || !layout) return null;
  return (
    <>
      <CrowdOver />
      <OverPicture label={text.bar} className="tw-crowd-bar" isPlacing={placing !== undefined}>
        <CrowdPlacingBar />
        <div className="tw-flood-bar__head">
          <p className="tw-flood-bar__storm">
            {plan.title} <span className="tw-subtle">· {layout.title}</span>
          </p>
          <CloseOverlay overlay="crowd" label={text.close} />
        </div>
        <CrowdPlay />
      </OverPicture>
    </>
  );
}
