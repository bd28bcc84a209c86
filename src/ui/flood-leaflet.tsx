import type { ReactNode } from 'react';
import { ASSUMED_HEIGHT_ERROR } from '../model/flood.ts';
import { type Evidence, type EvidenceId, floodEvidence } from '../model/flood-evidence.ts';
import { floodSensitivity, type SensitivityId } from '../model/flood-sensitivity.ts';
import { useDepthError } from './flood-address.tsx';
import { LeafletFrame } from './leaflet-frame.tsx';
import { floodEngineText } from './text/flood-engine.ts';
import { floodLeafletText } from './text/flood-leaflet.ts';
import { questionText } from './text/question.ts';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useBreachText, useIsBreach } from './use-flood-breach.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

const useLeafletText = () => floodLeafletText[useLanguage()];

/** What the water rests on and what it does not say: three sentences for everyone, the rest unfolds. */
export function FloodLeaflet() {
  const { leaflet } = questionText[useLanguage()];
  const { period } = useFloodText();
  const text = useLeafletText();
  const engineText = floodEngineText[useLanguage()];
  const words = useFloodWords();
  const format = useFormat();
  const municipality = useTwin((state) => state.municipality);
  const run = useFlood((state) => state.run);
  const breach = useBreachText();
  const isBreach = useIsBreach();
  const error = useDepthError();
  const data = municipality.status === 'ready' ? municipality.value : undefined;
  const point = data?.terrain?.source.accuracyM ?? ASSUMED_HEIGHT_ERROR;
  return (
    <LeafletFrame
      id="flood"
      first={
        <>
          <p className="nl-paragraph">{text.first}</p>
          {isBreach && <p className="nl-paragraph">{breach.leaflet}</p>}
        </>
      }
      items={[
        [leaflet.computes, text.computes],
        [leaflet.method, text.method],
        [leaflet.limits, <Points key="limits" rows={text.limitsList.map((line) => [line, line])} />],
        [
          leaflet.uncertainty,
          <>
            {text.uncertainty(words.depth(error))} {text.hatching(`${format.number(point * 100, 0)} cm`)}
          </>,
        ],
        [text.tested, <Tested key="tested" />],
        [text.depends, <Depends key="depends" />],
      ]}
      more={
        <>
          {run && <dd>{[words.storm(run.storm), words.source(run.storm)].filter(Boolean).join(': ')}</dd>}
          <dd>{text.statistics(period.source)}</dd>
          <dd>{text.ground}</dd>
          <dd>{text.classes}</dd>
          {run && run.engine !== '' && (
            <dd>{text.engine(run.engine, words.cells(run.cellSize ?? 1), run.hash?.slice(0, 12) ?? '')}</dd>
          )}
          {run?.gpu && (
            <dd>{[engineText[run.gpu.answer], run.gpu.detail && `(${run.gpu.detail})`].join(' ').trim()}</dd>
          )}
        </>
      }
    />
  );
}

function Points({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <ul className="tw-flood__points">
      {rows.map(([key, body]) => (
        <li key={key}>{body}</li>
      ))}
    </ul>
  );
}

/** The validation cases, with what was found. */
function Tested() {
  const text = useLeafletText();
  const format = useFormat();
  const tell = ({ found, expected, decimals, unit, isBound }: Evidence) => {
    const write = (value: number) => `${format.number(value, decimals)}${unit === '%' ? '' : ' '}${text.units[unit]}`;
    if (isBound) return text.atMost(write(found));
    return expected === undefined ? write(found) : text.shouldBe(write(found), write(expected));
  };
  const ids = Object.keys(floodEvidence) as EvidenceId[];
  return (
    <>
      {text.testedIntro}
      <Points
        rows={ids.map((id) => [
          id,
          <>
            {text.cases[id]}: <strong>{tell(floodEvidence[id])}</strong>
          </>,
        ])}
      />
    </>
  );
}

/** What other assumptions would have made of the demo's town. */
function Depends() {
  const text = useLeafletText();
  const format = useFormat();
  const percent = (value: number) => `${value < 0 ? '−' : '+'}${format.number(Math.abs(value))}%`;
  const ids = Object.keys(floodSensitivity.changes) as SensitivityId[];
  return (
    <>
      {text.dependsIntro(format.date(floodSensitivity.computed))}
      <Points
        rows={ids.map((id) => {
          const { wet, deep } = floodSensitivity.changes[id];
          return [
            id,
            <>
              {text.changes[id]}: <strong>{text.change(percent(wet), percent(deep))}</strong>
            </>,
          ];
        })}
      />
    </>
  );
}
