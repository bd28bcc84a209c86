import { MINUTE } from '../model/count-time.ts';
import { chooseSlot } from '../store/counts.ts';
import { playCounts, stopCounts } from '../store/counts-play.ts';
import { Icon } from './icon.tsx';
import { useCounts, useCountsText, useCountWords, useSlot } from './use-counts.ts';

/** Play the day, and where in it. */
export function CountsClock() {
  const text = useCountsText();
  const words = useCountWords();
  const answer = useCounts((state) => state.answer);
  const isPlaying = useCounts((state) => state.playing !== undefined);
  const slot = useSlot();
  if (!answer) return null;
  const [first, end] = answer.span;
  const start = answer.starts[slot] as number;
  const label = isPlaying ? text.pause : text.play;
  return (
    <div className="tw-flood-clock">
      <button
        type="button"
        className="tw-icon-button tw-flood-clock__play"
        aria-label={label}
        title={label}
        onClick={() => {
          if (isPlaying) stopCounts();
          else playCounts(window.matchMedia('(prefers-reduced-motion: reduce)').matches);
        }}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <div className="tw-flood-clock__track">
        <input
          type="range"
          className="tw-range"
          aria-label={text.time}
          aria-valuetext={words.between(start, start + answer.slotMinutes * MINUTE)}
          min={first}
          max={Math.max(first, end - 1)}
          step={1}
          value={slot}
          onChange={(event) => chooseSlot(Number(event.currentTarget.value))}
        />
      </div>
      <p className="tw-flood-clock__time">{words.clock(start)}</p>
    </div>
  );
}
