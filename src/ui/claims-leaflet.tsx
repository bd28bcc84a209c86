import { ASSUMED_ACCURACY_M } from '../store/claims-follow.ts';
import { LeafletFrame } from './leaflet-frame.tsx';
import { questionText } from './text/question.ts';
import { useClaimsReportText } from './use-claim-files.ts';
import { useClaims, useClaimTown } from './use-claims.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** What the answer rests on, what it does not say, and who decides. */
export function ClaimsLeaflet() {
  const { leaflet } = questionText[useLanguage()];
  const { leaflet: text } = useClaimsReportText();
  const format = useFormat();
  const town = useClaimTown();
  const engineNotes = useClaims((state) => state.notes);
  const heights = useTwin(({ municipality }) =>
    municipality.status === 'ready' ? municipality.value.terrain?.source : undefined,
  );
  const notes = [...(town?.notes ?? []), ...engineNotes];
  const points = (lines: readonly string[]) => (
    <ul className="tw-flood__points">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <LeafletFrame
      first={<p className="nl-paragraph">{text.first}</p>}
      items={[
        [leaflet.computes, text.computes],
        [leaflet.method, text.method],
        [text.choices, text.choicesText(`± ${format.number(ASSUMED_ACCURACY_M, 1)}\u00a0m`)],
        [leaflet.limits, points(text.limits)],
        [leaflet.uncertainty, text.uncertainty],
        [text.who, text.whoText],
      ]}
      sources={[town?.source, heights]}
      more={
        notes.length > 0 && (
          <dd>
            {text.notes(format.number(notes.length))}
            {points(notes)}
          </dd>
        )
      }
    />
  );
}
