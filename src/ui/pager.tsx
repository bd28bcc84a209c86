import { useFormat } from './use-twin.ts';

export interface PagerText {
  readonly previous: string;
  readonly next: string;
  readonly page: (from: string, to: string, all: string) => string;
}

interface PagerProps {
  readonly start: number;
  /** Rows at a time, and of all pages together. */
  readonly size: number;
  readonly all: number;
  readonly onStart: (start: number) => void;
  readonly text: PagerText;
}

/** Which rows of a long table are shown, and the way to those before and after; nothing where all fit. */
export function Pager({ start, size, all, onStart, text }: PagerProps) {
  const format = useFormat();
  if (all <= size) return null;
  const end = Math.min(start + size, all);
  return (
    <div className="tw-row tw-solar__pages">
      <button
        type="button"
        className="tw-chip"
        disabled={start === 0}
        onClick={() => onStart(Math.max(0, start - size))}
      >
        {text.previous}
      </button>
      <p role="status">{text.page(format.number(start + 1), format.number(end), format.number(all))}</p>
      <button type="button" className="tw-chip" disabled={end >= all} onClick={() => onStart(start + size)}>
        {text.next}
      </button>
    </div>
  );
}
