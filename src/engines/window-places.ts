/**
 * Where windows of a building can be at one height: in the middle of each free stretch of outer wall. The building's triangles are cut at
 * that height; pieces in one line that touch are one stretch.
 */
interface Stretch {
  /** The unit normal away from the building. */
  readonly nx: number;
  readonly ny: number;
  /** Metres of the line from the origin along the normal, and of both ends along the line. */
  readonly offset: number;
  from: number;
  until: number;
}

export interface WindowPlaceAt {
  /** In the axes of `positions`, {@link BEFORE_WALL} before the wall. */
  readonly x: number;
  readonly y: number;
  readonly nx: number;
  readonly ny: number;
  /** Metres of wall. */
  readonly width: number;
}

export const BEFORE_WALL = 0.1;
/** Stretches shorter than this hold no window. Metres. */
const SHORTEST = 0.9;
/** How far pieces may lie apart and still be one wall. Metres. */
const [OFF_LINE, GAP] = [0.12, 0.05];
/** cos 4° */
const SAME_WAY = 0.9976;
/** Triangles flatter than this are no wall. */
const UPRIGHT = 0.35;
/** Parts of a stretch at which a place is tried, the middle first. */
const TRIES = [0.5, 0.3, 0.7, 0.15, 0.85];

/** One piece of wall for each upright triangle that the height cuts. */
function slice(positions: ArrayLike<number>, zero: readonly number[], z: number): Stretch[] {
  const pieces: Stretch[] = [];
  for (let t = 0; t + 8 < positions.length; t += 9) {
    const p = (k: number) => (positions[t + k] as number) - (zero[k % 3] as number);
    const ends: number[] = [];
    for (let i = 0; i < 3; i++) {
      const [a, b] = [3 * i, 3 * ((i + 1) % 3)];
      const [za, zb] = [p(a + 2), p(b + 2)];
      if (za < z === zb < z) continue;
      const part = (z - za) / (zb - za);
      ends.push(p(a) + part * (p(b) - p(a)), p(a + 1) + part * (p(b + 1) - p(a + 1)));
    }
    if (ends.length !== 4) continue;
    const [ux, uy, uz] = [p(3) - p(0), p(4) - p(1), p(5) - p(2)];
    const [vx, vy, vz] = [p(6) - p(0), p(7) - p(1), p(8) - p(2)];
    const [cx, cy, cz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const flat = Math.hypot(cx, cy);
    if (flat === 0 || Math.abs(cz) > UPRIGHT * flat) continue;
    const [nx, ny] = [cx / flat, cy / flat];
    const along = (i: number) => -ny * (ends[i] as number) + nx * (ends[i + 1] as number);
    const [a, b] = [along(0), along(2)];
    const offset = nx * (ends[0] as number) + ny * (ends[1] as number);
    pieces.push({ nx, ny, offset, from: Math.min(a, b), until: Math.max(a, b) });
  }
  return pieces;
}

/** Pieces of one line that touch, as one. */
function join(pieces: readonly Stretch[]): Stretch[] {
  const walls: Stretch[][] = [];
  for (const piece of pieces) {
    const wall = walls.find(([first]) => {
      if (!first || first.nx * piece.nx + first.ny * piece.ny < SAME_WAY) return false;
      return Math.abs(first.offset - piece.offset) < OFF_LINE;
    });
    if (wall) wall.push(piece);
    else walls.push([piece]);
  }
  return walls.flatMap((wall) => {
    const joined: Stretch[] = [];
    for (const piece of wall.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last && piece.from <= last.until + GAP) last.until = Math.max(last.until, piece.until);
      else joined.push({ ...piece });
    }
    return joined;
  });
}

/** The longest first. `isFree` is asked of a place and its outward normal; a stretch without a free place is left out. */
export function listWindowPlaces(
  positions: ArrayLike<number>,
  z: number,
  isFree: (x: number, y: number, nx: number, ny: number) => boolean,
): WindowPlaceAt[] {
  // From a corner of the building: seen from the zero of RD a millimetre of tilt would move a wall by hundreds of metres.
  const zero = [positions[0] ?? 0, positions[1] ?? 0, 0] as const;
  return join(slice(positions, zero, z))
    .filter(({ from, until }) => until - from >= SHORTEST)
    .sort((a, b) => b.until - b.from - (a.until - a.from))
    .flatMap(({ nx, ny, offset, from, until }) => {
      for (const part of TRIES) {
        const along = from + part * (until - from);
        const out = offset + BEFORE_WALL;
        const [x, y] = [zero[0] + out * nx - along * ny, zero[1] + out * ny + along * nx];
        if (isFree(x, y, nx, ny)) return { x, y, nx, ny, width: until - from };
      }
      return [];
    });
}
