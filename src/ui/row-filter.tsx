import type { ReactNode } from 'react';
import { Chips } from './chips.tsx';

interface Filter<T> {
  /** Part of a name. */
  readonly text: string;
  readonly only?: T;
}

interface RowFilterProps<T extends string> {
  readonly filter: Filter<T>;
  readonly onFilter: (filter: Filter<T>) => void;
  readonly label: string;
  readonly legend: string;
  readonly kinds: readonly T[];
  /** Undefined: all of them. */
  readonly children: (kind: T | undefined) => ReactNode;
}

/** Which rows of a list are shown: by name and of one kind. */
export function RowFilter<T extends string>({ filter, onFilter, label, legend, kinds, children }: RowFilterProps<T>) {
  return (
    <>
      <label className="tw-field">
        <span>{label}</span>
        <input
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input"
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      <fieldset className="tw-fieldset">
        <legend className="tw-hidden">{legend}</legend>
        <Chips
          ids={[undefined, ...kinds]}
          isPressed={(only) => filter.only === only}
          onPress={(only) => onFilter({ text: filter.text, ...(only && { only }) })}
        >
          {children}
        </Chips>
      </fieldset>
    </>
  );
}
