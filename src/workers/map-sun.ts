/** A map of sun hours around the site's place: on the ground, and on the walls of what stands there; today, with the plan, and lost. */
import { shadePoints } from '../engines/bvh.ts';
import type { Shade } from '../engines/shade.ts';
import type { SunTrack } from '../engines/sun-track.ts';
import { cutWalls, noCells } from '../engines/wall-cells.ts';
import type { SunCells, SunMap } from '../model/sun-cells.ts';
import type { MapQuestion } from '../model/sun-question.ts';
import type { BuildingTriangles } from './read-buildings.ts';
import type { ReadSite, SunScene } from './read-sun-site.ts';
import { groundOf, isInside, type SunClock } from './sun-at-places.ts';

/** Metres of cells on the ground and on walls, from coarse to fine. */
const STEPS = [
  { ground: 4, wall: 3 },
  { ground: 2, wall: 2 },
  { ground: 1, wall: 1.4 },
];
/** Metres that neighbouring cells may differ and still be one slope; a quay is more. */
const SLOPE = 0.6;
/** Metres above the ground: where it is drawn, and where its sun is asked. */
const [DRAWN, ASKED, OVER] = [0.03, 0.1, 0.5];
/** Nearer than this nothing counts, metres. */
const [NEAR, FAR] = [0.03, 20_000];
/** Milliseconds of work before others in the thread have their turn. */
const TURN = 40;

/** Grows while it is made; cells are rows of `middles`. */
interface Draft {
  readonly positions: number[];
  readonly cells: number[];
  /** Six numbers a cell: where its sun is asked, and the outward normal; 0, 0, 0 in the open. */
  readonly places: number[];
  firstFacade: number;
}

/** Height at a corner of four cells: their mean where they are one slope, that of the cell itself at a quay. */
function cornerHeight(own: number, around: readonly (number | undefined)[]): number {
  let [sum, count] = [own, 1];
  for (const height of around) {
    if (height === undefined || Math.abs(height - own) > SLOPE) continue;
    sum += height;
    count++;
  }
  return sum / count;
}

function draftGround(site: ReadSite, scene: SunScene, radius: number, size: number, draft: Draft): void {
  const count = Math.floor((2 * radius) / size);
  const [ox, oy] = site.origin;
  const middleOf = (i: number) => (i + 0.5) * size - radius;
  const heights: (number | undefined)[] = [];
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      heights.push(groundOf(site, scene, ox + middleOf(column), oy + middleOf(row)));
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= count || row >= count ? undefined : heights[row * count + column];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const own = at(column, row);
      const [x, y] = [middleOf(column), middleOf(row)];
      if (own === undefined || x * x + y * y > radius * radius || isInside(scene.shade, x, y, own + OVER)) continue;
      const corner = (dx: 0 | 1, dy: 0 | 1): [number, number, number] => {
        const [c, r] = [column + 2 * dx - 1, row + 2 * dy - 1];
        const height = cornerHeight(own, [at(c, row), at(column, r), at(c, r)]);
        return [x + (dx - 0.5) * size, y + (dy - 0.5) * size, height + DRAWN];
      };
      const [a, b, c, d] = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
      draft.positions.push(...a, ...b, ...c, ...a, ...c, ...d);
      const cell = draft.places.length / 6;
      draft.cells.push(cell, cell);
      draft.places.push(x, y, own + ASKED, 0, 0, 0);
    }
  }
}

function draftWalls(
  site: ReadSite,
  buildings: readonly BuildingTriangles[],
  radius: number,
  size: number,
  draft: Draft,
) {
  const { origin } = site;
  for (const { positions } of buildings) {
    const local = positions.map((value, i) => value - (origin[i % 3] as number));
    let [foot, least] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < local.length; i += 3) {
      foot = Math.min(foot, local[i + 2] as number);
      least = Math.min(least, Math.hypot(local[i] as number, local[i + 1] as number));
    }
    if (least < radius) cutWalls(local, foot, size, draft);
  }
}

const rest = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Points whose rays are cast in one call. */
const BATCH = 128;

