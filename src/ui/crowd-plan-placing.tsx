import { type CrowdPlacing, isShape } from '../model/crowd-choice.ts';
import { pointsNeeded } from '../model/event-edit.ts';
import { dropPlanCorner, finishShape, placeInPlan, putInPlan } from '../store/crowd-plan.ts';
import { MiddleButton } from './middle-button.tsx';
import { lastPlace, TypedPlace } from './typed-place.tsx';
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
  const name = usePlacingName(placing);
  const count = pending.length / 2;
  const isLine = isShape(placing);
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
        <TypedPlace text={text} last={lastPlace(pending)} onPut={putInPlan} />
      </details>
    </div>
  );
}
