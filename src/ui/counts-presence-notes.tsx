import type { CountPresence } from '../model/count-answer.ts';
import { SURE, useCountsText, useCountWords } from './use-counts.ts';

/** What makes the estimate less than sure: in and out that do not meet, what was filled in, and less than nobody. */
export function CountsPresenceNotes({ presence }: { readonly presence: CountPresence }) {
  const text = useCountsText();
  const words = useCountWords();
  const { drift, driftShare, gaps, negative } = presence;
  const isSmall = drift && Math.abs(drift.value) <= SURE * drift.error;
  return (
    <>
      {drift && (
        <p className="nl-paragraph">
          {(drift.value < 0 ? text.driftOut : text.drift)(
            words.clock(drift.time),
            words.count(Math.abs(drift.value)),
            words.percent(Math.abs(driftShare)),
          )}{' '}
          {isSmall ? text.driftSmall : text.driftLarge}
        </p>
      )}
      {negative > 0 && <p className="nl-paragraph">{text.negative(words.count(negative))}</p>}
      {gaps.length > 0 && (
        <>
          <h4 className="tw-heading">{text.gaps}</h4>
          <ul className="tw-flood__points">
            {gaps.map(({ gate, direction, from, until, value, by }) => (
              <li key={`${gate} ${direction} ${from}`}>
                {text.gap(
                  words.gate(gate),
                  text.ways[direction],
                  words.clock(from),
                  words.clock(until),
                  words.estimate(value, value / 2),
                  text.fills[by],
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
