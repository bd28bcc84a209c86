/** Places that count, from GeoJSON points: good ones are kept, bad ones refused by file, feature and field, all of them. */
import type { CountGate } from './counts.ts';
import { type GeoFeature, listPoints, numberOf, textOf } from './geojson.ts';
import { InputError } from './input-error.ts';

/** Of one count where the supplier says nothing: a share of it, and persons. An assumption, told wherever it is used. */
export const assumedError = { share: 0.05, persons: 1 } as const;

export interface ParsedGates {
  readonly gates: readonly CountGate[];
  /** What was refused or assumed, one technical line each. */
  readonly notes: readonly string[];
  readonly refused: number;
}

/** What goes wrong while one feature is read is told with the others. */
function collect(faults: string[]) {
  return <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(error.message);
      return undefined;
    }
  };
}

/**
 * `id` (or `locatiecode`), `title` (or `naam`), `inDegrees` (or `inGraden`): where the way to the centre goes, clockwise from RD north;
 * `errorShare` (or `foutDeel`, 0 to 1) and `errorPersons` (or `foutPersonen`): standard deviation of one count.
 */
export function parseCountGates(features: readonly GeoFeature[]): ParsedGates {
  const gates: CountGate[] = [];
  const notes: string[] = [];
  const assumed: string[] = [];
  const taken = new Map<string, string>();
  for (const feature of features) {
    const { where } = feature;
    const faults: string[] = [];
    const safely = collect(faults);
    const id = feature.id ?? textOf(feature, 'locatiecode', 'location', 'locatie');
    const point = safely(() => listPoints(feature)[0]);
    const inDegrees = safely(() => numberOf(feature, 'indegrees', 'ingraden'));
    const share = safely(() => numberOf(feature, 'errorshare', 'foutdeel'));
    const persons = safely(() => numberOf(feature, 'errorpersons', 'foutpersonen'));
    const before = id === undefined ? undefined : taken.get(id);
    if (id === undefined) faults.push(`${where}: id is missing: counts name their place by it.`);
    if (before !== undefined) faults.push(`${where}: id ${JSON.stringify(id)} is that of ${before} too.`);
    if (faults.length === 0) {
      if (!point) faults.push(`${where}: has no point.`);
      if (inDegrees === undefined) faults.push(`${where}: inDegrees is missing: the direction in which people go in.`);
      else if (Math.abs(inDegrees) > 360) faults.push(`${where}: inDegrees ${inDegrees} lies outside -360 to 360.`);
      if (share !== undefined && !(share >= 0 && share <= 1))
        faults.push(`${where}: errorShare ${share} lies outside 0 to 1.`);
      if (persons !== undefined && persons < 0) faults.push(`${where}: errorPersons ${persons} is negative.`);
    }
    if (faults.length > 0 || id === undefined || !point || inDegrees === undefined) {
      notes.push(...faults.map((fault) => `refused: ${fault}`));
      continue;
    }
    taken.set(id, where);
    if (share === undefined || persons === undefined) assumed.push(id);
    gates.push({
      id,
      title: textOf(feature, 'title', 'titel', 'naam', 'name') ?? id,
      x: Math.round(point[0] * 100) / 100,
      y: Math.round(point[1] * 100) / 100,
      inDegrees: ((inDegrees % 360) + 360) % 360,
      error: { share: share ?? assumedError.share, persons: persons ?? assumedError.persons },
    });
  }
  if (assumed.length > 0)
    notes.push(
      `the error of a count is assumed (${assumedError.share * 100}% and ${assumedError.persons} person) where the gate does not say it: ${assumed.join(', ')}.`,
    );
  return { gates, notes, refused: features.length - gates.length };
}
