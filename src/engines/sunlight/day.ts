/**
 * The sun at one point on one day: looked at every minute, and each change brought down to seconds by halving. What is shorter than
 * a minute may be missed. How far the geometry's error reaches is found by casting again from beside the point: everything moved by
 * that error towards a ray is the ray moved by it; sun that all of them see is certain, sun that none sees is certainly none.
 */
import type { SunBlocker, SunDay, SunInterval, SunShadow } from '../../model/sunlight.ts';
import { type Casts, castLayers, type Facing, joinCasts, maskFacing, sampleDay } from './samples.ts';
import { findFirst, hasTrees, isLit, type Place, passTrees, type SunLayer, type SunScene, sceneIn } from './scene.ts';
import type { SunPath } from './sun-path.ts';

/** Minutes between looks. */
const STEP = 1;
/** Of that: two seconds. */
const HALVINGS = 5;
/** What stands before the sun is asked so often, minutes; changes are brought down to some seconds. */
const BLOCKER_STEP = 4;
const BLOCKER_HALVINGS = 6;
/** Trees are asked so often, looks. */
const TREE_STEP = 5;

export interface SunSpot {
  /** From the scene's origin, before the wall. */
  readonly place: Place;
  readonly facing: Facing;
}

export interface DayOptions {
  readonly minElevationDegrees: number;
  /** Metres that edges may be off; 0: no doubt is reckoned. */
  readonly error: number;
  /** Whether to tell what stands before the sun, and trees. */
  readonly isTold: boolean;
  /** Minutes between looks; one where absent. */
  readonly step?: number;
}

/** Beside the point: along the wall, or all around in the open, and up and down. */
function listBeside({ place: [x, y, z], facing }: SunSpot, error: number): Place[] {
  const level: Place[] = facing
    ? [
        [x - error * facing[1], y + error * facing[0], z],
        [x + error * facing[1], y - error * facing[0], z],
      ]
    : [
        [x - error, y, z],
        [x + error, y, z],
        [x, y - error, z],
        [x, y + error, z],
      ];
  return [...level, [x, y, z - error], [x, y, z + error]];
}

