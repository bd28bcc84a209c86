import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { BuildingTable } from '../model/city-index.ts';
import { lookAtBuilding } from '../store/go-to-building.ts';
import { selectBuildingById } from '../store/select-building.ts';
import { useBuildingName } from './building-name.ts';
import { Pager, type PagerText } from './pager.tsx';
import { RowHead } from './row-head.tsx';
import type { Sorting } from './sort-head.tsx';
import { SortTable } from './sort-table.tsx';
import { useLanguage, useTwin } from './use-twin.ts';

/** Thousands of rows would make the page slow: so many at a time. */
const PAGE = 12;

interface TownTableProps<B, C extends string> {
  readonly buildings: readonly B[];
  readonly table: BuildingTable;
  /** The first is the building's name. */
  readonly columns: readonly (readonly [C, string])[];
  /** Columns whose least comes first when they are chosen. */
  readonly rising: readonly C[];
  readonly first: Sorting<C>;
  readonly sort: (buildings: readonly B[], sorting: Sorting<C>, nameOf: (row: number) => string) => readonly B[];
  readonly text: PagerText & { readonly table: string; readonly sortBy: (column: string) => string };
  /** Under the name. */
  readonly about: (building: B) => ReactNode;
  /** Of the columns after the name. */
  readonly cells: (building: B) => readonly string[];
}

/** Buildings of the whole town, sorted as asked and a page at a time; choosing one opens it and goes there. */
export function TownTable<B extends { readonly row: number }, C extends string>(props: TownTableProps<B, C>) {
  const { buildings, table, columns, rising, first, sort, text, about, cells } = props;
  const language = useLanguage();
  const addresses = useTwin((state) => state.addresses);
  const nameOf = useBuildingName();
  const [sorting, setSorting] = useState(first);
  const [start, setStart] = useState(0);
  // Names change with the addresses and the language only, not with each rendering.
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf is a new function each time.
  const sorted = useMemo(() => sort(buildings, sorting, nameOf), [buildings, sorting, addresses, language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its start.
  useEffect(() => setStart(0), [buildings, sorting]);
  if (sorted.length === 0) return null;
  return (
    <>
      <SortTable
        caption={text.table}
        className="tw-solar__table"
        onSort={setSorting}
        sortBy={text.sortBy}
        {...{ columns, sorting, rising }}
      >
        {sorted.slice(start, start + PAGE).map((building) => (
          <tr key={building.row}>
            <RowHead name={nameOf(building.row)} onChoose={() => open(table.id[building.row])}>
              <span className="tw-solar__class">{about(building)}</span>
            </RowHead>
            {cells(building).map((cell, i) => (
              <td key={columns[i + 1]?.[0]}>{cell}</td>
            ))}
          </tr>
        ))}
      </SortTable>
      <Pager start={start} size={PAGE} all={sorted.length} onStart={setStart} text={text} />
    </>
  );
}

function open(id: string | undefined): void {
  if (id === undefined) return;
  selectBuildingById(id);
  void lookAtBuilding(id);
}
