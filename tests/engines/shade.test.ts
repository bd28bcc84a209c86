import { expect, it } from 'vitest';
import type { Obstacle } from '../../src/engines/obstacles.ts';
import { blockerDistance, buildShade, findBlocker, lightAlong } from '../../src/engines/shade.ts';

const months = (share: number) => Array.from({ length: 12 }, (_, month) => (month < 3 ? 1 : share));
/** A square of two triangles at a height above the origin. */
const sheet = (z: number) => [-1, -1, z, 1, -1, z, 1, 1, z, -1, -1, z, 1, 1, z, -1, 1, z];

function shadeOf(sheets: readonly (readonly [z: number, owner: number])[], objects: readonly Obstacle[]) {
  return buildShade({
    origin: [0, 0, 0],
    positions: Float32Array.from(sheets.flatMap(([z]) => sheet(z))),
    owners: Uint32Array.from(sheets.flatMap(([, owner]) => [owner, owner])),
    objects,
  });
}

const objects: Obstacle[] = [
  { kind: 'tree', id: 'oak', transmission: months(0.3) },
  { kind: 'building', id: 'house' },
  { kind: 'tree', id: 'lime', transmission: months(0.5) },
];

it('a tree dims the beam once, however many of its triangles are met, and two trees dim it twice', () => {
  const shade = shadeOf(
    [
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 2],
      [6, 2],
    ],
    objects,
  );
  // Through the diagonal that both triangles of each sheet share.
  expect(lightAlong(shade, 0, 0, 0, 0, 0, 1, 0, 100, 6)).toBeCloseTo(0.15, 12);
  expect(lightAlong(shade, 0, 0, 3.5, 0, 0, 1, 0, 100, 6)).toBeCloseTo(0.15, 12);
  expect(lightAlong(shade, 0, 0, 4.5, 0, 0, 1, 0, 100, 6)).toBeCloseTo(0.5, 12);
  expect(lightAlong(shade, 0, 0, 0, 0, 0, 1, 0, 100, 0)).toBe(1);
  expect(lightAlong(shade, 3, 0, 0, 0, 0, 1, 0, 100, 6)).toBe(1);
});

it('nothing passes a building, which is told by its row; trees are no blockers', () => {
  const shade = shadeOf(
    [
      [2, 0],
      [7, 1],
    ],
    objects,
  );
  expect(lightAlong(shade, 0, 0, 0, 0, 0, 1, 0, 100, 0)).toBe(0);
  expect(findBlocker(shade, 0, 0, 0, 0, 0, 1, 0, 100)).toBe(1);
  expect(blockerDistance()).toBeCloseTo(7, 6);
  expect(findBlocker(shade, 0, 0, 0, 0, 0, 1, 0, 6)).toBe(-1);
});

it('more trees than were thought of are all counted', () => {
  const many = Array.from(
    { length: 600 },
    (_, i): Obstacle => ({ kind: 'tree', id: `t${i}`, transmission: months(0.99) }),
  );
  const shade = shadeOf(
    many.map((_, i) => [1 + i / 100, i] as const),
    many,
  );
  expect(lightAlong(shade, 0, 0, 0, 0, 0, 1, 0, 100, 6)).toBeCloseTo(0.99 ** 600, 9);
});

it('what is no share of light is refused, and so are half triangles', () => {
  expect(() => shadeOf([[1, 0]], [{ kind: 'tree', id: 'elm', transmission: [0.5] }])).toThrow(/elm/);
  const broken = { origin: [0, 0, 0] as const, positions: new Float32Array(9), owners: new Uint32Array(2), objects };
  expect(() => buildShade(broken)).toThrow(/18 numbers/);
});
