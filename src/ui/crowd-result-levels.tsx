import { useId, useMemo } from 'react';
import { levelNames, standingLevels, walkingLevels } from '../model/crowd.ts';
import { densityClasses } from '../model/crowd-levels.ts';
import { type CrowdRow, listRows } from '../model/crowd-rows.ts';
import { CrowdChart } from './crowd-chart.tsx';
import { type CrowdChartFrame, createChartFrame } from './crowd-chart-frame.ts';
import { LevelMark, LevelPattern } from './crowd-level.tsx';
import { HeadCells } from './head-cells.tsx';
import { type AnsweredSide, useCrowdRun, useCrowdSides, useCrowdWords, useResultText } from './use-crowd-result.ts';
import { useFormat } from './use-twin.ts';

const peopleIn = (row: CrowdRow) => row.levels.reduce((sum, persons) => sum + persons, 0);

/** How many people stood how close together, over time; of two layouts one chart under the other, on the same scale. */
export function CrowdResultLevels() {
  const text = useResultText().levels;
  const sides = useCrowdSides();
  const words = useCrowdWords();
  const limit = useCrowdRun((state) => state.plan?.limitPersonsPerM2 ?? 0);
  const start = useCrowdRun((state) => state.plan?.start ?? '');
  const rows = useMemo(() => sides.map(({ answers: [first] }) => (first ? listRows(first) : [])), [sides]);
  const frame = useMemo(() => {
    const all = rows.flat();
    const last = all.reduce((most, { second }) => Math.max(most, second), 0);
    return createChartFrame(
      start,
      last,
      all.reduce((most, row) => Math.max(most, peopleIn(row)), 0),
    );
  }, [rows, start]);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="crowd-levels">
      <h3 className="tw-flood__title" id="crowd-levels" tabIndex={-1}>
        {text.title}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.intro}</p>
      {sides.map((side, s) => (
        <LevelChart key={side.layout} side={side} rows={rows[s] ?? []} frame={frame} isNamed={sides.length > 1} />
      ))}
      <LevelTable sides={sides} />
      <p className="nl-paragraph tw-subtle">{text.source}</p>
      <p className="nl-paragraph tw-subtle">{text.limit(words.density(limit))}</p>
    </section>
  );
}

interface LevelChartProps {
  readonly side: AnsweredSide;
  readonly rows: readonly CrowdRow[];
  readonly frame: CrowdChartFrame;
  readonly isNamed: boolean;
}

function LevelChart({ side, rows, frame, isNamed }: LevelChartProps) {
  const text = useResultText();
  const words = useCrowdWords();
  const id = useId();
  const areas = useMemo(() => stack(rows, frame), [rows, frame]);
  const top = rows.reduce<CrowdRow | undefined>(
    (best, row) => (best && best.present >= row.present ? best : row),
    undefined,
  );
  const label = text.levels.chart(words.persons(top?.present ?? 0), words.clock(top?.second ?? 0));
  return (
    <CrowdChart
      frame={frame}
      label={isNamed ? `${text.layout(side.title)}. ${label}` : label}
      legend={isNamed ? text.layout(side.title) : label}
    >
      <defs>
        {densityClasses.map((look, level) => (
          <LevelPattern key={look.from} id={`${id}-${level}`} look={look} />
        ))}
      </defs>
      {areas.map((points, level) => (
        <polygon
          key={levelNames[level]}
          className="tw-crowd-chart__level"
          points={points}
          fill={`url(#${id}-${level})`}
        />
      ))}
    </CrowdChart>
  );
}

/** The densest at the bottom, where their height is easiest to compare. Outlines of polygons, A first. */
function stack(rows: readonly CrowdRow[], { toX, toY }: CrowdChartFrame): string[] {
  const below = rows.map(() => 0);
  const polygons: string[] = [];
  const write = (second: number, value: number) => `${toX(second).toFixed(1)},${toY(value).toFixed(1)}`;
  for (let level = levelNames.length - 1; level >= 0; level--) {
    const floor = rows.map(({ second }, r) => write(second, below[r] as number)).reverse();
    const roof = rows.map(({ second, levels }, r) => {
      below[r] = (below[r] as number) + (levels[level] as number);
      return write(second, below[r] as number);
    });
    polygons[level] = [write(0, 0), ...roof, ...floor].join(' ');
  }
  return polygons;
}

function LevelTable({ sides }: { readonly sides: readonly AnsweredSide[] }) {
  const text = useResultText().levels;
  const format = useFormat();
  const bounds = (levels: readonly number[], level: number) => {
    const write = (value: number) => format.number(value, 2);
    const [low, high] = [levels[level - 1], levels[level]];
    if (low === undefined) return text.below(write(high as number));
    return high === undefined ? text.above(write(low)) : text.from(write(low), write(high));
  };
  const heads = [
    text.class,
    ...sides.map(({ title }) => (sides.length > 1 ? title : text.share)),
    text.density,
    text.standing,
    text.meaning,
  ];
  return (
    <div className="tw-flood__table">
      <table className="utrecht-table utrecht-table--html-table tw-table tw-crowd-table">
        <caption className={sides.length > 1 ? 'tw-subtle' : 'tw-hidden'}>{text.share}</caption>
        <HeadCells heads={heads} />
        <tbody>
          {levelNames.map((name, level) => (
            <tr key={name}>
              <th scope="row">
                {densityClasses[level] && <LevelMark look={densityClasses[level]} />} {name}
              </th>
              {sides.map(({ layout, answers: [first] }) => (
                <td key={layout}>{first ? `${format.number(first.levelOfService[name] * 100, 1)}%` : ''}</td>
              ))}
              <td>{bounds(walkingLevels, level)}</td>
              <td>{bounds(standingLevels, level)}</td>
              <td>{text.meanings[level]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
