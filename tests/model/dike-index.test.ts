import { describe, expect, it } from 'vitest';
import { distanceToDikes, listSections, parseDikeIndex } from '../../src/model/dike-index.ts';

const json = { schema: 1, dikes: [{ name: 'Ringdijk', requiredNap: 2.8, line: [1000, 2000, 1000, 3000, 1600, 3000] }] };

describe('dikes', () => {
  it('have a section every 250 m, of which those in the extent are told', () => {
    const dikes = parseDikeIndex(json, 'dikes.json');
    const all = listSections(dikes, [0, 0, 5000, 5000]);
    expect(all.map(({ x, y }) => [x, y])).toEqual([
      [1000, 2125],
      [1000, 2375],
      [1000, 2625],
      [1000, 2875],
      [1125, 3000],
      [1375, 3000],
    ]);
    expect(all[4]?.chainage).toBe(1125);
    expect(listSections(dikes, [1100, 0, 5000, 5000])).toHaveLength(2);
  });

  it('are as far as their nearest point, also beyond an end', () => {
    const dikes = parseDikeIndex(json, 'dikes.json');
    expect(distanceToDikes(dikes, 1030, 2500)).toBe(30);
    expect(distanceToDikes(dikes, 1603, 2996)).toBe(5);
    expect(distanceToDikes([], 0, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('are refused with file and member', () => {
    expect(() => parseDikeIndex({ schema: 1, dikes: [{ line: [1, 2, 3, 4] }] }, 'dikes.json')).toThrow(
      /dikes\.json .*requiredNap/,
    );
  });
});
