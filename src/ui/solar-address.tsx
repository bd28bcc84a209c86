import { selectBuildingById } from '../store/select-building.ts';
import { twin } from '../store/twin.ts';
import { useBuildingName } from './building-name.ts';
import { SearchBox } from './search-box.tsx';
import { SolarRoof } from './solar-roof.tsx';
import { useSolarRoofText } from './use-solar-roof.ts';
import { useTwin } from './use-twin.ts';

/** The roof of the building that was chosen last. */
export function SolarAddress() {
  const text = useSolarRoofText();
  const nameOf = useBuildingName();
  const id = useTwin((state) => state.lastSelected);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="solar-address">
      <h3 className="tw-flood__title" id="solar-address" tabIndex={-1}>
        {text.address}
      </h3>
      <p className="nl-paragraph tw-subtle">{supported ? text.addressIntro : text.addressIntroPlain}</p>
      <SearchBox
        label={text.addressSearch}
        addressesOnly
        take={(place) => {
          if (place.kind !== 'address') return;
          const { buildingTable } = twin.getState();
          const building = buildingTable.status === 'ready' ? buildingTable.value.id[place.building] : undefined;
          if (building !== undefined) twin.setState({ lastSelected: building });
        }}
      />
      {id !== undefined && (
        <div aria-live="polite" className="tw-flood__facade">
          <p>
            <button type="button" className="tw-link-button" onClick={() => selectBuildingById(id)}>
              <strong>{nameOf(id)}</strong>
            </button>
          </p>
          <SolarRoof id={id} />
        </div>
      )}
    </section>
  );
}
