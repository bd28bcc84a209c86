import { describe, expect, it } from 'vitest';
import { areaFromAbove } from '../../src/engines/area-from-above.ts';
import type { Piece } from '../../src/engines/outlook-scene.ts';
import { seedRandom } from '../../src/model/random.ts';
import { boxSoup } from './box-soup.ts';

const toPiece = ({ positions, indices }: ReturnType<typeof boxSoup>): Piece => ({
  positions: [...positions],
  indices: [...indices],
});
const box = (x: number, y: number, width: number, depth: number, low = 0, high = 5) =>
  toPiece(boxSoup([{ x, y, width, depth, low, high }], 3));
const turn = ({ positions, indices }: Piece, degrees: number): Piece => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return {
    indices,
    positions: positions.map((value, i) =>
      i % 3 === 2
        ? value
        : i % 3 === 0
          ? cos * value - sin * (positions[i + 1] as number)
          : sin * (positions[i - 1] as number) + cos * value,
    ),
  };
};

describe('the ground that triangles cover', () => {
  it('is that of a box, however it stands, and not that of its walls', () => {
    for (const degrees of [0, 1, 30, 45, 89.9]) {
      expect(areaFromAbove([turn(box(3, -7, 12.5, 8), degrees)]), `${degrees}°`).toBeCloseTo(100, 6);
    }
  });

  it('counts what lies over each other once', () => {
    expect(areaFromAbove([box(0, 0, 10, 10), box(2, 2, 4, 4, 5, 9)])).toBeCloseTo(100, 9);
    expect(areaFromAbove([box(0, 0, 10, 10), box(5, 5, 10, 10)])).toBeCloseTo(175, 9);
    expect(areaFromAbove([box(0, 0, 10, 10), box(20, 3.25, 10, 10)])).toBeCloseTo(200, 9);
  });

  it('of a square on its point over another is that of an eight-pointed star, sides crossing and all', () => {
    const star = areaFromAbove([box(0, 0, 10, 10), turn(box(0, 0, 10, 10), 45)]);
    // A square of side s and itself turned 45°: s² (4 − 2√2) together.
    expect(star / (100 * (4 - 2 * Math.SQRT2))).toBeCloseTo(1, 5);
  });

  it('of many small triangles agrees with the count of points under them', () => {
    const random = seedRandom(7);
    const pieces = Array.from({ length: 60 }, (): Piece => {
      const [x, y] = [random() * 20, random() * 20];
      const positions = Array.from({ length: 9 }, (_, i) => [x, y, 0][i % 3] as number).map((v) => v + random() * 3);
      return { positions, indices: [0, 1, 2] };
    });
    const cells = 600;
    const step = 24 / cells;
    let inside = 0;
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        const [x, y] = [(column + 0.5) * step, (row + 0.5) * step];
        const isIn = pieces.some(({ positions: p }) => {
          const side = (a: number, b: number) =>
            ((p[3 * b] as number) - (p[3 * a] as number)) * (y - (p[3 * a + 1] as number)) -
              (x - (p[3 * a] as number)) * ((p[3 * b + 1] as number) - (p[3 * a + 1] as number)) >
            0;
          return side(0, 1) === side(1, 2) && side(1, 2) === side(2, 0);
        });
        if (isIn) inside++;
      }
    }
    expect(areaFromAbove(pieces) / (inside * step * step)).toBeCloseTo(1, 2);
  });

  it('is none of nothing', () => expect(areaFromAbove([])).toBe(0));
});
