import './flood.css';
import './solar.css';
import './heat.css';
import { useEffect } from 'react';
import { heatClasses } from '../model/heat.ts';
import { needHeat } from '../store/heat.ts';
import { HeatMark } from './heat-mark.tsx';
import { CloseOverlay, OverPicture } from './over-picture.tsx';
import { useHeat, useHeatText } from './use-heat.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture while buildings are coloured by their heat: what the colours say. */
export function HeatBar() {
  const text = useHeatText();
  const isThere = useHeat((state) => state.buildings.length > 0);
  const isReady = useTwin((state) => state.municipality.status === 'ready');

  useEffect(() => {
    if (isReady) needHeat();
  }, [isReady]);

  if (!isThere) return null;
  return (
    <OverPicture label={text.bar} className="tw-solar-bar tw-heat-bar">
      <div className="tw-flood-legend">
        <p className="tw-flood-legend__title">{text.bar}</p>
        <ul className="tw-heat__legend">
          {heatClasses.map((id) => (
            <li key={id}>
              <HeatMark id={id} /> {text.shortClasses[id]}
            </li>
          ))}
        </ul>
      </div>
      <CloseOverlay overlay="heat" label={text.close} />
    </OverPicture>
  );
}