/** Hours of sun of every cell. Stops where `isDropped`. */
async function countHours(
  shade: Shade,
  places: readonly number[],
  { directions, step }: SunTrack,
  isDropped: () => boolean,
): Promise<Float32Array> {
  const hours = new Float32Array(places.length / 6);
  const suns = Float32Array.from(directions);
  const count = suns.length / 3;
  let turn = performance.now();
  for (let start = 0; start < hours.length; start += BATCH) {
    const size = Math.min(BATCH, hours.length - start);
    const points = new Float32Array(3 * size);
    const dark = new Uint8Array(size * count);
    for (let p = 0; p < size; p++) {
      const at = 6 * (start + p);
      for (let k = 0; k < 3; k++) points[3 * p + k] = places[at + k] as number;
      const [nx, ny] = [places[at + 3] as number, places[at + 4] as number];
      if (nx === 0 && ny === 0) continue;
      for (let i = 0; i < count; i++)
        if ((suns[3 * i] as number) * nx + (suns[3 * i + 1] as number) * ny <= 0) dark[p * count + i] = 1;
    }
    shadePoints(shade.solid, points, suns, NEAR, FAR, dark);
    for (let p = 0; p < size; p++) {
      let sunny = 0;
      for (let i = 0; i < count; i++) sunny += 1 - (dark[p * count + i] as number);
      hours[start + p] = (sunny * step) / 60;
    }
    if (performance.now() - turn > TURN) {
      await rest();
      if (isDropped()) return hours;
      turn = performance.now();
    }
  }
  return hours;
}

/** What the plan takes; unknown where today a building is: what is built there later has lost nothing. */
function loseHours(before: Float32Array, after: Float32Array, places: readonly number[], today: Shade): Float32Array {
  return before.map((value, cell) => {
    const [x, y, z] = [places[6 * cell], places[6 * cell + 1], places[6 * cell + 2]] as [number, number, number];
    return isInside(today, x, y, z) ? Number.NaN : value - (after[cell] as number);
  });
}

function toCells({ positions, cells, places, firstFacade }: Draft, hours: Float32Array, origin: SunCells['origin']) {
  const middles = new Float32Array(3 * hours.length);
  for (let cell = 0; cell < hours.length; cell++)
    for (let k = 0; k < 3; k++) middles[3 * cell + k] = places[6 * cell + k] as number;
  return {
    origin,
    positions: Float32Array.from(positions),
    cells: Uint32Array.from(cells),
    middles,
    hours,
    firstFacade,
  };
}

/** Calls `onMap` for each step. */
export async function mapSun(
  site: ReadSite,
  { date, radius }: MapQuestion,
  clock: SunClock,
  isDropped: () => boolean,
  onMap: (map: SunMap) => void,
): Promise<void> {
  const { today, plan, buildings, origin } = site;
  const track = clock.coarse(0)(date);
  function draft(scene: SunScene, step: (typeof STEPS)[number]): Draft {
    const made: Draft = { ...noCells(), firstFacade: 0 };
    draftGround(site, scene, radius, step.ground, made);
    made.firstFacade = made.places.length / 6;
    const standing = buildings.filter(({ id }) => !scene.removed.has(id));
    draftWalls(site, [...standing, ...scene.solids], radius, step.wall, made);
    return made;
  }
  for (const [i, step] of STEPS.entries()) {
    const now = draft(today, step);
    const hours = await countHours(today.shade, now.places, track, isDropped);
    if (isDropped()) return;
    const next = plan && draft(plan, step);
    const planned = next && plan && (await countHours(plan.shade, next.places, track, isDropped));
    // The sun of today where the plan's ground and walls are: what is lost is told of what will be there.
    const before = next && (await countHours(today.shade, next.places, track, isDropped));
    if (isDropped()) return;
    onMap({
      date,
      cellSize: step.ground,
      facadeSize: step.wall,
      isFinest: i === STEPS.length - 1,
      today: toCells(now, hours, origin),
      plan: next && planned && toCells(next, planned, origin),
      lost: next && planned && before && toCells(next, loseHours(before, planned, next.places, today.shade), origin),
    });
    await rest();
    if (isDropped()) return;
  }
}
