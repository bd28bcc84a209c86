import { useState } from 'react';
import type { GateCounts } from '../model/count-answer.ts';
import { HeadCells } from './head-cells.tsx';
import { useCountChoice, useCounts, useCountsText, useCountWords } from './use-counts.ts';

/** What the chart shows, in words: as many rows as the day has intervals. */
export function CountsProfileTable({ gate }: { readonly gate: GateCounts }) {
  const text = useCountsText();
  const words = useCountWords();
  const { way } = useCountChoice();
  const answer = useCounts((state) => state.answer);
  const [isOpen, setOpen] = useState(false);
  if (!answer) return null;
  const [first, end] = answer.span;
  return (
    <details className="tw-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.asTable}</summary>
      {isOpen && (
        <div className="tw-flood__table">
          <table className="utrecht-table utrecht-table--html-table tw-table">
            <caption className="tw-hidden">{`${text.profileTitle(words.gate(gate.gate))}, ${text.ways[way]}`}</caption>
            <HeadCells heads={[text.columnTime, text.columnCount, text.columnUsual, text.columnMedian]} />
            <tbody>
              {gate.cells[way].slice(first, end).map((cell, i) => {
                const start = answer.starts[first + i] as number;
                const usual = gate.usual[way][first + i];
                return (
                  <tr key={start}>
                    <th scope="row">{words.clock(start)}</th>
                    <td>{words.cell(cell)}</td>
                    <td>{usual ? text.range(words.usual(usual.low), words.usual(usual.high)) : text.noCount}</td>
                    <td>{usual ? words.usual(usual.median) : text.noCount}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
