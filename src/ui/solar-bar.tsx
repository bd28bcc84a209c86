import './flood.css';
import './solar.css';
import { useEffect } from 'react';
import { hideOverlay } from '../store/hide-overlay.ts';
import { needSolar } from '../store/solar.ts';
import { Icon } from './icon.tsx';
import { SolarLegend } from './solar-legend.tsx';
import { useSolar, useSolarText } from './use-solar.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture while roofs are coloured: what the colours say. */
export function SolarBar() {
  const text = useSolarText();
  const isThere = useSolar((state) => state.town.status === 'ready');
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const hasPlan = useTwin((state) => state.choice !== undefined);
  const evening = useTwin((state) => state.evening !== undefined);

  useEffect(() => {
    if (isReady) void needSolar();
  }, [isReady]);

  if (!isThere || !supported) return null;
  return (
    <section className="tw-flood-over" aria-label={text.bar} data-lifted={hasPlan || evening}>
      <div className="tw-flood-bar tw-solar-bar">
        <SolarLegend />
        <button
          type="button"
          className="tw-icon-button"
          aria-label={text.close}
          title={text.close}
          onClick={() => hideOverlay('solar')}
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}
