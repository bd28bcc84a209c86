import type { ReactNode } from 'react';

interface ChipsProps<T extends string | number | undefined> {
  /** Undefined: all of them. */
  readonly ids: readonly T[];
  readonly isPressed: (id: T) => boolean;
  readonly onPress: (id: T) => void;
  readonly children: (id: T) => ReactNode;
}

/** Choices side by side, each a button that is pressed or not. */
export function Chips<T extends string | number | undefined>({ ids, isPressed, onPress, children }: ChipsProps<T>) {
  return (
    <ul className="tw-chips">
      {ids.map((id) => (
        <li key={id ?? 'all'}>
          <button type="button" className="tw-chip" aria-pressed={isPressed(id)} onClick={() => onPress(id)}>
            {children(id)}
          </button>
        </li>
      ))}
    </ul>
  );
}
