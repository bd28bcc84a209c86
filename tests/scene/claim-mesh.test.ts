import { describe, expect, it } from 'vitest';
import { listClaimShapes } from '../../src/model/claim-shape.ts';
import { type ClaimMesh, groupShapes, meshFaces, meshLines, RIBBON } from '../../src/scene/claim-mesh.ts';
import { makeClaim, makeTown, square } from '../fixtures/claim-scene.ts';

const origin = [147000, 508000] as const;
const hole = square(147005, 508005, 10);
const shapesOf = (...rows: Parameters<typeof makeTown>[0]) => listClaimShapes(makeTown(rows));

/** Of a closed surface: by the signed volumes of tetrahedra on the origin. */
function volumeOf({ attributes, indices }: ClaimMesh): number {
  const at = attributes['POSITION']?.values ?? new Float32Array();
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => Array.from(at.slice(3 * indices[i + k], 3 * indices[i + k] + 3)));
    sum += a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return sum / 6;
}

describe('the mesh of claims', () => {
  it('closes a prism with a hole, faces outwards, whatever way its rings run', () => {
    const around = square(147000, 508000, 20);
    const back = around.toReversed().flatMap((_, i, all) => (i % 2 === 0 ? [all[i + 1], all[i]] : []));
    for (const outer of [around, back]) {
      const shapes = shapesOf([makeClaim('a', { parts: [[outer, hole]] }), [-8, -3]]);
      expect(volumeOf(meshFaces(shapes, origin))).toBeCloseTo(5 * (400 - 100), 3);
    }
  });

  it('draws no volume where heights are not known: a sheet on the ground and its outline', () => {
    const shapes = shapesOf([makeClaim('a')]);
    const faces = meshFaces(shapes, origin);
    expect(faces.indices.length).toBe(6);
    expect(new Set(faces.attributes['POSITION']?.values.filter((_, i) => i % 3 === 1))).toEqual(new Set([-4]));
    expect(meshLines(shapes, origin).indices.length).toBe(4 * 6);
  });

  it('draws a pipe as a tube of its diameter, wider across a bend, and a cable of unknown depth as a line', () => {
    const lines = [[147000, 508000, 147010, 508000, 147010, 508010]];
    const pipe = meshLines(shapesOf([makeClaim('a', { parts: [], lines, diameterM: 0.6 }), [-6, -5.4]]), origin);
    const axis = pipe.attributes['_AXIS']?.values ?? new Float32Array();
    expect(axis.length / 4).toBe(3 * 8);
    expect(axis[3]).toBeCloseTo(0.3, 6);
    const longest = Math.max(
      ...Array.from({ length: 24 }, (_, i) => Math.hypot(axis[4 * i] as number, axis[4 * i + 2] as number)),
    );
    expect(longest).toBeCloseTo(Math.SQRT2, 5);
    const cable = meshLines(shapesOf([makeClaim('a', { parts: [], lines })]), origin);
    expect(cable.attributes['_AXIS']?.values[3]).toBe(RIBBON);
    expect(cable.indices.length).toBe(2 * 6);
  });

  it('has each vertex say whose it is', () => {
    const { attributes } = meshFaces(shapesOf([makeClaim('a'), [0, 1]], [makeClaim('b'), [0, 1]]), origin);
    expect(new Set(attributes['_CLAIM']?.values.filter((_, i) => i % 4 === 3))).toEqual(new Set([0, 1]));
  });

  it('draws no upright edges where a wall goes on round', () => {
    const ring = Array.from({ length: 40 }, (_, i) => [
      147000 + 9 * Math.cos(i * 0.157),
      508000 + 9 * Math.sin(i * 0.157),
    ]).flat();
    const round = meshLines(shapesOf([makeClaim('a', { parts: [[ring]] }), [0, 3]]), origin);
    expect(round.indices.length).toBe(2 * 40 * 6);
    expect(meshLines(shapesOf([makeClaim('b'), [0, 3]]), origin).indices.length).toBe(3 * 4 * 6);
  });

  it('has a mesh for each part of the town where claims are many, with every claim in one of them', () => {
    const [shape] = shapesOf([makeClaim('c'), [0, 1]]);
    if (!shape) throw new Error('no shape');
    const shapes = Array.from({ length: 1200 }, (_, i) => {
      const x = 145_000 + (i % 40) * 75;
      return { ...shape, id: `c${i}`, box: [x, 508_000, x + 10, 508_010] as const };
    });
    const groups = groupShapes(shapes);
    expect(groups.length).toBeGreaterThan(5);
    expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...shapes.keys()]);
    expect(groupShapes(shapes.slice(0, 900))).toHaveLength(1);
    const [rows = []] = groups;
    const { values } = meshFaces(shapes, origin, rows).attributes['_CLAIM'] as { values: Float32Array };
    expect(new Set(values.filter((_, i) => i % 4 === 3))).toEqual(new Set(rows));
  });
});
