/** Buildings that stand on each other: houses at crooked corners are placed on square metres, this looks exactly. */
import Flatbush from 'flatbush';
import { areaSize, boxOf, intersect } from './area.ts';
import type { Plot } from './building.ts';

/** Shared walls may overlap by their rounding, m². */
const TOLERANCE = 0.3;

/** The plots in order, without those that overlap an earlier one. */
export function dropCollisions(plots: readonly Plot[]): Plot[] {
  const areas = plots.map(({ parts }) => parts.map(({ footprint }) => footprint));
  const index = new Flatbush(plots.length);
  for (const area of areas) {
    const { west, south, east, north } = boxOf(area);
    index.add(west, south, east, north);
  }
  index.finish();
  const dropped = new Set<number>();
  areas.forEach((area, i) => {
    const { west, south, east, north } = boxOf(area);
    const earlier = index.search(west, south, east, north, (j) => j < i && !dropped.has(j));
    if (earlier.some((j) => areaSize(intersect(area, areas[j] ?? [])) > TOLERANCE)) dropped.add(i);
  });
  return plots.filter((_, i) => !dropped.has(i));
}
