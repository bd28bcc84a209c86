import { type PointerEvent, useRef } from 'react';
import { isSummerTime } from '../model/local-time.ts';
import { stepEvening, toggleToday } from '../store/evening.ts';
import { writeClock } from '../store/share-link.ts';
import { Icon } from './icon.tsx';
import { eveningText } from './text/evening.ts';
import { useShownVariant } from './use-plan.ts';
import { useProgramme } from './use-programme.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** CSS pixels sideways that make a swipe. */
const SWIPE = 60;

/** Characters that fill two lines of the large letters; more of them get smaller ones, so that the band holds them. */
const LONG = 120;

/** Below the picture: what is to be seen, and the buttons to go on. */
export function EveningBand() {
  const startX = useRef<number>(undefined);

  function onPointerDown({ target, clientX }: PointerEvent) {
    // What begins on a button is a press of it.
    startX.current = target instanceof Element && target.closest('button') ? undefined : clientX;
  }

  function onPointerUp({ clientX }: PointerEvent) {
    const across = startX.current === undefined ? 0 : clientX - startX.current;
    startX.current = undefined;
    if (Math.abs(across) > SWIPE) stepEvening(across < 0 ? 1 : -1);
  }

  return (
    <div className="tw-evening__band" onPointerDown={onPointerDown} onPointerUp={onPointerUp}>
      <Words />
      <Buttons />
    </div>
  );
}

/** A button that has come to the end keeps the focus, and so the keys of the evening. */
function Buttons() {
  const text = eveningText[useLanguage()];
  const { stops } = useProgramme();
  const stop = useTwin((state) => state.evening?.stop ?? 0);
  const hasPlan = useTwin((state) => state.choice !== undefined);
  const { variant } = useShownVariant();
  return (
    <div className="tw-evening__buttons">
      <button
        type="button"
        className="tw-evening__step"
        aria-disabled={stop === 0}
        aria-label={text.previous}
        onClick={() => stepEvening(-1)}
      >
        <Icon name="left" />
      </button>
      {stops.some(({ choice }) => choice) && (
        <button
          type="button"
          className="tw-evening__toggle"
          aria-disabled={!hasPlan}
          aria-label={text.toggle}
          aria-pressed={variant !== undefined}
          onClick={toggleToday}
        >
          <span data-on={!variant}>{text.now}</span>
          <span data-on={variant !== undefined}>{text.plan}</span>
        </button>
      )}
      <button
        type="button"
        className="tw-evening__step"
        aria-disabled={stop >= stops.length - 1}
        aria-label={text.next}
        onClick={() => stepEvening(1)}
      >
        <Icon name="right" />
      </button>
    </div>
  );
}

function Words() {
  const text = eveningText[useLanguage()];
  const format = useFormat();
  const { title, stops } = useProgramme();
  const row = useTwin((state) => state.evening?.stop ?? 0);
  const kind = useTwin((state) => state.evening?.programme ?? 'plan');
  const isRead = useTwin(({ plans, eveningFile }) =>
    [plans, ...(kind === 'file' ? [eveningFile] : [])].every(({ status }) => status === 'ready' || status === 'failed'),
  );
  // Someone who listens is not told again and again what nobody asked for.
  const alone = useTwin((state) => state.evening?.isAlone ?? false);
  const moment = useTwin((state) => state.moment);
  const stop = stops[row];
  if (!stop) return <p className="tw-evening__caption">{isRead ? text.noStops[kind] : text.loading}</p>;
  const caption = format.localised(stop.caption);
  const season = moment && (isSummerTime(moment) ? text.summer : text.winter);
  return (
    <div className="tw-evening__words" aria-live={alone ? 'off' : 'polite'} aria-atomic="true">
      <p className="tw-evening__count">
        {title && <span className="tw-evening__name">{format.localised(title)} · </span>}
        {text.count(row + 1, stops.length)}
        {moment && ` · ${format.date(moment.date)}, ${writeClock(moment.minutes)} (${season})`}
      </p>
      <h2 className="tw-evening__title">{format.localised(stop.title)}</h2>
      <p className="tw-evening__caption" data-long={caption.length > LONG}>
        {caption}
      </p>
    </div>
  );
}
