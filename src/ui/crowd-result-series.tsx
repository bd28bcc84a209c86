import { useEffect, useMemo, useState } from 'react';
import { type CrowdRow, listRows } from '../model/crowd-rows.ts';
import { setCrowdClock } from '../store/crowd-play.ts';
import { EachSide } from './crowd-sorted.tsx';
import { Pager } from './pager.tsx';
import { RowHead } from './row-head.tsx';
import type { Sorting } from './sort-head.tsx';
import { SortTable } from './sort-table.tsx';
import { type AnsweredSide, useCrowdSides, useCrowdWords, useResultText } from './use-crowd-result.ts';
import { useFormat } from './use-twin.ts';

const PAGE = 12;
const columnIds = ['time', 'present', 'entered', 'left', 'densest', 'over', 'queue'] as const;
type Column = (typeof columnIds)[number];
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const numbers: Record<Column, (row: CrowdRow) => number> = {
  time: ({ second }) => second,
  present: ({ present }) => present,
  entered: ({ entered }) => entered,
  left: ({ left }) => left,
  densest: ({ densest }) => densest,
  over: ({ overM2 }) => overM2,
  queue: ({ waiting }) => sum(waiting),
};

/** The run that is watched, minute by minute. */
export function CrowdResultSeries() {
  const text = useResultText().series;
  const format = useFormat();
  const [any] = useCrowdSides();
  const every = any?.scenario.everySeconds ?? 60;
  const title = every === 60 ? text.title : text.titleSeconds(format.number(every));
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="crowd-series">
      <h3 className="tw-flood__title" id="crowd-series" tabIndex={-1}>
        {title}
      </h3>
      <EachSide>{(side) => <Series side={side} caption={title} />}</EachSide>
    </section>
  );
}

function Series({ side, caption }: { readonly side: AnsweredSide; readonly caption: string }) {
  const text = useResultText();
  const words = useCrowdWords();
  const format = useFormat();
  const [sorting, setSorting] = useState<Sorting<Column>>({ column: 'time', isRising: true });
  const [start, setStart] = useState(0);
  const [first] = side.answers;
  const rows = useMemo(() => {
    const value = numbers[sorting.column];
    const sign = sorting.isRising ? 1 : -1;
    return first ? listRows(first).sort((a, b) => sign * (value(a) - value(b)) || a.second - b.second) : [];
  }, [first, sorting]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its start.
  useEffect(() => setStart(0), [rows]);
  return (
    <>
      <SortTable
        caption={caption}
        className="tw-crowd-table"
        columns={columnIds.map((column) => [column, text.series.columns[column]] as const)}
        sorting={sorting}
        onSort={setSorting}
        rising={['time']}
        sortBy={text.sortBy}
      >
        {rows.slice(start, start + PAGE).map((row) => (
          <tr key={row.second}>
            <RowHead name={words.clock(row.second)} onChoose={() => setCrowdClock(row.second)} />
            <td>{words.persons(row.present)}</td>
            <td>{words.persons(row.entered)}</td>
            <td>{words.persons(row.left)}</td>
            <td>{words.density(row.densest)}</td>
            <td>{format.number(row.overM2, 1)}</td>
            <td>{words.persons(numbers.queue(row))}</td>
          </tr>
        ))}
      </SortTable>
      <Pager start={start} size={PAGE} all={rows.length} onStart={setStart} text={text.series} />
    </>
  );
}
