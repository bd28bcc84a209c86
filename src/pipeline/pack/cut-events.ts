import type { EventTown } from '../../model/event-plan.ts';
import type { RdExtent } from '../../model/grid.ts';
import { meets } from './extent.ts';

/** Places that reach into the extent, wholly, and the events on them. */
export function cutEvents(town: EventTown, extent: RdExtent): EventTown {
  const places = town.places.filter(({ walkable }) => {
    const outer = walkable.flatMap(([ring = []]) => ring);
    const xs = outer.filter((_, i) => i % 2 === 0);
    const ys = outer.filter((_, i) => i % 2 === 1);
    return meets(extent, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  });
  const kept = new Set(places.map(({ id }) => id));
  return { ...town, places, events: town.events.filter(({ place }) => kept.has(place)) };
}
