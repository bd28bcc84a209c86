import { type NamedNeighbour, neighbourLines, neighboursToGeoJson } from '../model/sun-neighbour-rows.ts';
import { writeRule } from '../model/sunlight.ts';
import { saveFile } from './save-file.ts';
import { SaveList } from './save-list.tsx';
import { sunlightMoreText } from './text/sunlight-more.ts';
import { useSaveTable } from './use-save-table.ts';
import { useSunNorm } from './use-sunlight.ts';
import { useLanguage } from './use-twin.ts';

interface FilesProps {
  readonly rows: readonly NamedNeighbour[];
  readonly date: string;
}

/** The list as it is filtered and sorted, as a table and as a map. */
export function SunlightFiles({ rows, date }: FilesProps) {
  const text = sunlightMoreText[useLanguage()];
  const saveTable = useSaveTable();
  const { rule } = useSunNorm();
  const about = { date, rule: writeRule(rule) };
  const name = `${text.file}-${date}`;
  const saveCsv = () => saveTable(name, text.csv, neighbourLines(rows, about));
  const saveMap = () =>
    saveFile(`${name}.geojson`, 'application/geo+json', neighboursToGeoJson(rows, about, text.title));
  const files = [
    [text.saveCsv, saveCsv],
    [text.saveGeoJson, saveMap],
  ] as const;
  return <SaveList id="sunlight-save" title={text.save} group="tw-sunlight__group" files={files} />;
}
