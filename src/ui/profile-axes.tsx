import type { ProfileFrame } from './profile-frame.ts';
import { measureText } from './text/measure.ts';
import { useFormat, useLanguage } from './use-twin.ts';

export function ProfileAxes({ frame }: { readonly frame: ProfileFrame }) {
  const text = measureText[useLanguage()];
  const format = useFormat();
  const { heights, distances, left, right, top, bottom, toX, toY } = frame;
  const decimalsOf = (ticks: readonly number[]) => (ticks.every(Number.isInteger) ? 0 : 1);
  return (
    <g className="tw-profile__axes">
      <text x={4} y={12}>
        {text.axisHeight}
      </text>
      {heights.map((height) => (
        <g key={height}>
          <line x1={left} x2={right} y1={toY(height)} y2={toY(height)} />
          <text x={left - 5} y={toY(height) + 4} textAnchor="end">
            {format.number(height, decimalsOf(heights))}
          </text>
        </g>
      ))}
      {distances.map((distance, i) => (
        <g key={distance}>
          <line x1={toX(distance)} x2={toX(distance)} y1={bottom} y2={bottom + 4} />
          <text x={toX(distance)} y={bottom + 16} textAnchor={toX(distance) > right - 16 ? 'end' : 'middle'}>
            {format.number(distance, decimalsOf(distances))}
            {i === distances.length - 1 && ` ${text.axisDistance}`}
          </text>
        </g>
      ))}
      <line className="tw-profile__base" x1={left} x2={right} y1={bottom} y2={bottom} />
      <line className="tw-profile__base" x1={left} x2={left} y1={top} y2={bottom} />
    </g>
  );
}
