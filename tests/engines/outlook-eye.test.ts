import { describe, expect, it } from 'vitest';
import { findWindow } from '../../src/engines/outlook-eye.ts';
import { boxSoup } from './box-soup.ts';

/** A house 6 m wide and 10 m deep on the origin, floor at 0, 9 m high. */
const house = boxSoup([{ x: 0, y: 0, width: 6, depth: 10, low: 0, high: 9 }], 2);
const nothing = boxSoup([], 2);
const middle = { x: 0, y: 0 };

describe('the window that looks out to a point', () => {
  it('is 0.1 m before the wall where the line to the point leaves the house', () => {
    const window = findWindow(house, nothing, { x: 1, y: -2 }, { x: 41, y: 98 }, 1.5);
    // From (1, −2) in direction (0.4, 1): the northern wall, y = 5, at x = 3.8 lies outside; the eastern one, x = 3, at y = 3.
    expect(window).toMatchObject({ window: 'straight' });
    expect(window?.x).toBeCloseTo(3.1, 6);
    expect(window?.y).toBeCloseTo(3, 6);
  });

  it('is not in the wall that is shared with the neighbours, but in the free one that faces the point most', () => {
    const neighbours = boxSoup(
      [-6, 6].map((x) => ({ x, y: 0, width: 6, depth: 10, low: 0, high: 9 })),
      2,
    );
    const window = findWindow(house, neighbours, middle, { x: 100, y: 40 }, 1.5);
    expect(window).toMatchObject({ window: 'facade' });
    expect(window?.y).toBeCloseTo(5.1, 6);
    expect(Math.abs(window?.x ?? 9)).toBeLessThan(3);
  });

  it('is in the shared wall after all where it rises above the neighbours', () => {
    const low = boxSoup([{ x: 6, y: 0, width: 6, depth: 10, low: 0, high: 4 }], 2);
    expect(findWindow(house, low, middle, { x: 100, y: 20 }, 5)).toMatchObject({ window: 'straight' });
    expect(findWindow(house, low, middle, { x: 100, y: 20 }, 3)).toMatchObject({ window: 'facade' });
  });

  it('is nowhere above the roof, nor where all around is built', () => {
    expect(findWindow(house, nothing, middle, { x: 100, y: 0 }, 9.5)).toBeUndefined();
    const enclosing = boxSoup([{ x: 0, y: 0, width: 40, depth: 40, low: 0, high: 20 }], 2);
    expect(findWindow(house, enclosing, middle, { x: 100, y: 0 }, 1.5)).toBeUndefined();
  });

  it('does not look at a wall less than 1 m off', () => {
    const alley = boxSoup([{ x: 6.5, y: 0, width: 6, depth: 30, low: 0, high: 9 }], 2);
    expect(findWindow(house, alley, middle, { x: 100, y: 30 }, 1.5)).toMatchObject({ window: 'facade' });
    const street = boxSoup([{ x: 9, y: 0, width: 6, depth: 30, low: 0, high: 9 }], 2);
    expect(findWindow(house, street, middle, { x: 100, y: 30 }, 1.5)).toMatchObject({ window: 'straight' });
  });
});
