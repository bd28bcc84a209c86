/** What may stand between roofs and the sky in one neighbourhood, ready for rays: triangles, crowns of trees, heights. */
import { type Bvh, buildBvh } from '../bvh.ts';
import type { Obstacle, Obstacles } from '../obstacles.ts';
import type { Crown } from './crowns.ts';
import { crownAround } from './crowns.ts';
import type { HeightField } from './height-field.ts';

export interface SolarScene {
  /** RD and NAP of its zero. */
  readonly origin: Obstacles['origin'];
  /** What lets nothing through. */
  readonly objects: readonly Obstacle[];
  readonly solid: Bvh;
  /** Nine numbers a triangle, and its row in `objects`. */
  readonly positions: Float32Array;
  readonly owners: Uint32Array;
  /** Runs of triangles of one object: first triangle and end. */
  readonly firsts: Uint32Array;
  readonly ends: Uint32Array;
  /** Per run, five numbers: middle x and y, radius of the circle around it, lowest and highest z. */
  readonly rounds: Float64Array;
  readonly crowns: readonly Crown[];
  readonly fields: readonly HeightField[];
}

/** Numbers of a run in `rounds`. */
export const ROUND = 5;

interface Run {
  readonly first: number;
  readonly end: number;
  /** West, south, low, east, north, high. */
  readonly box: readonly [number, number, number, number, number, number];
}

/** Triangles of one object that follow each other. */
function listRunsOf({ positions, owners }: Pick<Obstacles, 'positions' | 'owners'>): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < owners.length; ) {
    let end = first;
    const box: [number, number, number, number, number, number] = [
      Infinity,
      Infinity,
      Infinity,
      -Infinity,
      -Infinity,
      -Infinity,
    ];
    for (; end < owners.length && owners[end] === owners[first]; end++) {
      for (let at = 9 * end; at < 9 * end + 9; at += 3) {
        for (let k = 0; k < 3; k++) {
          const value = positions[at + k];
          if (value < box[k]) box[k] = value;
          if (value > box[3 + k]) box[3 + k] = value;
        }
      }
    }
    runs.push({ first, end, box });
    first = end;
  }
  return runs;
}

const moveBox = (box: Run['box'], origin: readonly number[]) => box.map((value, k) => value + origin[k % 3]);

export interface Parted {
  readonly solid: Obstacles;
  /** Of the solid ones. */
  readonly runs: readonly Run[];
  /** In RD and NAP. */
  readonly crowns: readonly Crown[];
}

/** What lets light through becomes crowns; triangles of one of those must follow each other. */
export function partObstacles(obstacles: Obstacles): Parted {
  const { origin, positions, owners, objects } = obstacles;
  const runs = listRunsOf(obstacles);
  const isOpen = (run: Run) => objects[owners[run.first]].transmission !== undefined;
  const crowns = runs.filter(isOpen).map((run) => crownAround(objects[owners[run.first]], moveBox(run.box, origin)));
  if (crowns.length === 0) return { solid: obstacles, runs, crowns };
  const kept = runs.filter((run) => !isOpen(run));
  const length = kept.reduce((sum, { first, end }) => sum + end - first, 0);
  const solid = { origin, objects, positions: new Float32Array(9 * length), owners: new Uint32Array(length) };
  let at = 0;
  for (const { first, end } of kept) {
    solid.positions.set(positions.subarray(9 * first, 9 * end), 9 * at);
    solid.owners.set(owners.subarray(first, end), at);
    at += end - first;
  }
  return { solid, runs: listRunsOf(solid), crowns };
}

/** Best when triangles of one object follow each other: each run is looked at by itself. `crowns` in RD and NAP. */
export function createSolarScene(
  obstacles: Obstacles,
  crowns: readonly Crown[] = [],
  fields: readonly HeightField[] = [],
): SolarScene {
  const parted = partObstacles(obstacles);
  const { origin, positions, owners, objects } = parted.solid;
  const rounds = new Float64Array(ROUND * parted.runs.length);
  for (const [i, { box }] of parted.runs.entries()) {
    const [west, south, low, east, north, high] = box;
    const radius = Math.hypot(east - west, north - south) / 2;
    rounds.set([(west + east) / 2, (south + north) / 2, radius, low, high], ROUND * i);
  }
  return {
    origin,
    objects,
    solid: buildBvh(positions),
    positions,
    owners,
    firsts: Uint32Array.from(parted.runs, ({ first }) => first),
    ends: Uint32Array.from(parted.runs, ({ end }) => end),
    rounds,
    crowns: [...crowns, ...parted.crowns].map((crown) => ({
      ...crown,
      x: crown.x - origin[0],
      y: crown.y - origin[1],
      z: crown.z - origin[2],
    })),
    fields,
  };
}
