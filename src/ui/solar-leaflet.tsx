import { LIGHT_ERROR, YIELD_ERROR } from '../model/solar-error.ts';
import { type SolarEvidenceId, solarEvidence, yieldEvidence } from '../model/solar-evidence.ts';
import { LeafletFrame } from './leaflet-frame.tsx';
import { questionText } from './text/question.ts';
import { solarLeafletText } from './text/solar-leaflet.ts';
import { useSolar, useSolarWords } from './use-solar.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** What the answer rests on, what it is for, and what it does not say. */
export function SolarLeaflet() {
  const { leaflet } = questionText[useLanguage()];
  const text = solarLeafletText[useLanguage()];
  const words = useSolarWords();
  const format = useFormat();
  const index = useSolar(({ town }) => (town.status === 'ready' ? town.value.index : undefined));
  if (!index) return null;
  return (
    <LeafletFrame
      id="solar"
      first={<p className="nl-paragraph">{text.first}</p>}
      items={[
        [leaflet.computes, text.computes],
        [leaflet.method, text.method],
        [leaflet.limits, text.limits],
        [leaflet.uncertainty, text.uncertainty(words.percent(LIGHT_ERROR), words.percent(YIELD_ERROR))],
        [text.tested, <Tested key="tested" />],
      ]}
      more={
        <>
          <dd>
            {text.climate}: {index.climate.title}, {index.climate.source}
          </dd>
          <dd>{text.permit}</dd>
          {index.skipped.length > 0 && <dd>{text.skipped(format.number(index.skipped.length))}</dd>}
          <dd>{text.engine(index.engine, index.inputsHash.slice(0, 12))}</dd>
        </>
      }
    />
  );
}

/** The validation cases, with what was found. */
function Tested() {
  const text = solarLeafletText[useLanguage()];
  const format = useFormat();
  const { found, low, high } = yieldEvidence;
  return (
    <>
      {text.testedIntro}
      <ul className="tw-flood__points">
        {(Object.keys(solarEvidence) as SolarEvidenceId[]).map((id) => {
          const { found: is, expected, decimals } = solarEvidence[id];
          return (
            <li key={id}>
              {text.cases[id]}:{' '}
              <strong>{text.shouldBe(format.number(is, decimals), format.number(expected, decimals))}</strong>
            </li>
          );
        })}
        <li>{text.yield(format.number(found), format.number(low), format.number(high))}</li>
      </ul>
    </>
  );
}
