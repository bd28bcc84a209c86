/** Who goes to which stop when: brings people who come near into it, and sends them on when they are done. */
import type { CrowdScenario } from '../../model/crowd.ts';
import type { StopAnswer } from '../../model/crowd-answer.ts';
import type { Journeys } from './journeys.ts';
import { createWatch, widen } from './lines.ts';
import { placeStop } from './stop-places.ts';
import { createStop, type Stop, type StopWorld } from './stops.ts';
import type { TravelTime } from './travel-time.ts';
import { FIELD_CELL } from './walk-grid.ts';

/** s of standing nearly still, this near in time (s), from which one who finds a stop full waits where he is. */
const HELD = 1;
const NEAR = 15;

export interface StopVisits {
  readonly tick: (time: number) => void;
  readonly closeRow: () => void;
  /** By stop of the scenario. `time`: of the end. */
  readonly answer: (time: number) => StopAnswer[];
}

/** Throws {@link InputError} where a stop has no room. */
export function createStops(
  { stops, agents }: CrowdScenario,
  { goals, stopOf, legs, parts, stopParts }: Journeys,
  ways: readonly TravelTime[],
  world: StopWorld,
): StopVisits {
  const { people, grid } = world;
  const { radius } = agents;
  const made: (Stop | undefined)[] = stops.map((stop, s) =>
    stopOf.includes(s)
      ? createStop(stop, placeStop(stop, { grid, radius, parts, part: stopParts[s] as number }), world)
      : undefined,
  );
  const isUnused = made.every((stop) => stop === undefined);
  let rows = 0;

  const atWay = createWatch(
    grid,
    goals.map((cells, k) => ((stopOf[k] as number) >= 0 ? widen(cells, grid) : new Int32Array(0))),
  );
  /** How far along its legs; and whether it waits or stays. */
  const leg = new Uint8Array(people.x.length);
  const isIn = new Uint8Array(people.x.length);

  function goOn(person: number): void {
    const own = legs[people.group[person] as number] as readonly number[];
    const next = (leg[person] as number) + 1;
    leg[person] = next;
    isIn[person] = 0;
    people.destination[person] = own[next] as number;
  }

  function comes(person: number, way: number, stop: Stop): boolean {
    const column = Math.floor((people.x[person] as number) / FIELD_CELL);
    const row = Math.floor((people.y[person] as number) / FIELD_CELL);
    const cell = row * grid.width + column;
    if (atWay(cell)?.includes(way)) return true;
    if ((people.held[person] as number) < HELD || !stop.isFull()) return false;
    return ((ways[way] as TravelTime).seconds[cell] as number) < NEAR;
  }

  /** Nobody goes there. */
  const answerUnused = (id: string): StopAnswer => ({
    id,
    served: 0,
    waiting: new Uint16Array(rows),
    staying: new Uint16Array(rows),
    longestQueue: 0,
    spilled: 0,
    middleWaitSeconds: 0,
    longestWaitSeconds: 0,
  });

  return {
    tick(time) {
      if (isUnused) return;
      for (let i = 0; i < people.walking; i++) {
        const person = people.active[i] as number;
        const way = people.destination[person] as number;
        const s = stopOf[way] as number;
        if (s < 0 || isIn[person] === 1) continue;
        const stop = made[s] as Stop;
        if (!comes(person, way, stop)) continue;
        isIn[person] = 1;
        stop.join(person, time);
      }
      for (const stop of made) stop?.tick(time, goOn);
    },
    closeRow() {
      rows++;
      for (const stop of made) stop?.closeRow();
    },
    answer: (time) => stops.map(({ id }, s) => made[s]?.answer(time) ?? answerUnused(id)),
  };
}
