import { useId } from 'react';
import type { CountAnswer, CountPresence } from '../model/count-answer.ts';
import { MINUTE } from '../model/count-time.ts';
import { CountsAxes } from './counts-axes.tsx';
import { type CountFrame, createCountFrame } from './counts-frame.ts';
import { CountsPresenceNotes } from './counts-presence-notes.tsx';
import { HeadCells } from './head-cells.tsx';
import { SURE, useCounts, useCountsText, useCountWords, useSlot } from './use-counts.ts';

/** How many are there, with an error that grows through the day. */
export function CountsPresence() {
  const text = useCountsText();
  const answer = useCounts((state) => state.answer);
  if (!answer) return null;
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="counts-presence">
      <h3 className="tw-flood__title" id="counts-presence" tabIndex={-1}>
        {text.presenceTitle}
      </h3>
      {answer.presence ? (
        <Estimate answer={answer} presence={answer.presence} />
      ) : (
        <p className="nl-paragraph">{text.presenceNone}</p>
      )}
    </section>
  );
}

interface EstimateProps {
  readonly answer: CountAnswer;
  readonly presence: CountPresence;
}

function Estimate({ answer, presence }: EstimateProps) {
  const text = useCountsText();
  const words = useCountWords();
  const { moments, most, start, quietest } = presence;
  const lows = moments.map(({ value, error }) => value - SURE * error);
  const highs = moments.map(({ value, error }) => value + SURE * error);
  const end = (answer.starts.at(-1) as number) + answer.slotMinutes * MINUTE;
  const frame = createCountFrame(answer.from, end, Math.min(0, ...lows), Math.max(1, ...highs));
  return (
    <>
      <p className="nl-paragraph tw-subtle">
        {text.presenceIntro(words.clock(start), words.estimate(quietest, Math.sqrt(quietest)))}
      </p>
      <figure className="tw-counts__chart">
        <Chart {...{ frame, presence, lows, highs }} shown={answer.starts[useSlot()] as number} />
        <figcaption className="tw-subtle tw-counts__legend">
          <span className="tw-counts__key" data-key="line">
            {text.legendEstimate}
          </span>
          <span className="tw-counts__key" data-key="usual">
            {text.legendError}
          </span>
          <span className="tw-counts__key" data-key="moment">
            {text.legendMoment}
          </span>
        </figcaption>
      </figure>
      <p className="nl-paragraph tw-subtle">{text.presenceGrows}</p>
      <CountsPresenceNotes presence={presence} />
      <details className="tw-details">
        <summary>{text.asTable}</summary>
        <div className="tw-flood__table">
          <table className="utrecht-table utrecht-table--html-table tw-table">
            <caption className="tw-hidden">{text.presenceTitle}</caption>
            <HeadCells heads={[text.columnTime, text.columnPresent, text.columnError]} />
            <tbody>
              {moments.flatMap(({ time, value, error }, row) => {
                // Whole hours, and the last: all quarters are in the file.
                const isTold = (time - answer.from) % (60 * MINUTE) === 0 || row === moments.length - 1;
                if (!isTold) return [];
                const ends = [lows[row], highs[row]].map((bound) => words.estimate(bound as number, error));
                return [
                  <tr key={time}>
                    <th scope="row">{words.clock(time)}</th>
                    <td data-most={time === most?.time || undefined}>{words.estimate(value, error)}</td>
                    <td>{text.range(ends[0] as string, ends[1] as string)}</td>
                  </tr>,
                ];
              })}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

interface ChartProps {
  readonly frame: CountFrame;
  readonly presence: CountPresence;
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  /** The chosen moment. */
  readonly shown: number;
}

function Chart({ frame, presence: { moments, most }, lows, highs, shown }: ChartProps) {
  const text = useCountsText();
  const words = useCountWords();
  const id = useId();
  const { width, height, top, bottom, toX, toY } = frame;
  const at = (time: number, value: number) => `${toX(time).toFixed(1)} ${toY(value).toFixed(1)}`;
  const along = (values: readonly number[]) => values.map((value, i) => at(moments[i]?.time as number, value));
  const title = most
    ? text.presenceChart(words.estimate(most.value, most.error), words.clock(most.time))
    : text.presenceTitle;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{title}</title>
      <defs>
        <pattern id={`${id}-error`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="tw-counts__hatch" x1="0" x2="0" y1="0" y2="5" />
        </pattern>
      </defs>
      <CountsAxes frame={frame} />
      <path
        className="tw-counts__usual"
        fill={`url(#${id}-error)`}
        d={`M${along(highs).join('L')}L${along(lows).reverse().join('L')}Z`}
      />
      <path className="tw-counts__line" d={`M${along(moments.map(({ value }) => value)).join('L')}`} />
      <line className="tw-counts__moment" x1={toX(shown)} x2={toX(shown)} y1={top} y2={bottom} />
    </svg>
  );
}
