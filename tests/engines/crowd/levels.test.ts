import { expect, it } from 'vitest';
import { runCrowd } from '../../../src/engines/crowd.ts';
import { door, everyone, rectangle, scene } from './scenes.ts';

/** Twelve persons, a minute in a place of 16 m². */
const waiting = scene({
  walkable: [rectangle(0, 0, 16, 8)],
  stops: [{ id: 'front', polygon: rectangle(6, 2, 10, 6), seconds: [60, 60] }],
  sources: [{ ...everyone(12, rectangle(0.5, 1, 3, 7)), via: ['front'] }],
  exits: [door('out', 16, 2, 16, 6)],
  seconds: 200,
});

it('who stands at a stop is judged as standing, at the same density as who walks is not', () => {
  const { levelOfService: standing, density } = runCrowd(waiting);
  const most = Math.max(...density.most);
  // Alone in a cell of a square metre for ten seconds: D of who walks, B of who stands.
  expect(most).toBeGreaterThan(0.9);
  expect(standing.A + standing.B).toBeGreaterThan(0.75);
});
