/** Counts in a scenario, and back. */
import { type CountChoice, initialCountChoice } from '../model/count-choice.ts';
import type { Scenario } from '../model/scenario.ts';
import { readCounts, writeCounts } from './share-counts.ts';

type CountsRecord = NonNullable<Scenario['counts']>;

/** As it stands in a file: what was not chosen is left out. */
export const toCountsRecord = ({ day, minute, interval, way, gate }: CountChoice): CountsRecord => ({
  interval,
  way,
  ...(day !== undefined && { day }),
  ...(minute !== undefined && { minute }),
  ...(gate !== undefined && { gate }),
});

/** As a link has it, so that both have the same bounds; undefined with what this version does not know. */
export function sharedCountsOf({ counts }: Pick<Scenario, 'counts'>): string | undefined {
  if (!counts) return undefined;
  const { day, minute, gate } = counts;
  const text = writeCounts({ ...initialCountChoice, ...(counts as Partial<CountChoice>), day, minute, gate });
  try {
    readCounts(text);
    return text;
  } catch {
    // Told by its name, with all else that this version cannot show.
    return undefined;
  }
}
