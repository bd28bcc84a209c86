import { ownMember } from '../model/own-member.ts';
import type { QuestionId } from '../model/question-ids.ts';
import type { UseCaseCanvas } from '../model/use-case-canvas.ts';
import { useCanvasText } from './use-canvas.ts';
import { useFormat, useLanguage, useText, useTwin } from './use-twin.ts';

interface CanvasOriginProps {
  readonly canvas: UseCaseCanvas;
  readonly question: QuestionId;
  readonly isOwn: boolean;
}

/** Of which question, who wrote it and when; on paper also where it comes from and what it is not. */
export function CanvasOrigin({ canvas, question, isOwn }: CanvasOriginProps) {
  const common = useText();
  const text = useCanvasText();
  const language = useLanguage();
  const format = useFormat();
  const municipality = useTwin((state) => state.municipality);
  const data = municipality.status === 'ready' ? municipality.value : undefined;
  const now = new Date().toISOString().slice(0, 10);
  const name = ownMember(text.languages, canvas.language) ?? canvas.language;
  const said = [
    text.of(common.questions[question]),
    isOwn ? text.own : text.given(data?.name ?? ''),
    canvas.author?.trim() && text.author(canvas.author.trim()),
    canvas.date && text.dated(format.date(canvas.date)),
    canvas.language !== language && text.written(name),
  ];
  return (
    <>
      <p className="nl-paragraph tw-subtle">{said.filter(Boolean).join(' ')}</p>
      <p className="tw-canvas__paper">
        {[data && `${data.name}.`, data?.fictional && text.fictional, text.printed(format.date(now)), text.notice]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}
