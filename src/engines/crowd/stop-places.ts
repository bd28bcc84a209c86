/**
 * Where people stand at a stop. Metres from the grid's south-western corner, x and y of each.
 *
 * Who stays somewhere without being served has half a square metre: two places in each square metre, 0.71 m apart, so that others can
 * still pass between. Where people are served one by one they stand along one side of the polygon: the one that runs nearest to
 * something, such as a bar, or its first side on open ground. Who waits stands in one line that goes to and fro in rows along that side,
 * from the middle of the side on inwards, 0.75 m from each other and a metre between rows; two metres are left to come and go.
 */
import type { CrowdStop } from '../../model/crowd.ts';
import { InputError } from '../../model/input-error.ts';
import { isInside } from './lines.ts';
import { FIELD_CELL, type WalkGrid, wallDistance } from './walk-grid.ts';

export interface StopPlaces {
  /** Where one stays or is served. */
  readonly spots: Float64Array;
  /** Where one waits for that, the first in line first. */
  readonly line: Float64Array;
}

interface StopGround {
  readonly grid: WalkGrid;
  readonly radius: number;
  /** `ground-parts.ts`, and the part on which the stop lies. */
  readonly parts: Int32Array;
  readonly part: number;
}

/** m: between who wait in line, between rows, before who are served, and between those at the least. */
const APART = 0.75;
const ROWS = 1;
const AISLE = 2;
const SERVED_APART = 0.45;
/** m: from the side to who is served, and how far further in one stands where something is in the way. */
const BEFORE_SIDE = 0.4;
const FURTHER_IN = 2;
/** m: more than touching. */
const OFF_WALLS = 0.05;

function isFree({ grid, radius, parts, part }: StopGround, x: number, y: number): boolean {
  const column = Math.floor(x / FIELD_CELL);
  const row = Math.floor(y / FIELD_CELL);
  if (column < 0 || row < 0 || column >= grid.width || row >= grid.height) return false;
  const cell = row * grid.width + column;
  return parts[cell] === part && wallDistance(grid, cell, x, y) >= radius + OFF_WALLS;
}

export function placeStop(stop: CrowdStop, ground: StopGround): StopPlaces {
  const places = stop.places === undefined ? placeStayers(stop, ground) : placeQueue(stop, stop.places, ground);
  if (places.spots.length === 0) throw new InputError(`stops: ${stop.id} has no room for anyone.`);
  return places;
}

/** In the middles of two quarters of each square metre: then no cell of a metre holds more than two. */
function placeStayers({ polygon }: CrowdStop, ground: StopGround): StopPlaces {
  const { west, south } = ground.grid;
  const outer = polygon[0] ?? [];
  const xs = outer.filter((_, i) => i % 2 === 0);
  const ys = outer.filter((_, i) => i % 2 === 1);
  const spots: number[] = [];
  for (let row = Math.floor(Math.min(...ys) - south); row <= Math.max(...ys) - south; row++) {
    for (let column = Math.floor(Math.min(...xs) - west); column <= Math.max(...xs) - west; column++) {
      for (const part of [0.25, 0.75]) {
        const [x, y] = [column + part, row + part];
        if (isInside(polygon, x + west, y + south) && isFree(ground, x, y)) spots.push(x, y);
      }
    }
  }
  return { spots: Float64Array.from(spots), line: new Float64Array(0) };
}

interface Side {
  readonly x: number;
  readonly y: number;
  /** Along it, and inwards. */
  readonly ux: number;
  readonly uy: number;
  readonly nx: number;
  readonly ny: number;
  readonly length: number;
}

function listSides({ polygon }: CrowdStop, { west, south }: WalkGrid): Side[] {
  const ring = polygon[0] ?? [];
  let twice = 0;
  const sides: Side[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [(ring[i] as number) - west, (ring[i + 1] as number) - south];
    const j = (i + 2) % ring.length;
    const [dx, dy] = [(ring[j] as number) - west - x, (ring[j + 1] as number) - south - y];
    twice += x * (y + dy) - (x + dx) * y;
    const length = Math.hypot(dx, dy);
    const [ux, uy] = [dx / length, dy / length];
    sides.push({ x, y, ux, uy, nx: -uy, ny: ux, length });
  }
  // Inwards is to the left of a ring that goes round counter-clockwise.
  return twice > 0 ? sides : sides.map((side) => ({ ...side, nx: -side.nx, ny: -side.ny }));
}

/** Mean distance of what stands along a side, m. */
function openness({ x, y, ux, uy, length }: Side, grid: WalkGrid): number {
  const looks = Math.max(3, Math.round(length / 0.2));
  let sum = 0;
  for (let i = 0; i < looks; i++) {
    const t = ((i + 0.5) / looks) * length;
    const [px, py] = [x + ux * t, y + uy * t];
    const column = Math.floor(px / FIELD_CELL);
    const row = Math.floor(py / FIELD_CELL);
    if (column < 0 || row < 0 || column >= grid.width || row >= grid.height) continue;
    sum += wallDistance(grid, row * grid.width + column, px, py);
  }
  return sum / looks;
}

function placeQueue(stop: CrowdStop, places: number, ground: StopGround): StopPlaces {
  const { grid } = ground;
  const sides = listSides(stop, grid);
  let side = sides[0] as Side;
  let least = openness(side, grid) - 1e-6;
  for (const other of sides) {
    const open = openness(other, grid);
    if (open >= least) continue;
    least = open - 1e-6;
    side = other;
  }
  const apart = side.length / places;
  if (apart < SERVED_APART)
    throw new InputError(
      `stops: ${stop.id} has ${places} places on a side of ${side.length.toFixed(1)} m: at most ${Math.floor(side.length / SERVED_APART)} fit.`,
    );
  const at = (along: number, inward: number): [number, number] => [
    side.x + side.ux * along + side.nx * inward,
    side.y + side.uy * along + side.ny * inward,
  ];
  const fits = (along: number, inward: number) => {
    const [x, y] = at(along, inward);
    return isInside(stop.polygon, x + grid.west, y + grid.south) && isFree(ground, x, y);
  };

  const spots: number[] = [];
  let deepest = BEFORE_SIDE;
  for (let i = 0; i < places; i++) {
    const along = (i + 0.5) * apart;
    let inward = BEFORE_SIDE;
    while (!fits(along, inward) && inward < BEFORE_SIDE + FURTHER_IN) inward += 0.1;
    if (!fits(along, inward))
      throw new InputError(
        `stops: ${stop.id} has no room for the place ${i + 1} of ${places} where people are served.`,
      );
    deepest = Math.max(deepest, inward);
    spots.push(...at(along, inward));
  }
  const line: number[] = [];
  const across = Math.max(1, Math.floor(side.length / APART));
  const first = (side.length - (across - 1) * APART) / 2;
  const far = Math.max(...sides.map(({ x, y }) => (x - side.x) * side.nx + (y - side.y) * side.ny));
  let row = 0;
  for (let inward = deepest + AISLE; inward <= far; inward += ROWS, row++) {
    // The first in line stands before the middle, so that it is not far to any place.
    for (let i = row === 0 ? across >> 1 : 0; i < across; i++) {
      const along = first + (row % 2 === 0 ? i : across - 1 - i) * APART;
      if (fits(along, inward)) line.push(...at(along, inward));
    }
  }
  return { spots: Float64Array.from(spots), line: Float64Array.from(line) };
}
