import './flood-effects.css';
import { useEffect, useState } from 'react';
import type { BuildingWaterClass } from '../model/building-water.ts';
import { IMPASSABLE_DEPTH } from '../model/flood-effects.ts';
import { needFloodEffects } from '../store/flood-effects.ts';
import { WaterClassMark } from './flood-effect-mark.tsx';
import { Icon } from './icon.tsx';
import { useEffects, useEffectsText, useEffectsWords } from './use-flood-effects.ts';
import { useTwin } from './use-twin.ts';

const order: readonly BuildingWaterClass[] = ['inside', 'undecided', 'facade', 'dry'];

/**
 * What the colours of buildings and roads say, while they are in the picture; asks for them when a link shows them. On a phone it is
 * folded to its marks, as the picture needs the room.
 */
export function FloodEffectLegend() {
  const text = useEffectsText();
  const words = useEffectsWords();
  const isShown = useTwin((state) => state.flood.hasEffects);
  const status = useEffects(({ effects }) => effects.status);

  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (isShown) needFloodEffects();
  }, [isShown]);

  if (!isShown) return null;
  if (status !== 'ready')
    return <p className="tw-flood-legend__title">{status === 'failed' ? text.failed : text.working}</p>;
  return (
    <div className="tw-effects__key" data-open={isOpen}>
      <button
        type="button"
        className="tw-effects__unfold"
        aria-expanded={isOpen}
        onClick={() => setOpen((wasOpen) => !wasOpen)}
      >
        <span aria-hidden="true">
          {order.map((id) => (
            <WaterClassMark id={id} key={id} />
          ))}
          <span className="tw-effects__line" />
        </span>
        <span className="tw-effects__what">{text.legend}</span>
        <Icon name="chevronDown" />
      </button>
      <ul className="tw-effects__legend" aria-label={text.legend}>
        {order.map((id) => (
          <li key={id}>
            <WaterClassMark id={id} /> {text.short[id]}
          </li>
        ))}
        <li>
          <span className="tw-effects__line" aria-hidden="true" /> {text.blockedRoad(words.depth(IMPASSABLE_DEPTH))}
        </li>
      </ul>
    </div>
  );
}
