import './flood-effects.css';
import { useEffect } from 'react';
import { IMPASSABLE_DEPTH } from '../model/flood-effects.ts';
import { setFloodChoice } from '../store/flood.ts';
import { needFloodEffects } from '../store/flood-effects.ts';
import { CheckField } from './check-field.tsx';
import { FloodEffectBuildings } from './flood-effect-buildings.tsx';
import { FloodEffectDamage } from './flood-effect-damage.tsx';
import { FloodEffectExport } from './flood-effect-export.tsx';
import { FloodEffectReach } from './flood-effect-reach.tsx';
import { FloodEffectRoads } from './flood-effect-roads.tsx';
import { FloodEffectStorage } from './flood-effect-storage.tsx';
import { useEffects, useEffectsText, useEffectsWords } from './use-flood-effects.ts';
import { useTwin } from './use-twin.ts';

/** What the water of the run in the picture does: to buildings, roads, those who must come, and where it goes. */
export function FloodEffects() {
  const text = useEffectsText();
  const state = useEffects(({ effects }) => effects);
  const isShown = useTwin(({ flood }) => flood.hasEffects);
  const supported = useTwin(({ scene }) => scene !== 'unsupported');

  useEffect(() => needFloodEffects(), []);

  return (
    <section className="tw-flood__group tw-flood__part tw-effects" aria-labelledby="flood-effects">
      <h3 className="tw-flood__title" id="flood-effects" tabIndex={-1}>
        {text.title}
      </h3>
      {state.status === 'idle' && <p className="nl-paragraph tw-subtle">{text.waiting}</p>}
      {state.status === 'running' && (
        <p className="nl-paragraph tw-subtle" role="status">
          {text.working}
        </p>
      )}
      {state.status === 'failed' && (
        <div role="alert">
          <p className="nl-paragraph">{text.failed}</p>
          <p className="nl-paragraph tw-subtle">{state.message}</p>
        </div>
      )}
      {state.status === 'ready' && (
        <>
          <p className="nl-paragraph tw-subtle">{text.within}</p>
          {supported && (
            <CheckField label={text.show} checked={isShown} onCheck={(hasEffects) => setFloodChoice({ hasEffects })} />
          )}
          <FloodEffectBuildings effects={state.value} />
          <FloodEffectRoads effects={state.value} />
          <FloodEffectReach effects={state.value} />
          <FloodEffectDamage effects={state.value} />
          <FloodEffectStorage />
          <FloodEffectExport effects={state.value} />
          <Assumptions step={state.value.step} />
        </>
      )}
    </section>
  );
}

function Assumptions({ step }: { readonly step: number }) {
  const text = useEffectsText();
  const words = useEffectsWords();
  const { roads, reach, times, damage } = text.assumed;
  return (
    <details className="tw-details">
      <summary>{text.assumptions}</summary>
      <div className="tw-flood__group">
        {[roads(words.depth(IMPASSABLE_DEPTH)), reach, times(words.time(step)), damage].map((line) => (
          <p key={line} className="nl-paragraph tw-subtle">
            {line}
          </p>
        ))}
      </div>
    </details>
  );
}
