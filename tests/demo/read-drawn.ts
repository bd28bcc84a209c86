/** The variants of a demo plan by way of their files, so that what a file cannot hold is seen. */
import { encodeGeoJson } from '../../src/demo/geojson-file.ts';
import type { VariantSources } from '../../src/demo/havenkwartier-site.ts';
import {
  type GroundPolygon,
  type PlanTree,
  parsePlanGround,
  parsePlanTrees,
  parsePlanVolumes,
} from '../../src/model/plan-geojson.ts';
import type { PlanSolid } from '../../src/model/plan-model.ts';
import { type PlanVolume, volumeToSolid } from '../../src/model/plan-volume.ts';

export interface DrawnVariant {
  readonly volumes: readonly PlanVolume[];
  readonly solids: readonly PlanSolid[];
  readonly ground: readonly GroundPolygon[];
  readonly trees: readonly PlanTree[];
}

export function readDrawn(
  variants: Readonly<Record<string, VariantSources>>,
  place: Parameters<typeof volumeToSolid>[1],
): Record<string, DrawnVariant> {
  return Object.fromEntries(
    Object.entries(variants).map(([id, drawn]) => {
      const read = (name: keyof VariantSources): unknown => JSON.parse(encodeGeoJson(name, drawn[name]));
      const volumes = parsePlanVolumes(read('volumes'), 'volumes');
      return [
        id,
        {
          volumes,
          solids: volumes.map((volume) => volumeToSolid(volume, place)),
          ground: parsePlanGround(read('ground'), 'ground'),
          trees: parsePlanTrees(read('trees'), 'trees'),
        },
      ];
    }),
  );
}
