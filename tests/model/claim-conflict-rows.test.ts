import { describe, expect, it } from 'vitest';
import type { Claim, ClaimConflict } from '../../src/model/claim.ts';
import { initialClaimChoice } from '../../src/model/claim-choice.ts';
import {
  type ConflictFilter,
  changeMatrix,
  changeOwnPairs,
  filterConflicts,
  initialConflictFilter,
  sortConflicts,
} from '../../src/model/claim-conflict-rows.ts';
import { isClaimShown, isConflictShown } from '../../src/model/claim-select.ts';
import { conflictsToGeoJson, conflictsToTable } from '../../src/model/export-conflicts.ts';

const claim = (id: string, change: Partial<Claim> = {}): Claim => ({
  id,
  name: `Claim ${id}`,
  theme: 'housing',
  hardness: 'hard',
  parts: [],
  lines: [],
  reference: 'nap',
  bufferM: 0,
  combinableWith: [],
  norms: [],
  ...change,
});
const square = [[[147000, 507500, 147010, 507500, 147010, 507510, 147000, 507510]]];
const conflict = (a: string, b: string, change: Partial<ClaimConflict> = {}): ClaimConflict => ({
  a,
  b,
  areaM2: 100,
  period: {},
  kind: 'excludes',
  reason: { id: 'matrix' },
  parts: square,
  ...change,
});
const [a, b, c] = [claim('a'), claim('b', { theme: 'green', holder: 'Waterschap' }), claim('c', { hardness: 'soft' })];
const rows = [
  { a, b, conflict: conflict('a', 'b', { areaM2: 5, heightRange: [-2, 3] }) },
  { a, b: c, conflict: conflict('a', 'c', { kind: 'unknown' }) },
  { a: b, b: c, conflict: conflict('b', 'c', { areaM2: 50, heightRange: [0, 9] }) },
];
const decision = { conflict: ['c', 'a'], decision: 'x; y', role: 'raad', when: '2026-11-22', why: '' } as const;
const list = (change: Partial<ConflictFilter>) =>
  filterConflicts(
    rows,
    { ...initialConflictFilter, ...change },
    { kinds: ['excludes', 'unknown'], decisions: [decision], isThere: () => true },
  ).map(({ conflict: own }) => `${own.a}${own.b}`);

describe('the list of conflicts', () => {
  it('filters by theme, holder, hardness, words and decision', () => {
    expect(list({})).toEqual(['ab', 'ac', 'bc']);
    expect(list({ theme: 'green' })).toEqual(['ab', 'bc']);
    expect(list({ holder: 'Waterschap', hard: 'both' })).toEqual(['ab']);
    expect(list({ hard: 'any' })).toEqual(['ab', 'ac', 'bc']);
    expect(list({ hard: 'none' })).toEqual([]);
    expect(list({ text: ' waterSCHAP' })).toEqual(['ab', 'bc']);
    expect(list({ decided: 'yes' })).toEqual(['ac']);
    expect(list({ decided: 'no' })).toEqual(['ab', 'bc']);
  });

  it('sorts by size and by height, what is not known last', () => {
    expect(sortConflicts(rows, 'area', false).map(({ conflict: own }) => own.areaM2)).toEqual([100, 50, 5]);
    expect(sortConflicts(rows, 'height', false).map(({ conflict: own }) => own.heightRange?.[1])).toEqual([
      9,
      3,
      undefined,
    ]);
  });

  it('as files tells what was decided, and leaves out what is not known', () => {
    const json = JSON.parse(conflictsToGeoJson(rows, [decision], 'x'));
    expect(json.features.map(({ properties }: { properties: { decision?: string } }) => properties.decision)).toEqual([
      undefined,
      'x; y',
      undefined,
    ]);
    const table = conflictsToTable(rows, [decision]);
    const column = table?.columns.findIndex(({ name }) => name === 'decision_role') ?? -1;
    expect(table?.rows.map(({ values }) => values[column])).toEqual([null, 'raad', null]);
    expect(conflictsToTable([], [])).toBeUndefined();
  });
});

describe('what is looked at', () => {
  const choice = { ...initialClaimChoice, lowNap: -5, highNap: 0, year: 2030 };
  it('is what stands there in that year, and what may stand there', () => {
    expect(isClaimShown(a, { lowerNap: 0.5, upperNap: 3, errorM: 0 }, choice)).toBe(false);
    expect(isClaimShown(a, { lowerNap: -1, upperNap: 3, errorM: 0 }, choice)).toBe(true);
    expect(isClaimShown(a, { errorM: 0 }, choice)).toBe(true);
    expect(isClaimShown({ ...a, validUntil: '2030-01-01' }, { errorM: 0 }, choice)).toBe(false);
    expect(isClaimShown({ ...a, validUntil: '2030-01-02' }, { errorM: 0 }, choice)).toBe(true);
    expect(isClaimShown({ ...a, validFrom: '2030-12-31' }, { errorM: 0 }, choice)).toBe(true);
    expect(isClaimShown({ ...a, validFrom: '2031-01-01' }, { errorM: 0 }, choice)).toBe(false);
    expect(isClaimShown(a, { errorM: 0 }, { ...choice, hiddenThemes: ['housing'] })).toBe(false);
  });

  it('hides a conflict with either of its claims', () => {
    expect(isConflictShown(conflict('a', 'b'), a, b, choice)).toBe(true);
    expect(isConflictShown(conflict('a', 'b'), a, b, { ...choice, hiddenThemes: ['green'] })).toBe(false);
    expect(isConflictShown(conflict('a', 'c'), a, c, { ...choice, hiddenHardnesses: ['soft'] })).toBe(false);
    expect(isConflictShown(conflict('a', 'b', { heightRange: [1, 3] }), a, b, choice)).toBe(false);
    expect(isConflictShown(conflict('a', 'b', { period: { from: '2031-01-01' } }), a, b, choice)).toBe(false);
  });
});

describe('the matrix with own tries', () => {
  const matrix = [{ themes: ['housing', 'green'], kind: 'excludes' } as const];
  it('goes before the municipality, in either order; "unknown" takes the row away', () => {
    const pair = (kind: 'combinable' | 'unknown') => changeOwnPairs([], ['green', 'housing'], kind);
    expect(changeMatrix(matrix, pair('combinable'))).toEqual([{ themes: ['green', 'housing'], kind: 'combinable' }]);
    expect(changeMatrix(matrix, pair('unknown'))).toEqual([]);
    expect(changeOwnPairs(pair('unknown'), ['housing', 'green'], undefined)).toEqual([]);
  });
});
