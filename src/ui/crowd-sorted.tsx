import { type ReactNode, useMemo, useState } from 'react';
import type { Sorting } from './sort-head.tsx';
import { SortTable } from './sort-table.tsx';
import { type AnsweredSide, useCrowdSides, useResultText } from './use-crowd-result.ts';

interface CrowdSortedProps<R, C extends string> {
  readonly caption: string;
  readonly rows: readonly R[];
  readonly columns: readonly (readonly [C, string])[];
  readonly first: Sorting<C>;
  /** Columns whose least comes first when they are chosen. */
  readonly rising: readonly C[];
  /** What a column is sorted by. */
  readonly figureOf: (row: R, column: C) => number | string;
  readonly children: (row: R, i: number) => ReactNode;
}

/** A short table that its heads sort. */
export function CrowdSorted<R, C extends string>(props: CrowdSortedProps<R, C>) {
  const { caption, rows, columns, first, rising, figureOf, children } = props;
  const { sortBy } = useResultText();
  const [sorting, setSorting] = useState(first);
  const sorted = useMemo(() => {
    const { column, isRising } = sorting;
    const sign = isRising ? 1 : -1;
    return [...rows].sort((a, b) => {
      const [p, q] = [figureOf(a, column), figureOf(b, column)];
      const order =
        typeof p === 'string' || typeof q === 'string'
          ? String(p).localeCompare(String(q), 'nl', { numeric: true })
          : p - q;
      return sign * order;
    });
  }, [rows, sorting, figureOf]);
  return (
    <SortTable
      caption={caption}
      className="tw-crowd-table"
      onSort={setSorting}
      {...{ columns, sorting, rising, sortBy }}
    >
      {sorted.map(children)}
    </SortTable>
  );
}

/** One table of each layout, with its name where there are two. */
export function EachSide({ children }: { readonly children: (side: AnsweredSide, rank: number) => ReactNode }) {
  const text = useResultText();
  const sides = useCrowdSides();
  return sides.map((side, rank) => (
    <div key={side.layout} className="tw-flood__group">
      {sides.length > 1 && <h4 className="tw-heading">{text.layout(side.title)}</h4>}
      {children(side, rank)}
    </div>
  ));
}
