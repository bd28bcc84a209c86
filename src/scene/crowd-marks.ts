/** The chosen thing of an event as lines, corners and a handle that turns it, and what is being drawn; plain data in RD New and NAP. */
import { type Part, pointsOf } from '../model/event-edit.ts';
import { objectRing } from '../model/event-library.ts';
import { listCorners, type Place, turnPlace } from '../model/outline.ts';
import type { Handle, Marks } from './draw-marks.ts';
import type { RdPlace } from './frames.ts';

/** m over the ground, clear of its bumps. */
const LIFT = 0.12;
/** m from the end of an object to the handle that turns it. */
const TURN_GAP = 1.4;

export interface CrowdMarking {
  readonly part: Part | undefined;
  /** Flat x, y pairs of what is being drawn, and whether it becomes an area. */
  readonly pending: readonly number[];
  readonly isArea: boolean;
  readonly pointer: Place | undefined;
}

/** Where the handle lies: on from the object's far end. */
const turnHandleOf = ({
  x,
  y,
  length,
  turnDegrees,
}: {
  x: number;
  y: number;
  length: number;
  turnDegrees: number;
}): Place => turnPlace([x, y + length / 2 + TURN_GAP], turnDegrees, [x, y]);

export function crowdMarks(
  { part, pending, isArea, pointer }: CrowdMarking,
  nap: (x: number, y: number) => number | undefined,
): Marks {
  const raise = (points: readonly number[], up = LIFT) =>
    listCorners([...points]).flatMap(([x, y]): RdPlace[] => {
      const ground = nap(x, y);
      return ground === undefined ? [] : [{ x, y, nap: ground + up }];
    });
  const lines: { points: readonly RdPlace[]; isFaint: boolean }[] = [];
  const handles: Handle[] = [];
  const add = (points: readonly RdPlace[], isClosed: boolean, isFaint: boolean) => {
    const [first] = points;
    if (first && points.length > 1) lines.push({ points: isClosed ? [...points, first] : points, isFaint });
  };
  if (part?.what === 'object') {
    const ring = objectRing(part.item);
    // Its top stays level with what stands on the middle.
    const top = (nap(part.item.x, part.item.y) ?? 0) + part.item.height;
    const ground = raise(ring);
    const above = ground.map(({ x, y }) => ({ x, y, nap: top }));
    add(ground, true, false);
    add(above, true, true);
    for (const [i, foot] of ground.entries()) add([foot, above[i] as RdPlace], false, true);
    const [handle] = raise(turnHandleOf(part.item));
    const [middle] = raise([part.item.x, part.item.y]);
    if (handle && middle) {
      add([middle, handle], false, true);
      handles.push({ kind: 'turn', index: 0, at: handle });
    }
  } else if (part) {
    const corners = raise(pointsOf(part));
    add(corners, part.what === 'stop', false);
    handles.push(...corners.map((at, index): Handle => ({ kind: 'corner', index, at })));
  }
  if (pending.length > 0) {
    const corners = raise(pointer ? [...pending, ...pointer] : pending);
    add(corners, false, false);
    const [first, last] = [corners[0], corners.at(-1)];
    if (isArea && corners.length > 2 && first && last) add([last, first], false, true);
    handles.push(...raise(pending).map((at, index): Handle => ({ kind: 'corner', index, at })));
  }
  return { lines, handles, lengths: [] };
}
