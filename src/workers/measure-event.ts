/** Passages and emergency routes of an event's layout, from the geometry alone. */
import { checkEmergencyRoutes } from '../engines/crowd/emergency.ts';
import { measurePassages } from '../engines/crowd/passages.ts';
import type { RouteAnswer } from '../model/crowd-answer.ts';
import { listEventFaults } from '../model/event-faults.ts';
import { listPlaced } from '../model/event-scenario.ts';
import type { PassageAnswer, PassageQuestion } from './start-passages.ts';

export function measureEvent({ plan, layout, place, chosen }: PassageQuestion): PassageAnswer {
  const { walkable } = place;
  const placed = listPlaced(layout, place);
  const obstacles = placed.map(({ polygon }) => polygon);
  const own = placed.filter(({ id }) => id === chosen).map(({ polygon }) => polygon);
  const others = placed.filter(({ id }) => id !== chosen).map(({ polygon }) => polygon);
  return {
    passages: measurePassages({ walkable, obstacles }),
    beside: own.length === 0 ? undefined : measurePassages({ walkable, fixed: others, obstacles: own }),
    faults: listEventFaults(plan, layout, place),
  };
}

/** Closures are opened for who helps. Some times as slow as the passages. */
export const measureRoutes = ({ plan, layout, place }: PassageQuestion): RouteAnswer[] =>
  checkEmergencyRoutes({ walkable: place.walkable, fixed: [], things: listPlaced(layout, place, true) }, plan.routes);
