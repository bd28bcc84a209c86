/** Claims as areas: lines as wide as what lies in them, with buffers, repaired; in order of id, so that no answer depends on that of a file. */
import type { Claim, ClaimHeights } from '../../model/claim.ts';
import { growLines, growParts, type Parts, partsArea, uniteParts } from './clip.ts';
import { repairParts } from './repair.ts';

export interface ResolvedClaim {
  readonly claim: Claim;
  readonly heights: ClaimHeights;
  /** RD New metres; outer rings counter-clockwise, holes clockwise. Parts do not overlap. */
  readonly parts: Parts;
  readonly areaM2: number;
}

export interface ResolvedClaims {
  readonly claims: readonly ResolvedClaim[];
  /** One technical line for each claim that was changed or refused: `claim "id": …`. */
  readonly notes: readonly string[];
}

/** In order of the characters' codes, on every machine the same. */
const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The ground that a claim is about, with what is beside its lines and around it. */
function areaOfClaim({ parts, lines, diameterM = 0, bufferM }: Claim): {
  readonly parts: Parts;
  readonly notes: readonly string[];
} {
  const { parts: own, notes } = repairParts(parts);
  const areas: Parts[] = [];
  if (own.length > 0) areas.push(bufferM > 0 ? growParts(own, bufferM) : own);
  const reach = diameterM / 2 + bufferM;
  if (lines.length === 0) return { parts: areas[0] ?? [], notes };
  const drawn = lines.filter((line) => line.length >= 2 && line.every(Number.isFinite));
  if (drawn.length > 0 && reach > 0) areas.push(growLines(drawn, reach));
  const lost = lines.length - drawn.length;
  const told = [
    ...notes,
    ...(lost > 0 ? [`${lost} of its lines hold no place or a coordinate that is no number: left out`] : []),
    ...(drawn.length > 0 && !(reach > 0) ? ['its lines have no diameter and no buffer, so they take no room'] : []),
  ];
  return { parts: areas.length > 1 ? uniteParts(areas.flat()) : (areas[0] ?? []), notes: told };
}

export function resolveClaims(claims: readonly Claim[], heights: readonly ClaimHeights[]): ResolvedClaims {
  const order = claims.map((_, row) => row).sort((a, b) => compareIds(claims[a]?.id ?? '', claims[b]?.id ?? ''));
  const resolved: ResolvedClaim[] = [];
  const notes: string[] = [];
  let last: string | undefined;
  for (const row of order) {
    const claim = claims[row] as Claim;
    const where = `claim "${claim.id}"`;
    if (claim.id === last) {
      notes.push(`${where}: refused: another claim has this id.`);
      continue;
    }
    last = claim.id;
    const { parts, notes: own } = areaOfClaim(claim);
    const isRefused = parts.length === 0;
    const text = own.join('; ') || 'it has no geometry';
    if (own.length > 0 || isRefused) notes.push(`${where}: ${isRefused ? 'refused: ' : ''}${text}.`);
    if (!isRefused) resolved.push({ claim, heights: heights[row] ?? { errorM: 0 }, parts, areaM2: partsArea(parts) });
  }
  return { claims: resolved, notes };
}
