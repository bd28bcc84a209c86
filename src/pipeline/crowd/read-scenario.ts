/** What `crowd` is asked: a scenario's file, or an event's plan with one of its layouts, on the ground that the build made for it. */
import { basename } from 'node:path';
import { findOverlap } from '../../engines/crowd/overlap.ts';
import type { CrowdScenario } from '../../model/crowd.ts';
import type { EventPlan, EventTown } from '../../model/event-plan.ts';
import { eventToScenario } from '../../model/event-scenario.ts';
import { InputError } from '../../model/input-error.ts';
import { parseCrowd } from '../../model/parse-crowd.ts';
import { parseEventPlan } from '../../model/parse-event-plan.ts';
import { parseEventTown } from '../../model/parse-event-town.ts';
import { readJsonFile } from '../geojson.ts';

export interface ScenarioSource {
  readonly file: string;
  /** What the build made (`crowd/events.json`): the ground of a plan. */
  readonly town?: string | undefined;
  readonly event?: string | undefined;
  readonly layout?: string | undefined;
}

/** The one of that id, or the only one. Throws {@link InputError} that lists what there is. */
function pick<T extends { readonly id: string }>(
  list: readonly T[],
  id: string | undefined,
  file: string,
  option: string,
): T {
  const found = id === undefined && list.length === 1 ? list[0] : list.find((each) => each.id === id);
  if (found) return found;
  const known = list.map((each) => each.id).join(', ');
  throw new InputError(
    id === undefined
      ? `${file}: expected --${option}, one of ${known}.`
      : `${file}: --${option} ${id} is not there; there is ${known || 'none'}.`,
  );
}

const hasMember = (json: unknown, name: string) => typeof json === 'object' && json !== null && name in json;

async function readTown(file: string): Promise<EventTown> {
  return parseEventTown(await readJsonFile(file), basename(file));
}

function placePlan(plan: EventPlan, { places }: EventTown, layout: string | undefined, file: string): CrowdScenario {
  const ground = places.find(({ id }) => id === plan.place);
  if (!ground) throw new InputError(`${file}: the town has no place ${JSON.stringify(plan.place)} for an event.`);
  return eventToScenario(plan, pick(plan.layouts, layout, file, 'layout'), ground);
}

/** Throws {@link InputError} that names file and member. */
export async function readScenario({ file, town, event, layout }: ScenarioSource): Promise<CrowdScenario> {
  const json = await readJsonFile(file);
  const name = basename(file);
  if (hasMember(json, 'places') && hasMember(json, 'events')) {
    const own = parseEventTown(json, name);
    return placePlan(pick(own.events, event, name, 'event'), own, layout, name);
  }
  if (hasMember(json, 'layouts')) {
    const plan = parseEventPlan(json, name);
    if (town === undefined)
      throw new InputError(
        `${name}: a plan of an event needs its ground: --town <made>/crowd/events.json, as the build writes it.`,
      );
    return placePlan(plan, await readTown(town), layout, name);
  }
  if (layout !== undefined || event !== undefined)
    throw new InputError(`${name}: --event and --layout are for plans of events; this is a scenario.`);
  const scenario = parseCrowd(json, name);
  const overlap = findOverlap(scenario.walkable);
  if (overlap) throw new InputError(`${name}: walkable.${overlap[1]} overlaps walkable.${overlap[0]}.`);
  return scenario;
}
