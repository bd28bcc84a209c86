/**
 * Crowding: people who walk one by one in continuous space, through what stands there, to where they want to be. Model, equations and
 * what is not modelled: `crowd/step.ts`. Way-finding by travel time that counts congestion (`crowd/travel-time.ts`, `crowd/pace.ts`),
 * worked out anew every ten seconds. The same scenario and seed give the same answer; other seeds tell how sure it is.
 *
 * Verification: RiMEA's cases (`tests/validation/crowd.test.ts`). A simulation is no forecast.
 */

import type { CrowdScenario } from '../model/crowd.ts';
import { InputError } from '../model/input-error.ts';
import { seedRandom } from '../model/random.ts';
import { arrivalSecond, drawSpeed, findRoom } from './crowd/arrivals.ts';
import { countLevels, type DensityGrid, type LevelShares } from './crowd/levels.ts';
import { cellsOfLine, cellsOfPlace, crossing, isInside } from './crowd/lines.ts';
import { createNeighbours, NEAR_CELL } from './crowd/neighbours.ts';
import { emptyPace, pacedBy } from './crowd/pace.ts';
import { findPassages, type Passage } from './crowd/passages.ts';
import { createPeople, type People } from './crowd/people.ts';
import { behaviour, STEP, stepJavascript } from './crowd/step.ts';
import { createMarcher, type TravelTime, tightClearance } from './crowd/travel-time.ts';
import { createWalkGrid, FIELD_CELL, type WalkGrid } from './crowd/walk-grid.ts';
import { freeGround } from './crowd/walkable-area.ts';

/** s between two looks at where it is dense. */
const REROUTE = 10;

export interface GateAnswer {
  readonly id: string;
  readonly crossed: { readonly forward: number; readonly backward: number };
  readonly firstSecond?: number;
  readonly lastSecond?: number;
  /** The busiest minute, over the gate's length. */
  readonly peakPersonsPerMetreSecond: number;
  /** Seconds of every crossing, forward positive, backward negative (of the second half of a step). */
  readonly times: readonly number[];
}

export interface CrowdAnswer {
  readonly evacuated: number;
  /** Walking when it ended. */
  readonly remaining: number;
  /** Who found no room to come in. */
  readonly waiting: number;
  readonly lastExitSecond?: number;
  /** By exit, persons. */
  readonly exits: readonly { readonly id: string; readonly left: number }[];
  readonly gates: readonly GateAnswer[];
  /** From the geometry alone, narrowest first. */
  readonly passages: readonly Passage[];
  /** Persons/m² in a cell of `densityCell`, mean over ten seconds. */
  readonly maximumDensity: number;
  readonly levelOfService: LevelShares;
  readonly density: DensityGrid;
  /** Simulated. */
  readonly seconds: number;
  readonly agentSteps: number;
}

/** A moment, for who draws or writes it: `people` is alive and changes after the call. */
export interface CrowdFrame {
  readonly second: number;
  readonly people: People;
  readonly grid: WalkGrid;
}

export interface CrowdOptions {
  readonly onFrame?: (frame: CrowdFrame) => void;
  /** s between frames, whole steps. */
  readonly every?: number;
  /** Work out again every so often which way is soonest; false: the ways of an empty square. */
  readonly reroutes?: boolean;
}

interface Line {
  readonly cells: Set<number>;
  readonly line: readonly number[];
  readonly times: number[];
}

