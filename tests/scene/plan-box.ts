import type { PlanModel, PlanSolid } from '../../src/model/plan-model.ts';

/** A closed box of `width` × `depth` × `height` metres with its south-west corner at x, y of the frame. */
export function makeBox(id: string, x: number, y: number, width: number, depth: number, height: number): PlanSolid {
  const ring = [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ] as const;
  const positions: number[] = [];
  const indices: number[] = [];
  const parts: number[] = [];
  function addQuad(corners: readonly (readonly number[])[], part: number) {
    const first = positions.length / 3;
    positions.push(...corners.flat());
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    parts.push(part, part);
  }
  for (let i = 0; i < 4; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % 4]] as [readonly number[], readonly number[]];
    addQuad(
      [
        [...a, 0],
        [...b, 0],
        [...b, height],
        [...a, height],
      ],
      0,
    );
  }
  addQuad(
    ring.map((corner) => [...corner, height]),
    1,
  );
  addQuad(
    [...ring].reverse().map((corner) => [...corner, 0]),
    2,
  );
  return { id, footprint: [ring.flat()], lowerNap: -4, upperNap: height - 4, positions, indices, parts };
}

/** A plan around RD 147230, 507880 with one box on a square of new ground. */
export function makePlanModel(changes: Partial<PlanModel> = {}): PlanModel {
  return {
    schema: 1,
    origin: [147230, 507880, -4],
    solids: [makeBox('b1', -5, -5, 10, 12, 9)],
    ground: [
      {
        id: 'g1',
        surface: 'paving',
        area: 1600,
        positions: [-20, -20, 0.1, 20, -20, 0.1, 20, 20, 0.1, -20, 20, 0.1],
        indices: [0, 1, 2, 0, 2, 3],
      },
    ],
    cut: [[147210, 507860, 147250, 507860, 147250, 507900, 147210, 507900]],
    removed: ['gone'],
    trees: [],
    models: [],
    precisionM: 0.5,
    ...changes,
  };
}
