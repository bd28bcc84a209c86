import { type PointerEvent, useId, useMemo } from 'react';
import { type CellMark, isTold } from '../model/count-answer.ts';
import { MINUTE } from '../model/count-time.ts';
import { chooseSlot } from '../store/counts.ts';
import { CountsAxes } from './counts-axes.tsx';
import { CountsDrawing } from './counts-drawing.tsx';
import { createCountFrame } from './counts-frame.ts';
import { CountsProfileTable } from './counts-profile-table.tsx';
import {
  useCountChoice,
  useCounts,
  useCountsText,
  useCountTown,
  useCountWords,
  useSeenGate,
  useSlot,
} from './use-counts.ts';

/** How many passed over the day at the chosen gate, beside what is usual. */
export function CountsProfile() {
  const text = useCountsText();
  const words = useCountWords();
  const id = useId();
  const { way } = useCountChoice();
  const answer = useCounts((state) => state.answer);
  const least = useCountTown()?.leastShown ?? 0;
  const gate = useSeenGate();
  const slot = useSlot();
  const frame = useMemo(() => {
    if (!answer || !gate) return undefined;
    const told = gate.cells[way].map((cell) => (isTold(cell) ? (cell.value ?? 0) : 0));
    const most = Math.max(least, ...told, ...gate.usual[way].map((cell) => cell?.high ?? 0));
    const end = (answer.starts.at(-1) as number) + answer.slotMinutes * MINUTE;
    return createCountFrame(answer.from, end, 0, most);
  }, [answer, gate, way, least]);
  if (!answer || !gate || !frame) return null;
  const { starts, slotMinutes, comparable } = answer;
  const length = slotMinutes * MINUTE;
  const peak = gate.peaks[way];
  const kind = text.comparable[comparable.kind];
  const days = words.count(comparable.days.length);
  const hasUsual = gate.usual[way].some((cell) => cell !== undefined);
  const usual = comparable.isRange ? text.usualRange : text.usualBand;
  const keys: readonly (readonly [string, string, readonly CellMark[]])[] = [
    ['part', text.legendPart, ['part', 'about']],
    ['late', text.legendLate, ['late']],
    ['withheld', text.legendWithheld, ['few', 'hidden']],
    ['missing', text.legendMissing, ['missing', 'excluded']],
  ];
  const startOf = (row: number) => starts[row] as number;

  function onPointer(event: PointerEvent<SVGSVGElement>) {
    if (!frame || !answer || event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const time = frame.toTime(((event.clientX - box.left) / box.width) * frame.width);
    chooseSlot(Math.min(Math.floor((time - answer.from) / length), starts.length - 1));
  }

  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="counts-profile">
      <h3 className="tw-flood__title" id="counts-profile" tabIndex={-1}>
        {text.profileTitle(words.gate(gate.gate))}
      </h3>
      <figure className="tw-counts__chart">
        <svg
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          role="img"
          aria-labelledby={`${id}-title`}
          onPointerDown={onPointer}
          onPointerMove={onPointer}
        >
          <title id={`${id}-title`}>
            {peak
              ? text.profileChart(
                  text.ways[way],
                  words.count(peak.value),
                  words.between(startOf(peak.slot), startOf(peak.slot) + length),
                )
              : text.profileEmpty(text.ways[way])}
          </title>
          <CountsAxes frame={frame} />
          <CountsDrawing
            {...{ frame, starts, length, slot, id, least }}
            cells={gate.cells[way]}
            usual={gate.usual[way]}
          />
        </svg>
        <figcaption className="tw-subtle tw-counts__legend">
          <span className="tw-counts__key" data-key="bar">
            {text.legendCount}
          </span>
          {hasUsual && (
            <span className="tw-counts__key" data-key="usual">
              {text.legendUsual}
            </span>
          )}
          {keys.map(([key, label, marks]) =>
            gate.cells[way].some(({ mark }) => marks.includes(mark)) ? (
              <span key={key} className="tw-counts__key" data-key={key}>
                {label}
              </span>
            ) : null,
          )}
          <span className="tw-counts__key" data-key="moment">
            {text.legendMoment}
          </span>
        </figcaption>
      </figure>
      <p className="nl-paragraph tw-subtle">{hasUsual ? usual(days, kind) : text.usualNone(kind)}</p>
      <CountsProfileTable gate={gate} />
    </section>
  );
}
