import { useMemo, useState } from 'react';
import { HEAT_ERROR } from '../model/heat.ts';
import { groupHeat, type HeatDistrictColumn, sortHeatDistricts } from '../model/heat-town.ts';
import { setHeatFilter } from '../store/heat.ts';
import { RowHead } from './row-head.tsx';
import type { Sorting } from './sort-head.tsx';
import { SortTable } from './sort-table.tsx';
import { type HeatAnswerParts, useHeatText, useHeatWords } from './use-heat.ts';
import { useTwin } from './use-twin.ts';

/** Districts in the order in which they can do without gas; choosing one keeps to it. */
export function HeatDistricts({ answer: { all, table } }: { readonly answer: HeatAnswerParts }) {
  const text = useHeatText();
  const words = useHeatWords();
  const chosen = useTwin((state) => state.heat.filter.district);
  const [sorting, setSorting] = useState<Sorting<HeatDistrictColumn>>({ column: 'first', isRising: false });
  const rows = useMemo(() => groupHeat(all), [all]);
  const { districts = [] } = table;
  if (districts.length === 0) return null;
  const idOf = (district: number) => districts[district] ?? '';
  const nameOf = (district: number) => districts[district] ?? text.unknownDistrict;
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="heat-districts">
      <h3 className="tw-flood__title" id="heat-districts" tabIndex={-1}>
        {text.districts}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.districtsIntro}</p>
      <SortTable
        caption={text.districts}
        className="tw-solar__table"
        columns={[
          ['name', text.district],
          ['first', text.first],
          ['mean', text.mean],
          ['energy', text.total],
        ]}
        sorting={sorting}
        onSort={setSorting}
        rising={['name', 'mean']}
        sortBy={text.sortBy}
      >
        {sortHeatDistricts(rows, sorting, nameOf).map(({ district, first, mean, energy }) => (
          <tr key={district} data-chosen={idOf(district) === chosen}>
            <RowHead
              name={nameOf(district)}
              isChosen={idOf(district) === chosen}
              onChoose={() => setHeatFilter({ district: idOf(district) === chosen ? undefined : idOf(district) })}
            />
            <td>
              {words.percent(first)}
              <span className="tw-bar" style={{ inlineSize: `${100 * first}%` }} />
            </td>
            <td>{words.demand(mean)}</td>
            <td>{words.energy(energy)}</td>
          </tr>
        ))}
      </SortTable>
      <p className="nl-paragraph tw-subtle">{text.districtsNote(words.percent(HEAT_ERROR.group))}</p>
    </section>
  );
}
