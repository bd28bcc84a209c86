/** A corridor without an end: people walk round between two circles, so that their density stays what it is. */
import { drawSpeed } from '../../../src/engines/crowd/arrivals.ts';
import { createNeighbours } from '../../../src/engines/crowd/neighbours.ts';
import { createPeople, type People } from '../../../src/engines/crowd/people.ts';
import { behaviour, STEP, stepJavascript } from '../../../src/engines/crowd/step.ts';
import { createWalkGrid, FIELD_CELL, type WalkGrid } from '../../../src/engines/crowd/walk-grid.ts';
import { defaultAgents } from '../../../src/model/crowd.ts';
import { seedRandom } from '../../../src/model/random.ts';

interface Ring {
  readonly inner: number;
  readonly outer: number;
  /** Persons/m². */
  readonly density: number;
  readonly seconds: number;
  readonly seed: number;
  /** Of those who walk the other way round. */
  readonly backward?: number;
}

const circle = (radius: number) =>
  Array.from({ length: 180 }, (_, i) => [
    radius * Math.cos((i * Math.PI) / 90),
    radius * Math.sin((i * Math.PI) / 90),
  ]).flat();

/** Round about the middle, 1 counter-clockwise. */
function roundWays({ west, south, width, height }: WalkGrid, way: 1 | -1) {
  const directions = new Float32Array(width * height * 2);
  for (let cell = 0; cell < width * height; cell++) {
    const x = ((cell % width) + 0.5) * FIELD_CELL + west;
    const y = (Math.floor(cell / width) + 0.5) * FIELD_CELL + south;
    directions[cell * 2] = (-y / Math.hypot(x, y)) * way;
    directions[cell * 2 + 1] = (x / Math.hypot(x, y)) * way;
  }
  return { seconds: new Float32Array(0), directions };
}

function fill(people: People, grid: WalkGrid, { inner, outer, seed, backward = 0 }: Ring, count: number): void {
  const random = seedRandom(seed);
  const apart = 2 * defaultAgents.radius + 0.02;
  while (people.count < count) {
    const angle = random() * 2 * Math.PI;
    const r = Math.sqrt((inner + 0.2) ** 2 + random() * ((outer - 0.2) ** 2 - (inner + 0.2) ** 2));
    const [x, y] = [r * Math.cos(angle) - grid.west, r * Math.sin(angle) - grid.south];
    let isFree = true;
    for (let i = 0; isFree && i < people.count; i++)
      isFree = Math.hypot((people.x[i] as number) - x, (people.y[i] as number) - y) >= apart;
    if (!isFree) continue;
    const person = people.count++;
    people.x[person] = x;
    people.y[person] = y;
    people.speed[person] = drawSpeed(defaultAgents.speed, random);
    people.destination[person] = person < backward * count ? 1 : 0;
    people.active[person] = person;
  }
  people.walking = count;
}

/** m/s along everyone's own way, over the second half of the time; and how near two middles came. */
export function walkRound(ring: Ring): { readonly speed: number; readonly nearest: number } {
  const { inner, outer, density, seconds, seed } = ring;
  const grid = createWalkGrid([[circle(outer), circle(inner)]]);
  const count = Math.round(density * Math.PI * (outer ** 2 - inner ** 2));
  const people = createPeople(count);
  const near = createNeighbours(grid.width * FIELD_CELL, grid.height * FIELD_CELL, count);
  fill(people, grid, ring, count);
  const ways = [roundWays(grid, 1), roundWays(grid, -1)];
  const how = behaviour(defaultAgents.radius);
  let [sum, looks, nearest] = [0, 0, Infinity];
  const steps = Math.round(seconds / STEP);
  for (let step = 0; step < steps; step++) {
    near.sort(people);
    stepJavascript(people, near, grid, ways, how, seed, step * STEP);
    if (step < steps / 2 || step % 20 !== 0) continue;
    for (let i = 0; i < count; i++) {
      const [x, y] = [(people.x[i] as number) + grid.west, (people.y[i] as number) + grid.south];
      const along = (-y * (people.vx[i] as number) + x * (people.vy[i] as number)) / Math.hypot(x, y);
      sum += people.destination[i] === 0 ? along : -along;
      looks++;
      for (let j = 0; j < i; j++)
        nearest = Math.min(
          nearest,
          Math.hypot(
            (people.x[j] as number) - (people.x[i] as number),
            (people.y[j] as number) - (people.y[i] as number),
          ),
        );
    }
  }
  return { speed: sum / looks, nearest };
}
