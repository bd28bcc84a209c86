/** Scenarios of tests: metres in a frame of their own. */
import { type CrowdPolygon, type CrowdScenario, defaultAgents } from '../../../src/model/crowd.ts';

export const rectangle = (west: number, south: number, east: number, north: number): CrowdPolygon => [
  [west, south, east, south, east, north, west, north],
];

const empty: CrowdScenario = {
  crs: 'local',
  walkable: [],
  obstacles: [],
  sources: [],
  stops: [],
  exits: [],
  gates: [],
  agents: defaultAgents,
  seconds: 600,
  seed: 1,
  densityCell: 1,
  limit: 2.5,
  everySeconds: 60,
};

export const scene = (parts: Partial<CrowdScenario>): CrowdScenario => ({ ...empty, ...parts });

/** Everyone at the start, everyone out by any of the exits. */
export const everyone = (persons: number, polygon: CrowdPolygon, to: readonly string[] = ['out']) => ({
  id: 'in',
  place: { polygon },
  persons,
  from: 0,
  until: 0,
  via: [],
  to,
});

export const door = (id: string, ...line: number[]) => ({ id, place: { line } });
