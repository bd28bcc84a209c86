import './flood.css';
import { useEffect } from 'react';
import { needIndex } from '../store/load-municipality.ts';
import { FloodAddress } from './flood-address.tsx';
import { FloodBreach } from './flood-breach.tsx';
import { FloodContents } from './flood-contents.tsx';
import { FloodEffects } from './flood-effects.tsx';
import { FloodField } from './flood-field.tsx';
import { FloodLeaflet } from './flood-leaflet.tsx';
import { FloodMeasures } from './flood-measures.tsx';
import { FloodStorm } from './flood-storm.tsx';
import { FloodTable } from './flood-table.tsx';
import { useFlood, useFloodText } from './use-flood.ts';
import { useBreachText, useIsBreach } from './use-flood-breach.ts';
import { useTwin } from './use-twin.ts';

/** Which storm, what of its water, how deep at my door and in which streets. The picture's own controls lie over the picture. */
export function FloodAnswer() {
  const text = useFloodText();
  const breach = useBreachText();
  const isBreach = useIsBreach();
  const index = useFlood((state) => state.index);
  const problem = useFlood((state) => state.problem);
  const supported = useTwin((state) => state.scene !== 'unsupported');

  useEffect(() => {
    needIndex('buildingTable');
    needIndex('addresses');
    needIndex('streets');
  }, []);

  if (index.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.missing}</p>
        <p className="nl-paragraph tw-subtle">{index.message}</p>
      </div>
    );
  if (index.status !== 'ready') return <p className="nl-paragraph">{text.loading}</p>;
  return (
    <div className="tw-flood">
      <p className="nl-paragraph">
        {isBreach ? breach.shown : text.intro} {!supported && text.noWebGl}
      </p>
      {problem !== undefined && (
        <div role="alert">
          <p className="nl-paragraph">{text.failed}</p>
          <p className="nl-paragraph tw-subtle">{problem}</p>
        </div>
      )}
      <FloodContents />
      <FloodStorm index={index.value} />
      <FloodField />
      <FloodAddress />
      <FloodTable />
      <FloodEffects />
      <FloodMeasures />
      <FloodBreach />
      <FloodLeaflet />
    </div>
  );
}
