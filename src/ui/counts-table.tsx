import { useState } from 'react';
import { type GateCounts, isTold } from '../model/count-answer.ts';
import { MINUTE } from '../model/count-time.ts';
import { selectGate, setCountChoice } from '../store/counts.ts';
import { Chips } from './chips.tsx';
import { CountsRow } from './counts-row.tsx';
import type { Sorting } from './sort-head.tsx';
import { SortTable } from './sort-table.tsx';
import { useCountChoice, useCounts, useCountsText, useCountTown, useCountWords, useSlot } from './use-counts.ts';

const columns = ['gate', 'in', 'out', 'net', 'peak'] as const;
type Column = (typeof columns)[number];
const spans = ['day', 'moment'] as const;

/** What each gate counted over the day, or at the moment that is shown. */
export function CountsTable() {
  const text = useCountsText();
  const words = useCountWords();
  const { way, gate: chosen } = useCountChoice();
  const answer = useCounts((state) => state.answer);
  const least = useCountTown()?.leastShown ?? 0;
  const slot = useSlot();
  const [sorting, setSorting] = useState<Sorting<Column>>({ column: 'in', isRising: false });
  const [span, setSpan] = useState<(typeof spans)[number]>('day');
  if (!answer) return null;
  const start = answer.starts[slot] as number;
  const isDay = span === 'day';
  const cellOf = (own: GateCounts, of: 'in' | 'out') => (isDay ? own.totals[of] : own.cells[of][slot]);
  const netOf = (own: GateCounts) => {
    if (isDay) return own.net?.value;
    const [entered, left] = [cellOf(own, 'in'), cellOf(own, 'out')];
    const isKnown = entered && left && isTold(entered) && isTold(left);
    return isKnown ? (entered.value ?? 0) - (left.value ?? 0) : undefined;
  };
  const toValue: Record<Column, (own: GateCounts) => number | undefined> = {
    gate: () => undefined,
    in: (own) => cellOf(own, 'in')?.value,
    out: (own) => cellOf(own, 'out')?.value,
    net: netOf,
    peak: (own) => own.peaks[way]?.slot,
  };
  const turn = sorting.isRising ? 1 : -1;
  const sorted = [...answer.gates].sort((a, b) => {
    const [one, other] = [a, b].map(toValue[sorting.column]);
    // What is not known comes last, whichever way.
    if (one === undefined || other === undefined) {
      if (one !== other) return one === undefined ? 1 : -1;
      return (sorting.column === 'gate' ? turn : 1) * words.gate(a.gate).localeCompare(words.gate(b.gate));
    }
    return turn * (one - other) || words.gate(a.gate).localeCompare(words.gate(b.gate));
  });
  const labels: Record<Column, string> = {
    ...{ gate: text.gate, in: text.in, out: text.out, net: text.net, peak: text.peakTime },
  };
  const row = (own: GateCounts) => ({
    counts: own,
    in: cellOf(own, 'in'),
    out: cellOf(own, 'out'),
    net: netOf(own),
    isDay,
  });
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="counts-table">
      <h3 className="tw-flood__title" id="counts-table" tabIndex={-1}>
        {text.tableTitle}
      </h3>
      <Chips ids={spans} isPressed={(id) => id === span} onPress={setSpan}>
        {(id) =>
          id === 'day' ? text.tableDay : text.tableMoment(words.between(start, start + answer.slotMinutes * MINUTE))
        }
      </Chips>
      <SortTable
        caption={text.table}
        className="tw-counts__table"
        columns={columns.map((id) => [id, labels[id]] as const)}
        sorting={sorting}
        onSort={setSorting}
        rising={['gate', 'peak']}
        sortBy={text.sortBy}
      >
        {sorted.map((own) => (
          <CountsRow
            key={own.gate}
            {...row(own)}
            isChosen={own.gate === chosen}
            onChoose={() => selectGate(own.gate)}
          />
        ))}
        <CountsRow
          {...row(answer.town)}
          isChosen={chosen === undefined}
          onChoose={() => setCountChoice({ gate: undefined })}
        />
      </SortTable>
      <p className="nl-paragraph tw-subtle">{text.tableNote(words.count(least))}</p>
    </section>
  );
}
