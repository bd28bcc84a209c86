import { BuildingSearch } from './building-search.tsx';
import { SolarRoof } from './solar-roof.tsx';
import { useSolarRoofText } from './use-solar-roof.ts';
import { useTwin } from './use-twin.ts';

/** The roof of the building that was chosen last. */
export function SolarAddress() {
  const text = useSolarRoofText();
  const supported = useTwin((state) => state.scene !== 'unsupported');
  return (
    <BuildingSearch
      id="solar-address"
      title={text.address}
      intro={supported ? text.addressIntro : text.addressIntroPlain}
      label={text.addressSearch}
    >
      {(id) => <SolarRoof id={id} />}
    </BuildingSearch>
  );
}
