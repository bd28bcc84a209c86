import './flood.css';
import './solar.css';
import './counts.css';
import { useEffect } from 'react';
import { MINUTE } from '../model/count-time.ts';
import { followCounts } from '../store/counts-follow.ts';
import { CountsClock } from './counts-clock.tsx';
import { CountsScale } from './counts-scale.tsx';
import { CloseOverlay, OverPicture } from './over-picture.tsx';
import { useCounts, useCountsText, useCountWords, useSlot } from './use-counts.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture while counts are shown: the moment, play, and what the arrows' width says. */
export function CountsBar() {
  const text = useCountsText();
  const words = useCountWords();
  const answer = useCounts((state) => state.answer);
  const slot = useSlot();
  const isReady = useTwin((state) => state.municipality.status === 'ready');

  useEffect(() => {
    if (isReady) void followCounts();
  }, [isReady]);

  if (!answer) return null;
  const start = answer.starts[slot] as number;
  const moment = text.tableMoment(words.between(start, start + answer.slotMinutes * MINUTE));
  return (
    <OverPicture label={text.bar}>
      <div className="tw-flood-bar__head">
        <p className="tw-flood-bar__storm">{`${words.weekday(answer.day)}, ${moment.toLowerCase()}`}</p>
        <CloseOverlay overlay="counts" label={text.close} />
      </div>
      <CountsClock />
      <CountsScale />
    </OverPicture>
  );
}
