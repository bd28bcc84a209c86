import './inspector.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { describeBuilding } from '../model/building-attributes.ts';
import { lookAtBuilding, walkToBuilding } from '../store/go-to-building.ts';
import { needIndex } from '../store/load-municipality.ts';
import { selectBuilding } from '../store/twin.ts';
import { AttributeList } from './attribute-list.tsx';
import { BuildingAddresses } from './building-addresses.tsx';
import { useBuildingName } from './building-name.ts';
import { BuildingSource } from './building-source.tsx';
import { Icon } from './icon.tsx';
import { buildingText } from './text/building.ts';
import { useLanguage, useTwin } from './use-twin.ts';

const FloodSection = lazy(async () => ({ default: (await import('./flood-address.tsx')).FloodSection }));
const HeatSection = lazy(async () => ({ default: (await import('./heat-section.tsx')).HeatSection }));
const SolarSection = lazy(async () => ({ default: (await import('./solar-section.tsx')).SolarSection }));

export function Inspector({ close }: { readonly close: (action: () => void) => () => void }) {
  const words = buildingText[useLanguage()];
  const selection = useTwin((state) => state.selection);
  const coming = useTwin(({ buildingTable: { status } }) => status === 'idle' || status === 'running');
  const hasFlood = useTwin((state) => state.overlays.flood.visible);
  const hasHeat = useTwin((state) => state.overlays.heat.visible);
  const hasSolar = useTwin((state) => state.overlays.solar.visible);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const nameOf = useBuildingName();
  const heading = useRef<HTMLHeadingElement>(null);
  const described = useMemo(() => selection && describeBuilding(selection.attributes), [selection]);

  useEffect(() => {
    needIndex('buildingTable');
    needIndex('addresses');
    needIndex('streets');
  }, []);

  if (!selection || !described) return null;
  const { id } = selection;
  const isEmpty = described.known.length + described.other.length === 0;
  return (
    <article className="tw-section tw-inspector" aria-label={words.label}>
      <div className="tw-inspector__title">
        <div>
          <p className="tw-overline">{words.title}</p>
          <h2 className="nl-heading nl-heading--level-3" tabIndex={-1} ref={heading}>
            {nameOf(id)}
          </h2>
        </div>
        <button
          type="button"
          className="tw-icon-button"
          aria-label={words.deselect}
          onClick={close(() => selectBuilding(undefined))}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="tw-row">
        <Button purpose="primary" className="tw-small-button" onClick={() => lookAtBuilding(id)}>
          {words.flyTo}
        </Button>
        {supported && (
          <Button purpose="secondary" className="tw-small-button" onClick={() => walkToBuilding(id)}>
            {words.walk}
          </Button>
        )}
      </div>
      {hasSolar && (
        <Suspense>
          <SolarSection id={id} />
        </Suspense>
      )}
      {isEmpty ? (
        <p className="nl-paragraph">{coming ? words.loading : words.missing}</p>
      ) : (
        <AttributeList building={described} />
      )}
      {hasFlood && (
        <Suspense>
          <FloodSection id={id} />
        </Suspense>
      )}
      {hasHeat && (
        <Suspense>
          <HeatSection id={id} />
        </Suspense>
      )}
      <BuildingAddresses id={id} />
      <BuildingSource id={id} />
    </article>
  );
}
