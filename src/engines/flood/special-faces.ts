/**
 * Sides of cells where more happens than bed and water tell: kerbs, walls and gaps that the grid would lose, and borders that
 * are not closed. Few, so each is kept by itself, by row, and computed one by one between the plain faces of its row.
 *
 * A crest raises the sill between two cells. A gap of a part of the side flows as that many metres of open side would. What
 * passes a crest or a gap is at most critical, (2/3)^(3/2) √g H^(3/2) per metre. Beyond an open border lies the same depth on a bed that goes
 * on falling as between the last two cells, at least 1 : 1000; beyond a border with a level lies that level.
 */
import type { Border, FloodInput } from '../../model/flood.ts';
import { CHUNK, CLOSED, type FloodGrid, padCell } from './layout.ts';

export const FACE = { eastward: 0, northward: 1, west: 2, east: 3, south: 4, north: 5 } as const;
/** Added to a border's kind where it is open; without it the border has a level. */
export const OPEN_BORDER = 8;
const LEAST_OPEN_SLOPE = 1e-3;

/** Sorted by row, then by kind; `rowStart[r]` to `rowStart[r + 1]` are the faces stored in padded row `r`. */
export interface SpecialFaces {
  readonly rowStart: Int32Array;
  /** Padded index of the face: that of the cell west or south of it. */
  readonly at: Int32Array;
  readonly kind: Int32Array;
  /** Crest or level above the datum; for an open border how much lower the bed beyond is, m. */
  readonly sill: Float32Array;
  readonly openness: Float32Array;
  /** Deepest that water of a border with a level stands over the bed there, m. */
  readonly deepest: number;
}

interface Face {
  readonly at: number;
  readonly kind: number;
  readonly sill: number;
  readonly openness: number;
}

/** One face may be named twice, by a kerb and a wall: the higher crest and the narrower gap hold. */
function listInner(input: FloodInput, grid: FloodGrid): Face[] {
  const faces = new Map<string, Face>();
  for (const { cell, axis, crest, openness } of input.faces ?? []) {
    const key = `${axis}${cell}`;
    const before = faces.get(key);
    const sill = crest === undefined ? -CLOSED : Math.min(CLOSED, Math.max(-CLOSED, crest - grid.datum));
    faces.set(key, {
      at: padCell(grid, cell),
      kind: axis === 'x' ? FACE.eastward : FACE.northward,
      sill: Math.max(sill, before?.sill ?? -CLOSED),
      openness: Math.min(openness ?? 1, before?.openness ?? 1),
    });
  }
  return [...faces.values()];
}

/** How many faces, the first inner cell, the step to the next inner cell along the border, and to the cell behind it. */
function borderGeometry(side: keyof FloodInput['borders'], { width, height, stride }: FloodGrid) {
  const first = stride + 1;
  if (side === 'west') return { count: height, inner: first, along: stride, behind: 1, face: -1 };
  if (side === 'east') return { count: height, inner: first + width - 1, along: stride, behind: -1, face: 0 };
  if (side === 'south') return { count: width, inner: first, along: 1, behind: stride, face: -stride };
  return { count: width, inner: first + stride * (height - 1), along: 1, behind: -stride, face: 0 };
}

function listBorder(input: FloodInput, side: keyof FloodInput['borders'], grid: FloodGrid): Face[] {
  const border: Border = input.borders[side];
  if (border === 'closed') return [];
  const { count, inner, along, behind, face } = borderGeometry(side, grid);
  // A lake goes on beyond the grid: over an open border it would run out.
  const held = new Set(input.basins?.flatMap(({ cells }) => cells.map((cell) => padCell(grid, cell))));
  const faces: Face[] = [];
  for (let i = 0; i < count; i++) {
    const cell = inner + i * along;
    if (grid.bed[cell] === CLOSED || held.has(cell)) continue;
    if (border !== 'open') {
      faces.push({ at: cell + face, kind: FACE[side], sill: border - grid.datum, openness: 1 });
      continue;
    }
    const inland = grid.bed[cell + behind];
    const fall = inland === CLOSED ? 0 : inland - grid.bed[cell];
    const sill = Math.max(fall, LEAST_OPEN_SLOPE * grid.cellSize);
    faces.push({ at: cell + face, kind: FACE[side] + OPEN_BORDER, sill, openness: 1 });
  }
  return faces;
}

export const borderSides = ['west', 'east', 'south', 'north'] as const;

/** Marks as always active where water may come in from outside. */
export function createSpecialFaces(input: FloodInput, grid: FloodGrid): SpecialFaces {
  const rowOf = ({ at }: Face) => Math.floor(at / grid.stride);
  const faces = [...listInner(input, grid), ...borderSides.flatMap((side) => listBorder(input, side, grid))].sort(
    (a, b) => rowOf(a) - rowOf(b) || a.kind - b.kind || a.at - b.at,
  );
  const rowStart = new Int32Array(grid.rows + 1);
  for (const { at } of faces) rowStart[Math.floor(at / grid.stride) + 1]++;
  for (let row = 0; row < grid.rows; row++) rowStart[row + 1] += rowStart[row];
  let deepest = 0;
  for (const { at, kind, sill } of faces) {
    if (kind < FACE.west || kind >= OPEN_BORDER) continue;
    const cell = kind === FACE.west ? at + 1 : kind === FACE.south ? at + grid.stride : at;
    deepest = Math.max(deepest, sill - grid.bed[cell]);
    const row = Math.floor(cell / grid.stride);
    if (sill > grid.bed[cell]) grid.flags[row * grid.chunks + Math.floor((cell % grid.stride) / CHUNK)] |= 4;
  }
  return {
    rowStart,
    at: Int32Array.from(faces, (face) => face.at),
    kind: Int32Array.from(faces, (face) => face.kind),
    sill: Float32Array.from(faces, (face) => face.sill),
    openness: Float32Array.from(faces, (face) => face.openness),
    deepest,
  };
}
