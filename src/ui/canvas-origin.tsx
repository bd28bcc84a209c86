import type { UseCaseCanvas } from '../model/use-case-canvas.ts';
import { useCanvasText } from './use-canvas.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** Who wrote it and when; on paper also where it comes from and what it is not. */
export function CanvasOrigin({ canvas, isOwn }: { readonly canvas: UseCaseCanvas; readonly isOwn: boolean }) {
  const text = useCanvasText();
  const language = useLanguage();
  const format = useFormat();
  const municipality = useTwin((state) => state.municipality);
  const data = municipality.status === 'ready' ? municipality.value : undefined;
  const now = new Date().toISOString().slice(0, 10);
  const name = text.languages[canvas.language] ?? canvas.language;
  const said = [
    isOwn ? text.own : text.given(data?.name ?? ''),
    canvas.author?.trim() && text.author(canvas.author.trim()),
    canvas.date && text.dated(format.date(canvas.date)),
    canvas.language !== language && text.written(name),
  ];
  return (
    <>
      <p className="nl-paragraph tw-subtle">{said.filter(Boolean).join(' ')}</p>
      <p className="tw-canvas__paper">
        {[data?.name, data?.fictional && text.fictional, text.printed(format.date(now)), text.notice]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
