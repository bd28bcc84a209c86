/** The ground surfaces of all files in one set of shared arrays, so that every thread draws from the same memory. */
import Flatbush from 'flatbush';
import { type GeoFeature, listPolygons, type Ring } from '../../model/geojson.ts';
import { InputError } from '../../model/input-error.ts';
import { readGeoJson } from '../geojson.ts';
import { groundClasses, groundKind } from './ground-class.ts';
import { listJoints } from './joints.ts';
import { type Box, createMapFrame, createRdToFrame, type MapFrame } from './map-frame.ts';

/**
 * Polygons in local metres (see map-frame). Polygon p has rings `polygons[p]` to `polygons[p + 1]`; ring r has vertices
 * `rings[r]` to `rings[r + 1]`; vertex v stands at `vertices[2 v]`, `vertices[2 v + 1]`, closing vertex left out. Outer rings turn one
 * way and holes the other, so that adjoining polygons of one class can be filled as one shape by non-zero winding.
 */
export interface Ground {
  readonly frame: MapFrame;
  readonly vertices: Float32Array;
  readonly rings: Uint32Array;
  readonly polygons: Uint32Array;
  /** Index into `groundClasses`, per polygon. */
  readonly classes: Uint8Array;
  /** Relative height, per polygon. */
  readonly levels: Int8Array;
  /** Per vertex: 1 where the edge to the ring's next vertex lies between two polygons of water on one level. */
  readonly joints: Uint8Array;
  /** Flatbush over the polygons' boxes. */
  readonly index: ArrayBufferLike;
}

export interface GroundRead {
  readonly ground: Ground;
  /** RD box of all polygons. */
  readonly box: Box;
  readonly polygonCount: number;
  /** Attributes that no class is known for, with how many features carry them. */
  readonly unknown: Readonly<Record<string, number>>;
}

interface Piece {
  readonly rings: Ring[];
  readonly value: number;
  readonly level: number;
  readonly where: string;
}

/** Metres. */
const LONGEST_SIDE = 400;

const share = <T extends Uint8Array | Int8Array | Uint32Array | Float32Array>(
  make: new (buffer: SharedArrayBuffer) => T,
  bytes: number,
) => new make(new SharedArrayBuffer(bytes));

/** Twice the signed area of a flat ring. */
function signedArea(ring: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from, j = to - 1; i < to; j = i++) {
    sum +=
      (ring[2 * j] as number) * (ring[2 * i + 1] as number) - (ring[2 * i] as number) * (ring[2 * j + 1] as number);
  }
  return sum;
}

function listPieces(features: readonly GeoFeature[], unknown: Record<string, number>): Piece[] {
  return features.flatMap((feature) => {
    const kind = groundKind(feature);
    if (kind.unknown) unknown[kind.unknown] = (unknown[kind.unknown] ?? 0) + 1;
    const value = groundClasses.indexOf(kind.value);
    return listPolygons(feature).map((rings) => ({ rings, value, level: kind.level, where: feature.where }));
  });
}

/** RD New within which both heights and positions are known; the polygon of RD itself is smaller. */
const place: Box = [-60e3, 290e3, 310e3, 670e3];

function checkPlace(ring: Ring, where: string): void {
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] as number, ring[i + 1] as number];
    if (x >= place[0] && x <= place[2] && y >= place[1] && y <= place[3]) continue;
    throw new InputError(`${where}: position ${x}, ${y} (RD New) lies outside the Netherlands.`);
  }
}

function boxOf(pieces: readonly Piece[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { rings } of pieces) {
    const outer = rings[0] ?? [];
    for (let i = 0; i < outer.length; i += 2) {
      west = Math.min(west, outer[i] as number);
      east = Math.max(east, outer[i] as number);
      south = Math.min(south, outer[i + 1] as number);
      north = Math.max(north, outer[i + 1] as number);
    }
  }
  return [west, south, east, north];
}

/** Turns the vertices from..to round when they turn the wrong way. */
function orient(vertices: Float32Array, from: number, to: number, positive: boolean): void {
  if (signedArea(vertices, from, to) > 0 === positive) return;
  for (let i = from, j = to - 1; i < j; i++, j--) {
    for (const axis of [0, 1]) {
      const kept = vertices[2 * i + axis] as number;
      vertices[2 * i + axis] = vertices[2 * j + axis] as number;
      vertices[2 * j + axis] = kept;
    }
  }
}

