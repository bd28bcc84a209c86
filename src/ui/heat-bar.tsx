import './flood.css';
import './solar.css';
import './heat.css';
import { useEffect } from 'react';
import { heatClasses } from '../model/heat.ts';
import { needHeat } from '../store/heat.ts';
import { hideOverlay } from '../store/hide-overlay.ts';
import { HeatMark } from './heat-mark.tsx';
import { Icon } from './icon.tsx';
import { useHeat, useHeatText } from './use-heat.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture while buildings are coloured by their heat: what the colours say. */
export function HeatBar() {
  const text = useHeatText();
  const isThere = useHeat((state) => state.buildings.length > 0);
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const hasPlan = useTwin((state) => state.choice !== undefined);
  const evening = useTwin((state) => state.evening !== undefined);

  useEffect(() => {
    if (isReady) needHeat();
  }, [isReady]);

  if (!isThere || !supported) return null;
  return (
    <section className="tw-flood-over" aria-label={text.bar} data-lifted={hasPlan || evening}>
      <div className="tw-flood-bar tw-solar-bar tw-heat-bar">
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
        <button
          type="button"
          className="tw-icon-button"
          aria-label={text.close}
          title={text.close}
          onClick={() => hideOverlay('heat')}
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}
