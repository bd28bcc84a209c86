import './evening.css';
import { type PointerEvent, useEffect, useRef } from 'react';
import { isSummerTime } from '../model/local-time.ts';
import { endEvening, stepEvening, toggleToday } from '../store/evening.ts';
import { writeClock } from '../store/share-link.ts';
import { EveningPhone } from './evening-phone.tsx';
import { FullScreenButton } from './full-screen-button.tsx';
import { Icon } from './icon.tsx';
import { eveningText } from './text/evening.ts';
import { useEvening } from './use-evening.ts';
import { useOpenPlan, useShownVariant } from './use-plan.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** CSS pixels sideways that make a swipe. */
const SWIPE = 60;

/** The whole screen for a hall: the picture, one sentence, and three large buttons. */
export function Evening() {
  const text = eveningText[useLanguage()];
  const format = useFormat();
  const plan = useOpenPlan();
  const section = useRef<HTMLElement>(null);
  const { variant, label } = useShownVariant();
  useEvening();
  useEffect(() => section.current?.focus(), []);
  return (
    <section className="tw-evening" aria-label={text.label} tabIndex={-1} ref={section}>
      <h1 className="tw-hidden">{plan ? `${text.label}: ${format.localised(plan.title)}` : text.label}</h1>
      <p className="tw-evening__shown" data-plan={variant !== undefined}>
        {label}
      </p>
      <div className="tw-evening__tools">
        <EveningPhone />
        <FullScreenButton />
        <button type="button" className="tw-icon-button" aria-label={text.end} title={text.end} onClick={endEvening}>
          <Icon name="close" />
        </button>
      </div>
      <Band />
    </section>
  );
}

function Band() {
  const text = eveningText[useLanguage()];
  const plan = useOpenPlan();
  const stop = useTwin((state) => state.evening?.stop ?? 0);
  const { variant } = useShownVariant();
  const startX = useRef<number>(undefined);
  const last = (plan?.stops.length ?? 1) - 1;

  function onPointerUp({ clientX }: PointerEvent) {
    const across = startX.current === undefined ? 0 : clientX - startX.current;
    startX.current = undefined;
    if (Math.abs(across) > SWIPE) stepEvening(across < 0 ? 1 : -1);
  }

  return (
    <div
      className="tw-evening__band"
      onPointerDown={({ clientX }) => {
        startX.current = clientX;
      }}
      onPointerUp={onPointerUp}
    >
      <Caption />
      <div className="tw-evening__buttons">
        <button
          type="button"
          className="tw-evening__step"
          disabled={stop === 0}
          aria-label={text.previous}
          onClick={() => stepEvening(-1)}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          className="tw-evening__toggle"
          aria-label={text.toggle}
          aria-pressed={variant !== undefined}
          onClick={toggleToday}
        >
          <span data-on={!variant}>{text.now}</span>
          <span data-on={variant !== undefined}>{text.plan}</span>
        </button>
        <button
          type="button"
          className="tw-evening__step"
          disabled={stop >= last}
          aria-label={text.next}
          onClick={() => stepEvening(1)}
        >
          <Icon name="right" />
        </button>
      </div>
    </div>
  );
}

function Caption() {
  const text = eveningText[useLanguage()];
  const format = useFormat();
  const plan = useOpenPlan();
  const row = useTwin((state) => state.evening?.stop ?? 0);
  // Someone who listens is not told again and again what nobody asked for.
  const alone = useTwin((state) => state.evening?.isAlone ?? false);
  const moment = useTwin((state) => state.moment);
  if (!plan) return null;
  const stop = plan.stops[row];
  if (!stop) return <p className="tw-evening__caption">{text.noStops}</p>;
  const season = moment && (isSummerTime(moment) ? text.summer : text.winter);
  return (
    <div className="tw-evening__words" aria-live={alone ? 'off' : 'polite'}>
      <p className="tw-evening__count">
        {text.count(row + 1, plan.stops.length)}
        {moment && ` · ${format.date(moment.date)}, ${writeClock(moment.minutes)} (${season})`}
      </p>
      <h2 className="tw-evening__title">{format.localised(stop.title)}</h2>
      <p className="tw-evening__caption">{format.localised(stop.caption)}</p>
    </div>
  );
}
