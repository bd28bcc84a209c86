import './inspector.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { describeBuilding } from '../model/building-attributes.ts';
import { lookAtBuilding, walkToBuilding } from '../store/go-to-place.ts';
import { needIndex } from '../store/load-municipality.ts';
import { selectBuilding } from '../store/twin.ts';
import { AttributeList } from './attribute-list.tsx';
import { BuildingAddresses } from './building-addresses.tsx';
import { useBuildingName } from './building-name.ts';
import { Icon } from './icon.tsx';
import { useFormat, useText, useTwin } from './use-twin.ts';

const FloodSection = lazy(async () => ({ default: (await import('./flood-address.tsx')).FloodSection }));

export function Inspector({ close }: { readonly close: (action: () => void) => () => void }) {
  const text = useText();
  const selection = useTwin((state) => state.selection);
  const coming = useTwin(({ buildingTable: { status } }) => status === 'idle' || status === 'running');
  const hasFlood = useTwin((state) => state.overlays.flood.visible);
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
    <article className="tw-section tw-inspector" aria-label={text.inspector.label}>
      <div className="tw-inspector__title">
        <div>
          <p className="tw-overline">{text.inspector.title}</p>
          <h2 className="nl-heading nl-heading--level-3" tabIndex={-1} ref={heading}>
            {nameOf(id)}
          </h2>
        </div>
        <button
          type="button"
          className="tw-icon-button"
          aria-label={text.inspector.deselect}
          onClick={close(() => selectBuilding(undefined))}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="tw-row">
        <Button purpose="primary" className="tw-small-button" onClick={() => lookAtBuilding(id)}>
          {text.inspector.flyTo}
        </Button>
        {supported && (
          <Button purpose="secondary" className="tw-small-button" onClick={() => walkToBuilding(id)}>
            {text.inspector.walk}
          </Button>
        )}
      </div>
      {isEmpty ? (
        <p className="nl-paragraph">{coming ? text.inspector.loading : text.inspector.missing}</p>
      ) : (
        <AttributeList building={described} />
      )}
      {hasFlood && (
        <Suspense>
          <FloodSection id={id} />
        </Suspense>
      )}
      <BuildingAddresses id={id} />
      <BuildingSource />
    </article>
  );
}

/** Where the figures come from, their date and how far off heights may be. */
function BuildingSource() {
  const text = useText();
  const format = useFormat();
  const municipality = useTwin((state) => state.municipality);
  const source = municipality.status === 'ready' ? municipality.value.buildings[0]?.source : undefined;
  if (!source) return null;
  return (
    <p className="nl-paragraph tw-subtle">
      {text.inspector.source(format.localised(source.title), source.holder, format.date(source.date))}{' '}
      {source.accuracyM !== undefined && text.inspector.accuracy(format.height(source.accuracyM))}{' '}
      {text.leaflet.indicative}
    </p>
  );
}
