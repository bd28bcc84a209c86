import type { CellMark } from '../model/count-answer.ts';

/** Shapes of what is not simply counted; says nothing that the words beside it do not say. */
const paths: Partial<Record<CellMark, string>> = {
  missing: 'M3 3l10 10M13 3L3 13',
  excluded: 'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11ZM4 12 12 4',
  part: 'M3 13V3M3 13h10M6 13V8M9.500 13v-2',
  late: 'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11ZM8 5v3.300l2.300 1.400',
  few: 'M12 3 4 8l8 5',
  hidden: 'M3 8h2M7 8h2M11 8h2',
};

export function CountsMark({ mark }: { readonly mark: CellMark }) {
  return (
    <svg className="tw-counts__mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[mark]} />
    </svg>
  );
}
