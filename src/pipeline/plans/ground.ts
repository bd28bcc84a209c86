/**
 * New ground as a mesh: every piece flat at its level, upright walls where levels differ, and along the outer border down (or
 * up) to today's ground, so that no gap is seen between them.
 */
import type { GroundPolygon } from '../../model/plan-geojson.ts';
import type { GroundPiece, groundSurfaces } from '../../model/plan-model.ts';
import { ringsArea } from '../../model/plan-ring.ts';
import { triangulateRings } from '../../model/triangulate-rings.ts';
import { type Border, listBorders } from './borders.ts';

/** Today's ground is sampled at least this often along the border, metres. */
const STEP = 2;
/** Walls at the border reach this far under today's ground, as that is drawn with errors. Metres. */
const UNDER = 0.5;
/** Smaller differences of level have no wall, metres. */
const LEVEL = 0.005;
/** From this height on a wall is a quay's, whatever lies above it. Metres. */
const QUAY = 0.6;

type Origin = readonly [number, number, number];
type Point = readonly [number, number];
export type HeightAt = (x: number, y: number) => number | undefined;

const toMillimetres = (value: number) => Math.round(value * 1000) / 1000 + 0;

function createMesh([x0, y0, z0]: Origin) {
  const positions: number[] = [];
  const indices: number[] = [];
  const known = new Map<string, number>();
  /** `face` keeps corners of faces in different directions apart. */
  const corner = (face: string, x: number, y: number, z: number) => {
    const place = [toMillimetres(x - x0), toMillimetres(y - y0), toMillimetres(z - z0)];
    const key = `${face} ${place.join(' ')}`;
    let index = known.get(key);
    if (index === undefined) {
      index = positions.length / 3;
      known.set(key, index);
      positions.push(...place);
    }
    indices.push(index);
  };
  return {
    positions,
    indices,
    triangle(face: string, a: readonly number[], b: readonly number[], c: readonly number[]) {
      for (const [x, y, z] of [a, b, c]) corner(face, x, y, z);
    },
  };
}

type Mesh = ReturnType<typeof createMesh>;

function topOf(piece: GroundPolygon, origin: Origin): GroundPiece {
  const { id, surface, phase, level, rings } = piece;
  const mesh = createMesh(origin);
  for (const [ax, ay, bx, by, cx, cy] of triangulateRings(rings))
    mesh.triangle('', [ax, ay, level], [bx, by, level], [cx, cy, level]);
  return {
    id,
    surface,
    ...(phase === undefined ? {} : { phase }),
    area: Math.round(ringsArea(rings) * 100) / 100,
    positions: mesh.positions,
    indices: mesh.indices,
  };
}

/** An upright wall from a to b, seen from its right; heights of foot and top at both ends. Nothing where it has no height. */
function addWall(mesh: Mesh, a: Point, b: Point, feet: Point, tops: Point) {
  if (tops[0] - feet[0] < LEVEL && tops[1] - feet[1] < LEVEL) return;
  const face = `${a.join(' ')} ${b.join(' ')}`;
  const [p, q] = [
    [a[0], a[1], feet[0]],
    [b[0], b[1], feet[1]],
  ];
  const [r, s] = [
    [b[0], b[1], Math.max(feet[1], tops[1])],
    [a[0], a[1], Math.max(feet[0], tops[0])],
  ];
  if (r[2] > q[2]) mesh.triangle(face, p, q, r);
  if (s[2] > p[2]) mesh.triangle(face, p, r, s);
}

/** The wall between a piece and today's ground, in steps: in `outside` where the piece is higher, in `cut` where it is lower. */
function addOuterWall(outside: Mesh, cut: Mesh, { piece: { level }, from, until }: Border, heightAt: HeightAt) {
  const count = Math.max(1, Math.ceil(Math.hypot(until[0] - from[0], until[1] - from[1]) / STEP));
  const at = (k: number): Point => [
    from[0] + ((until[0] - from[0]) * k) / count,
    from[1] + ((until[1] - from[1]) * k) / count,
  ];
  for (let k = 0; k < count; k++) {
    const [a, b] = [at(k), at(k + 1)];
    const [u, v] = [heightAt(...a) ?? level, heightAt(...b) ?? level];
    addWall(outside, a, b, [Math.min(u, level) - UNDER, Math.min(v, level) - UNDER], [level, level]);
    addWall(cut, b, a, [level, level], [v, u]);
  }
}

function surfaceOfWall({ piece, other }: Border): (typeof groundSurfaces)[number] {
  if (other?.surface === 'water' || piece.surface === 'water') return 'quay';
  return other && piece.level - other.level >= QUAY ? 'quay' : piece.surface;
}

type WallKind = Pick<GroundPiece, 'surface' | 'phase' | 'isCut'>;

/** One mesh for each surface and phase, and for what is cut in each phase, in the order in which they are asked for. */
function createWalls(origin: Origin) {
  const walls = new Map<string, { kind: WallKind; mesh: Mesh }>();
  return {
    meshOf(kind: WallKind): Mesh {
      const parts = [kind.isCut ? 'cut' : `walls-${kind.surface}`, ...(kind.phase === undefined ? [] : [kind.phase])];
      const id = parts.join('-');
      let wall = walls.get(id);
      if (!wall) {
        wall = { kind, mesh: createMesh(origin) };
        walls.set(id, wall);
      }
      return wall.mesh;
    },
    finish: (): GroundPiece[] =>
      [...walls].flatMap(([id, { kind, mesh }]) =>
        mesh.indices.length === 0 ? [] : [{ id, ...kind, area: 0, positions: mesh.positions, indices: mesh.indices }],
      ),
  };
}

/** Pieces as given, then the walls. */
export function makeGround(pieces: readonly GroundPolygon[], origin: Origin, heightAt: HeightAt): GroundPiece[] {
  const walls = createWalls(origin);
  for (const border of listBorders(pieces)) {
    const { piece, other, from, until } = border;
    if (other && other.level >= piece.level - LEVEL) continue;
    const phase = piece.phase === undefined ? {} : { phase: piece.phase };
    const mesh = walls.meshOf({ surface: surfaceOfWall(border), ...phase });
    if (other) addWall(mesh, from, until, [other.level, other.level], [piece.level, piece.level]);
    else addOuterWall(mesh, walls.meshOf({ surface: 'bare', isCut: true, ...phase }), border, heightAt);
  }
  return [...pieces.map((piece) => topOf(piece, origin)), ...walls.finish()];
}
