import { useStore } from 'zustand';
import { listBuildingAddresses } from '../model/building-addresses.ts';
import { HIGHEST_FLOOR } from '../model/outlook.ts';
import { chooseHouse, outlook, setFloor } from '../store/outlook.ts';
import { findBuildingRow } from '../store/select-building.ts';
import { Icon } from './icon.tsx';
import { SearchBox } from './search-box.tsx';
import { windowText } from './text/window.ts';
import { useLanguage, useTwin } from './use-twin.ts';

const MOST_OFFERED = 3;

/** Which address and which floor. */
export function WindowHouse() {
  const text = windowText[useLanguage()];
  const house = useStore(outlook, (state) => state.house);
  const floor = useStore(outlook, (state) => state.floor);
  return (
    <>
      <div className="tw-field">
        <SearchBox
          label={text.house}
          addressesOnly
          take={(place) => {
            if (place.kind === 'address') chooseHouse(place);
          }}
        />
        <LastSelected />
        {house && (
          <p className="tw-row" aria-live="polite">
            <Icon name="place" />
            <strong>
              {house.street} {house.number}
            </strong>
          </p>
        )}
      </div>
      <div className="tw-field">
        <label className="tw-heading" htmlFor="window-floor">
          {text.floor} <span className="tw-subtle">({text.floorHint})</span>
        </label>
        <div className="tw-floor">
          <input
            id="window-floor"
            className="utrecht-textbox utrecht-textbox--html-input"
            type="number"
            inputMode="numeric"
            min={0}
            max={HIGHEST_FLOOR}
            step={1}
            value={floor}
            onChange={(event) => setFloor(event.currentTarget.valueAsNumber || 0)}
          />
        </div>
      </div>
    </>
  );
}

/** The addresses of the building that was selected or searched before this opened. */
function LastSelected() {
  const text = windowText[useLanguage()];
  const id = useTwin((state) => state.lastSelected);
  const table = useTwin((state) => state.buildingTable);
  const addresses = useTwin((state) => state.addresses);
  const house = useStore(outlook, (state) => state.house);
  if (house || id === undefined || table.status !== 'ready' || addresses.status !== 'ready') return null;
  const row = findBuildingRow(table.value, id);
  const offered = row === undefined ? [] : listBuildingAddresses(addresses.value, row).slice(0, MOST_OFFERED);
  if (row === undefined || offered.length === 0) return null;
  return (
    <div>
      <p className="tw-heading">{text.lastSelected}</p>
      <ul className="tw-chips">
        {offered.map(({ street, number, x, y }) => (
          <li key={`${street} ${number}`}>
            <button
              type="button"
              className="tw-chip"
              onClick={() => chooseHouse({ street, number, x, y, building: row })}
            >
              <Icon name="place" />
              {street} {number}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
