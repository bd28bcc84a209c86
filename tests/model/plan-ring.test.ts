import { describe, expect, it } from 'vitest';
import { findRingFault, isInRings, ringCentre, ringsArea, withoutRepeats } from '../../src/model/plan-ring.ts';

const square = [147_000, 507_000, 147_010, 507_000, 147_010, 507_010, 147_000, 507_010];
const hole = [147_002, 507_002, 147_002, 507_004, 147_004, 507_004, 147_004, 507_002];

describe('rings', () => {
  it('have an area without their holes, a centre, and an inside', () => {
    expect(ringsArea([square, hole])).toBe(96);
    expect(ringCentre(square)).toEqual([147_005, 507_005]);
    expect(isInRings([square, hole], 147_001, 507_001)).toBe(true);
    expect(isInRings([square, hole], 147_003, 507_003)).toBe(false);
    expect(isInRings([square, hole], 147_011, 507_003)).toBe(false);
  });

  it('lose corners that repeat the one before, also at the end', () => {
    expect(withoutRepeats([0, 0, 0, 0, 1, 0, 1, 1, 0, 0.0005])).toEqual([0, 0, 1, 0, 1, 1]);
  });

  it('are told what is wrong with them', () => {
    expect(findRingFault([square, hole])).toBeUndefined();
    expect(findRingFault([square.slice(0, 4)])).toBe('the outline has fewer than three corners');
    expect(findRingFault([[0, 0, 5, 5, 9, 9]])).toBe('the outline has no area');
    expect(findRingFault([[0, 0, 10, 10, 10, 0, 0, 8]])).toMatch(/the outline crosses itself near \d/);
    expect(findRingFault([square, hole.map((value) => value + 7)])).toMatch(/hole 1 crosses another ring near/);
  });
});
