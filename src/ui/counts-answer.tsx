import './flood.css';
import './solar.css';
import './claims.css';
import './counts.css';
import { useEffect } from 'react';
import { NO_COUNTS, needCounts } from '../store/counts.ts';
import { followCounts } from '../store/counts-follow.ts';
import { CountsAge } from './counts-age.tsx';
import { CountsChoose } from './counts-choose.tsx';
import { CountsLeaflet } from './counts-leaflet.tsx';
import { CountsPresence } from './counts-presence.tsx';
import { CountsProfile } from './counts-profile.tsx';
import { CountsSave } from './counts-save.tsx';
import { CountsSentence } from './counts-sentence.tsx';
import { CountsTable } from './counts-table.tsx';
import { LookAtButton } from './look-at-button.tsx';
import { PartLinks } from './part-links.tsx';
import { useCounts, useCountsText } from './use-counts.ts';
import { useTwin } from './use-twin.ts';

const parts = ['counts-choose', 'counts-table', 'counts-profile', 'counts-presence'] as const;

/** When and from which side people come into town. */
export function CountsAnswer() {
  const text = useCountsText();
  const town = useCounts((state) => state.town);
  const hasAnswer = useCounts((state) => state.answer !== undefined);
  const problem = useCounts((state) => state.problem);
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const isShown = useTwin((state) => state.overlays.counts.visible);
  const supported = useTwin((state) => state.scene !== 'unsupported');

  useEffect(() => {
    if (!isReady) return;
    void needCounts();
    if (isShown) void followCounts();
  }, [isReady, isShown]);

  const gates = town.status === 'ready' ? town.value.gates.flatMap(({ x, y }) => [x, y]) : [];
  const failure = town.status === 'failed' ? town.message : problem;
  if (failure !== undefined)
    return (
      <div role="alert">
        <p className="nl-paragraph">
          {failure === NO_COUNTS ? text.none : town.status === 'failed' ? text.failed : text.noAnswer}
        </p>
        <p className="nl-paragraph tw-subtle">{failure}</p>
      </div>
    );
  if (!hasAnswer) return <p className="nl-paragraph">{text.loading}</p>;
  return (
    <div className="tw-flood">
      <CountsSentence />
      <CountsAge />
      <div>
        <LookAtButton label={text.goTo} points={gates} />
      </div>
      <p className="nl-paragraph tw-subtle">{text.indicative}</p>
      {!supported && <p className="nl-paragraph">{text.noWebGl}</p>}
      <PartLinks title={text.contents.title} parts={parts.map((id) => [id, text.contents[id]])} />
      <CountsChoose />
      <CountsTable />
      <CountsProfile />
      <CountsPresence />
      <CountsSave />
      <CountsLeaflet />
    </div>
  );
}
