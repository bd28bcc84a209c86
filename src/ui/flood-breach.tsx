import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useState } from 'react';
import { type BreachChoice, dikeMaterialIds, parseBreachId } from '../model/breach-choice.ts';
import type { WaterBarrier } from '../model/water-barrier.ts';
import { breach, chooseBreachPlace, computeBreach, needDikes } from '../store/flood-breach.ts';
import { stopComputing } from '../store/flood-compute.ts';
import { Chips } from './chips.tsx';
import { FloodBreachPlace } from './flood-breach-place.tsx';
import { FloodBreachResult } from './flood-breach-result.tsx';
import { FloodBreachSettings } from './flood-breach-settings.tsx';
import { FloodBreachWater } from './flood-breach-water.tsx';
import { FloodJob } from './flood-job.tsx';
import { useFlood, useFloodText } from './use-flood.ts';
import { useBreach, useBreachText, useIsBreach } from './use-flood-breach.ts';
import { useTwin } from './use-twin.ts';

/** A dike that gives way: where, how high the water stands, and what comes of it. Nothing where no dikes are known. */
export function FloodBreach() {
  const text = useBreachText();
  const dikes = useBreach((state) => state.dikes);
  const municipality = useTwin((state) => state.municipality.status);
  // Not the parsed choice: a selector that makes a new object each time has React draw without end.
  const isAsked = useTwin((state) => parseBreachId(state.flood.storm) !== undefined);
  const [isOpen, setIsOpen] = useState(isAsked);

  useEffect(() => {
    if (municipality === 'ready') void needDikes();
  }, [municipality]);

  if (dikes.status === 'ready' && dikes.value.length === 0) return null;
  return (
    <details
      className="tw-details tw-flood__group tw-flood__part"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="tw-flood__title" id="flood-breach">
        {text.title}
      </summary>
      <p className="nl-paragraph">{text.intro}</p>
      {dikes.status === 'failed' && (
        <div role="alert">
          <p className="nl-paragraph">{text.failed}</p>
          <p className="nl-paragraph tw-subtle">{dikes.message}</p>
        </div>
      )}
      {isOpen && dikes.status === 'ready' && <Form dikes={dikes.value} />}
    </details>
  );
}

function Form({ dikes }: { readonly dikes: readonly WaterBarrier[] }) {
  const text = useBreachText();
  const asked = useTwin((state) => state.flood.storm);
  const levels = useTwin((state) =>
    state.municipality.status === 'ready' ? state.municipality.value.waterBarriers?.levels : undefined,
  );
  const place = useBreach((state) => state.place);
  const [lakeLevel, setLakeLevel] = useState(parseBreachId(asked)?.lakeLevel ?? levels?.[0]?.nap ?? 0);
  const [material, setMaterial] = useState<BreachChoice['material']>(parseBreachId(asked)?.material ?? 'sand');
  useEffect(() => {
    const { x, y } = parseBreachId(asked) ?? {};
    if (x !== undefined && y !== undefined) chooseBreachPlace({ x, y });
  }, [asked]);
  // No mark stays in the picture of a form that is gone.
  useEffect(() => () => chooseBreachPlace(undefined), []);
  const highest = Math.max(...dikes.map(({ requiredNap }) => requiredNap));
  return (
    <div className="tw-flood__own">
      <FloodBreachPlace dikes={dikes} place={place} onChoose={chooseBreachPlace} />
      <FloodBreachWater levels={levels ?? []} highest={highest} level={lakeLevel} onChange={setLakeLevel} />
      <fieldset className="tw-fieldset">
        <legend className="tw-subtle">{text.material}</legend>
        <Chips ids={dikeMaterialIds} isPressed={(id) => id === material} onPress={setMaterial}>
          {(id) => text.materials[id]}
        </Chips>
      </fieldset>
      <FloodBreachSettings />
      <NotCounted />
      <div className="tw-row">
        <Button
          purpose="primary"
          className="tw-small-button"
          disabled={!place}
          onClick={() =>
            place && void computeBreach({ ...place, lakeLevel, material, settings: breach.getState().settings })
          }
        >
          {text.compute}
        </Button>
      </div>
      <Job />
      <FloodBreachResult />
    </div>
  );
}

/** What is in the picture, and not in the breach. */
function NotCounted() {
  const text = useBreachText();
  const hasPlan = useTwin(({ choice }) => choice?.variant !== undefined);
  const hasMeasures = useTwin(({ floodMeasures }) => floodMeasures.items.length > 0);
  if (!hasPlan && !hasMeasures) return null;
  return (
    <p className="nl-paragraph">{[hasPlan && text.noPlan, hasMeasures && text.noMeasures].filter(Boolean).join(' ')}</p>
  );
}

/** How far it is, here too: the button that began it lies a few screens below the storms. */
function Job() {
  const text = useFloodText();
  const job = useFlood((state) => state.job.status);
  const isBreach = useIsBreach();
  if (!isBreach) return null;
  return (
    <>
      <FloodJob />
      {job === 'running' && (
        <div className="tw-row">
          <Button purpose="secondary" className="tw-small-button" onClick={stopComputing}>
            {text.cancel}
          </Button>
        </div>
      )}
    </>
  );
}
