import { expect, it } from 'vitest';
import { builtPart } from '../../src/model/plan-phase.ts';

const title = { nl: 'x', en: 'x' };
const variant = {
  id: 'v',
  title,
  summary: title,
  phases: ['one', 'two', 'three'].map((id) => ({ id, title, from: '2030' })),
};
const model = {
  schema: 1 as const,
  origin: [0, 0, 0] as [number, number, number],
  solids: [],
  ground: [],
  cut: [],
  removed: [],
  trees: ['one', 'two', 'three', undefined].map((phase, x) => ({
    x,
    y: 0,
    nap: 0,
    height: 1,
    crown: 1,
    ...(phase && { phase }),
  })),
  models: [],
  precisionM: 1,
};

it('what stands after a phase is all up to it and what has none', () => {
  expect(builtPart(model, variant, 'two').trees.map(({ x }) => x)).toEqual([0, 1, 3]);
  expect(builtPart(model, variant, undefined).trees).toHaveLength(4);
});
