import { makeRegisterEntry, registerToCsv, registerToJson } from '../model/algorithm-register.ts';
import { CATALOG_FILE, catalogToJson } from '../model/data-catalog.ts';
import type { LeafletId } from '../model/leaflet.ts';
import { printLeaflet } from './print-leaflet.ts';
import { saveFile } from './save-file.ts';
import { leafletsText } from './text/leaflets.ts';
import { useLanguage, useTwin } from './use-twin.ts';

/** The leaflet on paper, for the algorithm register, and what the data are. */
export function LeafletFiles({ id }: { readonly id: LeafletId }) {
  const language = useLanguage();
  const text = leafletsText[language];
  const municipality = useTwin((state) => state.municipality);
  const baseUrl = useTwin((state) => state.baseUrl);
  if (municipality.status !== 'ready') return null;
  const town = municipality.value;
  const makeEntry = async () => {
    const { leafletAnswers } = await import('./text/leaflet-answers.ts');
    const { records } = text;
    return makeRegisterEntry(town, id, { language, answers: leafletAnswers(language, town), records });
  };
  const name = `${town.id}-${id}`;
  const files: readonly (readonly [string, () => Promise<void> | void])[] = [
    [
      `${text.register} (JSON)`,
      async () => saveFile(`${name}.register.json`, 'application/json', registerToJson([await makeEntry()])),
    ],
    [
      `${text.register} (CSV)`,
      async () => saveFile(`${name}.register.csv`, 'text/csv', registerToCsv([await makeEntry()])),
    ],
    [text.catalog, () => saveFile(CATALOG_FILE, 'application/ld+json', catalogToJson(town, baseUrl))],
  ];
  return (
    <div className="tw-leaflet__files">
      <ul className="tw-chips" aria-label={text.files}>
        <li>
          <button type="button" className="tw-chip" onClick={printLeaflet}>
            {text.print}
          </button>
        </li>
        {files.map(([label, save]) => (
          <li key={label}>
            <button type="button" className="tw-chip" onClick={save}>
              {label}
            </button>
          </li>
        ))}
      </ul>
      <p className="tw-subtle">{text.filesHint}</p>
    </div>
  );
}
