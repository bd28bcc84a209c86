import { describe, expect, it } from 'vitest';
import { BEFORE_WALL, listWindowPlaces } from '../../src/engines/window-places.ts';
import { boxSoup } from './box-soup.ts';

/** Corners one after the other, as building tiles are read. */
function triangles(boxes: Parameters<typeof boxSoup>[0]): Float64Array {
  const { positions, indices } = boxSoup(boxes, 0);
  return Float64Array.from([...indices].flatMap((corner) => [...positions.slice(3 * corner, 3 * corner + 3)]));
}

const always = () => true;

describe('places for windows', () => {
  const house = triangles([{ x: 0, y: 0, width: 8, depth: 6, low: 0, high: 7 }]);

  it('are in the middle of each wall, before it, and face outward; the longest wall first', () => {
    const places = listWindowPlaces(house, 0.75, always);
    expect(places.map(({ width }) => Math.round(width))).toEqual([8, 8, 6, 6]);
    for (const { x, y, nx, ny } of places) {
      // The box lies around its middle: from there every normal points to the place.
      const [middleX, middleY] = [mean(house, 0), mean(house, 1)];
      expect((x - middleX) * nx + (y - middleY) * ny).toBeGreaterThan(2.9);
      const across = -(x - middleX) * ny + (y - middleY) * nx;
      expect(Math.abs(across)).toBeLessThan(1e-6);
    }
    const north = places.find(({ ny }) => ny > 0.99);
    expect((north?.y ?? 0) - Math.max(...everyThird(house, 1))).toBeCloseTo(BEFORE_WALL, 9);
  });

  it('are none above the roof, and elsewhere on the wall where the middle is not free', () => {
    expect(listWindowPlaces(house, 7.5, always)).toEqual([]);
    const middle = mean(house, 0);
    const [first] = listWindowPlaces(house, 0.75, (x, _, __, ny) => Math.abs(ny) > 0.9 && Math.abs(x - middle) > 1);
    expect(Math.abs((first?.x ?? middle) - middle)).toBeCloseTo(1.6, 6);
    expect(listWindowPlaces(house, 0.75, () => false)).toEqual([]);
  });
});

function everyThird(values: Float64Array, axis: number): number[] {
  return [...values].filter((_, i) => i % 3 === axis);
}
const mean = (values: Float64Array, axis: number) => {
  const own = everyThird(values, axis);
  return (Math.min(...own) + Math.max(...own)) / 2;
};
