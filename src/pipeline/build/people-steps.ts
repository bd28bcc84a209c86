/** Steps for people on foot: events on squares, and counts at gates. */
import { join } from 'node:path';
import { LEAST_SHOWN } from '../../model/counts.ts';
import { InputError } from '../../model/input-error.ts';
import type { Dataset, Municipality } from '../../model/municipality.ts';
import type { Step } from './step.ts';

interface Sources {
  readonly paths: (dataset: Dataset | undefined) => readonly string[];
  readonly terrainFiles: readonly string[];
  readonly heightReader: () => Promise<(x: number, y: number) => number | undefined>;
}

export interface PeoplePlan {
  readonly steps: readonly Step[];
  readonly made: Pick<Municipality, 'crowd' | 'counts'>;
}

/** Datasets that have an address pass unchanged. */
export function planPeople(
  folder: string,
  { crowd, counts, map, buildings, trees }: Municipality,
  { paths, terrainFiles, heightReader }: Sources,
): PeoplePlan {
  const steps: Step[] = [];
  const made: { crowd?: Municipality['crowd']; counts?: Municipality['counts'] } = {};
  const eventFiles = (crowd?.events ?? []).map((file) => join(folder, file));
  if (crowd && crowd.url === undefined) {
    const { places = [], source } = crowd;
    if (places.length === 0) throw new InputError('municipality.json: crowd.places: expected at least one place.');
    const files = {
      furnitureFiles: paths(crowd),
      mapFiles: paths(map),
      buildingFiles: buildings.flatMap(paths),
      treeFiles: paths(trees),
    };
    steps.push({
      name: 'crowd',
      version: 1,
      inputs: [...eventFiles, ...Object.values(files).flat(), ...terrainFiles],
      options: { places, source },
      output: 'crowd',
      async run(output) {
        const { makeCrowd } = await import('../crowd-build.ts');
        return makeCrowd({ places, eventFiles, ...files, source, heightAt: await heightReader() }, output);
      },
    });
    made.crowd = { url: 'crowd/events.json', source };
  }
  const countFiles = paths(counts);
  if (counts && countFiles.length > 0) {
    const { gates, leastShown = LEAST_SHOWN, day, live, source } = counts;
    if (gates === undefined) throw new InputError('municipality.json: counts.gates: expected a GeoJSON file of gates.');
    const gatesFile = join(folder, gates);
    steps.push({
      name: 'counts',
      version: 1,
      inputs: [...countFiles, gatesFile],
      options: { leastShown, day, live, source },
      output: 'counts',
      async run(output) {
        const { makeCounts } = await import('../counts-build.ts');
        return makeCounts({ files: countFiles, gatesFile, leastShown, day, live, source }, output);
      },
    });
    // Its host must be in what the page may load, which follows what is made.
    made.counts = { url: 'counts/counts.json', source, ...(live && { live }) };
  }
  return { steps, made };
}
