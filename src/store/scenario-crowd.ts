/** An event on a square in a scenario, and back. The plan stands in it wholly where it was changed. */
import { crowdParts, initialCrowdChoice } from '../model/crowd-choice.ts';
import { readEventPlan } from '../model/parse-event-plan.ts';
import { writePlanDifference } from '../model/plan-difference.ts';
import type { Scenario } from '../model/scenario.ts';
import { crowd, findMunicipal, isPlanChanged, LONGEST_PLAN } from './crowd.ts';
import { readCrowd, writeCrowd } from './share-crowd.ts';
import { twin } from './twin.ts';

type CrowdRecord = NonNullable<Scenario['crowd']>;

/** As it stands in a file: names that are not there are left out. */
export function toCrowdRecord(): CrowdRecord {
  const { event, layout, other, second, shows, density, runs, selected } = twin.getState().crowd;
  const plan = isPlanChanged() ? crowd.getState().history?.present : undefined;
  return {
    second,
    density,
    runs,
    shows: [...shows],
    ...(event !== undefined && { event }),
    ...(layout !== undefined && { layout }),
    ...(other !== undefined && { other }),
    ...(selected !== undefined && { selected }),
    ...(plan && { plan }),
  };
}

/**
 * As a link has it, so that both have the same bounds; undefined with something that this version does not know. `isAddress`: a plan that
 * is too long for one is left out.
 */
export function sharedCrowdOf({ crowd: record }: Pick<Scenario, 'crowd'>, isAddress = false): string | undefined {
  if (!record) return undefined;
  const { event, layout, other, selected, second, runs } = record;
  const read = record.plan === undefined ? undefined : readEventPlan(record.plan, 'crowd.plan');
  if (read && !read.plan) return undefined;
  const plan = read?.plan;
  const text = plan ? writePlanDifference(findMunicipal(plan.id), plan) : '';
  const shared = writeCrowd(
    {
      ...initialCrowdChoice,
      ...{ event: plan?.id ?? event, layout, other, selected, second, runs },
      shows: crowdParts.filter((part) => record.shows.includes(part)),
      density: record.density as typeof initialCrowdChoice.density,
    },
    isAddress && text.length > LONGEST_PLAN ? '' : text,
  );
  try {
    readCrowd(shared);
    return shared;
  } catch {
    // Told by its name, with all else that this version cannot show.
    return undefined;
  }
}
