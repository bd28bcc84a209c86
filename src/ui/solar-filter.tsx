import type { BuildingTable } from '../model/city-index.ts';
import { solarClasses } from '../model/solar.ts';
import { initialSolarFilter, permitFilters, sortClasses } from '../model/solar-choice.ts';
import { knowsHomes } from '../model/solar-town.ts';
import { setSolarChoice, setSolarFilter } from '../store/solar.ts';
import { BoundedField } from './bounded-field.tsx';
import { CheckField } from './check-field.tsx';
import { Chips } from './chips.tsx';
import { DistrictField } from './district-field.tsx';
import { SolarMark } from './solar-mark.tsx';
import { useSolarText } from './use-solar.ts';
import { useTwin } from './use-twin.ts';

const MOST_PANELS = 100_000;

/** What "easily" means: the answer, the table and the files follow it. */
export function SolarFilter({ table }: { readonly table: BuildingTable }) {
  const text = useSolarText();
  const filter = useTwin((state) => state.solar.filter);
  const { fewestPanels, classes, permit, homesOnly, inView, district } = filter;
  const { districts = [] } = table;
  const isStart = JSON.stringify(filter) === JSON.stringify(initialSolarFilter);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="solar-filter">
      <h3 className="tw-flood__title" id="solar-filter" tabIndex={-1}>
        {text.filter}
      </h3>
      <BoundedField
        label={text.filterPanels}
        value={fewestPanels}
        low={0}
        high={MOST_PANELS}
        onCommit={(value) => setSolarFilter({ fewestPanels: Math.round(value) })}
      />
      <fieldset className="tw-fieldset tw-flood__group">
        <legend>{text.filterClasses}</legend>
        <Chips
          ids={solarClasses}
          isPressed={(id) => classes.includes(id)}
          onPress={(id) =>
            setSolarFilter({
              classes: classes.includes(id) ? classes.filter((own) => own !== id) : sortClasses([...classes, id]),
            })
          }
        >
          {(id) => (
            <>
              <SolarMark id={id} />
              {text.classes[id]}
            </>
          )}
        </Chips>
      </fieldset>
      <fieldset className="tw-fieldset tw-flood__group">
        <legend>{text.filterPermit}</legend>
        <Chips ids={permitFilters} isPressed={(id) => permit === id} onPress={(id) => setSolarFilter({ permit: id })}>
          {(id) => text.permits[id]}
        </Chips>
        <p className="nl-paragraph tw-subtle">{text.filterPermitNote}</p>
      </fieldset>
      <DistrictField
        label={text.filterDistrict}
        all={text.allDistricts}
        chosen={district}
        onChoose={(name) => setSolarFilter({ district: name })}
        {...{ districts }}
      />
      {knowsHomes(table) && (
        <CheckField label={text.homesOnly} checked={homesOnly} onCheck={(homesOnly) => setSolarFilter({ homesOnly })} />
      )}
      <CheckField label={text.onlyInView} checked={inView} onCheck={(inView) => setSolarFilter({ inView })} />
      {!isStart && (
        <button type="button" className="tw-chip" onClick={() => setSolarChoice({ filter: initialSolarFilter })}>
          {text.reset}
        </button>
      )}
    </section>
  );
}
