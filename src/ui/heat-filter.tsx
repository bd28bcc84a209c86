import type { BuildingTable } from '../model/city-index.ts';
import { heatClasses, initialHeatFilter } from '../model/heat.ts';
import { setHeatFilter } from '../store/heat.ts';
import { CheckField } from './check-field.tsx';
import { Chips } from './chips.tsx';
import { DistrictField } from './district-field.tsx';
import { HeatMark } from './heat-mark.tsx';
import { useHeatText } from './use-heat.ts';
import { useTwin } from './use-twin.ts';

/** What the table and the files list. */
export function HeatFilterFields({ table }: { readonly table: BuildingTable }) {
  const text = useHeatText();
  const filter = useTwin((state) => state.heat.filter);
  const { classes, district, withoutMonuments } = filter;
  const { districts = [] } = table;
  const isStart = JSON.stringify(filter) === JSON.stringify(initialHeatFilter);
  return (
    <>
      <fieldset className="tw-fieldset tw-flood__group">
        <legend>{text.filterClasses}</legend>
        <Chips
          ids={heatClasses}
          isPressed={(id) => classes.includes(id)}
          onPress={(id) =>
            setHeatFilter({ classes: heatClasses.filter((own) => (own === id) !== classes.includes(own)) })
          }
        >
          {(id) => (
            <>
              <HeatMark id={id} />
              {text.shortClasses[id]}
            </>
          )}
        </Chips>
      </fieldset>
      <DistrictField
        label={text.filterDistrict}
        all={text.allDistricts}
        chosen={district}
        onChoose={(district) => setHeatFilter({ district })}
        {...{ districts }}
      />
      {table.protection && (
        <CheckField
          label={text.withoutMonuments}
          checked={withoutMonuments}
          onCheck={(withoutMonuments) => setHeatFilter({ withoutMonuments })}
        />
      )}
      {!isStart && (
        <button type="button" className="tw-chip" onClick={() => setHeatFilter(initialHeatFilter)}>
          {text.reset}
        </button>
      )}
    </>
  );
}
