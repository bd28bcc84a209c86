import { useEffect, useMemo, useState } from 'react';
import { HEAT_ERROR } from '../model/heat.ts';
import { type HeatBuilding, type HeatColumn, sortHeat } from '../model/heat-town.ts';
import { lookAtBuilding } from '../store/go-to-building.ts';
import { selectBuildingById } from '../store/select-building.ts';
import { useBuildingName } from './building-name.ts';
import { HeatFilterFields } from './heat-filter.tsx';
import { HeatMark } from './heat-mark.tsx';
import { SortHead, type Sorting } from './sort-head.tsx';
import { type HeatAnswerParts, useHeatText, useHeatWords } from './use-heat.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** Thousands of rows would make the page slow: so many at a time. */
const PAGE = 12;

/** Buildings that are asked for, sorted as asked; choosing one opens it and goes there. */
export function HeatTable({ answer: { listed, table } }: { readonly answer: HeatAnswerParts }) {
  const text = useHeatText();
  const words = useHeatWords();
  const format = useFormat();
  const language = useLanguage();
  const addresses = useTwin((state) => state.addresses);
  const nameOf = useBuildingName();
  const [sorting, setSorting] = useState<Sorting<HeatColumn>>({ column: 'ratio', isRising: true });
  const [start, setStart] = useState(0);
  // Names change with the addresses and the language only, not with each rendering.
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf is a new function each time.
  const sorted = useMemo(() => sortHeat(listed, sorting, nameOf), [listed, sorting, addresses, language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its start.
  useEffect(() => setStart(0), [listed, sorting]);
  const shown = sorted.slice(start, start + PAGE);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="heat-table">
      <h3 className="tw-flood__title" id="heat-table" tabIndex={-1}>
        {text.tableTitle(format.number(listed.length))}
      </h3>
      <HeatFilterFields table={table} />
      {listed.length === 0 ? (
        <p className="nl-paragraph">{text.tableNone}</p>
      ) : (
        <>
          <div className="tw-flood__table">
            <table className="utrecht-table utrecht-table--html-table tw-table tw-solar__table">
              <caption className="tw-hidden">{text.table}</caption>
              <SortHead
                columns={[
                  ['name', text.building],
                  ['demand', text.heat],
                  ['ratio', text.ratio],
                  ['homes', text.homes],
                ]}
                sorting={sorting}
                onSort={setSorting}
                rising={['name', 'demand', 'ratio']}
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
          <p className="nl-paragraph tw-subtle">{text.tableNote(words.percent(HEAT_ERROR.single))}</p>
        </>
      )}
    </section>
  );
}

interface RowProps {
  readonly building: HeatBuilding;
  readonly name: string;
  readonly id: string | undefined;
}

function Row({ building: { heatClass, demand, ratio, homes, year }, name, id }: RowProps) {
  const text = useHeatText();
  const words = useHeatWords();
  const format = useFormat();

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
          <HeatMark id={heatClass} /> {text.shortClasses[heatClass]}, {year}
        </span>
      </th>
      <td>{words.demand(demand)}</td>
      <td>{words.ratio(ratio)}</td>
      <td>{format.number(homes)}</td>
    </tr>
  );
}
