import type { ReactNode } from 'react';
import { useSunlightText } from './use-sunlight.ts';

interface ColumnsProps {
  readonly caption: string;
  /** Head of the first column. */
  readonly first: string;
  /** Head after those of today and the plan, where there is a plan. */
  readonly last?: string;
  readonly hasPlan: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table of what is today and with the plan; scrolls by itself where it is wide. */
export function SunlightColumns({ caption, first, last, hasPlan, className = '', children }: ColumnsProps) {
  const text = useSunlightText();
  return (
    <div className={`tw-sunlight__scroll ${className}`}>
      <table className="utrecht-table utrecht-table--html-table tw-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{text.today}</th>
            {hasPlan && <th scope="col">{text.plan}</th>}
            {hasPlan && last !== undefined && <th scope="col">{last}</th>}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
