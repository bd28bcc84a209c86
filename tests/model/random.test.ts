import { describe, expect, it } from 'vitest';
import { seedRandom } from '../../src/model/random.ts';

describe('seeded numbers', () => {
  it('never change: the town, its textures and the tests are made of them', () => {
    const rows = [1, 0, -5, 4294967295].map((seed) => {
      const random = seedRandom(seed);
      return [random(), random(), random()];
    });
    expect(rows).toEqual([
      [0.6270739405881613, 0.002735721180215478, 0.5274470399599522],
      [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197],
      [0.48384718922898173, 0.05296749505214393, 0.9390332337934524],
      [0.8964226141106337, 0.189478256739676, 0.7156526781618595],
    ]);
  });

  it('lie evenly from 0 up to 1', () => {
    const random = seedRandom(7);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[Math.floor(random() * 10)]++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
