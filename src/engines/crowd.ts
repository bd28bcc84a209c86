/**
 * Crowding: people who walk one by one in continuous space, through what stands there, to where they want to be, by way of stops where they
 * stay or are served. Equations and what is not modelled: `crowd/step.ts`, `crowd/stops.ts`. Ways by travel time that counts congestion
 * (`crowd/travel-time.ts`, `crowd/pace.ts`), worked out anew every ten seconds, less often where that would take a third of the time.
 *
 * Cost (`npm run bench -- crowd`, processor time of one busy core): 1.9 million agent steps/s by the kernel (AssemblyScript with SIMD), 1.5
 * where half go to stops and in plain JavaScript, the reference; 5,000 persons 22 times as fast as real time; a step costs 1.0 to 1.3 times
 * as much among 20,000. A fair of two hours, 2,500 visitors, seven stops: 34 s. Peers: JuPedSim 1.3 0.05 to 0.07, SUMO 0.08 to 0.10.
 *
 * Tried: who is held judged by the way of a whole second only (counterflow fell from 83 to 72 % of one way) or by speed only (bodies
 * overlapped by 7 cm at 4/m²): now by both; walls that push back (some stood for good between a door's post and each other); ways by
 * density alone (nobody left a queue of 30 s for an exit 10 s away); a metre between who are served and the line (changes took 15 s).
 *
 * Verification: `tests/validation/crowd*.test.ts`. The same scenario and seed give the same answer. A simulation is no forecast.
 */

import type { CrowdExit, CrowdGate, CrowdLine, CrowdPolygon, CrowdScenario, CrowdSource } from '../model/crowd.ts';
import type { CrowdAnswer } from '../model/crowd-answer.ts';
import { InputError } from '../model/input-error.ts';
import { seedRandom } from '../model/random.ts';
import { arrivalSecond, drawSpeed, findRoom } from './crowd/arrivals.ts';
import { answerGate } from './crowd/gates.ts';
import { planJourneys } from './crowd/journeys.ts';
import { createKernelRoom, createKernelStep } from './crowd/kernel-step.ts';
import { countLevels } from './crowd/levels.ts';
import { cellsBetween, cellsOfLine, createWatch, crossing, goesAway, isInside, widen } from './crowd/lines.ts';
import { createNeighbours, nearCells } from './crowd/neighbours.ts';
import { emptyPace, pacedBy } from './crowd/pace.ts';
import { measurePassages } from './crowd/passages.ts';
import { createPeople, type People } from './crowd/people.ts';
import { plainRoom } from './crowd/room.ts';
import { createSeries } from './crowd/series.ts';
import { behaviour, STEP, stepJavascript } from './crowd/step.ts';
import { createStops } from './crowd/stop-visits.ts';
import { createMarcher, tightClearance } from './crowd/travel-time.ts';
import { createVacancy } from './crowd/vacancy.ts';
import { createWalkGrid, FIELD_CELL, type WalkGrid } from './crowd/walk-grid.ts';
import { freeGround } from './crowd/walkable-area.ts';

/** s between two looks at where it is dense. */
const REROUTE = 10;
/** Agent steps that take as long as a look at a cell, twice: way-finding takes a third of the time at most. */
const MARCH = 0.8;
/** Cells of ground, times ways: 8 bytes each. */
const MOST_CELLS = 1e8;
/** m²: larger is a mistake in coordinates. */
const LARGEST = 4e6;
/** Steps between two looks at stops: a quarter of a second. */
const STOP_STEPS = 5;

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
  /** On which side people pass who come the other way; right unless it says otherwise. */
  readonly keeps?: 'left' | 'right';
  /** `crowd/kernel`, compiled: some times faster than plain JavaScript, which is the reference; the same but for rounding. */
  readonly kernel?: WebAssembly.Module;
}