/** Throws {@link InputError} where a source or an exit lies in no free ground, or an exit cannot be reached. */
export function runCrowd(scenario: CrowdScenario, options: CrowdOptions = {}): CrowdAnswer {
  const { agents, sources, exits } = scenario;
  const ground = freeGround(scenario.walkable, scenario.obstacles);
  if (ground.length === 0) throw new InputError('walkable: nothing is left of it between the obstacles');
  const doors = exits.flatMap(({ place }) => ('line' in place ? [place.line] : []));
  const grid = createWalkGrid(ground, doors);
  const total = sources.reduce((sum, { persons }) => sum + persons, 0);
  const people = createPeople(Math.max(1, total));
  const near = createNeighbours(grid.width * FIELD_CELL, grid.height * FIELD_CELL, Math.max(1, total));
  const random = seedRandom(scenario.seed);
  const how = behaviour(agents.radius);

  // Destinations: every set of exits that a source names, once.
  const keys = [...new Set(sources.map(({ to }) => to.join('\n')))];
  const exitCells = exits.map(({ place }) => cellsOfPlace(grid, place));
  const goals = keys.map((key) => {
    const names = key.split('\n');
    return Int32Array.from(
      new Set(exits.flatMap(({ id }, e) => (names.includes(id) ? [...(exitCells[e] as Int32Array)] : []))),
    );
  });
  const marcher = createMarcher(grid, agents.radius);
  const free = emptyPace(grid);
  const ways = keys.map(() => marcher.create());
  for (const [k, cells] of goals.entries()) marcher.march(cells, free, ways[k] as (typeof ways)[number]);
  checkSources(scenario, grid, keys, ways);
  // Who may leave where.
  const mayLeave = keys.map((key) => {
    const names = key.split('\n');
    return exits.map(({ id }) => names.includes(id));
  });

  const leaving = exits.map((exit, e) => ({
    exit,
    cells: new Set('line' in exit.place ? widen(exitCells[e] as Int32Array, grid) : exitCells[e]),
    left: 0,
  }));
  const gates: Line[] = scenario.gates.map(({ line }) => ({
    line,
    cells: new Set(widen(cellsOfLine(grid, line), grid)),
    times: [],
  }));
  const watched = new Uint8Array(grid.width * grid.height);
  for (const { cells } of leaving) for (const cell of cells) watched[cell] = 1;
  for (const { cells } of gates) for (const cell of cells) watched[cell] = 1;

  const steps = Math.round(scenario.seconds / STEP);
  const each = Math.max(1, Math.round((options.every ?? 1) / STEP));
  const come = sources.map(() => 0);
  const levels = countLevels(grid, ground, scenario.densityCell);
  const before = { x: new Float64Array(Math.max(1, total)), y: new Float64Array(Math.max(1, total)) };
  let evacuated = 0;
  let agentSteps = 0;
  let lastExit: number | undefined;
  let step = 0;
  for (; step < steps; step++) {
    const time = step * STEP;
    near.sort(people);
    enter(time);
    if (options.reroutes !== false && step > 0 && people.walking > 0) {
      // One destination at a time, so that no step waits for all.
      const turn = Math.round(REROUTE / STEP / keys.length);
      if (step % turn === 0) {
        const k = (step / turn) % keys.length;
        marcher.march(goals[k] as Int32Array, pacedBy(grid, free, people), ways[k] as (typeof ways)[number]);
      }
    }
    if (step % each === 0) options.onFrame?.({ second: time, people, grid });
    if (step % 20 === 0) levels.look(people);
    for (let i = 0; i < people.walking; i++) {
      const person = people.active[i] as number;
      before.x[person] = people.x[person] as number;
      before.y[person] = people.y[person] as number;
    }
    stepJavascript(people, near, grid, ways, how, scenario.seed, time);
    agentSteps += people.walking;
    leave(time + STEP);
    if (people.walking === 0 && come.every((n, s) => n === (sources[s] as (typeof sources)[number]).persons)) {
      step++;
      break;
    }
  }

  return {
    evacuated,
    remaining: people.walking,
    waiting: total - people.count,
    ...(lastExit !== undefined && { lastExitSecond: lastExit }),
    exits: leaving.map(({ exit, left }) => ({ id: exit.id, left })),
    gates: scenario.gates.map(({ id, line }, g) => answerGate(id, line, (gates[g] as Line).times)),
    passages: findPassages(scenario.walkable, scenario.obstacles),
    ...levels.answer(),
    seconds: step * STEP,
    agentSteps,
  };

  function enter(time: number) {
    const fresh: number[] = [];
    for (let s = 0; s < sources.length; s++) {
      const source = sources[s] as (typeof sources)[number];
      while ((come[s] as number) < source.persons && arrivalSecond(source, come[s] as number) <= time + 1e-9) {
        const room = findRoom(source, { grid, people, radius: agents.radius, random, fresh, isFree });
        if (!room) break;
        const person = people.count++;
        come[s] = (come[s] as number) + 1;
        people.x[person] = room.x - grid.west;
        people.y[person] = room.y - grid.south;
        people.speed[person] = drawSpeed(agents.speed, random);
        const [early, late] = agents.reactionSeconds;
        people.start[person] = time + early + (late - early) * random();
        people.destination[person] = keys.indexOf(source.to.join('\n'));
        people.active[people.walking++] = person;
        fresh.push(person);
      }
    }
    if (fresh.length > 0) near.sort(people);
  }

  /** Of those who were sorted at the start of the step. */
  function isFree(x: number, y: number, apart: number): boolean {
    const { columns, rows, start } = near;
    const column = Math.min(columns - 1, Math.max(0, Math.floor(x / NEAR_CELL)));
    const row = Math.min(rows - 1, Math.max(0, Math.floor(y / NEAR_CELL)));
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      const until = start[r * columns + Math.min(columns - 1, column + 1) + 1] as number;
      for (let k = start[r * columns + Math.max(0, column - 1)] as number; k < until; k++) {
        if (Math.hypot((near.x[k] as number) - x, (near.y[k] as number) - y) < apart) return false;
      }
    }
    return true;
  }

  function leave(time: number) {
    for (let i = 0; i < people.walking; i++) {
      const person = people.active[i] as number;
      const x = people.x[person] as number;
      const y = people.y[person] as number;
      const cell = Math.floor(y / FIELD_CELL) * grid.width + Math.floor(x / FIELD_CELL);
      if (watched[cell] === 0) continue;
      const [ax, ay] = [(before.x[person] as number) + grid.west, (before.y[person] as number) + grid.south];
      const [bx, by] = [x + grid.west, y + grid.south];
      for (const gate of gates) {
        if (!gate.cells.has(cell)) continue;
        const way = crossing(gate.line, ax, ay, bx, by);
        if (way !== 0) gate.times.push(way * time);
      }
      const allowed = mayLeave[people.destination[person] as number] as boolean[];
      for (let e = 0; e < leaving.length; e++) {
        const { cells, exit } = leaving[e] as (typeof leaving)[number];
        if (!allowed[e] || !cells.has(cell)) continue;
        const isOut =
          'line' in exit.place ? crossing(exit.place.line, ax, ay, bx, by) !== 0 : isInside(exit.place.polygon, bx, by);
        if (!isOut) continue;
        (leaving[e] as { left: number }).left++;
        evacuated++;
        lastExit = time;
        people.active[i--] = people.active[--people.walking] as number;
        break;
      }
    }
  }
}

