/** Semantic types of surfaces: the codes in the tiles, their names, and which of three materials draws them. */

export const surfaceKinds = [
  'RoofSurface',
  'WallSurface',
  'GroundSurface',
  'ClosureSurface',
  'OuterCeilingSurface',
  'OuterFloorSurface',
  'Window',
  'Door',
  'Other',
] as const;

export const KIND_ROOF = 0;
export const KIND_WALL = 1;
export const KIND_GROUND = 2;
const KIND_OTHER = surfaceKinds.indexOf('Other');

export const materials = ['roof', 'wall', 'ground'] as const;
/** Index into {@link materials} per kind: floors that look up are roofs, what hangs over is wall. */
const materialOfKind = [0, 1, 2, 1, 1, 0, 1, 1, 2] as const;

export const kindToMaterial = (kind: number): number => materialOfKind[kind] as number;

const codes = new Map<string, number>(surfaceKinds.map((name, code) => [name, code]));

/** The code of a semantic type; undefined where the file says nothing, so that {@link guessKind} decides. */
export function parseKind(type: string | undefined): number | undefined {
  return type === undefined ? undefined : (codes.get(type) ?? KIND_OTHER);
}

/** By the direction of the surface: steeper than 75° is wall. */
export function guessKind(nz: number): number {
  if (nz > 0.26) return KIND_ROOF;
  return nz < -0.26 ? KIND_GROUND : KIND_WALL;
}
