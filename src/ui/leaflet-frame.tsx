import type { ReactNode } from 'react';
import type { Provenance } from '../model/municipality.ts';
import { questionText } from './text/question.ts';
import { useFormat, useLanguage } from './use-twin.ts';

interface LeafletFrameProps {
  /** What is told before it is unfolded. */
  readonly first?: ReactNode;
  /** Heading and text; several texts are points. */
  readonly items: readonly (readonly [string, ReactNode | readonly string[]])[];
  /** Each is told once. */
  readonly sources: readonly (Provenance | undefined)[];
  /** Beside the sources; each a `dd`. */
  readonly more?: ReactNode;
}

const isPoints = (body: ReactNode | readonly string[]): body is readonly string[] => Array.isArray(body);

function Points({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="tw-leaflet__points">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The "bijsluiter": what an answer rests on and what it does not say. */
export function LeafletFrame({ first, items, sources, more }: LeafletFrameProps) {
  const { leaflet } = questionText[useLanguage()];
  const format = useFormat();
  const lines = sources.flatMap((source) =>
    source
      ? [`${format.localised(source.title)}, ${source.holder}, ${format.date(source.date)}, ${source.licence}`]
      : [],
  );
  return (
    <>
      {first}
      <details className="tw-details tw-leaflet">
        <summary>{leaflet.title}</summary>
        <dl>
          {items.map(([title, body]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{isPoints(body) ? <Points lines={body} /> : body}</dd>
            </div>
          ))}
          <div>
            <dt>{leaflet.sources}</dt>
            {[...new Set(lines)].map((line) => (
              <dd key={line}>{line}</dd>
            ))}
            {more}
          </div>
        </dl>
        <p className="nl-paragraph">{leaflet.indicative}</p>
      </details>
    </>
  );
}
