import { describe, expect, it } from 'vitest';
import { claimThemes } from '../../src/model/claim.ts';
import { defaultMatrix, defaultThemes } from '../../src/model/claim-matrix.ts';

describe('the customary matrix of themes', () => {
  it('has each pair once, of themes that are known, with why', () => {
    const pairs = defaultMatrix.map(({ themes }) => [...themes].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(new Set(defaultMatrix.flatMap(({ themes }) => themes))).toEqual(new Set(claimThemes));
    expect(defaultMatrix.filter(({ why }) => !why?.nl || !why.en)).toEqual([]);
  });

  it('leaves some pairs open: a matrix that knows all is not believed', () => {
    const all = (claimThemes.length * (claimThemes.length + 1)) / 2;
    expect(defaultMatrix.length).toBeLessThan(all);
    expect(defaultMatrix.length).toBeGreaterThan(all / 2);
  });

  it('names every theme in two languages', () => {
    expect(defaultThemes.map(({ id }) => id)).toEqual([...claimThemes]);
  });
});
