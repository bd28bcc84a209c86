import type { BuildingTable } from '../model/city-index.ts';
import { heatClasses } from '../model/heat.ts';
import { initialHeatFilter } from '../model/heat-town.ts';
import { setHeatFilter } from '../store/heat.ts';
import { Chips } from './chips.tsx';
import { HeatMark } from './heat-mark.tsx';
import { useHeat, useHeatText } from './use-heat.ts';

/** What the table and the files list. */
export function HeatFilterFields({ table }: { readonly table: BuildingTable }) {
  const text = useHeatText();
  const filter = useHeat((state) => state.filter);
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
      {districts.length > 0 && (
        <label className="tw-field">
          <span>{text.filterDistrict}</span>
          <select
            className="utrecht-textbox utrecht-textbox--html-input"
            value={district ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setHeatFilter({ district: value === '' ? undefined : Number(value) })
            }
          >
            <option value="">{text.allDistricts}</option>
            {districts.map((name, row) => (
              <option key={name} value={row}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {table.protection && (
        <label className="tw-flood__check">
          <input
            type="checkbox"
            checked={withoutMonuments}
            onChange={(event) => setHeatFilter({ withoutMonuments: event.currentTarget.checked })}
          />
          {text.withoutMonuments}
        </label>
      )}
      {!isStart && (
        <button type="button" className="tw-chip" onClick={() => setHeatFilter(initialHeatFilter)}>
          {text.reset}
        </button>
      )}
    </>
  );
}
