import { isTold } from '../model/count-answer.ts';
import { writeMoment } from '../model/count-time.ts';
import { countDirections } from '../model/counts.ts';
import { SaveList } from './save-list.tsx';
import { countsFilesText } from './text/counts-files.ts';
import { SURE, useCounts, useCountsText, useCountTown, useCountWords } from './use-counts.ts';
import { useSaveTable } from './use-save-table.ts';
import { useLanguage } from './use-twin.ts';

/** What is shown as files: what is withheld is withheld there too. */
export function CountsSave() {
  const language = useLanguage();
  const text = countsFilesText[language];
  const { ways } = useCountsText();
  const words = useCountWords();
  const town = useCountTown();
  const answer = useCounts((state) => state.answer);
  const saveTable = useSaveTable();
  if (!answer || !town) return null;
  const [first, end] = answer.span;
  const least = town.leastShown;
  const other = (value: number | undefined) =>
    value === undefined || value < least ? undefined : Math.round(value * 10) / 10;

  const saveDay = () =>
    saveTable(
      `${text.fileDay}-${answer.day}`,
      text.csvDay,
      [...answer.gates, answer.town].flatMap(({ gate, cells, usual }) =>
        countDirections.flatMap((direction) =>
          cells[direction].slice(first, end).map((cell, i) => {
            const band = usual[direction][first + i];
            return [
              gate,
              words.gate(gate),
              ways[direction],
              writeMoment(answer.starts[first + i] as number),
              answer.slotMinutes,
              isTold(cell) ? Math.round(cell.value ?? 0) : undefined,
              text.states[cell.mark],
              other(band?.low),
              other(band?.high),
              band?.days,
            ];
          }),
        ),
      ),
    );
  const savePresence = () =>
    saveTable(
      `${text.filePresence}-${answer.day}`,
      text.csvPresence,
      (answer.presence?.moments ?? []).map(({ time, value, error }) => [
        writeMoment(time),
        ...[value, value - SURE * error, value + SURE * error].map(Math.round),
      ]),
    );
  return (
    <SaveList
      id="counts-save"
      title={text.save}
      files={[
        [text.saveDay, saveDay],
        [text.savePresence, savePresence],
      ]}
    />
  );
}
