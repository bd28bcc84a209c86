/** Places and event plans of a municipality → `events.json` for the viewer: the ground is cut out of the town's own sources. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EventPlace, EventPlan } from '../model/event-plan.ts';
import { InputError } from '../model/input-error.ts';
import type { Provenance } from '../model/municipality.ts';
import { parseEventPlan } from '../model/parse-event-plan.ts';
import { eventTownToJson } from '../model/parse-event-town.ts';
import { type EventGround, readPlace, sizeOf } from './crowd/read-place.ts';
import { readFeatures } from './features.ts';
import { readFootprints } from './flood/footprints.ts';
import { readJsonFile } from './geojson.ts';
import { readTrees } from './trees/read-trees.ts';
import { writeBeside } from './write-beside.ts';

export interface CrowdSources {
  readonly places: readonly EventGround[];
  readonly eventFiles: readonly string[];
  readonly furnitureFiles: readonly string[];
  readonly mapFiles: readonly string[];
  readonly buildingFiles: readonly string[];
  readonly treeFiles: readonly string[];
  readonly source: Provenance;
  readonly heightAt: (x: number, y: number) => number | undefined;
}

export interface CrowdFacts {
  /** Event plans. */
  readonly accepted: number;
  readonly refused: number;
  readonly places: readonly { readonly id: string; readonly squareMetres: number; readonly groundNap: number }[];
  readonly notes: readonly string[];
}

const readAll = async (files: readonly string[]) => (await Promise.all(files.map(readFeatures))).flat();

function readEvent(
  json: unknown,
  file: string,
  places: readonly EventPlace[],
  others: readonly EventPlan[],
): EventPlan {
  const plan = parseEventPlan(json, file);
  if (others.some(({ id }) => id === plan.id))
    throw new InputError(`${file}: id: ${plan.id} is that of another event.`);
  if (!places.some(({ id }) => id === plan.place))
    throw new InputError(
      `${file}: place: there is no ${JSON.stringify(plan.place)}; municipality.json has ${places.map(({ id }) => id).join(', ') || 'none'}.`,
    );
  return plan;
}

/** Writes the folder `output`. An event that cannot be used is told and left out; throws InputError when a place or all events are wrong. */
export async function makeCrowd(sources: CrowdSources, output: string): Promise<CrowdFacts> {
  const { eventFiles, source, heightAt } = sources;
  const town = {
    surfaces: await readAll(sources.mapFiles),
    footprints: readFootprints(sources.buildingFiles),
    trees: (await readTrees(sources.treeFiles)).trees,
    furniture: await readAll(sources.furnitureFiles),
    heightAt,
  };
  const places = sources.places.map((place) => readPlace(place, town));
  const events: EventPlan[] = [];
  const notes: string[] = [];
  for (const file of eventFiles) {
    try {
      events.push(readEvent(await readJsonFile(file), basename(file), places, events));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      notes.push(error.message);
    }
  }
  if (events.length === 0 && eventFiles.length > 0)
    throw new InputError(`crowd: no event plan can be used; the first: ${notes[0]}`);
  await writeBeside(output, 'folder', async (beside) => {
    await writeFile(join(beside, 'events.json'), eventTownToJson({ places, events, source }));
  });
  return {
    accepted: events.length,
    refused: eventFiles.length - events.length,
    places: places.map((place) => ({
      id: place.id,
      squareMetres: Math.round(sizeOf(place)),
      groundNap: place.groundNap,
    })),
    notes,
  };
}