/** Marks the sides that lie against or over other water of the same level: they are no bank. */
function markJoints(ground: Omit<Ground, 'index' | 'frame'>): void {
  const { vertices, rings, polygons, classes, levels, joints } = ground;
  const byLevel = new Map<number, { from: number[]; to: number[]; polygon: number[] }>();
  for (let p = 0; p + 1 < polygons.length; p++) {
    if (groundClasses[classes[p] as number] !== 'water') continue;
    const level = levels[p] as number;
    const sides = byLevel.get(level) ?? { from: [], to: [], polygon: [] };
    byLevel.set(level, sides);
    for (let r = polygons[p] as number; r < (polygons[p + 1] as number); r++) {
      const [first, end] = [rings[r] as number, rings[r + 1] as number];
      for (let v = first; v < end; v++) {
        sides.from.push(v);
        sides.polygon.push(p);
        sides.to.push(v + 1 < end ? v + 1 : first);
      }
    }
  }
  for (const sides of byLevel.values()) {
    listJoints({ vertices, ...sides }).forEach((joint, side) => {
      if (joint) joints[sides.from[side] as number] = 1;
    });
  }
}

/**
 * The ring with long sides cut into pieces: straight in RD is bent in Web Mercator, by 20 cm in 3 km, and neighbours whose corners
 * differ would part.
 */
function withShortSides(ring: Ring): Ring {
  const short: Ring = [];
  for (let i = 0; i + 2 < ring.length; i += 2) {
    const [x, y] = [ring[i] as number, ring[i + 1] as number];
    const [dx, dy] = [(ring[i + 2] as number) - x, (ring[i + 3] as number) - y];
    // A hair more than the limit is rounding of the source's coordinates, not a longer side.
    const count = Math.max(1, Math.ceil(Math.hypot(dx, dy) / LONGEST_SIDE - 1e-3));
    for (let part = 0; part < count; part++) short.push(x + (part / count) * dx, y + (part / count) * dy);
  }
  short.push(ring.at(-2) as number, ring.at(-1) as number);
  return short;
}

/** Reads and packs ground files. Throws {@link InputError} naming file and feature. */
export async function readGround(files: readonly string[]): Promise<GroundRead> {
  const unknown: Record<string, number> = {};
  const pieces: Piece[] = [];
  for (const file of files) for (const piece of listPieces(await readGeoJson(file), unknown)) pieces.push(piece);
  if (pieces.length === 0) throw new InputError(`${files.join(', ')}: no ground surface (Polygon or MultiPolygon).`);
  const box = boxOf(pieces);
  // A ring has three corners and its first point again; without its outer ring a polygon is nothing.
  const usable = pieces
    .filter(({ rings }) => (rings[0]?.length ?? 0) >= 8)
    .flatMap((piece) =>
      piece.rings.flatMap((ring, r) =>
        ring.length >= 8 ? [{ ...piece, ring: withShortSides(ring), outer: r === 0 }] : [],
      ),
    );
  const vertexCount = usable.reduce((sum, { ring }) => sum + ring.length / 2 - 1, 0);
  const polygonCount = usable.filter(({ outer }) => outer).length;
  for (const { ring, where } of usable) checkPlace(ring, where);
  const frame = createMapFrame(box);
  const toFrame = createRdToFrame(frame);
  const packed = {
    frame,
    vertices: share(Float32Array, vertexCount * 8),
    rings: share(Uint32Array, (usable.length + 1) * 4),
    polygons: share(Uint32Array, (polygonCount + 1) * 4),
    classes: share(Uint8Array, polygonCount),
    levels: share(Int8Array, polygonCount),
    joints: share(Uint8Array, vertexCount),
  };
  const index = new Flatbush(polygonCount, 16, Float32Array, SharedArrayBuffer);
  let polygon = -1;
  let vertex = 0;
  usable.forEach(({ ring, outer, value, level }, r) => {
    const from = vertex;
    for (let i = 0; i + 2 < ring.length; i += 2, vertex++) {
      toFrame(ring[i] as number, ring[i + 1] as number, packed.vertices, 2 * vertex);
    }
    packed.rings[r] = from;
    packed.rings[r + 1] = vertex;
    orient(packed.vertices, from, vertex, outer);
    if (!outer) return;
    polygon++;
    packed.polygons[polygon] = r;
    packed.classes[polygon] = value;
    packed.levels[polygon] = Math.max(-9, Math.min(9, level));
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let v = from; v < vertex; v++) {
      const [x, y] = [packed.vertices[2 * v] as number, packed.vertices[2 * v + 1] as number];
      [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    }
    index.add(west, south, east, north);
  });
  packed.polygons[polygonCount] = usable.length;
  markJoints(packed);
  index.finish();
  return { ground: { ...packed, index: index.data }, box, polygonCount, unknown };
}