/** Minutes between which it changes: half-way found by `isSame` as the earlier one. */
function halve(from: number, until: number, halvings: number, isSame: (minute: number) => boolean): number {
  let [low, high] = [from, until];
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (isSame(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function isBehind(facing: Facing, to: Float64Array): boolean {
  return facing !== undefined && !(facing[0] * (to[0] as number) + facing[1] * (to[1] as number) > 0);
}

/** Days of one point in every scene; scenes are of the same layers. */
export function computeDays(all: readonly SunScene[], spot: SunSpot, path: SunPath, options: DayOptions): SunDay[] {
  const scenes = all.map((scene) => sceneIn(scene, path.month));
  const { minutes, directions } = sampleDay(path, options.minElevationDegrees, options.step ?? STEP);
  const behind = maskFacing(directions, spot.facing);
  const layers = new Set(scenes.flatMap((scene) => scene.layers));
  const casts = castLayers(layers, spot.place, directions, behind);
  const beside = options.error > 0 ? castBeside(layers, spot, directions, behind, casts, options.error) : [];
  return scenes.map((scene) => {
    const dark = joinCasts(scene.layers, casts, behind);
    const intervals = findIntervals(scene, spot, path, minutes, dark);
    const sum = intervals.reduce((total, { from, until }) => total + until - from, 0);
    const step = minutes.length > 1 ? (minutes[1] as number) - (minutes[0] as number) : 0;
    const doubt = countDoubt(
      dark,
      beside.map((cast) => joinCasts(scene.layers, cast, behind)),
    );
    return {
      date: path.date,
      minutes: sum,
      low: Math.max(0, sum - step * doubt.lost),
      high: sum + step * doubt.won,
      intervals,
      shadows: options.isTold ? findShadows(scene, spot, path, minutes, intervals) : [],
      trees: options.isTold ? lookThroughTrees(scene, spot, path, minutes, dark) : { minutes: 0, share: 1 },
    };
  });
}

function castBeside(
  layers: ReadonlySet<SunLayer>,
  spot: SunSpot,
  directions: Float32Array,
  behind: Uint8Array,
  casts: Casts,
  error: number,
): Casts[] {
  const moved = [...layers].filter(({ isExact }) => !isExact);
  return listBeside(spot, error).map((place) => new Map([...casts, ...castLayers(moved, place, directions, behind)]));
}

/** Looks with sun that some of those beside do not see, and without sun that some do. */
function countDoubt(dark: Uint8Array, beside: readonly Uint8Array[]): { lost: number; won: number } {
  let [lost, won] = [0, 0];
  for (let i = 0; i < dark.length; i++) {
    const isDark = dark[i] !== 0;
    for (const other of beside) {
      if ((other[i] !== 0) === isDark) continue;
      if (isDark) won++;
      else lost++;
      break;
    }
  }
  return { lost, won };
}

function findIntervals(
  scene: SunScene,
  { place, facing }: SunSpot,
  path: SunPath,
  minutes: Float64Array,
  dark: Uint8Array,
): SunInterval[] {
  const to = new Float64Array(3);
  const isFree = (minute: number) => {
    path.at(minute, to);
    return !isBehind(facing, to) && isLit(scene, place, to);
  };
  const intervals: SunInterval[] = [];
  let from: number | undefined;
  for (let i = 0; i < dark.length; i++) {
    const isDark = dark[i] !== 0;
    if (isDark === (from === undefined)) continue;
    const minute = minutes[i] as number;
    const change = i === 0 ? minute : halve(minutes[i - 1] as number, minute, HALVINGS, (m) => isFree(m) === isDark);
    if (from === undefined) from = change;
    else {
      intervals.push({ from, until: change });
      from = undefined;
    }
  }
  const last = minutes.at(-1);
  if (from !== undefined && last !== undefined) intervals.push({ from, until: last });
  return intervals;
}

const isSameBlocker = (a: SunBlocker, b: SunBlocker) => a.kind === b.kind && a.id === b.id;

/** Between intervals of sun, the nearest thing on the ray, piece by piece. */
function findShadows(
  scene: SunScene,
  { place, facing }: SunSpot,
  path: SunPath,
  minutes: Float64Array,
  intervals: readonly SunInterval[],
): SunShadow[] {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) return [];
  const to = new Float64Array(3);
  const blockerAt = (minute: number): SunBlocker | undefined => {
    path.at(minute, to);
    if (isBehind(facing, to)) return { kind: 'wall', id: '' };
    const found = findFirst(scene, place, to);
    return found && { kind: found.kind, id: found.id };
  };
  const shadows: SunShadow[] = [];
  const bounds = [first, ...intervals.flatMap(({ from, until }) => [from, until]), last];
  for (let k = 0; k + 1 < bounds.length; k += 2) {
    const [from, until] = [bounds[k] as number, bounds[k + 1] as number];
    const pieces = Math.ceil((until - from) / BLOCKER_STEP);
    let begin = from;
    let by: SunBlocker | undefined;
    let before = from;
    for (let i = 0; i < pieces; i++) {
      // Amid the pieces, because at the ends the ray runs along an edge.
      const minute = from + ((until - from) * (i + 0.5)) / pieces;
      const found = blockerAt(minute);
      if (!found) continue;
      const known = by;
      if (known && !isSameBlocker(known, found)) {
        const change = halve(before, minute, BLOCKER_HALVINGS, (m) => {
          const other = blockerAt(m);
          return other !== undefined && isSameBlocker(other, known);
        });
        shadows.push({ from: begin, until: change, by: known });
        begin = change;
      }
      by = found;
      before = minute;
    }
    if (by) shadows.push({ from: begin, until, by });
  }
  return shadows;
}

function lookThroughTrees(
  scene: SunScene,
  { place }: SunSpot,
  path: SunPath,
  minutes: Float64Array,
  dark: Uint8Array,
): SunDay['trees'] {
  if (!hasTrees(scene)) return { minutes: 0, share: 1 };
  const to = new Float64Array(3);
  let [looks, dimmed, light] = [0, 0, 0];
  for (let i = 0; i < dark.length; i++) if (dark[i] === 0) looks++;
  const length = minutes.length > 1 ? (minutes[1] as number) - (minutes[0] as number) : 0;
  let asked = 0;
  for (let i = 0; i < dark.length; i += TREE_STEP) {
    if (dark[i] !== 0) continue;
    path.at(minutes[i] as number, to);
    const share = passTrees(scene, place, to, path.month);
    asked++;
    if (share === 1) continue;
    dimmed++;
    light += share;
  }
  return dimmed === 0
    ? { minutes: 0, share: 1 }
    : { minutes: (length * looks * dimmed) / asked, share: light / dimmed };
}
