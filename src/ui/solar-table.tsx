import { useEffect, useMemo, useState } from 'react';
import { type SolarColumn, sortSolar } from '../model/solar-rows.ts';
import { needsPermit, type SolarBuilding } from '../model/solar-town.ts';
import { lookAtBuilding } from '../store/go-to-building.ts';
import { selectBuildingById } from '../store/select-building.ts';
import { useBuildingName } from './building-name.ts';
import { SolarMark } from './solar-mark.tsx';
import { SortHead, type Sorting } from './sort-head.tsx';
import { type SolarAnswerParts, useSolarText, useSolarWords } from './use-solar.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** Thousands of rows would make the page slow: so many at a time. */
const PAGE = 12;

/** The buildings that qualify, sorted as asked; choosing one opens its roof and goes there. */
export function SolarTable({ answer: { easy, table } }: { readonly answer: SolarAnswerParts }) {
  const text = useSolarText();
  const format = useFormat();
  const language = useLanguage();
  const addresses = useTwin((state) => state.addresses);
  const nameOf = useBuildingName();
  const [sorting, setSorting] = useState<Sorting<SolarColumn>>({ column: 'yearly', isRising: false });
  const [start, setStart] = useState(0);
  // Names change with the addresses and the language only, not with each rendering.
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf is a new function each time.
  const sorted = useMemo(() => sortSolar(easy, sorting, nameOf), [easy, sorting, addresses, language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its start.
  useEffect(() => setStart(0), [easy, sorting]);
  const shown = sorted.slice(start, start + PAGE);
  const title = text.tableTitle(format.number(easy.length));
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="solar-table">
      <h3 className="tw-flood__title" id="solar-table" tabIndex={-1}>
        {title}
      </h3>
      {easy.length === 0 ? (
        <p className="nl-paragraph">{text.tableNone}</p>
      ) : (
        <>
          <div className="tw-flood__table">
            <table className="utrecht-table utrecht-table--html-table tw-table tw-solar__table">
              <caption className="tw-hidden">{text.table}</caption>
              <SortHead
                columns={[
                  ['name', text.building],
                  ['irradiation', text.light],
                  ['panels', text.panelsShort],
                  ['yearly', text.yearlyShort],
                ]}
                sorting={sorting}
                onSort={setSorting}
                rising={['name']}
                sortBy={text.sortBy}
              />
              <tbody>
                {shown.map((building) => (
                  <Row key={building.row} building={building} name={nameOf(building.row)} id={table.id[building.row]} />
                ))}
              </tbody>
            </table>
          </div>
          {sorted.length > PAGE && (
            <div className="tw-row tw-solar__pages">
              <button
                type="button"
                className="tw-chip"
                disabled={start === 0}
                onClick={() => setStart(Math.max(0, start - PAGE))}
              >
                {text.previous}
              </button>
              <p role="status">
                {text.page(format.number(start + 1), format.number(start + shown.length), format.number(sorted.length))}
              </p>
              <button
                type="button"
                className="tw-chip"
                disabled={start + PAGE >= sorted.length}
                onClick={() => setStart(start + PAGE)}
              >
                {text.next}
              </button>
            </div>
          )}
          <p className="nl-paragraph tw-subtle">{text.tableNote}</p>
        </>
      )}
    </section>
  );
}

interface RowProps {
  readonly building: SolarBuilding;
  readonly name: string;
  readonly id: string | undefined;
}

function Row({ building, name, id }: RowProps) {
  const text = useSolarText();
  const words = useSolarWords();
  const format = useFormat();
  const { suitability, irradiation, panels, yearly } = building;

  function open() {
    if (id === undefined) return;
    selectBuildingById(id);
    void lookAtBuilding(id);
  }

  return (
    <tr>
      <th scope="row">
        <button type="button" className="tw-link-button" onClick={open}>
          {name}
        </button>
        <span className="tw-solar__class">
          <SolarMark id={suitability} /> {text.classes[suitability]}
          {needsPermit(building) && `, ${text.permitNeeded}`}
        </span>
      </th>
      <td>{words.lightNumber(irradiation)}</td>
      <td>{format.number(panels)}</td>
      <td>{words.rounded(yearly)}</td>
    </tr>
  );
}
