/** Where the ground is opened: around what is selected or asked for and lies under it, or, where only the underground is looked at, ahead. */
import type { ClaimChoice } from '../model/claim-choice.ts';
import { boxOf } from '../model/claim-place.ts';
import type { ClaimShape } from '../model/claim-shape.ts';
import { type GroundWindow, ROOM } from './claim-sheet.ts';

export interface Looking {
  readonly choice: Pick<ClaimChoice, 'lowNap' | 'highNap' | 'place'>;
  readonly shown: readonly ClaimShape[];
  readonly selected: readonly ClaimShape[];
  /** At the place where one asked. */
  readonly here: readonly ClaimShape[];
}

export type WindowPlace = Pick<GroundWindow, 'x' | 'y' | 'halfWidth' | 'halfHeight'>;
/** How the ground lies there: m NAP of most of it, and metres by which some of it is higher. Undefined while it is not loaded. */
export type ReadGround = (at: WindowPlace) => Pick<GroundWindow, 'ground' | 'room'> | undefined;

/** In the middle of the picture: RD New, m NAP of the ground, and metres from the eye. */
export interface Ahead {
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly range: number;
}

/** Metres under the ground from where on something is hidden by it. */
const UNDER = 0.3;
/** Metres around what is looked at, and half a side at least and at most. */
const [MARGIN, LEAST, MOST] = [8, 20, 160];
/** Metres from floor to what is lowest, and the depth at least. */
const [BELOW, SHALLOWEST] = [0.4, 2];
/** Metres over the ground up to which the slider looks at the underground alone. */
const OVER = 1.5;
/** Of the distance to the middle of the picture. */
const SHARE = 0.26;

const isUnder = ({ lower, ground, isFlat }: ClaimShape) => !isFlat && lower < ground - UNDER;
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

function meets({ box: [west, south, east, north] }: ClaimShape, at: WindowPlace): boolean {
  return (
    west < at.x + at.halfWidth &&
    east > at.x - at.halfWidth &&
    south < at.y + at.halfHeight &&
    north > at.y - at.halfHeight
  );
}

/** Its floor lies under what is lowest of what lies in it, but not under the slider. */
function dig(
  at: WindowPlace,
  usual: number,
  shapes: readonly ClaimShape[],
  { lowNap, highNap }: Looking['choice'],
  readGround: ReadGround,
): GroundWindow {
  const { ground, room } = readGround(at) ?? { ground: usual, room: ROOM };
  const shallowest = ground - SHALLOWEST;
  let lowest = shallowest;
  for (const shape of shapes) if (isUnder(shape) && meets(shape, at)) lowest = Math.min(lowest, shape.lower);
  return { ...at, ground, room, floor: Math.max(lowest, Math.min(lowNap, highNap, shallowest)) - BELOW };
}

/** A long pipe is opened in the part of it that is looked at. */
function around(shapes: readonly ClaimShape[], ahead: () => Ahead | undefined): WindowPlace {
  let [west, south, east, north] = [1 / 0, 1 / 0, -1 / 0, -1 / 0];
  for (const { box } of shapes) {
    [west, south] = [Math.min(west, box[0]), Math.min(south, box[1])];
    [east, north] = [Math.max(east, box[2]), Math.max(north, box[3])];
  }
  const halfWidth = clamp((east - west) / 2 + MARGIN, LEAST, MOST);
  const halfHeight = clamp((north - south) / 2 + MARGIN, LEAST, MOST);
  let [x, y] = [(west + east) / 2, (south + north) / 2];
  if (halfWidth === MOST || halfHeight === MOST) {
    const middle = ahead();
    if (middle) {
      x = west + MOST < east - MOST ? clamp(middle.x, west + MOST, east - MOST) : x;
      y = south + MOST < north - MOST ? clamp(middle.y, south + MOST, north - MOST) : y;
    }
  }
  return { x, y, halfWidth, halfHeight };
}

/** Undefined: the ground is closed. `ahead` is asked only where it matters. */
export function placeWindow(
  { choice, shown, selected, here }: Looking,
  ahead: () => Ahead | undefined,
  readGround: ReadGround,
): GroundWindow | undefined {
  const chosen = selected.filter(isUnder);
  const [first] = chosen;
  if (first) return dig(around(chosen, ahead), first.ground, chosen, choice, readGround);
  if (selected.length > 0) return undefined;
  const { place } = choice;
  if (place) {
    const under = here.filter(isUnder);
    const [nearest] = under;
    if (!nearest) return undefined;
    const at =
      'ring' in place
        ? around([{ ...nearest, box: boxOf([place.ring]) as ClaimShape['box'] }], ahead)
        : { x: place.x, y: place.y, halfWidth: 2 * LEAST, halfHeight: 2 * LEAST };
    return dig(at, nearest.ground, under, choice, readGround);
  }
  const middle = ahead();
  if (!middle || choice.highNap > middle.nap + OVER) return undefined;
  const half = clamp(SHARE * middle.range, LEAST, MOST);
  return dig({ x: middle.x, y: middle.y, halfWidth: half, halfHeight: half }, middle.nap, shown, choice, readGround);
}
