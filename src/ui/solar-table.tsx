import { sortSolar } from '../model/solar-rows.ts';
import { needsPermit } from '../model/solar-town.ts';
import { SolarMark } from './solar-mark.tsx';
import { TownTable } from './town-table.tsx';
import { type SolarAnswerParts, useSolarText, useSolarWords } from './use-solar.ts';
import { useFormat } from './use-twin.ts';

/** The buildings that qualify. */
export function SolarTable({ answer: { easy, table } }: { readonly answer: SolarAnswerParts }) {
  const text = useSolarText();
  const words = useSolarWords();
  const format = useFormat();
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="solar-table">
      <h3 className="tw-flood__title" id="solar-table" tabIndex={-1}>
        {text.tableTitle(format.number(easy.length))}
      </h3>
      <TownTable
        buildings={easy}
        columns={[
          ['name', text.building],
          ['irradiation', text.light],
          ['panels', text.panelsShort],
          ['yearly', text.yearlyShort],
        ]}
        rising={['name']}
        first={{ column: 'yearly', isRising: false }}
        sort={sortSolar}
        about={(building) => (
          <>
            <SolarMark id={building.suitability} /> {text.classes[building.suitability]}
            {needsPermit(building) && `, ${text.permitNeeded}`}
          </>
        )}
        cells={({ irradiation, panels, yearly }) => [
          words.lightNumber(irradiation),
          format.number(panels),
          words.rounded(yearly),
        ]}
        {...{ table, text }}
      />
      {easy.length === 0 ? (
        <p className="nl-paragraph">{text.tableNone}</p>
      ) : (
        <p className="nl-paragraph tw-subtle">{text.tableNote}</p>
      )}
    </section>
  );
}
