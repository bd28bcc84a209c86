import { useState } from 'react';
import { type CrowdPlacing, isShape } from '../model/crowd-choice.ts';
import { pointsNeeded } from '../model/event-edit.ts';
import { dropPlanCorner, finishShape, placeInPlan, putInPlan } from '../store/crowd-plan.ts';
import { MiddleButton } from './middle-button.tsx';
import { NumberField } from './number-field.tsx';
import { useCrowd } from './use-crowd.ts';
import { useCrowdPlanText } from './use-crowd-plan.ts';

export const usePlacingName = (placing: CrowdPlacing): string => {
  const text = useCrowdPlanText();
  return isShape(placing) ? text.place.shapes[placing] : text.kinds[placing];
};

/** While something is placed: the same by button and by number as by clicks in the picture. */
export function CrowdPlacingBox({ placing }: { readonly placing: CrowdPlacing }) {
  const text = useCrowdPlanText().place;
  const pending = useCrowd((state) => state.pending);
  const [typed, setTyped] = useState<{ x?: number; y?: number }>({});
  const name = usePlacingName(placing);
  const count = pending.length / 2;
  const isLine = isShape(placing);
  const [x, y] = [typed.x ?? pending.at(-2), typed.y ?? pending.at(-1)];
  return (
    <div className="tw-draw-pending">
      <p className="nl-paragraph">
        <strong>{text.placing(name)}</strong>
      </p>
      <p className="nl-paragraph tw-subtle">
        {isLine ? text.tapPoints : text.tap} <span className="tw-crowd__keys">{text.keys}</span>
      </p>
      {isLine && (
        <p className="nl-paragraph" role="status">
          {text.points(count)}
        </p>
      )}
      <div className="tw-row">
        <MiddleButton label={text.middle} take={(east, north) => putInPlan([east, north])} />
        {isLine && (
          <>
            <button type="button" className="tw-chip" disabled={count === 0} onClick={dropPlanCorner}>
              {text.back}
            </button>
            <button type="button" className="tw-chip" disabled={count < pointsNeeded(placing)} onClick={finishShape}>
              {text.done}
            </button>
          </>
        )}
        <button type="button" className="tw-chip" onClick={() => placeInPlan(undefined)}>
          {text.stop}
        </button>
      </div>
      <details className="tw-details">
        <summary>{text.typed}</summary>
        <div className="tw-draw-grid">
          <NumberField
            label={text.east}
            value={x}
            canBeEmpty
            onCommit={(value) => setTyped({ ...typed, x: value ?? 0 })}
          />
          <NumberField
            label={text.north}
            value={y}
            canBeEmpty
            onCommit={(value) => setTyped({ ...typed, y: value ?? 0 })}
          />
          <button
            type="button"
            className="tw-chip"
            disabled={x === undefined || y === undefined}
            onClick={() => {
              if (x === undefined || y === undefined) return;
              putInPlan([x, y]);
              setTyped({});
            }}
          >
            {text.put}
          </button>
        </div>
      </details>
    </div>
  );
}
