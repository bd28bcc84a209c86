import type { Municipality, Provenance } from '../model/municipality.ts';
import type { QuestionId } from '../model/question-ids.ts';
import type { OverlayId } from '../store/twin.ts';
import { LeafletFrame } from './leaflet-frame.tsx';
import { questionText } from './text/question.ts';
import { useLanguage, useTwin } from './use-twin.ts';

/** Those whose leaflet is one of `text/question.ts`. */
export type PlainQuestionId = Exclude<QuestionId, OverlayId>;

/** The sources that an answer rests on. */
const sources: Record<PlainQuestionId, (municipality: Municipality) => (Provenance | undefined)[]> = {
  view: ({ buildingTable, addresses, streets }) => [buildingTable?.source, addresses?.source, streets?.source],
  age: ({ buildingTable }) => [buildingTable?.source],
  height: ({ buildingTable }) => [buildingTable?.source],
};

const parts = ['computes', 'method', 'limits', 'uncertainty'] as const;

/** What the answer to a question without an overlay rests on. */
export function Leaflet({ question }: { readonly question: PlainQuestionId }) {
  const text = questionText[useLanguage()];
  const municipality = useTwin((state) => state.municipality);
  return (
    <LeafletFrame
      items={parts.map((part) => [text.leaflet[part], text.questions[question][part]])}
      sources={municipality.status === 'ready' ? sources[question](municipality.value) : []}
    />
  );
}
