import { type ReactNode, useState } from 'react';
import { useFormat } from './use-twin.ts';

interface MoreText {
  readonly more: (count: string) => string;
  readonly less: string;
}

/** The first rows of a list, or all once they are asked for, and the button that asks. */
export function useFirstRows<R>(
  rows: readonly R[],
  first: number,
  text: MoreText,
): { readonly shown: readonly R[]; readonly button: ReactNode } {
  const format = useFormat();
  const [more, setMore] = useState(false);
  return {
    shown: more ? rows : rows.slice(0, first),
    button: rows.length > first && (
      <button type="button" className="tw-chip" aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? text.less : text.more(format.number(rows.length))}
      </button>
    ),
  };
}
