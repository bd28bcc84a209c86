import { useEffect, useMemo, useState } from 'react';
import { type ConflictColumn, sortConflicts } from '../model/claim-conflict-rows.ts';
import { ClaimsConflictFilter } from './claims-conflict-filter.tsx';
import { ClaimsConflictRow } from './claims-conflict-row.tsx';
import { Pager } from './pager.tsx';
import type { Sorting } from './sort-head.tsx';
import { SortTable } from './sort-table.tsx';
import { useConflictsText, useListedConflicts } from './use-claim-conflicts.ts';
import { useClaims, useClaimsText, useShownConflicts } from './use-claims.ts';
import { useFormat } from './use-twin.ts';

const PAGE = 10;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Which claims are in each other's way, how much, and what was decided about it. */
export function ClaimsConflicts() {
  const text = useConflictsText();
  const common = useClaimsText();
  const format = useFormat();
  const rows = useListedConflicts();
  const shown = useShownConflicts();
  const answer = useClaims((state) => state.answer);
  const [sorting, setSorting] = useState<Sorting<ConflictColumn>>({ column: 'area', isRising: false });
  const [start, setStart] = useState(0);
  const sorted = useMemo(() => sortConflicts(rows ?? [], sorting.column, sorting.isRising), [rows, sorting]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its start.
  useEffect(() => setStart(0), [rows?.length, sorting]);
  const others = answer.status === 'ready' ? answer.value.conflicts.length - (shown?.length ?? 0) : 0;
  const volumes = sorted.flatMap(({ conflict }) => conflict.volumeM3 ?? []);
  const columns = (['name', 'area', 'height'] as const).map((id) => [id, text.columns[id]] as const);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="claims-conflicts">
      <h3 className="tw-flood__title" id="claims-conflicts" tabIndex={-1}>
        {text.title(rows ? format.number(rows.length) : '…')}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.intro}</p>
      {answer.status === 'failed' && (
        <div role="alert">
          <p className="nl-paragraph">{text.failed}</p>
          <p className="nl-paragraph tw-subtle">{answer.message}</p>
        </div>
      )}
      <p role="status" className={answer.status === 'running' ? 'nl-paragraph' : 'tw-hidden'}>
        {answer.status === 'running' && text.computing}
      </p>
      {others > 0 && <p className="nl-paragraph">{text.others(format.number(others))}</p>}
      {rows && (
        <>
          <ClaimsConflictFilter />
          {sorted.length === 0 ? (
            <p className="nl-paragraph">{text.none}</p>
          ) : (
            <>
              <SortTable
                caption={text.table}
                className="tw-claims__table"
                rising={['name']}
                onSort={setSorting}
                sortBy={common.sortBy}
                {...{ columns, sorting }}
              >
                {sorted.slice(start, start + PAGE).map((row) => (
                  <ClaimsConflictRow key={`${row.a.id} ${row.b.id}`} row={row} />
                ))}
              </SortTable>
              <Pager start={start} size={PAGE} all={sorted.length} onStart={setStart} text={common} />
              <p className="nl-paragraph">
                {text.totals(
                  format.number(sorted.length),
                  format.area(sum(sorted.map(({ conflict }) => conflict.areaM2))),
                  format.volume(sum(volumes)),
                )}{' '}
                {volumes.length < sorted.length && text.noVolume(format.number(sorted.length - volumes.length))}
              </p>
              <p className="nl-paragraph tw-subtle">{text.totalsNote}</p>
            </>
          )}
        </>
      )}
    </section>
  );
}
