import { isSummerTime } from '../model/local-time.ts';
import { setMoment } from '../store/plans.ts';
import { writeClock } from '../store/share-link.ts';
import { twin } from '../store/twin.ts';
import { sunText } from './text/sun.ts';
import { useTwin } from './use-twin.ts';

/** The dates on which Dutch shadow studies are drawn. */
const days = ['03-21', '06-21', '09-23', '12-22'] as const;
const YEAR = new Date().getFullYear();
const NOON = 12 * 60;

const chooseDay = (date: string) => setMoment({ date, minutes: twin.getState().moment?.minutes ?? NOON });

export function SunTool() {
  const text = sunText[useTwin((state) => state.language)];
  const moment = useTwin((state) => state.moment);
  const minutes = moment?.minutes ?? NOON;
  const clock = moment ? `${writeClock(minutes)} (${isSummerTime(moment) ? text.summer : text.winter})` : '';
  return (
    <>
      <p className="nl-paragraph">{text.intro}</p>
      <fieldset className="tw-fieldset">
        <legend className="tw-heading">{text.days}</legend>
        <ul className="tw-chips">
          {days.map((day) => {
            const date = `${YEAR}-${day}`;
            return (
              <li key={day}>
                <button
                  type="button"
                  className="tw-chip"
                  aria-pressed={moment?.date === date}
                  onClick={() => chooseDay(date)}
                >
                  {text.day[day]}
                </button>
              </li>
            );
          })}
          <li>
            <button
              type="button"
              className="tw-chip"
              aria-pressed={moment === undefined}
              onClick={() => setMoment(undefined)}
            >
              {text.today}
            </button>
          </li>
        </ul>
      </fieldset>
      {moment && (
        <label className="tw-field">
          <span className="tw-heading">
            {text.time}: {clock}
          </span>
          <input
            type="range"
            className="tw-range"
            min={0}
            max={1439}
            step={5}
            value={minutes}
            aria-valuetext={clock}
            onChange={(event) => setMoment({ ...moment, minutes: Number(event.currentTarget.value) })}
          />
        </label>
      )}
      <p className="nl-paragraph tw-subtle">{text.limits}</p>
    </>
  );
}
