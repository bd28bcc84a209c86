/** Checks what the build wrote of events, once, at the edge; and writes it. */
import type { EventTown } from './event-plan.ts';
import { eventTownSchema } from './event-schema.ts';
import { InputError } from './input-error.ts';
import { readChecked } from './read-checked.ts';

/** Throws {@link InputError}. */
export function parseEventTown(json: unknown, file: string): EventTown {
  const town = readChecked(eventTownSchema.safeParse(json), file) as EventTown;
  const places = new Set(town.places.map(({ id }) => id));
  for (const { id, place } of town.events)
    if (!places.has(place)) throw new InputError(`${file}: events (${id}): there is no place ${JSON.stringify(place)}`);
  return town;
}

/** Places in millimetres. */
export const eventTownToJson = (town: EventTown): string =>
  JSON.stringify(town, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value));
