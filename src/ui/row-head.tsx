import type { ReactNode } from 'react';

interface RowHeadProps {
  readonly name: ReactNode;
  readonly onChoose: () => void;
  /** Absent where a row is gone to and not kept chosen. */
  readonly isChosen?: boolean;
  /** Under the name. */
  readonly children?: ReactNode;
}

/** A row's name, which chooses it. */
export function RowHead({ name, onChoose, isChosen, children }: RowHeadProps) {
  return (
    <th scope="row">
      <button type="button" className="tw-link-button" aria-pressed={isChosen} onClick={onChoose}>
        {name}
      </button>
      {children}
    </th>
  );
}
