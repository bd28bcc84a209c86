/** Where one asks about claims as lines, corners and the name of what is pointed at, as plain data in RD New and NAP. */
import type { ClaimChoice } from '../model/claim-choice.ts';
import { listCorners, type Place } from '../model/outline.ts';
import type { Handle, Marks } from './draw-marks.ts';
import type { RdPlace } from './frames.ts';

/** Metres above the ground, clear of its bumps. */
const LIFT = 0.4;

export interface Asking {
  readonly place: ClaimChoice['place'];
  /** Of the area that is being drawn: flat x, y pairs. */
  readonly corners: readonly number[];
  /** Where the pointer is while an area is drawn. */
  readonly pointer: Place | undefined;
  readonly named: { readonly at: RdPlace; readonly text: string } | undefined;
}

/** `groundNap` tells the ground where it is known. */
export function claimMarks(
  { place, corners, pointer, named }: Asking,
  groundNap: (x: number, y: number) => number | undefined,
): Marks {
  const raise = (points: readonly number[]) =>
    listCorners([...points]).flatMap(([x, y]): RdPlace[] => {
      const nap = groundNap(x, y);
      return nap === undefined ? [] : [{ x, y, nap: nap + LIFT }];
    });
  const lines: { points: readonly RdPlace[]; isFaint: boolean }[] = [];
  const handles: Handle[] = [];
  if (corners.length > 0) {
    const drawn = raise(pointer ? [...corners, ...pointer] : corners);
    const [first, last] = [drawn[0], drawn.at(-1)];
    if (drawn.length > 1) lines.push({ points: drawn, isFaint: false });
    if (drawn.length > 2 && first && last) lines.push({ points: [last, first], isFaint: true });
    handles.push(...raise(corners).map((at, index): Handle => ({ kind: 'corner', index, at })));
  } else if (place && 'ring' in place) {
    const ring = raise(place.ring);
    const [first] = ring;
    if (first && ring.length > 2) lines.push({ points: [...ring, first], isFaint: false });
  } else if (place) {
    handles.push(...raise([place.x, place.y]).map((at): Handle => ({ kind: 'turn', index: 0, at })));
  }
  return { lines, handles, lengths: [], names: named ? [named] : [] };
}
