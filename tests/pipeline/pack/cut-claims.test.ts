import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/model/claim.ts';
import type { ClaimTown } from '../../../src/model/claim-town.ts';
import { cutClaims } from '../../../src/pipeline/pack/cut-claims.ts';
import { sampleClaims } from '../../fixtures/sample-claims.ts';

const [area, line] = sampleClaims as [Claim, Claim];
const town: ClaimTown = {
  claims: [area, line],
  heights: [{ errorM: 1 }, { errorM: 2 }],
  groundNap: [-1, undefined],
  themes: [],
  matrix: [],
  source: { title: { nl: '', en: '' }, holder: '', date: '', licence: '' },
  notes: [],
};
const idsIn = (extent: [number, number, number, number]) => cutClaims(town, extent).claims.map(({ id }) => id);

describe('claims of a part', () => {
  it('are those that reach into it, with their heights', () => {
    expect(cutClaims(town, [146_000, 507_060, 146_005, 507_070])).toMatchObject({
      claims: [line],
      heights: [{ errorM: 2 }],
      groundNap: [undefined],
    });
    expect(idsIn([146_000, 507_000, 146_100, 507_100])).toEqual([area.id, line.id]);
    expect(idsIn([147_000, 507_000, 147_100, 507_100])).toEqual([]);
  });

  it('are there too where only their buffer reaches into it', () => {
    // The line ends at 507,100; it is 0.2 m thick with 0.5 m around it.
    expect(idsIn([146_000, 507_100.55, 146_200, 507_200])).toEqual([line.id]);
    expect(idsIn([146_000, 507_100.65, 146_200, 507_200])).toEqual([]);
  });
});
