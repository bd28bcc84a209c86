import type { ReactNode } from 'react';
import { selectBuildingById } from '../store/select-building.ts';
import { twin } from '../store/twin.ts';
import { useBuildingName } from './building-name.ts';
import { SearchBox } from './search-box.tsx';
import { useTwin } from './use-twin.ts';

interface BuildingSearchProps {
  /** Of its title. */
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly label: string;
  /** What is told of the building that was chosen last. */
  readonly children: (building: string) => ReactNode;
}

/** Looks up an address, and answers for the building that was chosen last, there or anywhere. */
export function BuildingSearch({ id, title, intro, label, children }: BuildingSearchProps) {
  const nameOf = useBuildingName();
  const building = useTwin((state) => state.lastSelected);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby={id}>
      <h3 className="tw-flood__title" id={id} tabIndex={-1}>
        {title}
      </h3>
      <p className="nl-paragraph tw-subtle">{intro}</p>
      <SearchBox
        label={label}
        addressesOnly
        take={(place) => {
          if (place.kind !== 'address') return;
          const { buildingTable } = twin.getState();
          const found = buildingTable.status === 'ready' ? buildingTable.value.id[place.building] : undefined;
          if (found !== undefined) twin.setState({ lastSelected: found });
        }}
      />
      {building !== undefined && (
        <div aria-live="polite" className="tw-flood__facade">
          <p>
            <button type="button" className="tw-link-button" onClick={() => selectBuildingById(building)}>
              <strong>{nameOf(building)}</strong>
            </button>
          </p>
          {children(building)}
        </div>
      )}
    </section>
  );
}
