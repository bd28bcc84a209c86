/** The line of the ring dike's crest with the height that it must have; the lake lies to its left. */
import type { Feature } from './geojson-file.ts';
import { dikeLine } from './skeleton.ts';
import { levels } from './terrain.ts';

/** Metres that the dike was built higher than it must be. */
const SPARE = 0.2;

export const listWaterBarriers = (): Feature[] => [
  {
    properties: { id: 'W1', naam: 'Markerdijk', vereiste_hoogte: levels.dike - SPARE },
    geometry: { type: 'LineString', line: dikeLine },
  },
];
