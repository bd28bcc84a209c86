import { describe, expect, it } from 'vitest';
import { buildBvh } from '../../../src/engines/bvh.ts';
import { findRoofPlanes, type RoofMesh } from '../../../src/engines/solar/roof-planes.ts';
import { guessKind, KIND_ROOF, KIND_WALL } from '../../../src/model/surface-kind.ts';
import { block, type Face, gable, meshOf, roof } from './houses.ts';

const find = (mesh: RoofMesh) => findRoofPlanes(mesh, () => buildBvh(mesh.positions));

/** As a file without semantics: every triangle a surface of its own, its kind by its direction. */
function withoutSemantics(mesh: RoofMesh): RoofMesh {
  const { positions } = mesh;
  const triangles = positions.length / 9;
  return {
    positions,
    surfaces: Uint32Array.from({ length: triangles }, (_, t) => t),
    kinds: Uint8Array.from({ length: triangles }, (_, t) => {
      const [u, v] = [3, 6].map((k) => [0, 1, 2].map((i) => positions[9 * t + k + i] - positions[9 * t + i]));
      const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
      return guessKind(cross[2] / Math.hypot(...cross));
    }),
    isGuessed: true,
  };
}

describe('roof planes', () => {
  it('of a gable are two, with the area and slope that a ruler gives', () => {
    const { planes, left } = find(meshOf(gable(0, 0, 10, 8, 5, 9)));
    expect(left).toEqual([]);
    expect(planes.map(({ surfaces }) => surfaces)).toEqual([[0], [1]]);
    for (const { area, slopeDegrees } of planes) {
      expect(area).toBeCloseTo(10 * Math.hypot(4, 4), 4);
      expect(slopeDegrees).toBeCloseTo(45, 4);
    }
    expect(planes[0].normal[1]).toBeCloseTo(-Math.SQRT1_2, 5);
  });

  it('are the same where the file has nothing but triangles', () => {
    const { planes } = find(withoutSemantics(meshOf(gable(0, 0, 10, 8, 5, 9))));
    expect(planes.map(({ area }) => Number(area.toFixed(3)))).toEqual([56.569, 56.569]);
    expect(planes.map(({ surfaces }) => surfaces.length)).toEqual([2, 2]);
  });

  it('join where one surface has a corner on the other’s edge, and stay apart where they only lie in one plane', () => {
    const faces: Face[] = [
      roof([0, 0, 5], [6, 0, 5], [6, 4, 5], [0, 4, 5]),
      roof([0, 4, 5], [3, 4, 5], [3, 8, 5], [0, 8, 5]),
      roof([3, 4, 5], [6, 4, 5], [6, 8, 5], [3, 8, 5]),
      roof([9, 0, 5], [12, 0, 5], [12, 4, 5], [9, 4, 5]),
      // Touches in a corner only.
      roof([6, 8, 5], [9, 8, 5], [9, 11, 5], [6, 11, 5]),
    ];
    const { planes } = find(meshOf(faces));
    expect(planes.map(({ surfaces }) => surfaces)).toEqual([[0, 1, 2], [3], [4]]);
    expect(planes[0].area).toBeCloseTo(48, 4);
  });

  it('of a barrel are its facets, not one plane by small steps', () => {
    const facets = Array.from({ length: 12 }, (_, i) => {
      const [a, b] = [i, i + 1].map((k) => Math.PI - (k * Math.PI) / 12);
      const at = (angle: number, x: number) => [x, 6 * Math.cos(angle), 3 + 6 * Math.sin(angle)] as const;
      return roof(at(a, 10), at(a, 0), at(b, 0), at(b, 10));
    });
    const { planes } = find(meshOf(facets.map(({ kind, ring }) => ({ kind, ring: ring.toReversed() }))));
    expect(planes).toHaveLength(12);
  });

  it('look up even where the file turned them over, and what hangs under the building is no roof', () => {
    const house = block(0, 0, 10, 10, 0, 6);
    const turned = { ...house[0], ring: house[0].ring.toReversed() };
    const { planes, left } = find(
      meshOf([turned, ...house.slice(1), roof([1, 9, 2], [9, 9, 2], [9, 1, 2], [1, 1, 2])]),
    );
    expect(planes.map(({ surfaces, normal }) => [surfaces, normal[2]])).toEqual([[[0], 1]]);
    expect(left).toEqual([{ surface: 6, reason: 'it looks down' }]);
  });

  it('without semantics leave out floors inside and the floor on the ground', () => {
    const house = block(0, 0, 10, 10, 0, 6);
    const storey = roof([0, 0, 3], [10, 0, 3], [10, 10, 3], [0, 10, 3]);
    const { planes } = find(withoutSemantics(meshOf([...house, storey])));
    expect(planes.map(({ middle }) => middle[2])).toEqual([6]);
  });

  it('name what is no plane: without area, tiny, or a joint of a few centimetres', () => {
    const { planes, left } = find(
      meshOf([
        roof([0, 0, 5], [4, 0, 5], [8, 0, 5]),
        roof([0, 0, 6], [0.1, 0, 6], [0.1, 0.1, 6], [0, 0.1, 6]),
        roof([0, 0, 7], [9, 0, 7], [9, 0.03, 7], [0, 0.03, 7]),
        roof([0, 0, 8], [9, 0, 8], [9, 0.3, 8], [0, 0.3, 8]),
      ]),
    );
    expect(planes.map(({ surfaces }) => surfaces)).toEqual([[3]]);
    expect(left.toSorted((a, b) => a.surface - b.surface)).toEqual([
      { surface: 0, reason: 'it has no area' },
      { surface: 1, reason: 'its area is 0.010 m²' },
      { surface: 2, reason: 'it is 3.0 cm wide' },
    ]);
  });

  it('are none of walls', () => {
    const walls = block(0, 0, 10, 10, 0, 6).filter(({ kind }) => kind === KIND_WALL);
    expect(find(meshOf(walls)).planes).toEqual([]);
    expect(find(meshOf(walls.map((face) => ({ ...face, kind: KIND_ROOF })))).planes).toHaveLength(4);
  });
});
