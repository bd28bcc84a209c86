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
  const notes = lasting.flatMap((mark) => {
    // Both ways at the same time are one time.
    const slots = answer.starts.filter((_, row) =>
      [counts.cells.in[row], counts.cells.out[row]].some((cell) => cell?.mark === mark),
    ).length;
    return slots === 0 ? [] : [[mark, text.marks[mark](words.duration(slots * answer.slotMinutes))] as const];
  });
  const withheld = (['few', 'hidden'] as const).flatMap((mark) => {
    const told =
      mark === 'few'
        ? text.fewMark(words.count(times(mark)), words.count(least))
        : text.hiddenMark(words.count(times(mark)));
    return times(mark) === 0 ? [] : [[mark, told] as const];
  });
  const all = isDay && !isTown ? [...notes, ...withheld] : [];
  return (
    <>
      <tr data-chosen={isChosen} data-all={isTown} data-notes={all.length > 0}>
        <RowHead name={words.gate(counts.gate)} isChosen={isChosen} onChoose={onChoose} />
        <td>{words.cell(entered)}</td>
        <td>{words.cell(left)}</td>
        <td>{net === undefined ? text.noCount : words.signed(net)}</td>
        <td>{peak ? words.clock(answer.starts[peak.slot] as number) : text.noCount}</td>
      </tr>
      {all.length > 0 && (
        <tr className="tw-counts__notes" data-chosen={isChosen}>
          <td colSpan={5}>
            {all.map(([mark, told]) => (
              <span key={mark}>
                <CountsMark mark={mark} /> {told}
              </span>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}
