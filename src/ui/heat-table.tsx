import { HEAT_ERROR } from '../model/heat.ts';
import { sortHeat } from '../model/heat-town.ts';
import { HeatFilterFields } from './heat-filter.tsx';
import { HeatMark } from './heat-mark.tsx';
import { TownTable } from './town-table.tsx';
import { type HeatAnswerParts, useHeatText, useHeatWords } from './use-heat.ts';
import { useFormat } from './use-twin.ts';

/** Buildings that are asked for. */
export function HeatTable({ answer: { listed, table } }: { readonly answer: HeatAnswerParts }) {
  const text = useHeatText();
  const words = useHeatWords();
  const format = useFormat();
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="heat-table">
      <h3 className="tw-flood__title" id="heat-table" tabIndex={-1}>
        {text.tableTitle(format.number(listed.length))}
      </h3>
      <HeatFilterFields table={table} />
      <TownTable
        buildings={listed}
        columns={[
          ['name', text.building],
          ['demand', text.heat],
          ['ratio', text.ratio],
          ['homes', text.homes],
        ]}
        rising={['name', 'demand', 'ratio']}
        first={{ column: 'ratio', isRising: true }}
        sort={sortHeat}
        about={({ heatClass, year }) => (
          <>
            <HeatMark id={heatClass} /> {text.shortClasses[heatClass]}, {year}
          </>
        )}
        cells={({ demand, ratio, homes }) => [words.demand(demand), words.ratio(ratio), format.number(homes)]}
        {...{ table, text }}
      />
      {listed.length === 0 ? (
        <p className="nl-paragraph">{text.tableNone}</p>
      ) : (
        <p className="nl-paragraph tw-subtle">{text.tableNote(words.percent(HEAT_ERROR.single))}</p>
      )}
    </section>
  );
}
