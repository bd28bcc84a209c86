import type { BandSeries } from '../model/crowd-spread.ts';
import type { CrowdChartFrame } from './crowd-chart-frame.ts';
import { useResultText } from './use-crowd-result.ts';

export interface CrowdLine {
  /** By row of the first run. */
  readonly values: readonly number[];
  readonly band: BandSeries;
  readonly every: number;
  /** s: where its last row ends. */
  readonly end: number;
}

/** The run that is watched as a line over the band of all; of two layouts the second is dashed. */
export function DrawnLine({
  line,
  frame,
  rank,
}: {
  readonly line: CrowdLine;
  readonly frame: CrowdChartFrame;
  readonly rank: number;
}) {
  const { toX, toY } = frame;
  const { values, band, every, end } = line;
  const at = (row: number, value: number, last: number) =>
    `${toX(Math.min((row + 1) * every, last)).toFixed(1)},${toY(value).toFixed(1)}`;
  const whole = Number.POSITIVE_INFINITY;
  const points = values.map((value, row) => at(row, value, end));
  const edge = [
    ...Array.from(band.high, (value, row) => at(row, value, whole)),
    ...Array.from(band.low, (value, row) => at(row, value, whole)).reverse(),
  ];
  return (
    <g className="tw-crowd-chart__line" data-rank={rank}>
      <polygon points={edge.join(' ')} />
      <polyline points={points.join(' ')} />
    </g>
  );
}

export function LimitLine({ frame, value }: { readonly frame: CrowdChartFrame; readonly value: number }) {
  const { limit } = useResultText().charts;
  const y = frame.toY(value);
  return (
    <g className="tw-crowd-chart__limit">
      <line x1={frame.left} x2={frame.right} y1={y} y2={y} />
      <text x={frame.right} y={y - 4} textAnchor="end">
        {limit}
      </text>
    </g>
  );
}

export function LineLegend({ titles }: { readonly titles: readonly string[] }) {
  const text = useResultText();
  return (
    <span className="tw-profile__legend">
      {titles.map((title, rank) => (
        <span key={title} className="tw-crowd-chart__key" data-rank={rank}>
          {title}
        </span>
      ))}
      <span>{text.charts.band}</span>
    </span>
  );
}
