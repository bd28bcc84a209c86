/** Rows of the indexes that lie in the extent; numbers of rows that point to one another are told anew. */
import type { AddressIndex, BuildingTable, StreetIndex } from '../../model/city-index.ts';
import type { RdExtent } from '../../model/grid.ts';
import { holds, meets } from './extent.ts';

const rowsWithin = ({ x, y }: { readonly x: readonly number[]; readonly y: readonly number[] }, extent: RdExtent) =>
  x.flatMap((value, row) => (holds(extent, value, y[row] as number) ? [row] : []));

export interface CutTable {
  readonly table: BuildingTable;
  /** New number of a row, −1 where it is gone. */
  readonly rowOf: readonly number[];
}

export function cutBuildingTable(table: BuildingTable, extent: RdExtent): CutTable {
  const rows = rowsWithin(table, extent);
  const rowOf = table.id.map(() => -1);
  rows.forEach((row, i) => {
    rowOf[row] = i;
  });
  const take = <T>(column: readonly T[]): T[] => rows.map((row) => column[row] as T);
  const { districts, uses, energyLabels, ...columns } = table;
  const taken = Object.entries(columns).flatMap(([name, column]) =>
    column ? [[name, take(column as unknown[])]] : [],
  );
  return { table: { ...Object.fromEntries(taken), districts, uses, energyLabels } as BuildingTable, rowOf };
}

/** A column of numbers of a list → the texts that are still used, in their order, and the column that counts in them. */
function compact(list: readonly string[], column: readonly number[]): { list: string[]; column: number[] } {
  const used = [...new Set(column)].sort((a, b) => a - b);
  const numberOf = new Map(used.map((old, i) => [old, i]));
  return { list: used.map((old) => list[old] as string), column: column.map((old) => numberOf.get(old) as number) };
}

/** `rowOf` of the building table; without one the rows keep their numbers. */
export function cutAddresses(
  index: AddressIndex,
  extent: RdExtent,
  rowOf: readonly number[] | undefined,
): AddressIndex {
  const rows = rowsWithin(index, extent);
  const take = <T>(column: readonly T[]): T[] => rows.map((row) => column[row] as T);
  const streets = compact(index.streets, take(index.street));
  const postcodes = compact(index.postcodes, take(index.postcode));
  return {
    streets: streets.list,
    postcodes: postcodes.list,
    street: streets.column,
    number: take(index.number),
    postcode: postcodes.column,
    x: take(index.x),
    y: take(index.y),
    building: take(index.building).map((row) => (rowOf ? (rowOf[row] ?? -1) : row)),
  };
}

function lineMeets(line: readonly number[], extent: RdExtent): boolean {
  const [xs, ys] = [line.filter((_, i) => i % 2 === 0), line.filter((_, i) => i % 2 === 1)];
  return meets([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], extent);
}

/** Lines stay whole where they come near; labels only within the extent. */
export function cutStreets({ streets }: StreetIndex, extent: RdExtent): StreetIndex {
  return {
    streets: streets
      .map(({ name, lines, labels }) => ({
        name,
        lines: lines.filter((line) => lineMeets(line, extent)),
        labels: labels.filter(([x, y]) => holds(extent, x, y)),
      }))
      .filter(({ lines, labels }) => lines.length + labels.length > 0),
  };
}
