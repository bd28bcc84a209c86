import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.ts';
import { claimMiddle, groundBelow, resolveHeights } from '../../src/model/claim-heights.ts';
import { sampleClaims } from '../fixtures/sample-claims.ts';

const [sample] = sampleClaims as [Claim];
const square = [146_000, 507_000, 146_100, 507_000, 146_100, 507_100, 146_000, 507_100];
const claim = (members: Partial<Claim>): Claim => ({ ...sample, parts: [[square]], lower: -1, upper: 2, ...members });
/** Rises to the east by 1 in 100. */
const slope = (x: number) => (x - 146_000) / 100;

describe('the ground below a claim', () => {
  it('is the mean of a slope, with its spread as the error', () => {
    const ground = groundBelow(claim({}), slope, 0);
    expect(ground?.mean).toBeCloseTo(0.5, 9);
    expect([ground?.lowest, ground?.highest, ground?.middle]).toEqual([0, 1, 0.5]);
    // Evenly spread over one metre: 1/√12; the four corners add a little.
    expect(ground?.error).toBeCloseTo(1 / Math.sqrt(12), 1);
  });

  it('adds the error of the heights themselves', () => {
    expect(groundBelow(claim({}), () => -4, 0.05)?.error).toBeCloseTo(0.05, 12);
  });

  it('counts only what lies in the claim: not a hole', () => {
    const hole = [146_010, 507_010, 146_090, 507_010, 146_090, 507_090, 146_010, 507_090];
    const pit = (x: number, y: number) => (Math.abs(x - 146_050) < 40 && Math.abs(y - 507_050) < 40 ? -9 : 1);
    expect(groundBelow(claim({ parts: [[square, hole]] }), pit, 0)).toMatchObject({ mean: 1, lowest: 1, error: 0 });
  });

  it('lies along a line, and in its middle halfway', () => {
    const line = claim({ parts: [], lines: [[146_000, 507_000, 146_020, 507_000, 146_100, 507_000]] });
    expect(claimMiddle(line)).toEqual([146_050, 507_000]);
    expect(groundBelow(line, slope, 0)?.mean).toBeCloseTo(0.5, 9);
  });

  it('is not known where there are no heights', () => {
    expect(groundBelow(claim({}), () => undefined, 0)).toBeUndefined();
  });
});

describe('heights of a claim in m NAP', () => {
  const ground = { mean: -3.5, error: 0.1 };
  it.each([
    ['nap', {}, { lowerNap: -1, upperNap: 2, errorM: 0 }],
    ['peil', { peilNap: -3 }, { lowerNap: -4, upperNap: -1, errorM: 0 }],
    ['ground', {}, { lowerNap: -4.5, upperNap: -1.5, errorM: 0.1 }],
  ] as const)('count from %s', (reference, members, heights) => {
    expect(resolveHeights(claim({ reference, ...members }), ground)).toEqual(heights);
  });

  it('stay unknown where what they count from is', () => {
    const { peilNap: _, ...noPeil } = claim({ reference: 'peil' });
    expect(resolveHeights(noPeil, ground)).toEqual({ errorM: 0 });
    expect(resolveHeights(claim({ reference: 'ground' }), undefined)).toEqual({ errorM: 0 });
  });

  it('stay unknown on the side that the source does not give', () => {
    const { upper: _, ...open } = claim({ reference: 'nap' });
    expect(resolveHeights(open, ground)).toEqual({ lowerNap: -1, errorM: 0 });
  });
});
