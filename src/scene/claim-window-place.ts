/** Where the ground is opened: around what is selected or asked for and lies under it, or, where only the underground is looked at, ahead. */
import type { ClaimChoice } from '../model/claim-choice.ts';
import type { ClaimShape } from '../model/claim-shape.ts';
import type { GroundWindow } from './claim-sheet.ts';

export interface Looking {
  readonly choice: Pick<ClaimChoice, 'lowNap' | 'highNap' | 'place'>;
  readonly shown: readonly ClaimShape[];
  readonly selected: readonly ClaimShape[];
  /** At the place where one asked. */
  readonly here: readonly ClaimShape[];
}

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
const [MARGIN, LEAST, MOST] = [6, 14, 160];
/** Metres from floor to what is lowest, and the depth at least. */
const [BELOW, SHALLOWEST] = [0.4, 2];
/** Of the distance to the middle of the picture. */
const SHARE = 0.26;

const isUnder = ({ lower, ground, isFlat }: ClaimShape) => !isFlat && lower < ground - UNDER;
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

function meets({ box: [west, south, east, north] }: ClaimShape, at: Omit<GroundWindow, 'ground' | 'floor'>): boolean {
  return (
    west < at.x + at.halfWidth &&
    east > at.x - at.halfWidth &&
    south < at.y + at.halfHeight &&
    north > at.y - at.halfHeight
  );
}

/** Under what is lowest of what lies in it, but not under the slider. */
function withFloor(
  at: Omit<GroundWindow, 'ground' | 'floor'>,
  ground: number,
  shapes: readonly ClaimShape[],
  { lowNap, highNap }: Looking['choice'],
): GroundWindow {
  let lowest = ground - SHALLOWEST;
  for (const shape of shapes) if (isUnder(shape) && meets(shape, at)) lowest = Math.min(lowest, shape.lower);
  return { ...at, ground, floor: Math.max(lowest, Math.min(lowNap, highNap, ground - SHALLOWEST)) - BELOW };
}

/** A long pipe is opened in the part of it that is looked at. */
function around(shapes: readonly ClaimShape[], ahead: () => Ahead | undefined) {
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
export function placeWindow(looking: Looking, ahead: () => Ahead | undefined): GroundWindow | undefined {
  const { choice, shown, selected, here } = looking;
  const chosen = selected.filter(isUnder);
  if (chosen.length > 0) return withFloor(around(chosen, ahead), (chosen[0] as ClaimShape).ground, chosen, choice);
  if (selected.length > 0) return undefined;
  const { place } = choice;
  const under = here.filter(isUnder);
  const first = under[0];
  if (place && first) {
    const at =
      'ring' in place
        ? around([{ ...first, box: ringBox(place.ring) }], ahead)
        : { x: place.x, y: place.y, halfWidth: 2 * LEAST, halfHeight: 2 * LEAST };
    return withFloor(at, first.ground, under, choice);
  }
  if (place) return undefined;
  const middle = ahead();
  if (!middle || choice.highNap > middle.nap + UNDER) return undefined;
  const half = clamp(SHARE * middle.range, LEAST, MOST);
  const at = { x: middle.x, y: middle.y, halfWidth: half, halfHeight: half };
  return withFloor(at, middle.nap, shown, choice);
}

function ringBox(ring: readonly number[]): [number, number, number, number] {
  const xs = ring.filter((_, i) => i % 2 === 0);
  const ys = ring.filter((_, i) => i % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
