import { useState } from 'react';
import { toCrowdFile } from '../model/crowd-file.ts';
import { saveFile } from './save-file.ts';
import { SaveList } from './save-list.tsx';
import { useCrowdTables } from './use-crowd-files.ts';
import { useCrowdReport } from './use-crowd-report.ts';
import { useCrowdRun, useCrowdSides, useResultText } from './use-crowd-result.ts';
import { useIsStale } from './use-crowd-tasks.ts';
import { useSaveTable } from './use-save-table.ts';
import { useFormat } from './use-twin.ts';

/** What was computed as files: tables, the question for the command line, and a page to print. */
export function CrowdResultFiles() {
  const { files: text } = useResultText();
  const format = useFormat();
  const sides = useCrowdSides();
  const seeds = useCrowdRun((state) => state.seeds);
  const tables = useCrowdTables();
  const saveTable = useSaveTable();
  const makeReport = useCrowdReport(useIsStale());
  const [told, setTold] = useState('');

  async function saveReport() {
    const name = `${text.names.report}.html`;
    saveFile(name, 'text/html', await makeReport());
    return name;
  }
  function tell(work: Promise<string>) {
    setTold(text.writing);
    work.then(
      (name) => setTold(text.written(name)),
      (error: unknown) => setTold(text.failed(error instanceof Error ? error.message : String(error))),
    );
  }
  const files: (readonly [string, () => void])[] = [
    [text.report, () => tell(saveReport())],
    ...sides.flatMap((side, rank): (readonly [string, () => void])[] => {
      const save = (id: keyof typeof tables) => () => {
        const { name, head, lines } = tables[id](side, rank);
        saveTable(name, head, lines);
      };
      const scenario = () =>
        saveFile(
          `${text.names.scenario}-${side.layout}.json`,
          'application/json',
          `${JSON.stringify(toCrowdFile(side.scenario))}\n`,
        );
      return [
        [text.series(side.title), save('series')],
        [text.gates(side.title), save('gates')],
        [text.passages(side.title), save('passages')],
        [text.places(side.title), save('places')],
        [text.scenario(side.title), scenario],
      ];
    }),
  ];
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="crowd-files">
      <h3 className="tw-flood__title" id="crowd-files" tabIndex={-1}>
        {text.title}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.intro}</p>
      <SaveList id="crowd-files-list" title={text.list} files={files}>
        <p role="status">{told}</p>
      </SaveList>
      <p className="nl-paragraph tw-subtle">{text.scenarioHelp(format.number(seeds.length))}</p>
    </section>
  );
}
