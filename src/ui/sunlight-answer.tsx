import './sunlight.css';
import type { SunFailure } from '../model/sun-question.ts';
import { SunlightBar } from './sunlight-bar.tsx';
import { SunlightDate } from './sunlight-date.tsx';
import { SunlightLeaflet } from './sunlight-leaflet.tsx';
import { SunlightMapChoice } from './sunlight-map.tsx';
import { SunlightNeighbours } from './sunlight-neighbours.tsx';
import { SunlightPlace } from './sunlight-place.tsx';
import { SunlightRules } from './sunlight-rules.tsx';
import { SunlightSentence, SunlightWalls } from './sunlight-sentence.tsx';
import { SunlightTable } from './sunlight-table.tsx';
import { useSunlight, useSunlightText, useSunPlace } from './use-sunlight.ts';
import { useTwin } from './use-twin.ts';

/** Where, on which day; how much sun that is today and with the plan; what takes it; who else loses some. */
export function SunlightAnswer() {
  const text = useSunlightText();
  const status = useSunlight((state) => state.places.status);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const hasNoPlan = useTwin(({ plans, drawn }) => plans.status === 'ready' && plans.value.length === 0 && !drawn);
  return (
    <div className="tw-sunlight">
      <p className="nl-paragraph">
        {text.intro} {!supported && text.noWebGl} {hasNoPlan && text.noPlan}
      </p>
      <SunlightPlace />
      <SunlightDate />
      <Outcome />
      <p role="status" className="tw-hidden">
        {status === 'running' ? text.computing : status === 'ready' ? text.ready : ''}
      </p>
      {supported && <SunlightMapChoice />}
      {!hasNoPlan && <SunlightNeighbours />}
      <SunlightLeaflet />
    </div>
  );
}

function Outcome() {
  const text = useSunlightText();
  const places = useSunlight((state) => state.places);
  const place = useSunPlace();
  if (places.status === 'idle') return null;
  if (places.status === 'failed') {
    const reason = text.failures[places.message as SunFailure];
    return (
      <div role="alert">
        <p className="nl-paragraph">{reason ?? text.failed}</p>
        {!reason && <p className="nl-paragraph tw-subtle">{places.message}</p>}
      </div>
    );
  }
  if (places.status !== 'ready' || !place) return <p className="nl-paragraph">{text.computing}</p>;
  return (
    <>
      <SunlightSentence place={place} />
      <SunlightWalls places={places.value} />
      <SunlightBar place={place} />
      <SunlightTable place={place} />
      <SunlightRules place={place} />
    </>
  );
}
