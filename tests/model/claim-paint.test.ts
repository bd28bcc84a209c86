import { describe, expect, it } from 'vitest';
import type { ClaimConflict } from '../../src/model/claim.ts';
import { initialClaimChoice } from '../../src/model/claim-choice.ts';
import { claimStates, FLAT, PAINT_BYTES, paintClaims, paintConflicts } from '../../src/model/claim-paint.ts';
import { listClaimShapes, listConflictShapes } from '../../src/model/claim-shape.ts';
import { makeClaim, makeTown, square } from '../fixtures/claim-scene.ts';

const town = makeTown([
  [makeClaim('home'), [-4, 9]],
  [makeClaim('cellar', { theme: 'mobility', hardness: 'soft' }), [-8, -4]],
  [
    makeClaim('fair', { theme: 'amenity', hardness: 'ambition', validFrom: '2026-06-01', validUntil: '2027-01-01' }),
    [-4, 0],
  ],
  [makeClaim('unknown', { theme: 'of its own' })],
]);
const shapes = listClaimShapes(town);
const nothing = { hovered: undefined, here: undefined };
const statesOf = (paint: Uint8Array) =>
  Array.from({ length: paint.length / PAINT_BYTES }, (_, i) => paint[i * PAINT_BYTES]);
const paintOf = (change: object, pointed: Parameters<typeof paintClaims>[3] = nothing) =>
  statesOf(paintClaims(town, shapes, { ...initialClaimChoice, ...change }, pointed));
const { hidden, shown, dim, selected, hovered } = claimStates;

describe('how the picture paints claims', () => {
  it('hides what is not between the planes, and never what has no known height', () => {
    expect(paintOf({})).toEqual([shown, shown, shown, shown]);
    expect(paintOf({ highNap: -4 })).toEqual([hidden, shown, hidden, shown]);
    expect(paintOf({ lowNap: 1 })).toEqual([shown, hidden, hidden, shown]);
  });

  it('goes by the year from its first day to its last', () => {
    expect(paintOf({ year: 2025 })[2]).toBe(hidden);
    expect(paintOf({ year: 2027 })[2]).toBe(hidden);
  });

  it('shows what is chosen whatever is hidden, and steps the rest back', () => {
    expect(paintOf({ selected: ['cellar'], hiddenThemes: ['mobility'] })).toEqual([dim, selected, dim, dim]);
    expect(paintOf({}, { hovered: 'home', here: new Set(['cellar']) })).toEqual([hovered, shown, dim, dim]);
  });

  it('keeps colours of themes, grey for one that is not known, and marks an unknown height', () => {
    const paint = paintClaims(town, shapes, initialClaimChoice, nothing);
    const at = 3 * PAINT_BYTES;
    expect(paint[at + 3]).toBe(FLAT);
    expect([...paint.slice(at + 4, at + 8)]).toEqual([0x6f, 0x6f, 0x6f, 255]);
    expect([...paint.slice(0, 4)]).toEqual([shown, 1, 0, 0]);
  });

  it('shows a conflict of a chosen kind where both claims are looked at', () => {
    const conflict: ClaimConflict = {
      a: 'home',
      b: 'fair',
      areaM2: 4,
      heightRange: [-4, 0],
      period: { from: '2026-06-01', until: '2027-01-01' },
      kind: 'excludes',
      reason: { id: 'matrix' },
      parts: [[square(147000, 508000, 2)]],
    };
    const overlaps = listConflictShapes([conflict], shapes);
    const claimOf = (id: string) => town.claims.find((claim) => claim.id === id);
    const stateOf = (change: object) =>
      paintConflicts([conflict], overlaps, { ...initialClaimChoice, ...change }, undefined, claimOf)[0];
    expect(overlaps[0]).toMatchObject({ lower: -4, upper: 0, ground: -4, isFlat: false });
    expect(stateOf({})).toBe(shown);
    expect(stateOf({ conflicts: ['unknown'] })).toBe(hidden);
    expect(stateOf({ year: 2030 })).toBe(hidden);
    expect(stateOf({ hiddenHardnesses: ['ambition'] })).toBe(hidden);
    expect(stateOf({ selected: ['home', 'fair'], conflicts: [] })).toBe(selected);
  });
});
