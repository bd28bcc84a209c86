import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { LeafletId } from '../model/leaflet.ts';
import type { Provenance } from '../model/municipality.ts';
import { questionText } from './text/question.ts';
import { useLanguage, useText } from './use-twin.ts';

export interface LeafletFrameProps {
  /** Whose record is told with it. */
  readonly id: LeafletId;
  /** What is told before it is unfolded. */
  readonly first?: ReactNode;
  /** Heading and text; several texts are points. */
  readonly items: readonly (readonly [string, ReactNode | readonly string[]])[];
  /** Beside the datasets of the record, such as a plan's. */
  readonly sources?: readonly (Provenance | undefined)[];
  /** Beside the sources; each a `dd`. */
  readonly more?: ReactNode;
}

const LeafletBody = lazy(async () => ({ default: (await import('./leaflet-body.tsx')).LeafletBody }));

/** The "bijsluiter": what an answer rests on and what it does not say. */
export function LeafletFrame({ first, ...body }: LeafletFrameProps) {
  const text = useText();
  const { leaflet } = questionText[useLanguage()];
  const [hasOpened, setHasOpened] = useState(false);
  return (
    <>
      {first}
      <details
        className="tw-details tw-leaflet"
        onToggle={({ currentTarget }) => setHasOpened(currentTarget.open || hasOpened)}
      >
        <summary>{leaflet.title}</summary>
        {hasOpened && (
          <Suspense fallback={<p className="nl-paragraph">{text.loading}</p>}>
            <LeafletBody {...body} />
          </Suspense>
        )}
      </details>
    </>
  );
}
