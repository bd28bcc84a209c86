import type { ReactNode } from 'react';
import { SortHead, type SortHeadProps } from './sort-head.tsx';

interface SortTableProps<C extends string> extends SortHeadProps<C> {
  readonly caption: string;
  readonly className?: string;
  /** The rows, sorted. */
  readonly children: ReactNode;
}

/** A table that its heads sort; it scrolls sideways where it is too wide. */
export function SortTable<C extends string>({ caption, className = '', children, ...head }: SortTableProps<C>) {
  return (
    <div className="tw-flood__table">
      <table className={`utrecht-table utrecht-table--html-table tw-table ${className}`.trim()}>
        <caption className="tw-hidden">{caption}</caption>
        <SortHead {...head} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
