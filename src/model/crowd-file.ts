/** A scenario as the file that `cli crowd` reads: the same question on the command line. Parsing: `parse-crowd.ts`. */
import type { CrowdLine, CrowdPlace, CrowdPolygon, CrowdScenario } from './crowd.ts';

/** As kept: whole tenths of a millimetre. */
const round = (metres: number): number => Number(metres.toFixed(4));

function points(flat: readonly number[]): (readonly [number, number])[] {
  const list: [number, number][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) list.push([round(flat[i] as number), round(flat[i + 1] as number)]);
  return list;
}

/** Closed: its first point again at the end. */
const polygonOf = (polygon: CrowdPolygon) =>
  polygon.map((ring) => {
    const list = points(ring);
    return [...list, ...list.slice(0, 1)];
  });
const lineOf = (line: CrowdLine) => points(line);
const placeOf = (place: CrowdPlace) =>
  'line' in place ? { line: lineOf(place.line) } : { polygon: polygonOf(place.polygon) };

/** The object that is written as JSON; `seed` is that of the first run. */
export function toCrowdFile(scenario: CrowdScenario): object {
  const { walkable, fixed, obstacles, sources, stops, exits, gates } = scenario;
  return {
    ...scenario,
    walkable: walkable.map(polygonOf),
    ...(fixed && { fixed: fixed.map(polygonOf) }),
    obstacles: obstacles.map(polygonOf),
    sources: sources.map(({ place, ...source }) => ({ ...source, ...placeOf(place) })),
    stops: stops.map((stop) => ({ ...stop, polygon: polygonOf(stop.polygon) })),
    exits: exits.map(({ id, place }) => ({ id, ...placeOf(place) })),
    gates: gates.map(({ id, line }) => ({ id, line: lineOf(line) })),
  };
}

/** Rounded as the file has it, so that page and command line compute the same. */
export function asInFile(scenario: CrowdScenario): CrowdScenario {
  const flat = (values: readonly number[]) => values.map(round);
  const area = (polygon: CrowdPolygon) => polygon.map(flat);
  const at = (place: CrowdPlace): CrowdPlace =>
    'line' in place ? { line: flat(place.line) } : { polygon: area(place.polygon) };
  return {
    ...scenario,
    walkable: scenario.walkable.map(area),
    ...(scenario.fixed && { fixed: scenario.fixed.map(area) }),
    obstacles: scenario.obstacles.map(area),
    sources: scenario.sources.map((source) => ({ ...source, place: at(source.place) })),
    stops: scenario.stops.map((stop) => ({ ...stop, polygon: area(stop.polygon) })),
    exits: scenario.exits.map((exit) => ({ ...exit, place: at(exit.place) })),
    gates: scenario.gates.map((gate) => ({ ...gate, line: flat(gate.line) })),
  };
}
