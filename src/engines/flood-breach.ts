/**
 * A dike that gives way at a drawn place: what the flood engine needs for it, made of a flood's input, the dike's line and the lake.
 *
 * The lake is every cell that water at its level reaches from the dike's water side; it stands at that level, `depth` under its
 * surface (height models hold the surface), and is kept there by a basin some way from the gap and at the grid's edge: so that the
 * water speeds up towards the gap as it does in nature. The discharge follows from the full scheme and not from a weir's formula: a
 * formula needs a coefficient of discharge and knows no water that turns aside, nor the bed before and behind the gap.
 *
 * Over the widest that the gap may become, the body of the dike is taken away down to the lowest crest, and the dike stands as a
 * crest on the sides between cells on both sides of its line. The gap opens those (`flood/breaches.ts`). So what still stands of the
 * dike beside the gap has its crest, but not its slopes.
 */

import { cutLine, type DikePlace, findDikePlace } from '../model/dike-line.ts';
import type { Breach, BreachGrowth, BreachSide, FaceChange, FloodInput } from '../model/flood.ts';
import { InputError } from '../model/input-error.ts';
import { sideOf } from './barrier-flood.ts';
import { findLake } from './flood-breach/lake.ts';

/** m along the dike's normal, and cells more, within which its body is taken away; m between which the polder's water is read. */
const REACH = 40;
const MORE_CELLS = 2;
const INSIDE = [40, 140] as const;
/** m from the gap from which on the lake is held at its level. */
const FAR = 250;

interface LakeChoice {
  /** m NAP. */
  readonly level: number;
  /** m under the surface that the heights hold. 0: the heights are the lake's bed. */
  readonly depth: number;
  /** m² beyond the grid; absent: its level stays. */
  readonly area?: number;
}

export interface BreachChoice {
  /** RD metres; the nearest point of the line counts. */
  readonly x: number;
  readonly y: number;
  /** The dike's crest, flat x, y pairs, RD metres, the water to its left. */
  readonly line: readonly number[];
  readonly lake: LakeChoice;
  /** m NAP; absent: the highest of today's dike at the gap, and the middle of the ground behind it. */
  readonly crest?: number;
  readonly lowest?: number;
  readonly growth: Omit<BreachGrowth, 'crest' | 'lowest'>;
}

/** In the frame of the dike: m along it from the middle of the breach, and m to its water side. */
interface Spot {
  readonly cell: number;
  readonly x: number;
  readonly y: number;
  readonly along: number;
  readonly outward: number;
  /** Positive on the water's side of the line itself, which may bend. */
  readonly side: number;
}

function listSpots({ frame }: FloodInput, place: DikePlace, line: readonly number[], reach: number): Map<number, Spot> {
  const { west, south, cellSize, width, height } = frame;
  const spots = new Map<number, Spot>();
  const first = (from: number, low: number) => Math.max(0, Math.floor((from - reach - low) / cellSize));
  const last = (from: number, low: number, count: number) =>
    Math.min(count - 1, Math.floor((from + reach - low) / cellSize));
  for (let row = first(place.y, south); row <= last(place.y, south, height); row++) {
    for (let column = first(place.x, west); column <= last(place.x, west, width); column++) {
      const [x, y] = [west + (column + 0.5) * cellSize, south + (row + 0.5) * cellSize];
      const along = (x - place.x) * place.tangentX + (y - place.y) * place.tangentY;
      const outward = (y - place.y) * place.tangentX - (x - place.x) * place.tangentY;
      const cell = row * width + column;
      spots.set(cell, { cell, x, y, along, outward, side: sideOf(line, x, y) });
    }
  }
  return spots;
}

/** Sides of cells between both sides of the dike's line, within the widest gap. */
function listSides(spots: Map<number, Spot>, { frame }: FloodInput, place: DikePlace, widest: number): BreachSide[] {
  const reach = reachOf(frame.cellSize);
  const sides: BreachSide[] = [];
  for (const spot of spots.values()) {
    for (const axis of ['x', 'y'] as const) {
      const next = spots.get(spot.cell + (axis === 'x' ? 1 : frame.width));
      if (!next || spot.side > 0 === next.side > 0) continue;
      const middle = (spot.along + next.along) / 2;
      const half = (frame.cellSize * Math.abs(axis === 'x' ? place.tangentY : place.tangentX)) / 2;
      // Also beside the widest gap, where the body is taken away in part: those stay as they are.
      if (Math.abs(middle) - half >= widest / 2 + MORE_CELLS * frame.cellSize) continue;
      // A side within the reach of the gap, not of another bend of the dike.
      if (Math.abs(spot.outward) > reach && Math.abs(next.outward) > reach) continue;
      sides.push({ cell: spot.cell, axis, from: middle - half, until: middle + half, inward: next.side > 0 ? -1 : 1 });
    }
  }
  return sides;
}

