import { Icon } from './icon.tsx';
import { useEffectsText } from './use-flood-effects.ts';

interface SortHeadProps<C extends string> {
  readonly columns: readonly (readonly [C, string])[];
  readonly column: C;
  readonly onSort: (column: C) => void;
  /** Columns whose least comes first. */
  readonly rising: readonly C[];
}

/** Heads of a table that sort it. */
export function FloodSortHead<C extends string>({ columns, column, onSort, rising }: SortHeadProps<C>) {
  const text = useEffectsText();
  const sortOf = (id: C) => (rising.includes(id) ? 'ascending' : 'descending');
  return (
    <thead>
      <tr>
        {columns.map(([id, label]) => (
          <th key={id} scope="col" aria-sort={id === column ? sortOf(id) : undefined}>
            <button type="button" className="tw-link-button" aria-label={text.sortBy(label)} onClick={() => onSort(id)}>
              {label}
              {id === column && <Icon name="chevronDown" />}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
