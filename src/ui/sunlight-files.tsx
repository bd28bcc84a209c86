import { writeCsv } from '../model/csv.ts';
import { type NamedNeighbour, neighbourLines, neighboursToGeoJson } from '../model/sun-neighbour-rows.ts';
import { saveFile } from './save-file.ts';
import { sunlightMoreText } from './text/sunlight-more.ts';
import { useSunChoice } from './use-sunlight.ts';
import { useLanguage } from './use-twin.ts';

interface FilesProps {
  readonly rows: readonly NamedNeighbour[];
  readonly date: string;
}

/** The list as it is filtered and sorted, as a table and as a map. */
export function SunlightFiles({ rows, date }: FilesProps) {
  const language = useLanguage();
  const text = sunlightMoreText[language];
  const { rule } = useSunChoice();
  const about = { date, rule };
  const name = `${text.file}-${date}`;
  const saveCsv = () =>
    saveFile(
      `${name}.csv`,
      'text/csv',
      writeCsv([text.csv, ...neighbourLines(rows, about)], language === 'nl' ? ',' : '.'),
    );
  const saveMap = () =>
    saveFile(`${name}.geojson`, 'application/geo+json', neighboursToGeoJson(rows, about, text.title));
  return (
    <section className="tw-sunlight__group" aria-labelledby="sunlight-save">
      <h4 className="tw-heading" id="sunlight-save">
        {text.save}
      </h4>
      <ul className="tw-chips">
        <li>
          <button type="button" className="tw-chip" onClick={saveCsv}>
            {text.saveCsv}
          </button>
        </li>
        <li>
          <button type="button" className="tw-chip" onClick={saveMap}>
            {text.saveGeoJson}
          </button>
        </li>
      </ul>
    </section>
  );
}
