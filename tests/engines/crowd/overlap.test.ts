import { expect, it } from 'vitest';
import { findOverlap } from '../../../src/engines/crowd/overlap.ts';
import { rectangle } from './scenes.ts';

const square = rectangle(0, 0, 20, 10);

it('tells polygons that share ground, also where no side crosses another', () => {
  expect(findOverlap([square, rectangle(30, 0, 40, 10), rectangle(19.9, 2, 30, 8)])).toEqual([0, 2]);
  expect(findOverlap([square, rectangle(5, 5, 6, 6)])).toEqual([0, 1]);
  expect(findOverlap([square, square])).toEqual([0, 1]);
});

it('lets polygons touch, by a side that was drawn a centimetre off too, and stand in a hole', () => {
  expect(findOverlap([square, rectangle(20, 2, 30, 8), rectangle(19.995, 10, 25, 20)])).toBeUndefined();
  expect(findOverlap([[square[0] as number[], [5, 5, 7, 5, 7, 7, 5, 7]], rectangle(5, 5, 7, 7)])).toBeUndefined();
});
