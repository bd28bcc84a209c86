import './flood.css';
import { useEffect } from 'react';
import { followFlood } from '../store/flood-follow.ts';
import { FloodClock } from './flood-clock.tsx';
import { FloodEffectLegend } from './flood-effect-legend.tsx';
import { FloodHere } from './flood-here.tsx';
import { FloodLegend } from './flood-legend.tsx';
import { FloodDifferenceLegend } from './flood-measure-legend.tsx';
import { FloodMeasureOver } from './flood-measure-over.tsx';
import { FloodPlacingBar } from './flood-placing-bar.tsx';
import { CloseOverlay, OverPicture } from './over-picture.tsx';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture while there is water in it: time, legend, and what stands under the pointer. */
export function FloodBar() {
  const text = useFloodText();
  const words = useFloodWords();
  const run = useFlood((state) => state.run);
  const isReading = useFlood((state) => state.isReading);
  const isComputing = useFlood((state) => state.job.status === 'running');
  const isDifference = useTwin((state) => state.flood.view === 'difference');
  const isPlacing = useTwin((state) => state.floodMeasures.placing !== undefined);

  // A half without its water would look as if it stayed dry.
  const hasToday = useFlood((state) => state.today.length > 0);
  const isCompared = useTwin(
    ({ compare, choice, floodMeasures, flood: { view } }) =>
      compare.mode !== 'off' &&
      view !== 'difference' &&
      (choice?.variant !== undefined || floodMeasures.items.length > 0),
  );

  useEffect(() => followFlood(), []);

  if (!run) return null;
  return (
    <>
      <FloodMeasureOver />
      <OverPicture label={text.bar} isPlacing={isPlacing}>
        <FloodPlacingBar />
        <div className="tw-flood-bar__head">
          <p className="tw-flood-bar__storm">
            {words.storm(run.storm)}
            {isReading && !isComputing && <span className="tw-subtle"> · {text.reading}</span>}
          </p>
          <CloseOverlay overlay="flood" label={text.close} />
        </div>
        {run.seconds.length > 0 && <FloodClock />}
        {isDifference ? <FloodDifferenceLegend /> : <FloodLegend />}
        <FloodEffectLegend />
        {run.seconds.length === 0 ? (
          <p className="tw-flood-here" role="status">
            {isComputing ? text.comes : text.noneYet}
          </p>
        ) : isCompared && !hasToday ? (
          <p className="tw-flood-here" role="status">
            {text.todayComing}
          </p>
        ) : (
          <FloodHere />
        )}
      </OverPicture>
    </>
  );
}
