import './flood.css';
import { useEffect } from 'react';
import { parseBreachId } from '../model/breach-choice.ts';
import { lastSecond, setFloodSecond } from '../store/flood.ts';
import { followFlood } from '../store/flood-follow.ts';
import { playFlood, stopFlood } from '../store/flood-play.ts';
import { hideOverlay } from '../store/hide-overlay.ts';
import { FloodEffectLegend } from './flood-effect-legend.tsx';
import { FloodHere } from './flood-here.tsx';
import { FloodLegend } from './flood-legend.tsx';
import { FloodDifferenceLegend } from './flood-measure-legend.tsx';
import { FloodMeasureOver } from './flood-measure-over.tsx';
import { FloodPlacingBar } from './flood-placing-bar.tsx';
import { Icon } from './icon.tsx';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useBreachText } from './use-flood-breach.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture while there is water in it: time, legend, and what stands under the pointer. */
export function FloodBar() {
  const text = useFloodText();
  const words = useFloodWords();
  const run = useFlood((state) => state.run);
  const isReading = useFlood((state) => state.isReading);
  const isComputing = useFlood((state) => state.job.status === 'running');
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const evening = useTwin((state) => state.evening !== undefined);
  const isDifference = useTwin((state) => state.flood.view === 'difference');
  const isPlacing = useTwin((state) => state.floodMeasures.placing !== undefined);
  const hasPlan = useTwin((state) => state.choice !== undefined);

  // A half without its water would look as if it stayed dry.
  const hasToday = useFlood((state) => state.today.length > 0);
  const isCompared = useTwin(
    ({ compare, choice, floodMeasures, flood: { view } }) =>
      compare.mode !== 'off' &&
      view !== 'difference' &&
      (choice?.variant !== undefined || floodMeasures.items.length > 0),
  );

  useEffect(() => followFlood(), []);

  if (!run || !supported) return null;
  return (
    <>
      <FloodMeasureOver />
      <section
        className="tw-flood-over"
        aria-label={text.bar}
        data-lifted={hasPlan || evening}
        data-placing={isPlacing}
      >
        <div className="tw-flood-bar">
          <FloodPlacingBar />
          <div className="tw-flood-bar__head">
            <p className="tw-flood-bar__storm">
              {words.storm(run.storm)}
              {isReading && !isComputing && <span className="tw-subtle"> · {text.reading}</span>}
            </p>
            <button
              type="button"
              className="tw-icon-button"
              aria-label={text.close}
              title={text.close}
              onClick={() => hideOverlay('flood')}
            >
              <Icon name="close" />
            </button>
          </div>
          {run.seconds.length > 0 && <Clock />}
          {isDifference ? <FloodDifferenceLegend /> : <FloodLegend />}
          <FloodEffectLegend />
          {run.seconds.length === 0 ? (
            <p className="tw-flood-here" role="status">
              {isComputing ? text.comes : text.noneYet}
            </p>
          ) : isCompared && !hasToday ? (
            <p className="tw-flood-here" role="status">
              {text.todayComing}
            </p>
          ) : (
            <FloodHere />
          )}
        </div>
      </section>
    </>
  );
}

/** Play, and where in time. */
function Clock() {
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
