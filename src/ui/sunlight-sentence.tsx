import type { SunAtPlace } from '../model/sun-question.ts';
import { windOf } from '../model/wind.ts';
import { chosenRow, setSunFacing, sunDate } from '../store/sunlight.ts';
import { geometryError } from '../store/sunlight-follow.ts';
import { plannedDays, useSunChoice, useSunDay, useSunError, useSunlightText, useSunWords } from './use-sunlight.ts';
import { useTwin } from './use-twin.ts';

/** Minutes below which nothing is lost: what the model cannot tell. */
const LEAST = 2.5;

/** The answer in one sentence, with how far it may be off. */
export function SunlightSentence({ place }: { readonly place: SunAtPlace }) {
  const text = useSunlightText();
  const words = useSunWords();
  const writeError = useSunError();
  const choice = useSunChoice();
  const error = writeError(useTwin(geometryError));
  const today = useSunDay(place.today);
  const plan = useSunDay(plannedDays(place));
  if (!today) return null;
  const day = words.day(sunDate(choice));
  const what = text.your[choice.place?.kind ?? 'spot'];
  const [low, high] = [words.short(today.low), words.short(today.high)];
  if (!plan) {
    const tell = place.plan === 'gone' ? text.gone : text.now;
    return (
      <div className="tw-sunlight__answer" aria-live="polite">
        <p>{tell(day, what, words.long(today.minutes))}</p>
        <p className="tw-subtle">{text.error(error, low, high)}</p>
        <p className="tw-subtle">{text.possible[choice.trees]}</p>
      </div>
    );
  }
  const lost = today.minutes - plan.minutes;
  return (
    <div className="tw-sunlight__answer" aria-live="polite">
      <p>{text.nowAndPlan(day, what, words.long(today.minutes), words.long(plan.minutes))}</p>
      <p>
        {lost > LEAST && text.lost(words.long(lost))}
        {lost < -LEAST && text.gained(words.long(-lost))}
        {Math.abs(lost) <= LEAST && text.same}
      </p>
      <p className="tw-subtle">{text.errorPlan(error, low, high, words.short(plan.low), words.short(plan.high))}</p>
      <p className="tw-subtle">{text.possible[choice.trees]}</p>
    </div>
  );
}

/** Which of the house's walls the window is in: a house does not say where its windows are. */
export function SunlightWalls({ places }: { readonly places: readonly SunAtPlace[] }) {
  const text = useSunlightText();
  const words = useSunWords();
  const choice = useSunChoice();
  const date = sunDate(choice);
  if (choice.place?.kind !== 'window' || places.length < 2) return null;
  const chosen = chosenRow(places, choice);
  return (
    <fieldset className="tw-fieldset tw-sunlight__group">
      <legend className="tw-heading">{text.walls}</legend>
      <ul className="tw-chips">
        {places.map(({ point, today }, row) => {
          const minutes = today.days.find((day) => day.date === date)?.minutes ?? 0;
          const degrees = point.facingDegrees ?? 0;
          return (
            <li key={`${point.x} ${point.y}`}>
              <button
                type="button"
                className="tw-chip"
                aria-pressed={row === chosen}
                onClick={() => setSunFacing(degrees)}
              >
                {text.wall(text.winds[windOf(degrees)], words.short(minutes))}
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
