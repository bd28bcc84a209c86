import { describe, expect, it } from 'vitest';
import { measurePassages } from '../../../src/engines/crowd/passages.ts';
import { passageCapacities } from '../../../src/model/crowd.ts';
import { rectangle } from './scenes.ts';

const street = rectangle(0, 0, 30, 4);

describe('the free width of passages', () => {
  it('beside a cabin of 1.20 m at 0.30 m from the wall of a street of 4.00 m is 2.50 m; the gap behind is none', () => {
    const [passage, ...more] = measurePassages({ walkable: [street], obstacles: [rectangle(9, 0.3, 10.2, 1.5)] });
    expect(more).toEqual([]);
    expect(passage?.widthBefore).toBeCloseTo(4, 6);
    expect(passage?.widthNow).toBeCloseTo(2.5, 6);
    expect(passage?.parts).toHaveLength(2);
    expect(passage?.capacityPersonsPerSecond).toBeCloseTo(2.5 * 1.2249, 6);
  });

  it('counts both sides of what stands in the middle', () => {
    const [passage] = measurePassages({ walkable: [street], obstacles: [rectangle(9, 1.5, 10, 2.5)] });
    expect(passage?.widthNow).toBeCloseTo(3, 6);
    expect(passage?.widthBefore).toBeCloseTo(4, 6);
  });

  it('is measured square to a cabin that stands askew, by formula', () => {
    // A square of 1 m turned by 45 degrees about (10, 2): its corners are √2 / 2 from its middle.
    const half = Math.SQRT1_2;
    const [passage] = measurePassages({
      walkable: [street],
      obstacles: [[[10 - half, 2, 10, 2 - half, 10 + half, 2, 10, 2 + half]]],
    });
    expect(passage?.widthNow).toBeCloseTo(4 - 2 * half, 3);
  });

  it('between two cabins is what is between them, also where they stand corner to corner', () => {
    const square = rectangle(0, 0, 40, 40);
    const widths = measurePassages({
      walkable: [square],
      obstacles: [rectangle(10, 10, 12, 12), rectangle(15, 14, 17, 16)],
    }).map((p) => p.widthNow);
    expect(widths[0]).toBeCloseTo(Math.hypot(3, 2), 3);
  });

  it('is the same whichever way round and in whichever order things are drawn', () => {
    const cabins = [rectangle(9, 0.3, 10.2, 1.5), rectangle(18, 2.2, 19, 3.9)];
    const turn = (p: readonly (readonly number[])[]) =>
      p.map((ring) =>
        Array.from({ length: ring.length }, (_, i) => ring[ring.length - 2 - (i - (i % 2)) + (i % 2)] as number),
      );
    const list = (all: typeof cabins) =>
      measurePassages({ walkable: [street], obstacles: all }).map(({ widthNow }) => widthNow.toFixed(4));
    expect(list(cabins)).toEqual(['2.2000', '2.5000']);
    expect(list(cabins.toReversed().map(turn))).toEqual(list(cabins));
  });

  it('is not told as shut by a crack behind a thing that one gets past elsewhere in the street', () => {
    // Both walls reach to one end of it each, so that the middles of both gaps lie 2 m apart.
    const walkable = [[[0, 0, 30, 0, 30, 4, 15, 4, 15, 5, 0, 5]], [[12, -2, 30, -2, 30, 0, 12, 0]]];
    const box = rectangle(10, 0.3, 14, 2);
    const widths = (obstacles: (typeof box)[]) =>
      measurePassages({ walkable, obstacles }).map(({ widthNow }) => Number(widthNow.toFixed(3)));
    expect(widths([box]).every((width) => width > 2)).toBe(true);
    expect(widths([box]).length).toBeGreaterThan(0);
    // With the way past it shut too, both are told.
    expect(widths([box, rectangle(10, 2.2, 14, 4.9)])).toContain(0);
  });

  it('is none between things too close for a body on open ground, and nothing left where they close a street', () => {
    const square = rectangle(0, 0, 60, 60);
    expect(
      measurePassages({ walkable: [square], obstacles: [rectangle(20, 20, 22, 22), rectangle(22.3, 20, 24, 22)] }),
    ).toEqual([]);
    const [closed] = measurePassages({ walkable: [street], obstacles: [rectangle(9, 0.3, 10, 3.7)] });
    expect(closed).toMatchObject({ widthNow: 0, capacityPersonsPerSecond: 0 });
  });

  it('is measured to what stands there for good, which is no passage itself', () => {
    const scenario = { walkable: [street], fixed: [rectangle(0, 0, 30, 1)], obstacles: [rectangle(9, 3, 10, 4)] };
    const passages = measurePassages(scenario);
    expect(passages.map(({ widthBefore, widthNow }) => [widthBefore, widthNow].map((m) => m.toFixed(3)))).toEqual([
      ['3.000', '2.000'],
    ]);
    expect(measurePassages({ ...scenario, obstacles: [] })).toEqual([]);
  });

  it('lets through what the chosen rule says', () => {
    const rule = passageCapacities.find(({ id }) => id === 'room')?.perMetre as number;
    const [passage] = measurePassages({ walkable: [street], obstacles: [rectangle(9, 1, 10, 4)] }, rule);
    // A metre: 90 persons a minute.
    expect((passage?.capacityPersonsPerSecond as number) * 60).toBeCloseTo(90, 3);
  });

  it('is nothing where nothing stands', () => {
    expect(measurePassages({ walkable: [street], obstacles: [] })).toEqual([]);
  });
});
