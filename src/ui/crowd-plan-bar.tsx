import { type CrowdPlacing, isShape } from '../model/crowd-choice.ts';
import { pointsNeeded } from '../model/event-edit.ts';
import { dropPlanCorner, finishShape, placeInPlan } from '../store/crowd-plan.ts';
import { usePlacingName } from './crowd-plan-placing.tsx';
import { PlacingBar } from './placing-bar.tsx';
import { useCrowd, useCrowdChoice } from './use-crowd.ts';
import { useCrowdPlanText } from './use-crowd-plan.ts';

/** Over the picture of a phone while fingers place a thing, a fence or an area of an event. */
export function CrowdPlacingBar() {
  const { placing } = useCrowdChoice();
  return placing && <Bar placing={placing} />;
}

function Bar({ placing }: { readonly placing: CrowdPlacing }) {
  const text = useCrowdPlanText().place;
  const name = usePlacingName(placing);
  const count = useCrowd((state) => state.pending.length / 2);
  const isLine = isShape(placing);
  const next = !isLine ? text.tap : count === 0 ? text.tapPoints : text.points(count);
  return (
    <PlacingBar
      told={`${name}: ${next}`}
      text={text}
      {...(isLine && {
        corners: { count, needed: pointsNeeded(placing), onBack: dropPlanCorner, onDone: finishShape },
      })}
      onStop={() => placeInPlan(undefined)}
    />
  );
}
