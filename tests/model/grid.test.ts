import { describe, expect, it } from 'vitest';
import { createGrid, gridExtent, sampleHeight } from '../../src/model/grid.ts';

describe('a height grid', () => {
  const grid = createGrid(1000, 2000, 2, 3, 2);
  grid.values.set([0, 1, 2, 10, 11, Number.NaN]);

  it('has its outer sides as extent', () => expect(gridExtent(grid)).toEqual([1000, 2000, 1006, 2004]));

  it('is bilinear between cell centres, row 0 south', () => {
    expect(sampleHeight(grid, 1001, 2001)).toBe(0);
    expect(sampleHeight(grid, 1001, 2003)).toBe(10);
    expect(sampleHeight(grid, 1002, 2002)).toBeCloseTo(5.5, 6);
  });

  it('takes the nearest centres in the outer half cell', () => expect(sampleHeight(grid, 1000, 2000)).toBe(0));

  it('leaves unknown neighbours out and is undefined in an unknown cell and outside', () => {
    expect(sampleHeight(grid, 1003.9, 2003)).toBeCloseTo(11, 6);
    expect(sampleHeight(grid, 1004.1, 2003)).toBeUndefined();
    expect(sampleHeight(grid, 999.9, 2001)).toBeUndefined();
    expect(sampleHeight(grid, Number.NaN, 2001)).toBeUndefined();
  });
});
