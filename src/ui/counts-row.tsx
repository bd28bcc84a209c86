import type { CellMark, CountCell, GateCounts } from '../model/count-answer.ts';
import { CountsMark } from './counts-mark.tsx';
import { RowHead } from './row-head.tsx';
import { useCountChoice, useCounts, useCountsText, useCountTown, useCountWords } from './use-counts.ts';

interface CountsRowProps {
  readonly counts: GateCounts;
  readonly in: CountCell | undefined;
  readonly out: CountCell | undefined;
  readonly net: number | undefined;
  readonly isDay: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

const lasting = ['missing', 'excluded', 'part', 'late'] as const;

/** A gate, or all together: its numbers, and what of them is not as it should be. */
export function CountsRow({ counts, in: entered, out: left, net, isDay, isChosen, onChoose }: CountsRowProps) {
  const text = useCountsText();
  const words = useCountWords();
  const { way } = useCountChoice();
  const answer = useCounts((state) => state.answer);
  const least = useCountTown()?.leastShown ?? 0;
  if (!answer) return null;
  const [first, end] = answer.span;
  const cells = [...counts.cells.in.slice(first, end), ...counts.cells.out.slice(first, end)];
  const times = (mark: CellMark) => cells.filter((cell) => cell.mark === mark).length;
  const peak = counts.peaks[way];
  const isTown = counts.gate === '';
  return (
    <tr data-chosen={isChosen} data-all={isTown}>
      <RowHead name={words.gate(counts.gate)} isChosen={isChosen} onChoose={onChoose}>
        {isDay && !isTown && (
          <span className="tw-counts__notes">
            {lasting.flatMap((mark) => {
              // Both ways at the same time are one time.
              const slots = answer.starts.filter((_, row) =>
                [counts.cells.in[row], counts.cells.out[row]].some((cell) => cell?.mark === mark),
              ).length;
              return slots === 0
                ? []
                : [
                    <span key={mark}>
                      <CountsMark mark={mark} /> {text.marks[mark](words.duration(slots * answer.slotMinutes))}
                    </span>,
                  ];
            })}
            {times('few') > 0 && (
              <span>
                <CountsMark mark="few" /> {text.fewMark(words.count(times('few')), words.count(least))}
              </span>
            )}
            {times('hidden') > 0 && (
              <span>
                <CountsMark mark="hidden" /> {text.hiddenMark(words.count(times('hidden')))}
              </span>
            )}
          </span>
        )}
      </RowHead>
      <td>{words.cell(entered)}</td>
      <td>{words.cell(left)}</td>
      <td>{net === undefined ? text.noCount : words.signed(net)}</td>
      <td>{peak ? words.clock(answer.starts[peak.slot] as number) : text.noCount}</td>
    </tr>
  );
}
