import { useMemo, useState } from 'react';
import { type DistrictColumn, sortDistricts } from '../model/solar-rows.ts';
import { groupDistricts } from '../model/solar-town.ts';
import { setSolarFilter } from '../store/solar.ts';
import type { Sorting } from './sort-head.tsx';
import { SortTable } from './sort-table.tsx';
import { type SolarAnswerParts, useSolarText, useSolarWords } from './use-solar.ts';
import { useFormat } from './use-twin.ts';

/** The same counted by district, with a bar for the share that qualifies; choosing one keeps to it. */
export function SolarDistricts({ answer: { asked, easy, table } }: { readonly answer: SolarAnswerParts }) {
  const text = useSolarText();
  const words = useSolarWords();
  const format = useFormat();
  const [sorting, setSorting] = useState<Sorting<DistrictColumn>>({ column: 'yearly', isRising: false });
  const rows = useMemo(() => groupDistricts(asked, easy), [asked, easy]);
  const { districts = [] } = table;
  if (districts.length === 0 || rows.length === 0) return null;
  const nameOf = (district: number) => districts[district] ?? text.unknownDistrict;
  return (
    <section className="tw-flood__group" aria-labelledby="solar-districts">
      <h4 className="tw-heading" id="solar-districts">
        {text.districts}
      </h4>
      <SortTable
        caption={text.districts}
        className="tw-solar__table"
        columns={[
          ['name', text.district],
          ['easy', text.easyShort],
          ['panels', text.panelsShort],
          ['yearly', text.yearly],
        ]}
        sorting={sorting}
        onSort={setSorting}
        rising={['name']}
        sortBy={text.sortBy}
      >
        {sortDistricts(rows, sorting, nameOf).map(({ district, asked: all, easy: sum }) => (
          <tr key={district}>
            <th scope="row">
              {district < 0 ? (
                nameOf(district)
              ) : (
                <button
                  type="button"
                  className="tw-link-button"
                  onClick={() => setSolarFilter({ district: nameOf(district) })}
                >
                  {nameOf(district)}
                </button>
              )}
            </th>
            <td>
              {format.number(sum.buildings)} / {format.number(all)}
              <span className="tw-bar" style={{ inlineSize: `${(100 * sum.buildings) / all}%` }} />
            </td>
            <td>{words.rounded(sum.panels)}</td>
            <td>{words.energy(sum.yearly)}</td>
          </tr>
        ))}
      </SortTable>
      <p className="nl-paragraph tw-subtle">{text.districtsNote}</p>
    </section>
  );
}
