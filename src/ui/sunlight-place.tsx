import { useState } from 'react';
import { useStore } from 'zustand';
import { listBuildingAddresses } from '../model/building-addresses.ts';
import { HIGHEST_FLOOR } from '../model/outlook.ts';
import type { SunSpot } from '../model/sunlight-choice.ts';
import { findBuildingRow } from '../store/select-building.ts';
import { chooseHouse, chooseSpot, setSunFloor, sunlight } from '../store/sunlight.ts';
import { twin } from '../store/twin.ts';
import { Chips } from './chips.tsx';
import { Icon } from './icon.tsx';
import { MiddleButton } from './middle-button.tsx';
import { PointForm } from './point-form.tsx';
import { SearchBox } from './search-box.tsx';
import { useSunChoice, useSunlightText } from './use-sunlight.ts';
import { useTwin } from './use-twin.ts';

const kinds = ['window', 'spot'] as const;
const MOST_OFFERED = 3;
/** A window of an address, or a place on the ground. */
export function SunlightPlace() {
  const text = useSunlightText();
  const { place } = useSunChoice();
  const [chosen, setChosen] = useState<SunSpot['kind']>();
  const kind = chosen ?? place?.kind ?? 'window';
  return (
    <fieldset className="tw-fieldset tw-sunlight__group">
      <legend className="tw-heading">{text.place}</legend>
      <Chips ids={kinds} isPressed={(id) => kind === id} onPress={setChosen}>
        {(id) => (
          <>
            <Icon name={id === 'window' ? 'window' : 'place'} />
            {text.kinds[id]}
          </>
        )}
      </Chips>
      {kind === 'window' ? <House /> : <Spot />}
    </fieldset>
  );
}

function House() {
  const text = useSunlightText();
  const { place } = useSunChoice();
  const address = useStore(sunlight, (state) => state.address);
  const window = place?.kind === 'window' ? place : undefined;
  return (
    <>
      <div className="tw-field">
        <SearchBox label={text.house} addressesOnly take={(found) => found.kind === 'address' && chooseHouse(found)} />
        <LastSelected />
        {window && address !== undefined && (
          <p className="tw-row" aria-live="polite">
            <Icon name="place" />
            <strong>{address}</strong>
          </p>
        )}
      </div>
      {window && (
        <div className="tw-field tw-sunlight__floor">
          <label className="tw-heading" htmlFor="sunlight-floor">
            {text.floor} <span className="tw-subtle">({text.floorHint})</span>
          </label>
          <input
            id="sunlight-floor"
            className="utrecht-textbox utrecht-textbox--html-input"
            type="number"
            inputMode="numeric"
            min={0}
            max={HIGHEST_FLOOR}
            step={1}
            value={window.floor}
            onChange={(event) => setSunFloor(event.currentTarget.valueAsNumber || 0)}
          />
        </div>
      )}
    </>
  );
}

/** The addresses of the building that was selected or searched before. */
function LastSelected() {
  const text = useSunlightText();
  const id = useTwin((state) => state.lastSelected);
  const table = useTwin((state) => state.buildingTable);
  const addresses = useTwin((state) => state.addresses);
  const hasPlace = useTwin((state) => state.sunlight.place?.kind === 'window');
  if (hasPlace || id === undefined || table.status !== 'ready' || addresses.status !== 'ready') return null;
  const row = findBuildingRow(table.value, id);
  const offered = row === undefined ? [] : listBuildingAddresses(addresses.value, row).slice(0, MOST_OFFERED);
  if (offered.length === 0) return null;
  return (
    <div>
      <p className="tw-heading">{text.lastSelected}</p>
      <ul className="tw-chips">
        {offered.map((house) => (
          <li key={`${house.street} ${house.number}`}>
            <button type="button" className="tw-chip" onClick={() => chooseHouse(house)}>
              <Icon name="place" />
              {house.street} {house.number}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Spot() {
  const text = useSunlightText();
  const isPlacing = useTwin((state) => state.placesSun);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  return (
    <>
      <div className="tw-row">
        {supported && (
          <button
            type="button"
            className="tw-chip"
            aria-pressed={isPlacing}
            onClick={() => twin.setState({ placesSun: !isPlacing })}
          >
            {isPlacing ? text.stop : text.pick}
          </button>
        )}
        <MiddleButton label={text.middle} take={chooseSpot} />
      </div>
      {isPlacing && <p className="nl-paragraph tw-subtle">{text.picking}</p>}
      <details className="tw-details">
        <summary>{text.form}</summary>
        <PointForm title={text.form} submit={text.take} onPoint={({ x, y }) => chooseSpot(x, y)} />
      </details>
    </>
  );
}