const reachOf = (cellSize: number) => REACH + MORE_CELLS * cellSize;

const keyOf = ({ cell, axis }: { readonly cell: number; readonly axis: 'x' | 'y' }) => `${axis}${cell}`;

const middleOf = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Throws InputError where there is no dike, lake or polder at that place. */
export function buildBreach(input: FloodInput, choice: BreachChoice): FloodInput {
  const { frame } = input;
  const { lake, growth } = choice;
  const place = findDikePlace(choice.line, choice.x, choice.y, growth.widest);
  const reach = growth.widest / 2 + INSIDE[1];
  const spots = listSpots(input, place, cutLine(choice.line, place, reach * 2), reach);
  const sides = listSides(spots, input, place, growth.widest);
  if (sides.length === 0) throw new InputError('Breach: that place of the dike lies outside the heights.');
  const isOpen = (cell: number) => !input.closed?.[cell] && !Number.isNaN(input.bed[cell]);
  const inPolder = [...spots.values()].filter(
    ({ cell, side, outward }) => side < 0 && isOpen(cell) && -outward >= INSIDE[0] && -outward <= INSIDE[1],
  );
  if (inPolder.length === 0) throw new InputError('Breach: no ground is known behind the dike at that place.');
  const inside = inPolder.map(({ cell }) => cell);
  const lowest = choice.lowest ?? (middleOf(inside.map((cell) => input.bed[cell])) as number);

  const bed = Float64Array.from(input.bed);
  const initialDepth = Float32Array.from({ length: bed.length }, (_, cell) => input.initialDepth?.[cell] ?? 0);
  const isDike = new Set<number>();
  let top = Number.NEGATIVE_INFINITY;
  for (const { cell, along, outward } of spots.values()) {
    if (
      !isOpen(cell) ||
      Math.abs(along) > growth.widest / 2 + frame.cellSize * Math.SQRT1_2 ||
      Math.abs(outward) > reachOf(frame.cellSize)
    )
      continue;
    isDike.add(cell);
    top = Math.max(top, input.bed[cell]);
  }
  const nextOf = ({ cell, axis }: FaceChange) => cell + (axis === 'x' ? 1 : frame.width);
  const inner = (face: FaceChange) => isDike.has(face.cell) && isDike.has(nextOf(face));
  for (const face of input.faces ?? []) {
    if (inner(face) && Number.isFinite(face.crest)) top = Math.max(top, face.crest as number);
  }
  const crest = choice.crest ?? top;
  if (!(crest > lowest)) throw new InputError(`Breach: the crest (${crest.toFixed(2)} m NAP) is not above the lowest.`);

  const line = new Map(sides.map((side) => [keyOf(side), side]));
  const others = (input.faces ?? []).filter((face) => !inner(face) && !line.has(keyOf(face)));
  const { cells, held } = findLake(input, {
    level: lake.level,
    starts: [...spots.values()].filter(({ side, cell }) => side > 0 && isOpen(cell)).map(({ cell }) => cell),
    isBarred: (cell, axis) => line.has(keyOf({ cell, axis })),
    isPolder: new Set(inside),
    far: { x: place.x, y: place.y, distance: Math.max(FAR, 2 * growth.widest) },
  });
  const surface = middleOf(cells.map((cell) => bed[cell] + initialDepth[cell])) as number;
  for (const cell of isDike) {
    bed[cell] = Math.min(bed[cell], lowest);
    if ((spots.get(cell)?.side ?? 0) > 0) initialDepth[cell] = Math.max(0, lake.level - bed[cell]);
  }
  for (const cell of cells) {
    const own = input.bed[cell] + (input.initialDepth?.[cell] ?? 0);
    if (lake.depth > 0 && own <= surface + 0.1) bed[cell] = Math.min(bed[cell], surface - lake.depth);
    initialDepth[cell] = Math.max(0, lake.level - bed[cell]);
  }
  const outside = held.length > 0 ? held : cells;
  const breach: Breach = { id: 'breach', growth: { ...growth, crest, lowest }, sides, outside, inside };
  return {
    ...input,
    bed,
    initialDepth,
    faces: [...others, ...sides.map(({ cell, axis }) => ({ cell, axis, crest, openness: 1 }))],
    basins: [
      ...(input.basins ?? []),
      { id: 'lake', cells: outside, level: lake.level, ...(lake.area === undefined ? {} : { area: lake.area }) },
    ],
    breaches: [...(input.breaches ?? []), breach],
    scheme: 'full',
  };
}
