/**
 * Who wait and stay at a stop. Who comes to its polygon joins it. There are places to stay or be served (`stop-places.ts`); who finds none
 * free waits: in line where people are served, in order of arrival, else around the polygon. A line longer than its room spills: who come
 * too late for it stand still where they were held up, and go on when there is room in line. A stay begins when its place is reached; who
 * cannot get there in time stays where he stands, so that nobody is stuck for good.
 *
 * Of free places to stay each takes, out of eight by chance, the one that is farthest from others. Not modelled: leaving a line that is
 * too long, more than one line, crowding to the front.
 */
import type { CrowdStop } from '../../model/crowd.ts';
import type { StopAnswer } from '../../model/crowd-answer.ts';
import type { People } from './people.ts';
import type { StopPlaces } from './stop-places.ts';
import { FIELD_CELL, type WalkGrid } from './walk-grid.ts';

/** m: this near to a place one has reached it. */
const AT_PLACE = 0.35;
/** s, besides three times the time it takes to walk there: then one stays where one is. */
const PATIENCE = 20;
/** m: a place is free when who stayed there is this far, or has had some time to be (s). */
const CLEAR = 0.8;
const CLEAR_SECONDS = 8;
/** Free places that are looked at. */
const LOOKS = 8;

/** Done, but still in the place. */
interface Leaving {
  readonly person: number;
  readonly spot: number;
  readonly latest: number;
}

interface Stay {
  readonly person: number;
  /** Row of the places. */
  readonly spot: number;
  /** When it must have been reached, and when the stay ends. */
  readonly latest: number;
  until: number | undefined;
}

export interface StopWorld {
  readonly people: People;
  readonly grid: WalkGrid;
  readonly random: () => number;
  /** m: least distance of a cell's middle to walls. */
  readonly least: number;
}

export interface Stop {
  /** Whether there is no room left for who comes now. */
  readonly isFull: () => boolean;
  /** A person who has come; held up outside when the stop is full. */
  readonly join: (person: number, time: number) => void;
  /** Moves everyone up; who are done are given to `onDone`. */
  readonly tick: (time: number, onDone: (person: number) => void) => void;
  readonly closeRow: () => void;
  readonly answer: (time: number) => StopAnswer;
}

