/**
 * Buildings of a town in flat arrays that threads share, and the neighbourhoods in which their roofs are computed: a square of buildings
 * with everything around it that rises above its horizon, so that cost grows with the number of buildings and no faster.
 */
import type { RoofMesh } from './roof-planes.ts';

export interface TownBuildings {
  /** Row i is one building. Metres in RD and NAP, or in axes of the caller. */
  readonly count: number;
  /** x, y, z. */
  readonly origins: Float64Array;
  /** West, south, low, east, north, high. */
  readonly boxes: Float64Array;
  /** First triangle of each building, and the end of the last. */
  readonly starts: Uint32Array;
  /** Per triangle: nine numbers, metres from the origin of its building; number of its surface; code of `surfaceKinds`. */
  readonly positions: Float32Array;
  readonly surfaces: Uint32Array;
  readonly kinds: Uint8Array;
  /** 1: the file does not say what its surfaces are. */
  readonly guessed: Uint8Array;
  /** Height of the ground around it; NaN where it is not known. */
  readonly grounds: Float64Array;
  /** Degrees: latitude, and azimuth of the y axis. */
  readonly latitudes: Float64Array;
  readonly convergences: Float64Array;
}

/** Side of a neighbourhood, metres. */
const SIDE = 800;

type Numbers = Float32Array | Float64Array | Uint32Array | Uint8Array;

function share<T extends Numbers>(array: T, length: number): T {
  const Type = array.constructor as new (buffer: ArrayBufferLike) => T;
  const bytes = length * array.BYTES_PER_ELEMENT;
  const shared = new Type(
    typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes),
  );
  shared.set(array.subarray(0, length));
  return shared;
}

function grow<T extends Numbers>(array: T, needed: number): T {
  if (needed <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(needed, 2 * array.length));
  larger.set(array);
  return larger;
}

/** As the columns of {@link TownBuildings} have it. */
export interface BuildingPlace {
  readonly origin: readonly [number, number, number];
  readonly latitude: number;
  readonly convergence: number;
  readonly ground?: number | undefined;
}

export function createTownBuilder() {
  const origins: number[] = [];
  const boxes: number[] = [];
  const starts = [0];
  const guessed: number[] = [];
  const grounds: number[] = [];
  const latitudes: number[] = [];
  const convergences: number[] = [];
  let positions = new Float32Array(9 * 4096);
  let surfaces = new Uint32Array(4096);
  let kinds = new Uint8Array(4096);
  let triangles = 0;
  return {
    /** Metres from the origin of the place; copied. */
    add(mesh: RoofMesh, { origin, latitude, convergence, ground = Number.NaN }: BuildingPlace) {
      const more = mesh.surfaces.length;
      positions = grow(positions, 9 * (triangles + more));
      surfaces = grow(surfaces, triangles + more);
      kinds = grow(kinds, triangles + more);
      positions.set(mesh.positions, 9 * triangles);
      surfaces.set(mesh.surfaces, triangles);
      kinds.set(mesh.kinds, triangles);
      triangles += more;
      const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
      for (let at = 0; at < mesh.positions.length; at++) {
        const k = at % 3;
        const value = mesh.positions[at] + origin[k];
        if (value < box[k]) box[k] = value;
        if (value > box[3 + k]) box[3 + k] = value;
      }
      origins.push(...origin);
      boxes.push(...box);
      starts.push(triangles);
      guessed.push(mesh.isGuessed ? 1 : 0);
      grounds.push(ground);
      latitudes.push(latitude);
      convergences.push(convergence);
    },
    finish: (): TownBuildings => ({
      count: guessed.length,
      origins: share(Float64Array.from(origins), origins.length),
      boxes: share(Float64Array.from(boxes), boxes.length),
      starts: share(Uint32Array.from(starts), starts.length),
      positions: share(positions, 9 * triangles),
      surfaces: share(surfaces, triangles),
      kinds: share(kinds, triangles),
      guessed: share(Uint8Array.from(guessed), guessed.length),
      grounds: share(Float64Array.from(grounds), grounds.length),
      latitudes: share(Float64Array.from(latitudes), latitudes.length),
      convergences: share(Float64Array.from(convergences), convergences.length),
    }),
  };
}

export interface Neighbourhood {
  /** Rows of the buildings whose roofs are asked for. */
  readonly rows: readonly number[];
  /** Around those, west, south, east, north, and the height from which on roofs are. */
  readonly box: readonly [number, number, number, number];
  readonly low: number;
  readonly high: number;
}

/** Rows of buildings by squares. The largest first, so that threads end together. */
export function listNeighbourhoods({ count, boxes }: TownBuildings) {
  const squares = new Map<string, number[]>();
  for (let row = 0; row < count; row++) {
    const x = (boxes[6 * row] + boxes[6 * row + 3]) / 2;
    const y = (boxes[6 * row + 1] + boxes[6 * row + 4]) / 2;
    const key = `${Math.floor(x / SIDE)} ${Math.floor(y / SIDE)}`;
    const rows = squares.get(key);
    if (rows) rows.push(row);
    else squares.set(key, [row]);
  }
  return [...squares.values()].sort((a, b) => b.length - a.length).map((rows) => boundRows(boxes, rows));
}

/** Metres under the lowest ridge of a neighbourhood where its lowest roofs are taken to be. */
const BELOW_LOWEST = 3;

function boundRows(boxes: Float64Array, rows: readonly number[]): Neighbourhood {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  let [low, high] = [Infinity, -Infinity];
  for (const row of rows) {
    box[0] = Math.min(box[0], boxes[6 * row]);
    box[1] = Math.min(box[1], boxes[6 * row + 1]);
    box[2] = Math.max(box[2], boxes[6 * row + 3]);
    box[3] = Math.max(box[3], boxes[6 * row + 4]);
    low = Math.min(low, boxes[6 * row + 5]);
    high = Math.max(high, boxes[6 * row + 5]);
  }
  return { rows, box, low: low - BELOW_LOWEST, high };
}

const outside = (low: number, high: number, otherLow: number, otherHigh: number) =>
  Math.max(0, otherLow - high, low - otherHigh);

/** Whether what fills a box may stand above the horizon of a neighbourhood's roofs: its top at this tangent or more. */
export function mayShade(
  { box, low }: Neighbourhood,
  [west, south, east, north]: readonly number[],
  top: number,
  tangent: number,
): boolean {
  if (top <= low) return false;
  const distance = Math.hypot(outside(box[0], box[2], west, east), outside(box[1], box[3], south, north));
  return top - low >= tangent * distance;
}

/** Rows of other buildings that may shade a neighbourhood; whole neighbourhoods are left out at once. */
export function listShading(
  { boxes }: TownBuildings,
  neighbourhood: Neighbourhood,
  all: readonly Neighbourhood[],
  tangent: number,
): number[] {
  const rows: number[] = [];
  for (const other of all) {
    if (other === neighbourhood || !mayShade(neighbourhood, other.box, other.high, tangent)) continue;
    for (const row of other.rows) {
      const at = 6 * row;
      const box = [boxes[at], boxes[at + 1], boxes[at + 3], boxes[at + 4]];
      if (mayShade(neighbourhood, box, boxes[at + 5], tangent)) rows.push(row);
    }
  }
  return rows;
}
