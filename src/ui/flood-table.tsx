import { useMemo, useState } from 'react';
import { listWetStreets, type StreetWater } from '../model/flood-figures.ts';
import { isInPolygon } from '../model/polygon.ts';
import { sendCommand } from '../store/commands.ts';
import { FloodCsv } from './flood-csv.tsx';
import { RowHead } from './row-head.tsx';
import { SortTable } from './sort-table.tsx';
import { useFirstRows } from './use-first-rows.tsx';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useIsBreach } from './use-flood-breach.ts';
import { useTwin } from './use-twin.ts';

const FIRST_ROWS = 8;

type Column = 'name' | 'deepest' | 'arrival' | 'duration';

/** Columns whose least comes first; each has one way round. */
const rising: readonly Column[] = ['name', 'arrival'];

/** Which comes first: names from a, soonest first, all else the most first. What is not known comes last. */
const orders: Record<Column, (a: StreetWater, b: StreetWater) => number> = {
  name: (a, b) => a.name.localeCompare(b.name, 'nl'),
  deepest: (a, b) => b.deepest - a.deepest,
  arrival: (a, b) => (a.arrival ?? Number.POSITIVE_INFINITY) - (b.arrival ?? Number.POSITIVE_INFINITY),
  duration: (a, b) => (b.duration ?? -1) - (a.duration ?? -1),
};

/** The picture's water as a table: streets in view, the deepest first. */
export function FloodTable() {
  const text = useFloodText();
  const [column, setColumn] = useState<Column>('deepest');
  const streets = useWetStreets();
  const sorted = useMemo(() => [...streets].sort(orders[column]), [streets, column]);
  const { shown, button } = useFirstRows(sorted, FIRST_ROWS, text);
  if (sorted.length === 0) return <p className="nl-paragraph">{text.tableNone}</p>;
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="flood-table">
      <h3 className="tw-flood__title" id="flood-table" tabIndex={-1}>
        {text.table}
      </h3>
      <StreetRows streets={shown} column={column} onSort={setColumn} />
      <div className="tw-row">
        {button}
        <FloodCsv streets={sorted} />
      </div>
      <p className="nl-paragraph tw-subtle">{text.tableNote}</p>
    </section>
  );
}

function useWetStreets(): StreetWater[] {
  const streets = useTwin((state) => state.streets);
  const polygon = useTwin((state) => state.footprint?.polygon);
  const sheets = useFlood((state) => state.sheets);
  return useMemo(() => {
    if (streets.status !== 'ready' || !polygon) return [];
    return listWetStreets(
      sheets.map(({ sheet }) => sheet),
      streets.value.streets,
      (x, y) => isInPolygon(polygon, x, y),
    );
  }, [streets, polygon, sheets]);
}

interface RowsProps {
  readonly streets: readonly StreetWater[];
  readonly column: Column;
  readonly onSort: (column: Column) => void;
}

function StreetRows({ streets, column, onSort }: RowsProps) {
  const text = useFloodText();
  const words = useFloodWords();
  const isBreach = useIsBreach();
  const columns: readonly (readonly [Column, string])[] = [
    ['name', text.street],
    ['deepest', text.deepestColumn],
    ['arrival', text.arrivalColumn],
    // Water of a breach stays until it is pumped out: longer than is computed.
    ...(isBreach ? [] : [['duration', text.durationColumn] as const]),
  ];
  const minutes = (value: number | undefined) =>
    value === undefined ? '–' : isBreach ? words.minutes(value) : words.minutesShort(value);
  return (
    <SortTable
      caption={text.table}
      sorting={{ column, isRising: rising.includes(column) }}
      onSort={(next) => onSort(next.column)}
      sortBy={text.sortBy}
      {...{ columns, rising }}
    >
      {streets.map(({ name, deepest, arrival, duration, x, y }) => (
        <tr key={name}>
          <RowHead name={name} onChoose={() => sendCommand({ type: 'look-at', x, y, radius: 60 })} />
          <td>{words.depth(deepest)}</td>
          <td>{minutes(arrival)}</td>
          {!isBreach && <td>{minutes(duration)}</td>}
        </tr>
      ))}
    </SortTable>
  );
}
