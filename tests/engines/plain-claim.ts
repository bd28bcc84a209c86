/** Claims with as little around them as there can be. */
import { createClaimSpace } from '../../src/engines/claims.ts';
import type { Claim, ClaimConflict, ClaimHeights } from '../../src/model/claim.ts';
import type { ClaimAnswer } from '../../src/model/claim-answer.ts';
import type { ThemePair } from '../../src/model/claim-town.ts';

export const plainClaim = (id: string, parts: Claim['parts'], rest: Partial<Claim> = {}): Claim => ({
  id,
  name: id,
  theme: 'housing',
  hardness: 'hard',
  parts,
  lines: [],
  lower: 0,
  upper: 10,
  reference: 'nap',
  bufferM: 0,
  combinableWith: [],
  norms: [],
  ...rest,
});

export const rectangle = (west: number, south: number, width: number, height: number): number[] => [
  ...[west, south, west + width, south],
  ...[west + width, south + height, west, south + height],
];

/** Turned about the origin and moved. */
export function place(ring: readonly number[], radians: number, x: number, y: number): number[] {
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  return ring.map((_, i) => {
    const k = i - (i % 2);
    return i % 2 === 0 ? x + ring[k] * cos - ring[k + 1] * sin : y + ring[k] * sin + ring[k + 1] * cos;
  });
}

export const excluding: ThemePair[] = [{ themes: ['housing', 'housing'], kind: 'excludes' }];

/** Of claims in m NAP; of others nothing is known. */
const heightsOf = ({ reference, lower, upper }: Claim): ClaimHeights => ({
  errorM: 0,
  ...(reference === 'nap' && lower !== undefined && { lowerNap: lower }),
  ...(reference === 'nap' && upper !== undefined && { upperNap: upper }),
});

export const answerPlain = (claims: readonly Claim[], matrix = excluding, assumedAccuracyM = 0): ClaimAnswer =>
  createClaimSpace(claims, claims.map(heightsOf)).answer({ matrix, assumedAccuracyM });

/** Of the only pair there is. */
export const conflictOf = (a: Claim, b: Claim, matrix = excluding): ClaimConflict | undefined =>
  answerPlain([a, b], matrix).conflicts[0];

export const areaOf = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  conflictOf(plainClaim('a', [a]), plainClaim('b', [b]))?.areaM2 ?? 0;
