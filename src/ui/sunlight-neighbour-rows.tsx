import type { NamedNeighbour, NeighbourColumn } from '../model/sun-neighbour-rows.ts';
import { windOf } from '../model/wind.ts';
import { lookAtBuilding } from '../store/go-to-building.ts';
import { twin } from '../store/twin.ts';
import { RowHead } from './row-head.tsx';
import { SortHead } from './sort-head.tsx';
import { VerdictMark } from './sunlight-rules.tsx';
import { sunlightMoreText } from './text/sunlight-more.ts';
import { useSunlightText, useSunWords } from './use-sunlight.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** Columns whose least comes first; each has one way round. */
const rising: readonly NeighbourColumn[] = ['name', 'today', 'plan', 'after'];

interface RowsProps {
  readonly rows: readonly NamedNeighbour[];
  readonly date: string;
  readonly all: number;
  readonly column: NeighbourColumn;
  readonly setColumn: (column: NeighbourColumn) => void;
}

/** Heads sort; a building's name flies there. */
export function SunlightNeighbourRows({ rows, all, date, column, setColumn }: RowsProps) {
  const text = sunlightMoreText[useLanguage()];
  const { winds } = useSunlightText();
  const words = useSunWords();
  const format = useFormat();
  const columns: readonly (readonly [NeighbourColumn, string])[] = [
    ['name', text.building],
    ['today', text.today],
    ['plan', text.plan],
    ['lost', text.lost],
    ['after', text.verdict],
  ];
  return (
    <div className="tw-sunlight__scroll">
      <table className="utrecht-table utrecht-table--html-table tw-table">
        <caption>{text.caption(format.number(all), words.day(date))}</caption>
        <SortHead
          columns={columns}
          sorting={{ column, isRising: rising.includes(column) }}
          onSort={(next) => setColumn(next.column)}
          rising={rising}
          sortBy={text.sortBy}
        />
        <tbody>
          {rows.map(({ building, name, point, today, plan, lost, before, after }) => (
            <tr key={building}>
              <RowHead name={name} onChoose={() => flyTo(building)}>
                <span className="tw-subtle">{winds[windOf(point.facingDegrees ?? 0)]}</span>
              </RowHead>
              <td>{words.short(today)}</td>
              <td>{words.short(plan)}</td>
              <td>{words.short(lost)}</td>
              <td>
                <VerdictMark verdict={after} />
                {before !== after && (
                  <span className="tw-subtle">
                    {text.today}: <VerdictMark verdict={before} />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function flyTo(building: string): void {
  twin.setState({ lastSelected: building });
  void lookAtBuilding(building);
}
