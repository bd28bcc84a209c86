import { expect, it } from 'vitest';
import { listReplaced } from '../../src/model/replaced-buildings.ts';

it('buildings make room when their middle lies within an outline, and not in its courtyard', () => {
  const table = { id: ['in', 'court', 'beside', 'far', 'other'], x: [2, 10, 21, 500, 35], y: [2, 10, 5, 500, 5] };
  const court = [
    [0, 0, 20, 0, 20, 20, 0, 20],
    [5, 5, 5, 15, 15, 15, 15, 5],
  ];
  expect(listReplaced(table, [court, [[30, 0, 40, 0, 35, 20]]])).toEqual(['in', 'other']);
  expect(listReplaced(table, [])).toEqual([]);
});
