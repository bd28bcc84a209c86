/** Sun on roofs in a scenario, and back. */
import type { Scenario } from '../model/scenario.ts';
import { solarClasses } from '../model/solar.ts';
import {
  permitFilters,
  type SolarChoice,
  solarColours,
  solarSettingBounds,
  solarSettingIds,
  sortClasses,
} from '../model/solar-choice.ts';
import type { SharedSolar } from './share-solar.ts';

type SolarRecord = NonNullable<Scenario['solar']>;

/** As it stands in a file: names that are not there are left out. */
export function toSolarRecord({ colour, hasPattern, filter, changes }: SolarChoice, opacity: number): SolarRecord {
  const { district, classes, ...rest } = filter;
  return {
    colour,
    hasPattern,
    opacity,
    filter: { ...rest, classes: [...classes], ...(district !== undefined && { district }) },
    changes: { ...changes },
  };
}

/** Undefined without sun on roofs, or with a colour or a filter that this version does not know. */
export function readSolarRecord(record: SolarRecord | undefined): SharedSolar | undefined {
  const colour = solarColours.find((id) => id === record?.colour);
  const permit = permitFilters.find((id) => id === record?.filter.permit);
  if (!record || !colour || !permit) return undefined;
  const { fewestPanels, district, homesOnly, inView } = record.filter;
  const classes = sortClasses(solarClasses.filter((id) => record.filter.classes.includes(id)));
  const changes = solarSettingIds.flatMap((id) => {
    const value = record.changes[id];
    const [low, high] = solarSettingBounds[id];
    return value === undefined || !(value >= low && value <= high) ? [] : [[id, value] as const];
  });
  const filter = { fewestPanels, classes, permit, district, homesOnly, inView };
  const choice = { colour, hasPattern: record.hasPattern, filter, changes: Object.fromEntries(changes) };
  return { choice, opacity: record.opacity };
}
