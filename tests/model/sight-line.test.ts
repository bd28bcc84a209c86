import { describe, expect, it } from 'vitest';
import { findPrism, meetLevel } from '../../src/model/sight-line.ts';

const low = { id: 'low', ring: [0, 0, 10, 0, 10, 10, 0, 10], lower: 0, upper: 5 };
const high = { id: 'high', ring: [0, 20, 10, 20, 10, 30, 0, 30], lower: 0, upper: 30 };
/** Looks north from the south, `nap` metres up, downwards by `fall` per metre. */
const look = (nap: number, fall: number, x = 5) => ({ eye: { x, y: -50, nap }, ahead: { x, y: -49, nap: nap - fall } });

describe('a line of sight', () => {
  it('meets a level where it comes down to it, and never one above an eye that looks down', () => {
    expect(meetLevel(look(20, 0.5), 0)).toEqual([5, -10]);
    expect(meetLevel(look(20, 0.5), 25)).toBeUndefined();
    expect(meetLevel(look(20, 0), 0)).toBeUndefined();
  });

  it('finds the front of the nearest building', () => {
    expect(findPrism(look(4, 0), [high, low])).toEqual({ id: 'low', nap: 4 });
  });

  it('goes over the low one to the front of the high one, and onto a roof', () => {
    expect(findPrism(look(20, 0.1), [low, high])).toEqual({ id: 'high', nap: expect.closeTo(13, 9) });
    expect(findPrism(look(60, 1), [low, high])).toEqual({ id: 'low', nap: 5 });
  });

  it('finds nothing beside or behind', () => {
    expect(findPrism(look(4, 0, 15), [low, high])).toBeUndefined();
    expect(findPrism({ eye: { x: 5, y: 50, nap: 4 }, ahead: { x: 5, y: 51, nap: 4 } }, [low, high])).toBeUndefined();
  });
});
