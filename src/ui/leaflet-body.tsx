import './leaflet.css';
import type { ReactNode } from 'react';
import { leafletFacts } from '../model/leaflet.ts';
import { LeafletFiles } from './leaflet-files.tsx';
import type { LeafletFrameProps } from './leaflet-frame.tsx';
import { LeafletSources } from './leaflet-sources.tsx';
import { leafletsText } from './text/leaflets.ts';
import { questionText } from './text/question.ts';
import { useSayings } from './use-leaflet.ts';
import { useLanguage } from './use-twin.ts';

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

/** A leaflet in full: what is told of this answer, within what every leaflet tells. */
export function LeafletBody({ id, items, sources = [], more }: Omit<LeafletFrameProps, 'first'>) {
  const language = useLanguage();
  const { leaflet } = questionText[language];
  const text = leafletsText[language];
  const record = text.records[id];
  const sayings = useSayings(id);
  const all: LeafletFrameProps['items'] = [
    [text.purpose, record.purpose],
    ...items,
    [text.choices, record.choices],
    [text.decides, sayings.decides],
    [text.objection, sayings.objection ?? text.notFilled],
    [text.legalBasis, sayings.legalBasis ?? text.notFilled],
    [text.contact, sayings.contact ?? text.notFilled],
    [
      text.code,
      <>
        {text.codeAt} <code className="tw-leaflet__code">{leafletFacts[id].engine}</code>
      </>,
    ],
  ];
  return (
    <>
      <dl>
        {all.map(([title, body]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{isPoints(body) ? <Points lines={body} /> : body}</dd>
          </div>
        ))}
        <div>
          <dt>{leaflet.sources}</dt>
          <LeafletSources id={id} others={sources} />
          {more}
        </div>
      </dl>
      <p className="nl-paragraph">{leaflet.indicative}</p>
      <LeafletFiles id={id} />
    </>
  );
}
