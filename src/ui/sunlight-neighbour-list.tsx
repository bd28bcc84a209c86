import { useMemo, useState } from 'react';
import {
  filterNeighbours,
  type NamedNeighbour,
  type NeighbourColumn,
  type NeighbourFilter,
  sortNeighbours,
} from '../model/sun-neighbour-rows.ts';
import { windOf } from '../model/wind.ts';
import { lookAtBuilding } from '../store/go-to-building.ts';
import { twin } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { SunlightFiles } from './sunlight-files.tsx';
import { VerdictMark } from './sunlight-rules.tsx';
import { sunlightMoreText } from './text/sunlight-more.ts';
import { useSunlightText, useSunWords } from './use-sunlight.ts';
import { useFormat, useLanguage } from './use-twin.ts';

const FIRST_ROWS = 10;
const filters = [undefined, 'losers', 'meets', 'fails', 'unknown', 'not-applicable'] as const;

interface ListProps {
  readonly rows: readonly NamedNeighbour[];
  readonly date: string;
}

/** Sorted and filtered as asked; choosing one flies there. */
export function SunlightNeighbourList({ rows, date }: ListProps) {
  const text = sunlightMoreText[useLanguage()];
  const format = useFormat();
  const [column, setColumn] = useState<NeighbourColumn>('lost');
  const [filter, setFilter] = useState<NeighbourFilter>({ text: '' });
  const [more, setMore] = useState(false);
  const sorted = useMemo(() => sortNeighbours(filterNeighbours(rows, filter), column), [rows, filter, column]);
  return (
    <>
      <label className="tw-field">
        <span>{text.filterName}</span>
        <input
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input"
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      <fieldset className="tw-fieldset">
        <legend className="tw-hidden">{text.filterVerdict}</legend>
        <ul className="tw-chips">
          {filters.map((only) => (
            <li key={only ?? 'all'}>
              <button
                type="button"
                className="tw-chip"
                aria-pressed={filter.only === only}
                onClick={() => setFilter({ text: filter.text, ...(only && { only }) })}
              >
                {only === undefined ? text.all : only === 'losers' ? text.onlyLosers : text.filters[only]}
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
      {sorted.length === 0 ? (
        <p className="nl-paragraph">{text.none}</p>
      ) : (
        <Rows rows={more ? sorted : sorted.slice(0, FIRST_ROWS)} all={sorted.length} {...{ date, column, setColumn }} />
      )}
      {sorted.length > FIRST_ROWS && (
        <button type="button" className="tw-chip" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? text.less : text.more(format.number(sorted.length))}
        </button>
      )}
      <SunlightFiles rows={sorted} date={date} />
    </>
  );
}

interface RowsProps extends ListProps {
  readonly all: number;
  readonly column: NeighbourColumn;
  readonly setColumn: (column: NeighbourColumn) => void;
}

function Rows({ rows, all, date, column, setColumn }: RowsProps) {
  const text = sunlightMoreText[useLanguage()];
  const { winds } = useSunlightText();
  const words = useSunWords();
  const format = useFormat();
  const heads: readonly (readonly [NeighbourColumn, string])[] = [
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
        <thead>
          <tr>
            {heads.map(([id, label]) => (
              <th
                key={id}
                scope="col"
                aria-sort={id !== column ? undefined : id === 'lost' ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  className="tw-link-button"
                  aria-label={text.sortBy(label)}
                  onClick={() => setColumn(id)}
                >
                  {label}
                  {id === column && <Icon name="chevronDown" />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ building, name, point, today, plan, lost, before, after }) => (
            <tr key={building}>
              <th scope="row">
                <button type="button" className="tw-link-button" onClick={() => flyTo(building)}>
                  {name}
                </button>
                <span className="tw-subtle">{winds[windOf(point.facingDegrees ?? 0)]}</span>
              </th>
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
