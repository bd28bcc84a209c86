import { type CrowdPlacing, isShape } from '../model/crowd-choice.ts';
import { pointsNeeded } from '../model/event-edit.ts';
import { dropPlanCorner, finishShape, placeInPlan } from '../store/crowd-plan.ts';
import { usePlacingName } from './crowd-plan-placing.tsx';
import { Icon } from './icon.tsx';
import { useCrowd, useCrowdChoice } from './use-crowd.ts';
import { useCrowdPlanText } from './use-crowd-plan.ts';

/** Over the picture of a phone while fingers place something: the panel's buttons lie below its edge there. */
export function CrowdPlacingBar() {
  const { placing } = useCrowdChoice();
  return placing && <Bar placing={placing} />;
}

function Bar({ placing }: { readonly placing: CrowdPlacing }) {
  const text = useCrowdPlanText().place;
  const name = usePlacingName(placing);
  const count = useCrowd((state) => state.pending.length / 2);
  const isLine = isShape(placing);
  return (
    <div className="tw-flood-placing">
      <p role="status">
        {name}: {!isLine ? text.tap : count === 0 ? text.tapPoints : text.points(count)}
      </p>
      {isLine && (
        <>
          <button
            type="button"
            className="tw-icon-button"
            aria-label={text.back}
            title={text.back}
            disabled={count === 0}
            onClick={dropPlanCorner}
          >
            <Icon name="turnLeft" />
          </button>
          <button type="button" className="tw-chip" disabled={count < pointsNeeded(placing)} onClick={finishShape}>
            {text.done}
          </button>
        </>
      )}
      <button
        type="button"
        className="tw-icon-button"
        aria-label={text.stop}
        title={text.stop}
        onClick={() => placeInPlan(undefined)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
