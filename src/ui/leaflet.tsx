import type { Municipality, Provenance } from '../model/municipality.ts';
import type { OverlayId, QuestionId } from '../store/twin.ts';
import { questionText } from './text/question.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** Those whose leaflet is one of `text/question.ts`. */
export type PlainQuestionId = Exclude<QuestionId, OverlayId>;

/** The sources that an answer rests on. */
const sources: Record<PlainQuestionId, (municipality: Municipality) => (Provenance | undefined)[]> = {
  view: ({ buildingTable, addresses, streets }) => [buildingTable?.source, addresses?.source, streets?.source],
  age: ({ buildingTable }) => [buildingTable?.source],
  height: ({ buildingTable }) => [buildingTable?.source],
};

const parts = ['computes', 'method', 'limits', 'uncertainty'] as const;

/** The "bijsluiter": what an answer rests on and what it does not say. */
export function Leaflet({ question }: { readonly question: PlainQuestionId }) {
  const text = questionText[useLanguage()];
  const format = useFormat();
  const municipality = useTwin((state) => state.municipality);
  const used = municipality.status === 'ready' ? sources[question](municipality.value) : [];
  return (
    <details className="tw-details tw-leaflet">
      <summary>{text.leaflet.title}</summary>
      <dl>
        {parts.map((part) => (
          <div key={part}>
            <dt>{text.leaflet[part]}</dt>
            <dd>{text.questions[question][part]}</dd>
          </div>
        ))}
        <div>
          <dt>{text.leaflet.sources}</dt>
          {used.map(
            (source) =>
              source && (
                <dd key={format.localised(source.title)}>
                  {format.localised(source.title)}, {source.holder}, {format.date(source.date)}, {source.licence}
                </dd>
              ),
          )}
        </div>
      </dl>
      <p className="nl-paragraph">{text.leaflet.indicative}</p>
    </details>
  );
}
