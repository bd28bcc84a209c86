import { useEffect } from 'react';
import { needIndex } from '../store/load-municipality.ts';
import { needSolar } from '../store/solar.ts';
import { useSolar, useSolarText } from './use-solar.ts';
import { useTwin } from './use-twin.ts';

/** Which buildings can easily get solar panels, how many, and what they would give. */
export function SolarAnswer() {
  const text = useSolarText();
  const town = useSolar((state) => state.town);
  const isReady = useTwin((state) => state.municipality.status === 'ready');

  useEffect(() => {
    needIndex('buildingTable');
    needIndex('addresses');
  }, []);
  useEffect(() => {
    if (isReady) void needSolar();
  }, [isReady]);

  if (town.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.missing}</p>
        <p className="nl-paragraph tw-subtle">{town.message}</p>
      </div>
    );
  if (town.status !== 'ready') return <p className="nl-paragraph">{text.loading}</p>;
  return null;
}
