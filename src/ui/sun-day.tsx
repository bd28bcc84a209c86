import { useEffect, useRef, useState } from 'react';
import type { Moment } from '../model/plan.ts';
import { rdToLonLat } from '../model/rd.ts';
import { type SunTimes, sunTimes } from '../model/sun-times.ts';
import { playDay } from '../store/play-day.ts';
import { writeClock } from '../store/share-link.ts';
import { Icon } from './icon.tsx';
import { sunText } from './text/sun.ts';
import { useLanguage, useTwin } from './use-twin.ts';

const DAY = 1440;
/** Ends of the slider's thumb at midnight: it goes by steps of five minutes. */
const LAST = 1435;
const hours = [0, 3, 6, 9, 12, 15, 18, 21, 24] as const;
const part = (minutes: number) => `${(100 * minutes) / LAST}%`;
const clockOf = (minutes: number) => writeClock(Math.round(minutes) % DAY);

/** Under the time: when it is light, hours along the slider, and a button that lets the day pass. */
export function SunDay({ moment }: { readonly moment: Moment }) {
  const text = sunText[useLanguage()];
  const times = useSunTimes(moment.date);
  const isNight = times !== undefined && (moment.minutes < times.rise || moment.minutes > times.set);
  return (
    <>
      <div className="tw-sun__scale" aria-hidden="true">
        {times && (
          <span
            className="tw-sun__light"
            style={{ insetInlineStart: part(times.rise), inlineSize: part(times.set - times.rise) }}
          />
        )}
        {hours.map((hour) => (
          <span key={hour} className="tw-sun__tick" style={{ insetInlineStart: part(Math.min(hour * 60, LAST)) }}>
            {hour % 6 === 0 && hour}
          </span>
        ))}
      </div>
      <PlayButton times={times} />
      <div>
        {times && (
          <p>
            {text.sun(clockOf(times.rise), clockOf(times.set))} {isNight && <strong>{text.night}</strong>}
          </p>
        )}
        <p className="tw-subtle">
          {text.clockNote} {times && text.sunNote}
        </p>
      </div>
    </>
  );
}

/** In the middle of the municipality: over its width the times differ by seconds. */
function useSunTimes(date: string): SunTimes | undefined {
  const municipality = useTwin((state) => state.municipality);
  if (municipality.status !== 'ready') return undefined;
  const [west, south, east, north] = municipality.value.extent;
  return sunTimes(date, rdToLonLat({ x: (west + east) / 2, y: (south + north) / 2 }));
}

function PlayButton({ times }: { readonly times: SunTimes | undefined }) {
  const text = sunText[useLanguage()];
  const [isPlaying, setIsPlaying] = useState(false);
  const stop = useRef<() => void>(undefined);

  useEffect(() => () => stop.current?.(), []);

  function play() {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    stop.current = playDay({
      from: times ? Math.floor(times.rise) : 0,
      until: times ? Math.ceil(times.set) : LAST,
      // Who wants no motion sees a picture an hour, long enough to look at.
      stepMinutes: calm ? 60 : 10,
      everyMs: calm ? 2000 : 200,
      onEnd: () => setIsPlaying(false),
    });
    setIsPlaying(true);
  }

  return (
    <button
      type="button"
      className="tw-chip tw-sun__play"
      onClick={() => {
        stop.current?.();
        if (isPlaying) setIsPlaying(false);
        else play();
      }}
    >
      <Icon name={isPlaying ? 'pause' : 'play'} />
      {isPlaying ? text.stop : text.play}
    </button>
  );
}