/** Throws {@link InputError} where a source or a stop lies in no free ground, or where someone cannot get where he should go. */
export function runCrowd(scenario: CrowdScenario, options: CrowdOptions = {}): CrowdAnswer {
  const { agents, sources, exits } = scenario;
  const ground = freeGround(scenario.walkable, [...(scenario.fixed ?? []), ...scenario.obstacles]);
  if (ground.length === 0) throw new InputError('walkable: nothing is left of it between the obstacles');
  const doors = exits.flatMap(({ place }) => ('line' in place ? [place.line] : []));
  checkSize(ground);
  const grid = createWalkGrid(ground, doors);
  const total = sources.reduce((sum, { persons }) => sum + persons, 0);
  const random = seedRandom(scenario.seed);
  const how = behaviour(agents.radius, options.keeps);
  const journeys = planJourneys(scenario, grid);
  const { goals, mayLeave, legs, exitCells } = journeys;

  if (goals.length * grid.clearance.length > MOST_CELLS)
    throw new InputError(`sources: ${goals.length} different ways over so large a ground do not fit in memory.`);

  const marcher = createMarcher(grid, agents.radius);
  const free = emptyPace(grid);
  const [across, up] = [grid.width * FIELD_CELL, grid.height * FIELD_CELL];
  const persons = Math.max(1, total);
  const { columns, rows } = nearCells(across, up);
  const memory =
    options.kernel && createKernelRoom({ grid, persons, destinations: goals.length, nearCells: columns * rows });
  const people = createPeople(persons, memory);
  const near = createNeighbours(across, up, persons, memory);
  const vacancy = createVacancy(near);
  const fieldLength = 2 * grid.width * grid.height;
  const directions = (memory ?? plainRoom).f32(fieldLength * goals.length);
  const ways = goals.map((_, k) => marcher.create(directions.subarray(fieldLength * k, fieldLength * (k + 1))));
  for (const [k, cells] of goals.entries()) marcher.march(cells, free, ways[k] as (typeof ways)[number]);
  const stops = createStops(scenario, journeys, ways, { people, grid, random, least: tightClearance(agents.radius) });

  const left = exits.map(() => 0);
  const times: number[][] = scenario.gates.map(() => []);
  const atExit = createWatch(
    grid,
    exits.map(({ place }, e) =>
      'line' in place ? widen(exitCells[e] as Int32Array, grid) : (exitCells[e] as Int32Array),
    ),
  );
  const between = exits.map(({ place }, e) =>
    'line' in place
      ? cellsBetween(grid, place.line, exitCells[e] as Int32Array, tightClearance(agents.radius))
      : new Set<number>(),
  );
  const atGate = createWatch(
    grid,
    scenario.gates.map(({ line }) => widen(cellsOfLine(grid, line), grid)),
  );

  const move =
    options.kernel && memory
      ? createKernelStep(options.kernel, { room: memory, grid, people, near, directions, how })
      : (seed: number, time: number) => stepJavascript(people, near, grid, ways, how, seed, time);

  const steps = Math.round(scenario.seconds / STEP);
  const each = Math.max(1, Math.round((options.every ?? 1) / STEP));
  const come = sources.map(() => 0);
  const levels = countLevels(grid, ground, {
    cell: scenario.densityCell,
    limit: scenario.limit,
    stops: scenario.stops,
  });
  const series = createSeries(scenario.everySeconds, scenario.gates.length);
  const rowSteps = Math.round(scenario.everySeconds / STEP);
  const turn = Math.max(1, Math.round(REROUTE / STEP / goals.length));
  let evacuated = 0;
  let agentSteps = 0;
  let marched = 0;
  let lastExit: number | undefined;
  let step = 0;
  for (; step < steps; step++) {
    const time = step * STEP;
    near.sort(people);
    enter(time);
    if (step % turn === 0 && options.reroutes !== false && step > 0) reroute();
    if (step % STOP_STEPS === 0) stops.tick(time);
    if (step % each === 0) options.onFrame?.({ second: time, people, grid });
    if (step % 20 === 0) levels.look(people);
    move(scenario.seed, time);
    agentSteps += people.walking;
    leave(time + STEP);
    if ((step + 1) % rowSteps === 0) closeRow();
    if (people.walking === 0 && come.every((n, s) => n === (sources[s] as CrowdSource).persons)) {
      step++;
      break;
    }
  }
  if (step % rowSteps !== 0) closeRow();

  return {
    evacuated,
    remaining: people.walking,
    waiting: total - people.count,
    ...(lastExit !== undefined && { lastExitSecond: lastExit }),
    exits: exits.map(({ id }, e) => ({
      id,
      left: left[e] as number,
      isReachable: journeys.isReachable[e] as boolean,
    })),
    gates: scenario.gates.map((gate, g) => answerGate(gate, times[g] as number[])),
    passages: measurePassages(scenario),
    stops: stops.answer(step * STEP),
    ...levels.answer(),
    series: series.answer(),
    seconds: step * STEP,
    agentSteps,
  };

  function closeRow() {
    series.close({ present: people.walking, entered: people.count, left: evacuated }, levels.closeRow());
    stops.closeRow();
  }

  /** One destination at a time, so that no step waits for all; and not so often that it takes more time than walking. */
  function reroute() {
    if (people.walking === 0 || agentSteps < MARCH * grid.clearance.length * marched) return;
    const k = marched++ % goals.length;
    marcher.march(goals[k] as Int32Array, pacedBy(grid, free, people), ways[k] as (typeof ways)[number]);
  }

  function enter(time: number) {
    const { count } = people;
    for (let s = 0; s < sources.length; s++) {
      const source = sources[s] as CrowdSource;
      const [way] = legs[s] as [number];
      const { seconds } = ways[way] as (typeof ways)[number];
      while ((come[s] as number) < source.persons && arrivalSecond(source, come[s] as number) <= time + 1e-9) {
        const room = findRoom(source, { grid, radius: agents.radius, random, vacancy, seconds });
        if (!room) break;
        const person = people.count++;
        come[s] = (come[s] as number) + 1;
        people.x[person] = room.x - grid.west;
        people.y[person] = room.y - grid.south;
        people.fromX[person] = people.x[person] as number;
        people.fromY[person] = people.y[person] as number;
        people.speed[person] = drawSpeed(source.speed ?? agents.speed, random);
        people.on[person] = people.speed[person] as number;
        const [early, late] = agents.reactionSeconds;
        people.start[person] = time + early + (late - early) * random();
        people.group[person] = s;
        people.destination[person] = way;
        people.active[people.walking++] = person;
        vacancy.take(people.x[person] as number, people.y[person] as number);
      }
    }
    if (people.count === count) return;
    near.sort(people);
    vacancy.clear();
  }

  /** Counts who went through a gate, and takes out who went through an exit of its own. */
  function leave(time: number) {
    const { active, walking } = people;
    let stay = 0;
    for (let i = 0; i < walking; i++) {
      const person = active[i] as number;
      const x = people.x[person] as number;
      const y = people.y[person] as number;
      const cell = Math.floor(y / FIELD_CELL) * grid.width + Math.floor(x / FIELD_CELL);
      const gatesHere = atGate(cell);
      const exitsHere = atExit(cell);
      let isOut = false;
      if (gatesHere || exitsHere) {
        // Sorted before the step, in the order of `active`.
        const ax = (near.x[i] as number) + grid.west;
        const ay = (near.y[i] as number) + grid.south;
        if (gatesHere) countGates(gatesHere, time, ax, ay, x + grid.west, y + grid.south);
        const allowed = mayLeave[people.destination[person] as number] as boolean[];
        if (exitsHere) isOut = goOut(exitsHere, allowed, ax, ay, x + grid.west, y + grid.south);
      }
      if (isOut) lastExit = time;
      else active[stay++] = person;
    }
    people.walking = stay;
  }

  function countGates(here: readonly number[], time: number, ax: number, ay: number, bx: number, by: number) {
    for (const g of here) {
      const way = crossing((scenario.gates[g] as CrowdGate).line, ax, ay, bx, by);
      if (way === 0) continue;
      times[g]?.push(way * time);
      series.pass(g, way);
    }
  }

  function goOut(here: readonly number[], allowed: readonly boolean[], ax: number, ay: number, bx: number, by: number) {
    for (const e of here) {
      if (!allowed[e]) continue;
      const { place } = exits[e] as CrowdExit;
      const isOut = 'line' in place ? isThrough(e, place.line, ax, ay, bx, by) : isInside(place.polygon, bx, by);
      if (!isOut) continue;
      left[e] = (left[e] as number) + 1;
      evacuated++;
      return true;
    }
    return false;
  }

  /** Across the line; or away again from one with ground on both sides: who got behind it has been there. */
  function isThrough(e: number, line: CrowdLine, ax: number, ay: number, bx: number, by: number) {
    if (crossing(line, ax, ay, bx, by) !== 0) return true;
    const column = Math.floor((ax - grid.west) / FIELD_CELL);
    const cell = Math.floor((ay - grid.south) / FIELD_CELL) * grid.width + column;
    return (between[e] as Set<number>).has(cell) && goesAway(line, ax, ay, bx, by);
  }
}

/** Throws {@link InputError} for ground that no memory holds. */
function checkSize(ground: readonly CrowdPolygon[]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of ground) {
    for (let i = 0; i < outer.length; i += 2) {
      west = Math.min(west, outer[i] as number);
      east = Math.max(east, outer[i] as number);
      south = Math.min(south, outer[i + 1] as number);
      north = Math.max(north, outer[i + 1] as number);
    }
  }
  const [across, up] = [Math.ceil(east - west), Math.ceil(north - south)];
  if (across * up > LARGEST)
    throw new InputError(
      `walkable: the ground is ${across} by ${up} m, more than the ${LARGEST / 1e6} km² that can be walked.`,
    );
}
