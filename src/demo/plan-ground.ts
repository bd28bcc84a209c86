/** New ground of a fictional plan: patches laid on a site one after another, each takes what those before left. */
import { type Area, areaSize, intersect, listPolygons, without } from './area.ts';
import type { Feature } from './geojson-file.ts';

export interface PlanPatch {
  readonly surface: 'road' | 'path' | 'paving' | 'green' | 'garden' | 'water' | 'quay';
  readonly area: Area;
  /** Metres NAP. */
  readonly level: number;
}

/** Smaller shreds are left out, m². */
const SHRED = 0.02;

export function layPatches(site: Area, patches: readonly PlanPatch[]): Feature[] {
  const features: Feature[] = [];
  let free = site;
  for (const { surface, area, level } of patches) {
    const claimed = intersect(area, free);
    free = without(free, area);
    for (const polygon of listPolygons(claimed)) {
      if (areaSize([polygon.outer, ...polygon.holes]) < SHRED) continue;
      features.push({
        properties: { id: `${surface}-${features.length + 1}`, surface, level },
        geometry: { type: 'Polygon', polygon },
      });
    }
  }
  return features;
}
