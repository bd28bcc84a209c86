import { writeTime } from '../model/count-time.ts';
import type { CountFrame } from './counts-frame.ts';
import { useCountsText } from './use-counts.ts';
import { useFormat } from './use-twin.ts';

/** Lines, numbers and times of a chart of a day. */
export function CountsAxes({ frame }: { readonly frame: CountFrame }) {
  const text = useCountsText();
  const format = useFormat();
  const { left, right, bottom, times, values, toX, toY } = frame;
  return (
    <g className="tw-counts__axes">
      <text x={left - 34} y={11}>
        {text.axisPersons}
      </text>
      {values.map((value) => (
        <g key={value} data-zero={value === 0 || undefined}>
          <line x1={left} x2={right} y1={toY(value)} y2={toY(value)} />
          <text x={left - 5} y={toY(value) + 4} textAnchor="end">
            {format.number(value)}
          </text>
        </g>
      ))}
      {times.map((time) => (
        <g key={time}>
          <line x1={toX(time)} x2={toX(time)} y1={bottom} y2={bottom + 4} />
          <text x={toX(time)} y={bottom + 17} textAnchor={toX(time) > right - 16 ? 'end' : 'middle'}>
            {writeTime(time)}
          </text>
        </g>
      ))}
    </g>
  );
}
