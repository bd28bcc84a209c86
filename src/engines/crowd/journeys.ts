/** Which ways there are (to a stop, or to any of some exits), who goes which one after the other, and whether they can be gone. */
import type { CrowdScenario, CrowdSource } from '../../model/crowd.ts';
import { InputError } from '../../model/input-error.ts';
import { numberParts } from './ground-parts.ts';
import { cellsOfPlace, widen } from './lines.ts';
import { tightClearance } from './travel-time.ts';
import type { WalkGrid } from './walk-grid.ts';

export interface Journeys {
  /** By way: cells where it ends. */
  readonly goals: readonly Int32Array[];
  /** By way: row of the scenario's stops, or −1 where it leads out. */
  readonly stopOf: Int32Array;
  /** By way, then exit: who may leave where. */
  readonly mayLeave: readonly (readonly boolean[])[];
  /** By source: ways, one after the other; the last leads out. */
  readonly legs: readonly (readonly number[])[];
  readonly exitCells: readonly Int32Array[];
  /** By exit: whether anyone could come there. */
  readonly isReachable: readonly boolean[];
  /** By stop: the part of the ground on which it lies; 0: no room. */
  readonly stopParts: Int32Array;
  /** Per cell its part of the ground. */
  readonly parts: Int32Array;
}

/** Rows of destinations and of sources are bytes. */
const MOST_WAYS = 255;

/** The part of the ground on which most of these cells lie; 0: on none. */
function mostOf(cells: Int32Array, parts: Int32Array): number {
  const counts = new Map<number, number>();
  for (const cell of cells) {
    const part = parts[cell] as number;
    if (part > 0) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  let best = 0;
  for (const [part, count] of counts) if (count > (counts.get(best) ?? 0)) best = part;
  return best;
}

/** Throws {@link InputError} where a source or stop lies in no free ground, or where who goes somewhere cannot get there. */
export function planJourneys({ sources, stops, exits, agents }: CrowdScenario, grid: WalkGrid): Journeys {
  const parts = numberParts(grid, tightClearance(agents.radius));
  const partsOf = (cells: Int32Array) => new Set([...cells].map((cell) => parts[cell] as number).filter((p) => p > 0));
  const exitCells = exits.map(({ place }) => cellsOfPlace(grid, place));
  const exitParts = exitCells.map((cells) => partsOf(widen(cells, grid)));
  const stopCells = stops.map(({ polygon }) => cellsOfPlace(grid, { polygon }));
  const stopParts = Int32Array.from(stopCells, (cells) => mostOf(cells, parts));

  const keyOf = ({ to }: CrowdSource) => to.join('\n');
  const sets = [...new Set(sources.map(keyOf))];
  const used = stops.flatMap(({ id }, s) => (sources.some(({ via }) => via.includes(id)) ? [s] : []));
  if (sets.length + used.length > MOST_WAYS)
    throw new InputError(`sources: ${sets.length + used.length} different ways are more than ${MOST_WAYS}.`);

  if (sources.length > MOST_WAYS) throw new InputError(`sources: ${sources.length} are more than ${MOST_WAYS}.`);

  const goals = [
    ...sets.map((key) => {
      const names = key.split('\n');
      return Int32Array.from(
        new Set(exits.flatMap(({ id }, e) => (names.includes(id) ? [...(exitCells[e] ?? [])] : []))),
      );
    }),
    ...used.map((s) => (stopCells[s] as Int32Array).filter((cell) => parts[cell] === stopParts[s])),
  ];
  const mayLeave = [
    ...sets.map((key) => {
      const names = key.split('\n');
      return exits.map(({ id }) => names.includes(id));
    }),
    ...used.map(() => exits.map(() => false)),
  ];

  const reached = new Set<number>();
  const legs = sources.map((source) => {
    const { id, place, via, to } = source;
    const from = partsOf(cellsOfPlace(grid, place));
    if (from.size === 0)
      throw new InputError(
        `sources: ${id} has no free ground: it lies outside what is walkable, or inside an obstacle.`,
      );
    const rows = via.map((name) => stops.findIndex((stop) => stop.id === name));
    for (const s of rows) {
      const name = stops[s]?.id;
      if (stopParts[s] === 0)
        throw new InputError(
          `stops: ${name} has no free ground: it lies outside what is walkable, or inside an obstacle.`,
        );
      if (!from.has(stopParts[s] as number))
        throw new InputError(`sources: from ${id} no one can reach the stop ${name}.`);
    }
    const start = rows.length > 0 ? new Set(rows.map((s) => stopParts[s] as number)) : from;
    const isOut = exits.some(({ id: name }, e) => to.includes(name) && [...start].some((p) => exitParts[e]?.has(p)));
    if (!isOut) throw new InputError(`sources: from ${id} no one can reach ${to.join(' or ')}.`);
    for (const part of start) reached.add(part);
    return [...rows.map((s) => sets.length + used.indexOf(s)), sets.indexOf(keyOf(source))];
  });

  return {
    goals,
    stopOf: Int32Array.from([...sets.map(() => -1), ...used]),
    mayLeave,
    legs,
    exitCells,
    isReachable: exitParts.map((own) => [...own].some((part) => reached.has(part))),
    stopParts,
    parts,
  };
}
