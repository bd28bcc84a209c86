import './sun-tool.css';
import { useState } from 'react';
import { isSummerTime } from '../model/local-time.ts';
import type { Moment } from '../model/plan.ts';
import { setMoment } from '../store/plans.ts';
import { writeClock } from '../store/share-link.ts';
import { twin } from '../store/twin.ts';
import { SunDay } from './sun-day.tsx';
import { sunText } from './text/sun.ts';
import { useLanguage, useTwin } from './use-twin.ts';

/** The dates on which Dutch shadow studies are drawn. */
const days = ['03-21', '06-21', '09-23', '12-22'] as const;
const NOON = 12 * 60;

const chooseDay = (date: string) => setMoment({ date, minutes: twin.getState().moment?.minutes ?? NOON });

/** Day, time, and the way of the sun between them. Answers about sun hours would follow the time: they ask for the same moment. */
export function SunTool() {
  const text = sunText[useLanguage()];
  const moment = useTwin((state) => state.moment);
  return (
    <div className="tw-sun">
      <p className="nl-paragraph">{text.intro}</p>
      <DayChoice moment={moment} />
      {moment && (
        <>
          <TimeChoice moment={moment} />
          <SunDay moment={moment} />
          <button type="button" className="tw-chip tw-sun__off" onClick={() => setMoment(undefined)}>
            {text.noMoment}
          </button>
        </>
      )}
      <p className="nl-paragraph tw-subtle">{text.limits}</p>
    </div>
  );
}

function DayChoice({ moment }: { readonly moment: Moment | undefined }) {
  const text = sunText[useLanguage()];
  const year = moment?.date.slice(0, 4) ?? String(new Date().getFullYear());
  // What is typed is no date yet.
  const [typed, setTyped] = useState<string>();
  return (
    <fieldset className="tw-fieldset">
      <legend className="tw-heading">{text.days}</legend>
      <ul className="tw-chips">
        {days.map((day) => (
          <li key={day}>
            <button
              type="button"
              className="tw-chip"
              aria-pressed={moment?.date === `${year}-${day}`}
              onClick={() => chooseDay(`${year}-${day}`)}
            >
              {text.day[day]}
            </button>
          </li>
        ))}
      </ul>
      <label className="tw-sun__date">
        <span>{text.otherDay}</span>
        <input
          type="date"
          className="utrecht-textbox"
          min="1900-01-01"
          max="2100-12-31"
          value={typed ?? moment?.date ?? ''}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            if (/^(19|20)\d{2}-\d{2}-\d{2}$/.test(value)) chooseDay(value);
          }}
          onBlur={() => setTyped(undefined)}
        />
      </label>
    </fieldset>
  );
}

function TimeChoice({ moment }: { readonly moment: Moment }) {
  const text = sunText[useLanguage()];
  const isSummer = isSummerTime(moment);
  const season = isSummer ? text.summer : text.winter;
  const clock = writeClock(moment.minutes);
  return (
    <div className="tw-sun__time">
      <label htmlFor="sun-time">
        <span className="tw-heading">{text.time}</span>
        <span className="tw-sun__clock">
          {clock}{' '}
          <span className="tw-subtle">
            {season} (UTC+{isSummer ? 2 : 1})
          </span>
        </span>
      </label>
      <input
        id="sun-time"
        type="range"
        className="tw-range"
        min={0}
        max={1435}
        step={5}
        value={moment.minutes}
        aria-valuetext={`${clock}, ${season}`}
        onChange={(event) => setMoment({ ...moment, minutes: Number(event.currentTarget.value) })}
      />
    </div>
  );
}
