import { useMemo, useState } from 'react';
import {
  filterNeighbours,
  type NamedNeighbour,
  type NeighbourColumn,
  type NeighbourFilter,
  sortNeighbours,
} from '../model/sun-neighbour-rows.ts';
import { SunlightFiles } from './sunlight-files.tsx';
import { SunlightNeighbourRows } from './sunlight-neighbour-rows.tsx';
import { sunlightMoreText } from './text/sunlight-more.ts';
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
        <SunlightNeighbourRows
          rows={more ? sorted : sorted.slice(0, FIRST_ROWS)}
          all={sorted.length}
          {...{ date, column, setColumn }}
        />
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
