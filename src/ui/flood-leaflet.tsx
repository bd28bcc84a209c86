import { useDepthError } from './flood-address.tsx';
import { questionText } from './text/question.ts';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** What the water rests on and what it does not say. */
export function FloodLeaflet() {
  const { leaflet } = questionText[useLanguage()];
  const text = useFloodText();
  const words = useFloodWords();
  const format = useFormat();
  const municipality = useTwin((state) => state.municipality);
  const run = useFlood((state) => state.run);
  const error = useDepthError();
  const data = municipality.status === 'ready' ? municipality.value : undefined;
  const sources = [data?.terrain, data?.map, data?.buildings[0], data?.streets].map((dataset) => dataset?.source);
  const items = [
    [leaflet.computes, text.leaflet.computes],
    [leaflet.method, text.leaflet.method],
    [leaflet.limits, text.leaflet.limits],
    [leaflet.uncertainty, text.leaflet.uncertainty(words.depth(error))],
  ] as const;
  const titles = new Set<string>();
  return (
    <details className="tw-details tw-leaflet">
      <summary>{leaflet.title}</summary>
      <dl>
        {items.map(([title, body]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{body}</dd>
          </div>
        ))}
        <div>
          <dt>{leaflet.sources}</dt>
          {sources.map((source) => {
            const title = source && format.localised(source.title);
            if (!source || !title || titles.has(title)) return null;
            titles.add(title);
            return (
              <dd key={title}>
                {title}, {source.holder}, {format.date(source.date)}, {source.licence}
              </dd>
            );
          })}
          {run && <dd>{[words.storm(run.storm), words.source(run.storm)].filter(Boolean).join(': ')}</dd>}
          <dd>{text.leaflet.statistics(text.period.source)}</dd>
          <dd>{text.leaflet.classes}</dd>
          {run && run.engine !== '' && (
            <dd>{text.leaflet.engine(run.engine, words.cells(run.cellSize ?? 1), run.hash?.slice(0, 12) ?? '')}</dd>
          )}
        </div>
      </dl>
      <p className="nl-paragraph">{leaflet.indicative}</p>
    </details>
  );
}
