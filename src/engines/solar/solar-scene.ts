/** What may stand between roofs and the sky in one neighbourhood, ready for rays: triangles, trees that let light through, heights. */
import type { Obstacles } from '../obstacles.ts';
import { buildShade, type Shade } from '../shade.ts';
import type { HeightField } from './height-field.ts';

export interface SolarScene {
  readonly shade: Shade;
  /** Nine numbers a triangle, metres from the origin of the shade. */
  readonly positions: Float32Array;
  /** Runs of triangles of one object: first triangle and end. */
  readonly firsts: Uint32Array;
  readonly ends: Uint32Array;
  /** Row in the shade's objects, per run. */
  readonly owners: Uint32Array;
  /** Per run, five numbers: middle x and y, radius of the circle around it, lowest and highest z. */
  readonly rounds: Float64Array;
  readonly fields: readonly HeightField[];
}

/** Numbers of a run in `rounds`. */
export const ROUND = 5;

/** Best when triangles of one object follow each other: each run is looked at by itself. */
export function createSolarScene(obstacles: Obstacles, fields: readonly HeightField[] = []): SolarScene {
  const { positions, owners } = obstacles;
  const firsts: number[] = [];
  for (let t = 0; t < owners.length; t++) if (t === 0 || owners[t] !== owners[t - 1]) firsts.push(t);
  const ends = [...firsts.slice(1), owners.length];
  if (firsts.length === 0) ends.length = 0;
  const rounds = new Float64Array(ROUND * firsts.length);
  for (let run = 0; run < firsts.length; run++) {
    let [west, south, low, east, north, high] = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
    for (let at = 9 * firsts[run]; at < 9 * ends[run]; at += 3) {
      const [x, y, z] = [positions[at], positions[at + 1], positions[at + 2]];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
      if (z < low) low = z;
      if (z > high) high = z;
    }
    rounds.set(
      [(west + east) / 2, (south + north) / 2, Math.hypot(east - west, north - south) / 2, low, high],
      ROUND * run,
    );
  }
  return {
    shade: buildShade(obstacles),
    positions,
    firsts: Uint32Array.from(firsts),
    ends: Uint32Array.from(ends),
    owners: Uint32Array.from(firsts, (t) => owners[t]),
    rounds,
    fields,
  };
}
