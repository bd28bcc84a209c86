import { Icon } from './icon.tsx';

export interface Sorting<C extends string> {
  readonly column: C;
  readonly isRising: boolean;
}

export interface SortHeadProps<C extends string> {
  readonly columns: readonly (readonly [C, string])[];
  readonly sorting: Sorting<C>;
  readonly onSort: (sorting: Sorting<C>) => void;
  /** Columns whose least comes first when they are chosen. */
  readonly rising: readonly C[];
  readonly sortBy: (column: string) => string;
}

/** Heads of a table that sort it; pressed again they turn it round. */
export function SortHead<C extends string>({ columns, sorting, onSort, rising, sortBy }: SortHeadProps<C>) {
  return (
    <thead>
      <tr>
        {columns.map(([id, label]) => {
          const isSorted = id === sorting.column;
          const next = { column: id, isRising: isSorted ? !sorting.isRising : rising.includes(id) };
          return (
            <th key={id} scope="col" aria-sort={isSorted ? (sorting.isRising ? 'ascending' : 'descending') : undefined}>
              <button type="button" className="tw-link-button" aria-label={sortBy(label)} onClick={() => onSort(next)}>
                {label}
                {isSorted && <Icon name={sorting.isRising ? 'chevronUp' : 'chevronDown'} />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
