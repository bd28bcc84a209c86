import type { Municipality, Provenance } from './municipality.ts';
import type { Plan } from './plan.ts';

export interface NamedSource {
  /** Name of the dataset in `municipality.json`, or of a plan. */
  readonly key: string;
  readonly source: Provenance;
}

/** Every dataset's and plan's source, each title once. */
export function listSources(
  municipality: Municipality,
  plans: readonly Pick<Plan, 'id' | 'source'>[] = [],
): readonly NamedSource[] {
  const { buildings, terrain, map, streets, trees, addresses, planArea, waterBarriers, solar, claims, crowd, counts } =
    municipality;
  const single = Object.entries({
    terrain,
    map,
    streets,
    trees,
    addresses,
    planArea,
    waterBarriers,
    solar,
    claims,
    crowd,
    counts,
  });
  const all = [
    ...buildings.map(({ id, source }) => ({ key: id, source })),
    ...single.flatMap(([key, dataset]) => (dataset ? [{ key, source: dataset.source }] : [])),
    ...plans.map(({ id, source }) => ({ key: `plan-${id}`, source })),
  ];
  const titles = new Set<string>();
  return all.filter(({ source }) => !titles.has(source.title.nl) && titles.add(source.title.nl));
}
