import { expect, it } from 'vitest';
import type { Building } from '../../src/demo/building.ts';
import { measureSharedWalls } from '../../src/demo/shared-walls.ts';
import { type Corner, type Face, lift } from '../../src/demo/solid.ts';

/** The four walls of a block, seen from outside counter-clockwise. */
function block(id: string, x: number, y: number, width: number, depth: number, height: number): Building {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + depth },
    { x, y: y + depth },
  ];
  const faces = corners.map((a, i): Face => {
    const b = corners[(i + 1) % 4] as (typeof corners)[number];
    const ring: Corner[] = [lift(a, 0), lift(b, 0), lift(b, height), lift(a, height)];
    return { kind: 'WallSurface', rings: [ring] };
  });
  return { id, solids: [faces] } as unknown as Building;
}

it('shares what stands against a neighbour, as high and as deep as the smaller of both', () => {
  const shared = measureSharedWalls([
    block('low', 0, 0, 5, 9, 6),
    block('high', 5.05, 2, 5, 9, 8),
    block('apart', 11, 2, 5, 9, 8),
  ]);
  expect(shared.get('low')).toBeCloseTo(7 * 6, 2);
  expect(shared.get('high')).toBeCloseTo(7 * 6, 2);
  expect(shared.has('apart')).toBe(false);
});

it('shares walls between parts of one building twice, once for each', () => {
  const [front, back] = [block('a', 0, 0, 6, 8, 5), block('a', 0, 8, 6, 3, 3)];
  const whole = { id: 'a', solids: [...front.solids, ...back.solids] } as unknown as Building;
  expect(measureSharedWalls([whole]).get('a')).toBeCloseTo(2 * 6 * 3, 2);
});
