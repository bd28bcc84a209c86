import { describe, expect, it } from 'vitest';
import { initialClaimChoice } from '../../src/model/claim-choice.ts';
import { paintClaims } from '../../src/model/claim-paint.ts';
import { listClaimShapes } from '../../src/model/claim-shape.ts';
import { findClaim } from '../../src/model/claim-sight.ts';
import type { SightLine } from '../../src/model/sight-line.ts';
import { makeClaim, makeTown, square } from '../fixtures/claim-scene.ts';

const town = makeTown([
  [makeClaim('tower', { parts: [[square(147000, 508000, 20), square(147005, 508005, 10)]] }), [-4, 30]],
  [makeClaim('park', { theme: 'green', parts: [[square(146950, 507950, 150)]] }), [-4, -1]],
  [
    makeClaim('pipe', { theme: 'energy', parts: [], lines: [[146900, 508010, 147200, 508010]], diameterM: 0.4 }),
    [-6, -5.6],
  ],
]);
const shapes = listClaimShapes(town);
const paintOf = (hiddenThemes: string[] = []) =>
  paintClaims(town, shapes, { ...initialClaimChoice, hiddenThemes }, { hovered: undefined, here: undefined });
const down = (x: number, y: number): SightLine => ({ eye: { x, y, nap: 100 }, ahead: { x, y, nap: 90 } });
const find = (
  line: SightLine,
  planes: readonly [number, number] = [-10, 60],
  hidden: string[] = [],
  reach = 0,
  isSeen = (_: object) => true,
) => findClaim(line, { shapes, paint: paintOf(hidden) }, planes, reach, isSeen);

describe('which claim one points at', () => {
  it('is the nearest one, and not one through whose hole one looks', () => {
    expect(find(down(147002, 508002))).toMatchObject({ shape: { id: 'tower' }, at: { nap: 30 } });
    expect(find(down(147010, 508009))).toMatchObject({ shape: { id: 'park' }, at: { nap: -1 } });
    expect(find(down(146900, 507000))).toBeUndefined();
  });

  it('is cut at the planes, and nothing that is hidden', () => {
    expect(find(down(147002, 508002), [-10, 5])?.at.nap).toBe(5);
    expect(find(down(147002, 508002), [-10, 60], ['housing'])?.shape.id).toBe('park');
  });

  it('is a pipe within its width, or within reach of the pointer', () => {
    const hidden = ['housing', 'green'];
    const beside = down(147150, 508011);
    expect(find(down(147150, 508010.15), [-10, 60], hidden)?.shape.id).toBe('pipe');
    expect(find(beside, [-10, 60], hidden)).toBeUndefined();
    expect(find(beside, [-10, 60], hidden, 0.02)?.shape.id).toBe('pipe');
    const aside: SightLine = { eye: { x: 147050, y: 507910, nap: 94.2 }, ahead: { x: 147050, y: 507920, nap: 84.2 } };
    const seen = find(aside, [-10, 60], hidden);
    expect(seen?.at.y).toBeCloseTo(508010, 3);
    expect(seen?.at.nap).toBeCloseTo(-5.8, 3);
  });

  it('is not what the ground hides', () => {
    const isAbove = (at: object) => (at as { nap: number }).nap > -4;
    expect(find(down(147150, 508010), [-10, 60], ['green'], 0, isAbove)).toBeUndefined();
  });
});
