import { LeafletFrame } from './leaflet-frame.tsx';
import { countsLeaflet } from './text/counts-leaflet.ts';
import { questionText } from './text/question.ts';
import { useCounts, useCountTown, useCountWords } from './use-counts.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** What the answer rests on, what it does not say, what happens with data of persons, and who decides. */
export function CountsLeaflet() {
  const language = useLanguage();
  const { leaflet } = questionText[language];
  const text = countsLeaflet[language];
  const words = useCountWords();
  const format = useFormat();
  const town = useCountTown();
  const states = useCounts((state) => state.answer?.states);
  if (!town || !states) return null;
  const all = Object.values(states).reduce((sum, count) => sum + count, 0);
  const lost = states.missing + states.excluded;
  const shares = town.gates.map(({ error }) => error.share * 100);
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) =>
    format.number(share, share % 1 ? 1 : 0),
  );
  const live = town.live && new URL(town.live.url).host;
  return (
    <LeafletFrame
      id="counts"
      first={<p className="nl-paragraph">{text.first}</p>}
      items={[
        [leaflet.computes, text.computes],
        [leaflet.method, text.method],
        [text.presenceTitle, text.presence],
        [
          leaflet.uncertainty,
          [
            text.error(low === high ? `${low}%` : `${low}–${high}%`),
            text.gaps(words.percent(lost / Math.max(1, all))),
            ...text.uncertainty,
          ],
        ],
        [leaflet.limits, text.limits],
        [text.privacyTitle, text.privacy(words.count(town.leastShown))],
      ]}
      more={
        <>
          {live && <dd>{text.live(live)}</dd>}
          {town.notes.length > 0 && (
            <dd>
              {text.notes(words.count(town.notes.length))}
              <ul className="tw-flood__points">
                {town.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </dd>
          )}
        </>
      }
    />
  );
}
