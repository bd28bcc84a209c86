import type { QuestionId } from '../model/question-ids.ts';
import type { OverlayId } from '../store/twin.ts';
import { LeafletFrame } from './leaflet-frame.tsx';
import { questionText } from './text/question.ts';
import { useLanguage } from './use-twin.ts';

/** Those whose leaflet is one of `text/question.ts`. */
export type PlainQuestionId = Exclude<QuestionId, OverlayId>;

const parts = ['computes', 'method', 'limits', 'uncertainty'] as const;

/** What the answer to a question without an overlay rests on. */
export function Leaflet({ question }: { readonly question: PlainQuestionId }) {
  const text = questionText[useLanguage()];
  return (
    <LeafletFrame id={question} items={parts.map((part) => [text.leaflet[part], text.questions[question][part]])} />
  );
}
