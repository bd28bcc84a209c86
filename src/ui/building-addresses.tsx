import { useState } from 'react';
import { listBuildingAddresses } from '../model/building-addresses.ts';
import { findBuildingRow } from '../store/select-building.ts';
import { buildingText } from './text/building.ts';
import { useFormat, useLanguage, useText, useTwin } from './use-twin.ts';

const FIRST_ROWS = 6;

export function BuildingAddresses({ id }: { readonly id: string }) {
  const text = useText();
  const words = buildingText[useLanguage()];
  const format = useFormat();
  const addresses = useTwin((state) => state.addresses);
  const table = useTwin((state) => state.buildingTable);
  const [more, setMore] = useState(false);
  if (addresses.status !== 'ready' || table.status !== 'ready') return null;
  const row = findBuildingRow(table.value, id);
  const list = row === undefined ? [] : listBuildingAddresses(addresses.value, row);
  if (list.length === 0) return null;
  return (
    <section>
      <h3 className="tw-heading">{words.addresses}</h3>
      <ul className="tw-sentences">
        {list.slice(0, more ? list.length : FIRST_ROWS).map(({ street, number, postcode }) => (
          <li key={`${street} ${number} ${postcode}`}>
            {street} {number} <span className="tw-subtle">{format.postcode(postcode)}</span>
          </li>
        ))}
      </ul>
      {list.length > FIRST_ROWS && (
        <button type="button" className="tw-chip" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? text.less : words.moreAddresses(list.length)}
        </button>
      )}
    </section>
  );
}
