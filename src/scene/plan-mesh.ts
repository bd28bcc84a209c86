/** From a plan model to what the graphics card draws: flat triangles with colour and, on walls, the place on the wall. */
import { type GroundPiece, groundSurfaces, type PlanSolid, planParts } from '../model/plan-model.ts';
import { measureWall, ON_GROUND, packWidth } from '../model/wall-frame.ts';
import { facades, hashText } from './building-paint.ts';
import type { VertexAttributes } from './glb.ts';

/** Steps of a metre in which the façade shader counts, as in our tiles. */
export const STEPS = 128;

const WALL = planParts.indexOf('wall');

export type Vec3 = readonly [number, number, number];

/** Three corners in the plan's frame, and the unit normal. */
function readTriangle(positions: readonly number[], indices: readonly number[], triangle: number) {
  const corners = [0, 1, 2].map((k): Vec3 => {
    const at = (indices[triangle * 3 + k] as number) * 3;
    return [positions[at] as number, positions[at + 1] as number, positions[at + 2] as number];
  }) as [Vec3, Vec3, Vec3];
  const [a, b, c] = corners;
  const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const;
  const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const;
  const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const;
  const length = Math.hypot(...cross) || 1;
  return { corners, normal: cross.map((part) => part / length) as unknown as Vec3 };
}

/** Growing lists of one mesh; y is up and z is south in them, as glTF has it. */
export function createMesh() {
  const position: number[] = [];
  const normal: number[] = [];
  const color: number[] = [];
  const levels: number[] = [];
  const along: number[] = [];
  return {
    add([x, y, z]: Vec3, [nx, ny, nz]: Vec3, rgba: readonly number[], wall: readonly [number, number, number, number]) {
      position.push(x * STEPS, z * STEPS, -y * STEPS);
      normal.push(nx, nz, -ny);
      color.push(...rgba);
      levels.push(wall[0], wall[1]);
      along.push(wall[2], wall[3]);
    },
    finish: (): VertexAttributes => ({
      POSITION: { size: 3, values: Float32Array.from(position) },
      NORMAL: { size: 3, values: Float32Array.from(normal) },
      COLOR_0: { size: 4, values: Float32Array.from(color) },
      TEXCOORD_0: { size: 2, values: Float32Array.from(levels) },
      TEXCOORD_1: { size: 2, values: Float32Array.from(along) },
    }),
  };
}

export const NO_WALL = [0, 0, 0, 0] as const;

/** Walls of homes have windows, those of shops and offices glass; the shader reads the kind in sixteenths. */
function facadeOf({ use }: PlanSolid): number {
  if (use === undefined || /won|woon|apparte/i.test(use)) return facades.homes;
  return /schuur|berging|garage|brug|deur|steiger/i.test(use) ? facades.plain : facades.glass;
}

/** Linear colours of what is no building, by what it is for: timber in water, steel gates; all else has a building's own. */
const workTints: readonly (readonly [RegExp, Vec3])[] = [
  [/deur/i, [0.08, 0.13, 0.13]],
  [/steiger|remming/i, [0.2, 0.13, 0.08]],
  [/brugdek/i, [0.42, 0.33, 0.24]],
];

/** Triangles of walls that lie in one plane belong to one façade. */
function groupWalls(solid: PlanSolid): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [triangle, part] of solid.parts.entries()) {
    if (part !== WALL) continue;
    const { corners, normal } = readTriangle(solid.positions, solid.indices, triangle);
    const offset = normal[0] * corners[0][0] + normal[1] * corners[0][1];
    const key = [normal[0] * 40, normal[1] * 40, offset * 10].map(Math.round).join();
    const group = groups.get(key);
    if (group) group.push(triangle);
    else groups.set(key, [triangle]);
  }
  return groups;
}

/** `wallTints` and `roofTints` are linear colours; each building keeps its own. `numberOf` tells its vertices whose they are. */
export function meshSolids(
  solids: readonly PlanSolid[],
  wallTints: readonly Vec3[],
  roofTints: readonly Vec3[],
  numberOf: (solid: PlanSolid) => number,
): VertexAttributes {
  const mesh = createMesh();
  const numbers: number[] = [];
  for (const solid of solids) {
    const hash = hashText(solid.id);
    const kind = facadeOf(solid) / 16;
    const work = workTints.find(([uses]) => uses.test(solid.use ?? ''))?.[1];
    const wall = [...(work ?? (wallTints[hash % wallTints.length] as Vec3)), kind];
    const roof = [...(work ?? (roofTints[(hash >>> 8) % roofTints.length] as Vec3)), kind];
    let foot = Number.POSITIVE_INFINITY;
    for (let i = 2; i < solid.positions.length; i += 3) foot = Math.min(foot, solid.positions[i] as number);
    for (const triangles of groupWalls(solid).values()) {
      const read = triangles.map((triangle) => readTriangle(solid.positions, solid.indices, triangle));
      const points = Float64Array.from(read.flatMap(({ corners }) => corners.flat()));
      const normal = read[0]?.normal ?? [0, 0, 1];
      const frame = measureWall(points, 0, points.length / 3, [...normal]);
      const width = packWidth(Math.round(frame.width * STEPS), frame.low < foot + ON_GROUND);
      for (const [t, { corners }] of read.entries()) {
        for (const [k, corner] of corners.entries()) {
          const place = frame.along(points, t * 3 + k);
          mesh.add(corner, normal, wall, [frame.low * STEPS, frame.eaves * STEPS, place * STEPS, width]);
        }
      }
    }
    for (const [triangle, part] of solid.parts.entries()) {
      if (part === WALL) continue;
      const { corners, normal } = readTriangle(solid.positions, solid.indices, triangle);
      for (const corner of corners) mesh.add(corner, normal, roof, NO_WALL);
    }
    const number = numberOf(solid);
    for (let i = 0; i < solid.parts.length * 3; i++) numbers.push(number);
  }
  return { ...mesh.finish(), _SOLID: { size: 1, values: Float32Array.from(numbers) } };
}

/** The code of what is cut, beyond those of the surfaces. */
export const CUT_CODE = 15;

/** Metres NAP of the cut's upper edge at each place: where today's ground lies. */
function topsOf({ positions }: GroundPiece): Map<string, number> {
  const tops = new Map<string, number>();
  for (let i = 0; i < positions.length; i += 3) {
    const place = `${positions[i]} ${positions[i + 1]}`;
    tops.set(place, Math.max(tops.get(place) ?? Number.NEGATIVE_INFINITY, positions[i + 2] as number));
  }
  return tops;
}

/**
 * Ground pieces carry their surface as the colour's fourth part, in sixteenths; the shader has the palette. What is cut carries
 * metres under today's ground and metres NAP as well.
 */
export function meshGround(pieces: readonly GroundPiece[], originNap: number): VertexAttributes {
  const mesh = createMesh();
  for (const piece of pieces) {
    const tops = piece.isCut ? topsOf(piece) : undefined;
    const code = [0, 0, 0, (tops ? CUT_CODE : groundSurfaces.indexOf(piece.surface)) / 16];
    for (let triangle = 0; triangle < piece.indices.length / 3; triangle++) {
      const { corners, normal } = readTriangle(piece.positions, piece.indices, triangle);
      for (const corner of corners) {
        const [x, y, z] = corner;
        const depth = (tops?.get(`${x} ${y}`) ?? z) - z;
        mesh.add(corner, normal, code, tops ? [depth, z + originNap, 0, 0] : NO_WALL);
      }
    }
  }
  return mesh.finish();
}
