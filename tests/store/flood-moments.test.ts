import { expect, it } from 'vitest';
import { collectMoments } from '../../src/store/flood-moments.ts';

const tell = (cellSize: number, count: number, isWhole: boolean, end?: object) => {
  const values = Uint16Array.of(cellSize, count);
  const minutes = Uint16Array.of(0, 0);
  return {
    frame: { west: 0, south: 0, cellSize, width: 2, height: 1 },
    share: count / 3,
    isWhole,
    seconds: Array.from({ length: count }, (_, i) => 300 * (i + 1)),
    depth: values,
    flow: values,
    deepest: values,
    arrival: minutes,
    duration: minutes,
    end,
  };
};

it('gives each moment by the finest run that has come to it', () => {
  const collect = collectMoments();
  const sizes = (told: Parameters<typeof collect>[0]) => {
    const { seconds, depths, flows } = collect(told);
    expect(seconds).toHaveLength(depths.length);
    expect(flows.map(({ frame }) => frame.cellSize)).toEqual(depths.map(({ frame }) => frame.cellSize));
    expect(depths.map(({ values }) => values[1])).toEqual(seconds.map((_, i) => i + 1));
    return depths.map(({ frame }) => frame.cellSize);
  };
  expect([1, 2, 3].map((count) => sizes(tell(8, count, false)))).toEqual([[8], [8, 8], [8, 8, 8]]);
  expect(sizes(tell(8, 3, true, {}))).toEqual([8, 8, 8]);
  expect(sizes(tell(4, 1, true))).toEqual([4, 8, 8]);
  expect(sizes(tell(4, 2, true))).toEqual([4, 4, 8]);
  expect(sizes(tell(4, 3, true))).toEqual([4, 4, 4]);
  expect(sizes(tell(4, 3, true, {}))).toEqual([4, 4, 4]);
});
