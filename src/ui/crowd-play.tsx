import './flood.css';
import './crowd-result.css';
import { useEffect, useMemo } from 'react';
import { framesAround } from '../model/crowd-frames.ts';
import { busiestSecond } from '../model/crowd-rows.ts';
import { playCrowd, setCrowdClock, setCrowdSpeed, stopCrowd } from '../store/crowd-play.ts';
import { crowdSpeeds, forgetCrowdRun, lastCrowdSecond } from '../store/crowd-run.ts';
import { CrowdLegend } from './crowd-legend.tsx';
import { Icon } from './icon.tsx';
import { useEventPlan } from './use-crowd.ts';
import { useCrowdRun, useCrowdSides, useCrowdWords, useResultText } from './use-crowd-result.ts';

/** There is room for the legend over the picture. */
const isRoomy = () => window.matchMedia('(width >= 48rem) and (height >= 45rem)').matches;

/** s between stops of the slider. */
const STEP = 10;

/** Over the picture: play, where in time, how fast, where it is busiest, and what colours say. Nothing before there is a frame. */
export function CrowdPlay() {
  const text = useResultText().play;
  const words = useCrowdWords();
  const last = useCrowdRun(lastCrowdSecond);
  // So that it is written as often as it changes, and not with each frame.
  const second = useCrowdRun((state) => Math.round(state.clock / STEP) * STEP);
  const isPlaying = useCrowdRun((state) => state.isPlaying);
  const speed = useCrowdRun((state) => state.speed);
  const hasFrames = useCrowdRun((state) => state.sides.some(({ moments }) => moments.length > 0));
  const [side] = useCrowdSides();
  const busiest = useMemo(() => busiestSecond(side?.answers[0]), [side]);
  // People of one event do not belong on the square of another.
  const plan = useEventPlan();
  const isOther = useCrowdRun((state) => state.plan !== undefined && plan !== undefined && state.plan.id !== plan.id);
  useEffect(() => {
    if (isOther) forgetCrowdRun();
  }, [isOther]);
  useEffect(() => stopCrowd, []);
  if (!hasFrames) return null;
  const clock = words.clock(second);
  return (
    <section className="tw-crowd-play" aria-label={text.title}>
      <div className="tw-flood-clock">
        <button
          type="button"
          className="tw-icon-button tw-flood-clock__play"
          aria-label={isPlaying ? text.pause : text.play}
          title={isPlaying ? text.pause : text.play}
          onClick={() => {
            if (isPlaying) stopCrowd();
            else playCrowd(window.matchMedia('(prefers-reduced-motion: reduce)').matches);
          }}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </button>
        <div className="tw-flood-clock__track">
          <input
            type="range"
            className="tw-range"
            aria-label={text.time}
            aria-valuetext={clock}
            min={0}
            max={Math.max(STEP, Math.ceil(last / STEP) * STEP)}
            step={STEP}
            value={second}
            onChange={(event) => {
              stopCrowd();
              setCrowdClock(Number(event.currentTarget.value));
            }}
          />
        </div>
        <p className="tw-flood-clock__time tw-crowd-play__time">
          {clock} <Present />
        </p>
      </div>
      <details className="tw-crowd-play__fold" open={isRoomy() || undefined}>
        <summary>{text.more}</summary>
        <div className="tw-crowd-play__more">
          <fieldset className="tw-crowd-play__speeds">
            <legend className="tw-hidden">{text.speed}</legend>
            {crowdSpeeds.map((times) => (
              <button
                key={times}
                type="button"
                className="tw-chip"
                aria-pressed={speed === times}
                aria-label={text.speedOf(String(times))}
                onClick={() => setCrowdSpeed(times)}
              >
                {text.speeds(String(times))}
              </button>
            ))}
          </fieldset>
          {busiest !== undefined && (
            <button
              type="button"
              className="tw-chip"
              onClick={() => {
                stopCrowd();
                setCrowdClock(busiest);
              }}
            >
              {text.busiest}
            </button>
          )}
        </div>
        {side && <CrowdLegend />}
      </details>
    </section>
  );
}

/** How many people are on the square in what is seen; of two layouts the one that is looked at first. */
function Present() {
  const text = useResultText().play;
  const words = useCrowdWords();
  const count = useCrowdRun(
    ({ sides, clock }) => framesAround(sides[0]?.moments ?? [], clock)?.before.person.length ?? 0,
  );
  return <span className="tw-subtle">{text.present(words.persons(count))}</span>;
}
