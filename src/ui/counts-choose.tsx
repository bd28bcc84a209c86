import { countIntervals, countWays, intervalMinutes } from '../model/count-choice.ts';
import { listDays, setCountChoice } from '../store/counts.ts';
import { Chips } from './chips.tsx';
import { CountsClock } from './counts-clock.tsx';
import { useCountChoice, useCounts, useCountsText, useCountWords } from './use-counts.ts';

/** Which day, in what steps, which way, and which moment of it. */
export function CountsChoose() {
  const text = useCountsText();
  const words = useCountWords();
  const choice = useCountChoice();
  const town = useCounts((state) => state.town);
  const fresh = useCounts((state) => state.fresh);
  const answer = useCounts((state) => state.answer);
  const days = listDays({ town, fresh });
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="counts-choose">
      <h3 className="tw-flood__title" id="counts-choose" tabIndex={-1}>
        {text.chooseTitle}
      </h3>
      <label className="tw-field">
        <span>{text.day}</span>
        <select
          className="utrecht-textbox utrecht-textbox--html-input"
          value={answer?.day ?? ''}
          onChange={(event) => setCountChoice({ day: event.currentTarget.value, minute: undefined })}
        >
          {days.map((day) => (
            <option key={day} value={day}>
              {words.weekday(day)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="tw-fieldset">
        <legend>{text.way}</legend>
        <Chips ids={countWays} isPressed={(way) => way === choice.way} onPress={(way) => setCountChoice({ way })}>
          {(way) => text.ways[way]}
        </Chips>
      </fieldset>
      <fieldset className="tw-fieldset">
        <legend>{text.interval}</legend>
        <Chips
          ids={countIntervals}
          isPressed={(interval) => interval === choice.interval}
          onPress={(interval) => setCountChoice({ interval })}
        >
          {(interval) => text.intervals[interval]}
        </Chips>
        {answer && answer.slotMinutes > intervalMinutes[choice.interval] && (
          <p className="nl-paragraph tw-subtle">{text.longer(words.count(answer.slotMinutes))}</p>
        )}
      </fieldset>
      <CountsClock />
      {choice.minute !== undefined && (
        <button type="button" className="tw-link-button" onClick={() => setCountChoice({ minute: undefined })}>
          {text.toPeak}
        </button>
      )}
    </section>
  );
}
