import { type PointerEvent, type ReactNode, useId } from 'react';
import { setCrowdClock } from '../store/crowd-play.ts';
import type { CrowdChartFrame } from './crowd-chart-frame.ts';
import { useCrowdRun, useCrowdWords } from './use-crowd-result.ts';
import { useFormat } from './use-twin.ts';

interface CrowdChartProps {
  readonly frame: CrowdChartFrame;
  /** What it shows, in a sentence: the table beside it has the figures. */
  readonly label: string;
  readonly children: ReactNode;
  /** Under it: what the lines are. */
  readonly legend: ReactNode;
}

/** Over the time of the event; a press puts the clock there, as its slider does. */
export function CrowdChart({ frame, label, children, legend }: CrowdChartProps) {
  const id = useId();
  function onPointer(event: PointerEvent<SVGSVGElement>) {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    setCrowdClock(frame.toSecond(((event.clientX - box.left) / box.width) * frame.width));
  }
  return (
    <figure className="tw-profile tw-crowd-chart">
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-labelledby={id}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
      >
        <title id={id}>{label}</title>
        <Axes frame={frame} />
        {children}
        <Now frame={frame} />
      </svg>
      <figcaption className="tw-subtle">{legend}</figcaption>
    </figure>
  );
}

function Axes({ frame }: { readonly frame: CrowdChartFrame }) {
  const { clock } = useCrowdWords();
  const format = useFormat();
  const { values, seconds, left, right, bottom, toX, toY } = frame;
  const decimals = values.every(Number.isInteger) ? 0 : values.every((value) => Number.isInteger(value * 10)) ? 1 : 2;
  return (
    <g className="tw-profile__axes">
      {values.map((value) => (
        <g key={value}>
          <line
            className={value === 0 ? 'tw-profile__base' : undefined}
            x1={left}
            x2={right}
            y1={toY(value)}
            y2={toY(value)}
          />
          <text x={left - 5} y={toY(value) + 4} textAnchor="end">
            {format.number(value, decimals)}
          </text>
        </g>
      ))}
      {seconds.map((second) => (
        <g key={second}>
          <line x1={toX(second)} x2={toX(second)} y1={bottom} y2={bottom + 4} />
          <text x={toX(second)} y={bottom + 16} textAnchor={toX(second) > right - 14 ? 'end' : 'middle'}>
            {clock(second)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Where the picture stands. */
function Now({ frame }: { readonly frame: CrowdChartFrame }) {
  // To half a pixel: the clock runs much faster than that while it plays.
  const x = useCrowdRun(({ clock }) => Math.round(frame.toX(clock) * 2) / 2);
  return (
    <g className="tw-profile__pointer">
      <line x1={x} x2={x} y1={frame.top} y2={frame.bottom} />
    </g>
  );
}
