import { parseBreachId } from '../model/breach-choice.ts';
import { lastSecond, setFloodSecond } from '../store/flood.ts';
import { playFlood, stopFlood } from '../store/flood-play.ts';
import { Icon } from './icon.tsx';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useBreachText } from './use-flood-breach.ts';
import { useTwin } from './use-twin.ts';

/** Play, and where in time. */
export function FloodClock() {
  const text = useFloodText();
  const words = useFloodWords();
  const last = useFlood(lastSecond);
  // Whole minutes, so that it is written once a minute and not with each frame.
  const minute = useFlood((state) => Math.round(state.clock / 60));
  const isPlaying = useFlood((state) => state.isPlaying);
  const rain = useFlood((state) => state.run?.storm.minutes ?? 0);
  const isWhole = useFlood((state) => state.run?.isWhole ?? true);
  const isNow = useTwin((state) => state.flood.view === 'now');
  const share = last > 0 ? (rain * 60) / last : 0;
  const breach = useBreachText();
  const isBreach = useFlood((state) => parseBreachId(state.run?.storm.id) !== undefined);
  const short = isBreach ? words.clock : words.minutesShort;
  const time = isBreach
    ? breach.afterStart(words.minutes(minute))
    : `${text.afterStart(words.minutes(minute))}, ${minute < rain ? text.rains : text.dry}`;
  const play = isBreach ? breach.play : text.play;
  return (
    <div className="tw-flood-clock">
      <button
        type="button"
        className="tw-icon-button tw-flood-clock__play"
        aria-label={isPlaying ? text.pause : play}
        title={isPlaying ? text.pause : play}
        onClick={() => {
          if (isPlaying) stopFlood();
          else playFlood(window.matchMedia('(prefers-reduced-motion: reduce)').matches);
        }}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <div className="tw-flood-clock__track">
        <span
          className="tw-flood-clock__rain"
          style={{ inlineSize: `${100 * Math.min(share, 1)}%` }}
          aria-hidden="true"
        />
        <input
          type="range"
          className="tw-range"
          aria-label={text.time}
          aria-valuetext={time}
          min={0}
          max={Math.max(1, Math.round(last / 60))}
          step={1}
          value={minute}
          onChange={(event) => setFloodSecond(Number(event.currentTarget.value) * 60)}
        />
      </div>
      <p className="tw-flood-clock__time">
        {isNow
          ? short(minute)
          : !isWhole
            ? text.firstPart(short(Math.round(last / 60)))
            : isBreach
              ? breach.wholeTime
              : text.wholeStorm}
      </p>
    </div>
  );
}
