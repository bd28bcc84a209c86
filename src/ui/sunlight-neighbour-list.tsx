import { useMemo, useState } from 'react';
import {
  filterNeighbours,
  type NamedNeighbour,
  type NeighbourColumn,
  type NeighbourFilter,
  sortNeighbours,
} from '../model/sun-neighbour-rows.ts';
import { RowFilter } from './row-filter.tsx';
import { SunlightFiles } from './sunlight-files.tsx';
import { SunlightNeighbourRows } from './sunlight-neighbour-rows.tsx';
import { sunlightMoreText } from './text/sunlight-more.ts';
import { useFirstRows } from './use-first-rows.tsx';
import { useLanguage } from './use-twin.ts';

const FIRST_ROWS = 10;
const kinds = ['losers', 'meets', 'fails', 'unknown', 'not-applicable'] as const;

interface ListProps {
  readonly rows: readonly NamedNeighbour[];
  readonly date: string;
}

/** Sorted and filtered as asked; choosing one flies there. */
export function SunlightNeighbourList({ rows, date }: ListProps) {
  const text = sunlightMoreText[useLanguage()];
  const [column, setColumn] = useState<NeighbourColumn>('lost');
  const [filter, setFilter] = useState<NeighbourFilter>({ text: '' });
  const sorted = useMemo(() => sortNeighbours(filterNeighbours(rows, filter), column), [rows, filter, column]);
  const { shown, button } = useFirstRows(sorted, FIRST_ROWS, text);
  return (
    <>
      <RowFilter label={text.filterName} legend={text.filterVerdict} kinds={kinds} onFilter={setFilter} {...{ filter }}>
        {(only) => (only === undefined ? text.all : only === 'losers' ? text.onlyLosers : text.filters[only])}
      </RowFilter>
      {sorted.length === 0 ? (
        <p className="nl-paragraph">{text.none}</p>
      ) : (
        <SunlightNeighbourRows rows={shown} all={sorted.length} {...{ date, column, setColumn }} />
      )}
      {button}
      <SunlightFiles rows={sorted} date={date} />
    </>
  );
}
