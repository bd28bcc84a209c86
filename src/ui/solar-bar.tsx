import './flood.css';
import './solar.css';
import { useEffect } from 'react';
import { needSolar } from '../store/solar.ts';
import { CloseOverlay, OverPicture } from './over-picture.tsx';
import { SolarLegend } from './solar-legend.tsx';
import { useSolar, useSolarText } from './use-solar.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture while roofs are coloured: what the colours say. */
export function SolarBar() {
  const text = useSolarText();
  const isThere = useSolar((state) => state.town.status === 'ready');
  const isReady = useTwin((state) => state.municipality.status === 'ready');

  useEffect(() => {
    if (isReady) void needSolar();
  }, [isReady]);

  if (!isThere) return null;
  return (
    <OverPicture label={text.bar} className="tw-solar-bar">
      <SolarLegend />
      <CloseOverlay overlay="solar" label={text.close} />
    </OverPicture>
  );
}