export function createStop(
  { id, seconds: [shortest, longest], places }: CrowdStop,
  { spots, line }: StopPlaces,
  { people, grid, random, least }: StopWorld,
): Stop {
  const free = Array.from({ length: spots.length / 2 }, (_, i) => i);
  const taken = new Set<number>();
  const joined = new Map<number, number>();
  const queue: number[] = [];
  let stays: Stay[] = [];
  let leaving: Leaving[] = [];
  const waits: number[] = [];
  const waiting: number[] = [];
  const staying: number[] = [];
  const room = line.length / 2;
  let served = 0;
  let longestQueue = 0;
  let spilled = 0;

  function sees(person: number, x: number, y: number): boolean {
    const [px, py] = [people.x[person] as number, people.y[person] as number];
    const steps = Math.ceil(Math.hypot(x - px, y - py) / (FIELD_CELL * 0.8));
    for (let s = 1; s < steps; s++) {
      const column = Math.floor((px + ((x - px) * s) / steps) / FIELD_CELL);
      const row = Math.floor((py + ((y - py) * s) / steps) / FIELD_CELL);
      if ((grid.clearance[row * grid.width + column] as number) < least) return false;
    }
    return true;
  }

  /** Straight to a place where it is in sight; else on along the way to the stop. */
  function send(person: number, x: number, y: number): void {
    people.goalX[person] = x;
    people.goalY[person] = y;
    people.bound[person] = sees(person, x, y) ? 1 : 0;
  }

  function stay(person: number): void {
    people.goalX[person] = people.x[person] as number;
    people.goalY[person] = people.y[person] as number;
    people.bound[person] = 1;
  }

  /** Metres, squared, to the nearest place that is taken. */
  function apart(spot: number): number {
    let nearest = Infinity;
    for (const other of taken)
      nearest = Math.min(
        nearest,
        ((spots[2 * other] as number) - (spots[2 * spot] as number)) ** 2 +
          ((spots[2 * other + 1] as number) - (spots[2 * spot + 1] as number)) ** 2,
      );
    return nearest;
  }

  const distanceSquared = (person: number, spot: number) =>
    ((spots[2 * spot] as number) - (people.x[person] as number)) ** 2 +
    ((spots[2 * spot + 1] as number) - (people.y[person] as number)) ** 2;

  /** Row in `free` of the place that is nearest. */
  function chooseNearest(person: number): number {
    let best = 0;
    for (let row = 1; row < free.length; row++)
      if (distanceSquared(person, free[row] as number) < distanceSquared(person, free[best] as number)) best = row;
    return best;
  }

  /** Row in `free` of the place with most room about it. */
  function chooseRoomy(person: number): number {
    let best = -1;
    let farthest = -1;
    for (let look = 0; look < LOOKS; look++) {
      const row = Math.floor(random() * free.length);
      const spot = free[row] as number;
      const distance = sees(person, spots[2 * spot] as number, spots[2 * spot + 1] as number) ? apart(spot) : 0;
      if (distance <= farthest) continue;
      farthest = distance;
      best = row;
    }
    return best;
  }

  function seat(time: number): void {
    while (queue.length > 0 && free.length > 0) {
      const person = queue.shift() as number;
      const row = places === undefined ? chooseRoomy(person) : chooseNearest(person);
      const [spot] = free.splice(row, 1) as [number];
      taken.add(spot);
      const [x, y] = [spots[2 * spot] as number, spots[2 * spot + 1] as number];
      send(person, x, y);
      const way = Math.sqrt(distanceSquared(person, spot));
      const latest = time + PATIENCE + (3 * way) / (people.speed[person] as number);
      stays.push({ person, spot, latest, until: undefined });
    }
  }

  function freePlaces(time: number): void {
    leaving = leaving.filter(({ person, spot, latest }) => {
      if (time < latest && distanceSquared(person, spot) < CLEAR * CLEAR) return true;
      taken.delete(spot);
      free.push(spot);
      return false;
    });
  }

  function moveUp(): void {
    for (const [row, person] of queue.entries()) {
      if (row >= room) continue;
      const [x, y] = [line[2 * row] as number, line[2 * row + 1] as number];
      if (people.bound[person] === 1 && people.goalX[person] === x && people.goalY[person] === y) continue;
      send(person, x, y);
    }
  }

  return {
    isFull: () => free.length === 0 && queue.length >= room,
    join(person, time) {
      joined.set(person, time);
      queue.push(person);
      stay(person);
    },
    tick(time, onDone) {
      let isAnyDone = false;
      for (const each of stays) {
        const { person, spot } = each;
        if (each.until === undefined) {
          const [x, y] = [spots[2 * spot] as number, spots[2 * spot + 1] as number];
          const far = Math.sqrt(distanceSquared(person, spot));
          if (far > AT_PLACE && time < each.latest) {
            if (people.bound[person] === 0) send(person, x, y);
            continue;
          }
          if (far > AT_PLACE) stay(person);
          each.until = time + shortest + (longest - shortest) * random();
          waits.push(time - (joined.get(person) as number));
          joined.delete(person);
        }
        if (time < each.until) continue;
        isAnyDone = true;
        served++;
        leaving.push({ person, spot, latest: time + CLEAR_SECONDS });
        people.bound[person] = 0;
        onDone(person);
      }
      if (isAnyDone) stays = stays.filter(({ until }) => until === undefined || time < until);
      freePlaces(time);
      seat(time);
      longestQueue = Math.max(longestQueue, queue.length);
      spilled = Math.max(spilled, queue.length - room);
      moveUp();
    },
    closeRow() {
      waiting.push(queue.length);
      staying.push(stays.length);
    },
    answer(time) {
      const sorted = waits.toSorted((a, b) => a - b);
      const still = [...joined.values()].map((since) => time - since);
      return {
        id,
        served,
        waiting: Uint16Array.from(waiting),
        staying: Uint16Array.from(staying),
        longestQueue,
        spilled: Math.max(0, spilled),
        middleWaitSeconds: sorted[Math.floor(sorted.length / 2)] ?? 0,
        longestWaitSeconds: [...sorted, ...still].reduce((a, b) => Math.max(a, b), 0),
      };
    },
  };
}
