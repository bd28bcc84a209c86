/** What helps while drawing: corners to drag, lines and lengths, as plain data in RD New and NAP. */

import type { DrawState } from '../model/draw-state.ts';
import { findFootprintProblem, findPlaced, findVolume, outlineOf, zeroOf } from '../model/drawing.ts';
import { cornerOf, listCorners, type Place } from '../model/outline.ts';
import { type Ring, ringCentre } from '../model/plan-ring.ts';
import type { Prism } from '../model/sight-line.ts';
import { seenDrawing } from '../store/drawing.ts';
import type { RdPlace } from './frames.ts';

export interface Handle {
  readonly kind: 'corner' | 'between' | 'turn';
  /** Of the corner, or of the corner before. */
  readonly index: number;
  readonly at: RdPlace;
}

export interface Marks {
  readonly lines: readonly { readonly points: readonly RdPlace[]; readonly isFaint: boolean }[];
  readonly handles: readonly Handle[];
  /** Metres, to be written at a place. */
  readonly lengths: readonly { readonly at: RdPlace; readonly metres: number }[];
  /** To be written at a place as they are. */
  readonly names?: readonly { readonly at: RdPlace; readonly text: string }[];
}

export const noMarks: Marks = { lines: [], handles: [], lengths: [] };

/** Metres above the ground, clear of its bumps. */
const LIFT = 0.3;
/** With more corners than this lengths and upright edges would hide the picture. */
const MAXIMUM_LENGTHS = 16;
/** Metres between an outline and the handle that turns it, at least and as part of its size. */
const TURN_GAP = 4;

const distance = ([ax, ay]: Place, [bx, by]: Place) => Math.hypot(bx - ax, by - ay);

/** Everything drawn as prisms between m NAP: what a click can hit. */
export function listPrisms(state: DrawState): Prism[] {
  const drawing = seenDrawing(state);
  const volumes = drawing.volumes.map((volume): Prism => {
    const zero = zeroOf(drawing, volume, state.grounds[volume.id]);
    return { id: volume.id, ring: volume.footprint[0] ?? [], lower: zero + volume.lower, upper: zero + volume.upper };
  });
  const placed = drawing.placed.map(({ id, nap, scale, box }): Prism => {
    const ring = outlineOf(drawing, id) ?? [];
    return { id, ring, lower: nap + box.bottom * scale, upper: nap + box.top * scale };
  });
  return [...volumes, ...placed];
}

function listLengths(ring: Ring, isClosed: boolean, raise: (place: Place) => RdPlace): Marks['lengths'] {
  const corners = listCorners(ring);
  const sides = isClosed ? corners.length : corners.length - 1;
  if (sides > MAXIMUM_LENGTHS) return [];
  return Array.from({ length: Math.max(sides, 0) }, (_, i) => {
    const [a, b] = [cornerOf(ring, i), cornerOf(ring, i + 1)];
    return { at: raise([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]), metres: distance(a, b) };
  });
}

/** North of the outline, clear of it. */
function turnPlaceOf(ring: Ring): Place {
  const [x] = ringCentre(ring);
  const north = Math.max(...listCorners(ring).map((corner) => corner[1]));
  return [x, north + TURN_GAP];
}

/** The footprint that is being drawn, up to where the pointer is. */
function markPending(pending: Ring, pointer: Place | undefined, raise: (place: Place) => RdPlace): Marks {
  const ring = [...pending, ...(pending.length > 0 && pointer ? pointer : [])];
  const points = listCorners(ring).map(raise);
  const first = points[0];
  const closing = points.length > 2 && first ? [{ points: [points.at(-1) as RdPlace, first], isFaint: true }] : [];
  return {
    lines: points.length > 1 ? [{ points, isFaint: false }, ...closing] : [],
    handles: listCorners(pending).map((corner, index) => ({ kind: 'corner', index, at: raise(corner) })),
    lengths: listLengths(ring, false, raise),
  };
}

function markSelected(state: DrawState, id: string, ring: Ring, raise: (place: Place) => RdPlace): Marks {
  const drawing = seenDrawing(state);
  const corners = listCorners(ring);
  const ground = corners.map(raise);
  const prism = listPrisms(state).find((item) => item.id === id);
  const top = corners.map(([x, y]) => ({ x, y, nap: prism?.upper ?? 0 }));
  const uprights = corners.length > MAXIMUM_LENGTHS ? [] : ground.map((foot, i) => [foot, top[i]]);
  const close = (points: RdPlace[]) => [...points, points[0] as RdPlace];
  const isVolume = findVolume(drawing, id) !== undefined;
  const turn = turnPlaceOf(ring);
  const atTurn: Handle = { kind: 'turn', index: 0, at: raise(turn) };
  const middle = (i: number): Place => {
    const [a, b] = [cornerOf(ring, i), cornerOf(ring, i + 1)];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  };
  return {
    lines: [
      { points: close(ground), isFaint: false },
      { points: close(top), isFaint: true },
      ...uprights.map((points) => ({ points, isFaint: true })),
      ...(state.tool === 'turn' ? [{ points: [raise(ringCentre(ring)), atTurn.at], isFaint: true }] : []),
    ],
    handles:
      state.tool === 'turn'
        ? [atTurn]
        : isVolume && state.tool === 'none'
          ? [
              ...corners.map((corner, index): Handle => ({ kind: 'corner', index, at: raise(corner) })),
              ...corners.map((_, index): Handle => ({ kind: 'between', index, at: raise(middle(index)) })),
            ]
          : [],
    lengths: listLengths(ring, true, raise),
  };
}

/** `groundNap` tells the ground at a place, where it is known. */
export function marksOf(
  state: DrawState,
  pointer: Place | undefined,
  groundNap: (x: number, y: number) => number | undefined,
): Marks {
  const drawing = seenDrawing(state);
  const raise = ([x, y]: Place): RdPlace => ({ x, y, nap: (groundNap(x, y) ?? drawing.peilNap) + LIFT });
  if (state.tool === 'draw') return markPending(state.pending, pointer, raise);
  const { selected } = state;
  const ring = selected === undefined ? undefined : outlineOf(drawing, selected);
  // Typed coordinates may lie anywhere; the form says so.
  if (selected === undefined || !ring || findFootprintProblem(ring) === 'outside') return noMarks;
  const level = findPlaced(drawing, selected)?.nap;
  const raiseToLevel = level === undefined ? raise : ([x, y]: Place): RdPlace => ({ x, y, nap: level + LIFT });
  return markSelected(state, selected, ring, raiseToLevel);
}
