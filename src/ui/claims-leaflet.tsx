import { LeafletFrame } from './leaflet-frame.tsx';
import { questionText } from './text/question.ts';
import { useClaimsReportText } from './use-claim-files.ts';
import { useClaims, useClaimTown } from './use-claims.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** What the answer rests on, what it does not say, and who decides. */
export function ClaimsLeaflet() {
  const { leaflet } = questionText[useLanguage()];
  const { leaflet: text } = useClaimsReportText();
  const format = useFormat();
  const town = useClaimTown();
  const engineNotes = useClaims((state) => state.notes);
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
      id="claims"
      first={<p className="nl-paragraph">{text.first}</p>}
      items={[
        [leaflet.computes, text.computes],
        [leaflet.method, text.method],
        [leaflet.limits, points(text.limits)],
        [leaflet.uncertainty, text.uncertainty],
      ]}
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