/** Throws {@link InputError} for a source without free ground, and for one from which no exit of its own can be reached. */
function checkSources(
  { sources, agents }: CrowdScenario,
  grid: WalkGrid,
  keys: readonly string[],
  ways: readonly TravelTime[],
) {
  const least = tightClearance(agents.radius);
  for (const { id, place, to } of sources) {
    const all = cellsOfPlace(grid, place);
    const free = all.filter((cell) => (grid.clearance[cell] as number) >= least);
    if (free.length === 0)
      throw new InputError(
        `sources: ${id} has no free ground: it lies outside what is walkable, or inside an obstacle.`,
      );
    const { seconds } = ways[keys.indexOf(to.join('\n'))] as TravelTime;
    if (!free.some((cell) => (seconds[cell] as number) < Infinity))
      throw new InputError(`sources: from ${id} no one can reach ${to.join(' or ')}.`);
  }
}

/** Cells and those beside them: a step is shorter than a cell. */
function widen(cells: Int32Array, { width, height }: WalkGrid): Set<number> {
  const result = new Set<number>();
  for (const cell of cells) {
    const column = cell % width;
    const row = Math.floor(cell / width);
    for (let r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++)
      for (let c = Math.max(0, column - 1); c <= Math.min(width - 1, column + 1); c++) result.add(r * width + c);
  }
  return result;
}

const PEAK_SECONDS = 60;

function answerGate(id: string, line: readonly number[], times: readonly number[]): GateAnswer {
  let length = 0;
  for (let i = 2; i < line.length; i += 2)
    length += Math.hypot(
      (line[i] as number) - (line[i - 2] as number),
      (line[i + 1] as number) - (line[i - 1] as number),
    );
  const all = times.map(Math.abs);
  let most = 0;
  for (let first = 0, last = 0; last < all.length; last++) {
    while ((all[last] as number) - (all[first] as number) > PEAK_SECONDS) first++;
    most = Math.max(most, last - first + 1);
  }
  const forward = times.filter((t) => t > 0).length;
  return {
    id,
    crossed: { forward, backward: times.length - forward },
    ...(all.length > 0 && { firstSecond: all[0] as number, lastSecond: all.at(-1) as number }),
    peakPersonsPerMetreSecond: most / PEAK_SECONDS / length,
    times,
  };
}
