import type { SunAtPlace } from '../model/sun-question.ts';
import type { SunDay } from '../model/sunlight.ts';
import { sunDate } from '../store/sunlight.ts';
import { SunlightColumns } from './sunlight-columns.tsx';
import { plannedDays, useBlockerName, useSunChoice, useSunDay, useSunlightText, useSunWords } from './use-sunlight.ts';
import { useFormat } from './use-twin.ts';

/** Shade that lasts shorter is not told, minutes. */
const SHORTEST = 3;

/** The customary days and the chosen one: hours today and with the plan, first and last minute. */
export function SunlightTable({ place }: { readonly place: SunAtPlace }) {
  const text = useSunlightText();
  const words = useSunWords();
  const date = sunDate(useSunChoice());
  const plan = plannedDays(place);
  return (
    <section className="tw-sunlight__group">
      <SunlightColumns caption={text.table} first={text.day} last={text.difference} hasPlan={plan !== undefined}>
        {place.today.days.map((day, row) => {
          const planned = plan?.days[row];
          return (
            <tr key={day.date} data-shown={day.date === date}>
              <th scope="row">{words.day(day.date)}</th>
              <td>
                <Hours day={day} />
              </td>
              {planned && (
                <td>
                  <Hours day={planned} />
                </td>
              )}
              {planned && <td>{words.short(planned.minutes - day.minutes)}</td>}
            </tr>
          );
        })}
      </SunlightColumns>
      <Blockers place={place} />
    </section>
  );
}

function Hours({ day }: { readonly day: SunDay }) {
  const text = useSunlightText();
  const words = useSunWords();
  const [first, last] = [day.intervals[0], day.intervals.at(-1)];
  return (
    <>
      {words.short(day.minutes)}
      {first && last && (
        <span className="tw-subtle">{text.firstLast(words.clock(first.from), words.clock(last.until))}</span>
      )}
    </>
  );
}

/** What stands before the sun on the chosen day, by name. */
function Blockers({ place }: { readonly place: SunAtPlace }) {
  const text = useSunlightText();
  const words = useSunWords();
  const nameOf = useBlockerName();
  const format = useFormat();
  const today = useSunDay(place.today);
  const plan = useSunDay(plannedDays(place));
  const rows = [
    { name: text.today, day: today },
    { name: text.plan, day: plan },
  ];
  return (
    <details className="tw-details">
      <summary>{text.blockers}</summary>
      {rows.map(
        ({ name, day }) =>
          day && (
            <div key={name}>
              <h4 className="tw-heading">{name}</h4>
              <ul className="tw-sentences">
                {day.shadows
                  .filter(({ from, until }) => until - from >= SHORTEST)
                  .map(({ from, until, by }) => (
                    <li key={from}>{text.blocked(words.clock(from), words.clock(until), nameOf(by))}</li>
                  ))}
                {day.trees.minutes >= SHORTEST && (
                  <li>{text.dimmed(words.long(day.trees.minutes), format.number(100 * day.trees.share))}</li>
                )}
              </ul>
            </div>
          ),
      )}
    </details>
  );
}
