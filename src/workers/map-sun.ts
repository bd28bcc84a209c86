/** A map of sun hours around the site's place: on the ground, and on the walls of what stands there; today, with the plan, and lost. */
import { shadePoints } from '../engines/bvh.ts';
import { type SunSamples, sampleDay } from '../engines/sunlight/samples.ts';
import { FAR, findAround, isLit, type SunLayer, sceneIn } from '../engines/sunlight/scene.ts';
import { cutWalls, noCells } from '../engines/wall-cells.ts';
import type { SunCells, SunMap } from '../model/sun-cells.ts';
import type { MapQuestion } from '../model/sun-question.ts';
import type { BuildingTriangles } from './read-buildings.ts';
import type { ReadSite, SiteScene } from './read-sun-site.ts';
import { type AskedSite, groundOf } from './sun-at-places.ts';

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
/** Minutes between looks; on the finest cells each change is halved so often, which leaves a minute. */
const LOOK = 10;
const HALVINGS = 3;
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

function draftGround(site: ReadSite, scene: SiteScene, radius: number, size: number, draft: Draft): void {
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
      if (own === undefined || x * x + y * y > radius * radius || findAround(scene, [x, y, own + OVER])) continue;
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

/** What of the directions each layer takes from each point, the wall itself counted in. */
type Darkness = Map<SunLayer, Uint8Array>;

/** Of some cells from `start` on. */
function castCells(
  places: readonly number[],
  start: number,
  size: number,
  directions: Float32Array,
  scenes: readonly SiteScene[],
): Darkness {
  const count = directions.length / 3;
  const points = new Float32Array(3 * size);
  const behind = new Uint8Array(size * count);
  for (let p = 0; p < size; p++) {
    const at = 6 * (start + p);
    for (let k = 0; k < 3; k++) points[3 * p + k] = places[at + k] as number;
    const [nx, ny] = [places[at + 3] as number, places[at + 4] as number];
    if (nx === 0 && ny === 0) continue;
    for (let i = 0; i < count; i++)
      if ((directions[3 * i] as number) * nx + (directions[3 * i + 1] as number) * ny <= 0) behind[p * count + i] = 1;
  }
  const darkness: Darkness = new Map();
  const layers = [...new Set(scenes.flatMap((scene) => scene.layers))];
  const isShared = (layer: SunLayer) => scenes.every((scene) => scene.layers.includes(layer));
  const cast = (layer: SunLayer, taken: Uint8Array) => {
    const dark = taken.slice();
    if (layer.shade.solidOwners.length > 0) shadePoints(layer.shade.solid, points, directions, layer.near, FAR, dark);
    darkness.set(layer, dark);
    return dark;
  };
  // What a layer of all scenes takes, the others need not be asked about.
  let taken: Uint8Array = behind;
  for (const layer of layers.filter(isShared)) taken = cast(layer, taken);
  for (const layer of layers) if (!isShared(layer)) cast(layer, taken);
  return darkness;
}

const between = new Float64Array(3);

/** Where between look `i` and the next one the sun comes or goes, 0 to 1; `x` to `ny` is the cell's place. */
function findChange(
  scene: SiteScene,
  [x, y, z, nx, ny]: readonly [number, number, number, number, number],
  directions: Float32Array,
  i: number,
  isDarkFirst: boolean,
): number {
  let [low, high] = [0, 1];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    // A chord of 2.5°: what lies on it is on the way of the sun within a thousandth of a degree, once it is of length 1.
    for (let axis = 0; axis < 3; axis++) {
      const from = directions[3 * i + axis] as number;
      between[axis] = from + middle * ((directions[3 * i + 3 + axis] as number) - from);
    }
    const [dx, dy, dz] = between as unknown as readonly [number, number, number];
    const length = Math.hypot(dx, dy, dz);
    between[0] = dx / length;
    between[1] = dy / length;
    between[2] = dz / length;
    const isBehind = (nx !== 0 || ny !== 0) && dx * nx + dy * ny <= 0;
    const isDark = isBehind || !isLit(scene, [x, y, z], between);
    if (isDark === isDarkFirst) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Of one cell, in looks; `dark` is its row. Between two looks that differ the sun shines half of the time, or as long as is found. */
function countLooks(
  scene: SiteScene,
  places: readonly number[],
  cell: number,
  directions: Float32Array,
  dark: Uint8Array,
  isFinest: boolean,
): number {
  let sunny = 0;
  for (let i = 0; i + 1 < dark.length; i++) {
    const isDark = dark[i] !== 0;
    if (isDark === (dark[i + 1] !== 0)) sunny += isDark ? 0 : 1;
    else if (!isFinest) sunny += 0.5;
    else {
      const [x, y, z, nx, ny] = places.slice(6 * cell, 6 * cell + 5) as [number, number, number, number, number];
      const change = findChange(scene, [x, y, z, nx, ny], directions, i, isDark);
      sunny += isDark ? 1 - change : change;
    }
  }
  return sunny;
}

/** Hours of sun of every cell in every scene. Stops where `isDropped`. */
async function countHours(
  scenes: readonly SiteScene[],
  places: readonly number[],
  { directions, minutes }: SunSamples,
  isFinest: boolean,
  isDropped: () => boolean,
): Promise<Float32Array[]> {
  const hours = scenes.map(() => new Float32Array(places.length / 6));
  const count = minutes.length;
  const step = ((minutes.at(-1) ?? 0) - (minutes[0] ?? 0)) / Math.max(count - 1, 1) / 60;
  const dark = new Uint8Array(count);
  let turn = performance.now();
  for (let start = 0; start < places.length / 6; start += BATCH) {
    const size = Math.min(BATCH, places.length / 6 - start);
    const darkness = castCells(places, start, size, directions, scenes);
    for (const [row, scene] of scenes.entries()) {
      const parts = scene.layers.map((layer) => darkness.get(layer) as Uint8Array);
      for (let p = 0; p < size; p++) {
        dark.fill(0);
        for (const part of parts) for (let i = 0; i < count; i++) dark[i] |= part[p * count + i] as number;
        const looks = countLooks(scene, places, start + p, directions, dark, isFinest);
        (hours[row] as Float32Array)[start + p] = looks * step;
      }
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
function loseHours(before: Float32Array, after: Float32Array, places: readonly number[], today: SiteScene) {
  return before.map((value, cell) => {
    const [x, y, z] = [places[6 * cell], places[6 * cell + 1], places[6 * cell + 2]] as [number, number, number];
    const lost = value - (after[cell] as number);
    return lost !== 0 && findAround(today, [x, y, z]) ? Number.NaN : lost;
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
  site: AskedSite,
  { date, radius }: MapQuestion,
  isDropped: () => boolean,
  onMap: (map: SunMap) => void,
): Promise<void> {
  const { origin, pathOf } = site;
  const path = pathOf(date);
  const [today, plan] = [sceneIn(site.today, path.month), site.plan && sceneIn(site.plan, path.month)];
  const samples = sampleDay(path, 0, LOOK);
  function draft(scene: SiteScene, step: (typeof STEPS)[number]): Draft {
    const made: Draft = { ...noCells(), firstFacade: 0 };
    draftGround(site, scene, radius, step.ground, made);
    made.firstFacade = made.places.length / 6;
    draftWalls(site, scene.buildings, radius, step.wall, made);
    return made;
  }
  for (const [i, step] of STEPS.entries()) {
    const isFinest = i === STEPS.length - 1;
    const now = draft(today, step);
    const [hours] = await countHours([today], now.places, samples, isFinest, isDropped);
    if (isDropped() || !hours) return;
    const next = plan && draft(plan, step);
    // The sun of today where the plan's ground and walls are as well: what is lost is told of what will be there.
    const [planned, before] = next ? await countHours([plan, today], next.places, samples, isFinest, isDropped) : [];
    if (isDropped()) return;
    const hasPlan = next && planned && before;
    onMap({
      date,
      cellSize: step.ground,
      facadeSize: step.wall,
      isFinest,
      today: toCells(now, hours, origin),
      plan: hasPlan && toCells(next, planned, origin),
      lost: hasPlan && toCells(next, loseHours(before, planned, next.places, today), origin),
    });
    await rest();
    if (isDropped()) return;
  }
}
