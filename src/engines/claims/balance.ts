/** How much ground each theme claims, every m² once, and how much of it is claimed more than once. */
import type { ClaimBalance } from '../../model/claim.ts';
import { type Box, boxOf, cutToBox } from './box.ts';
import { type Parts, partsArea, uniteParts } from './clip.ts';
import { commonPeriod } from './conflicts.ts';
import type { PlanOverlap } from './overlaps.ts';
import type { ResolvedClaim } from './resolve.ts';

/** Areas from which on they are cut in two and counted apart: overlay of many at once grows faster than their number. */
const MANY = 48;
/** Cutting goes on only while the halves have less than this many times the areas of the whole. */
const WORTH = 1.6;

function halvesOf([west, south, east, north]: Box): [Box, Box] {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return east - west > north - south
    ? [
        [west, south, x, north],
        [x, south, east, north],
      ]
    : [
        [west, south, east, y],
        [west, y, east, north],
      ];
}

/** m² that is covered at all. `parts` lie within the box. */
function unionArea(parts: Parts, box: Box = boxOf(parts)): number {
  if (parts.length === 0) return 0;
  const whole = (box[2] - box[0]) * (box[3] - box[1]);
  // Where one covers all, others add nothing: large zones over many plots end here.
  if (parts.some((part) => partsArea([part]) >= whole * (1 - 1e-12))) return whole;
  if (parts.length === 1) return partsArea(parts);
  if (parts.length > MANY) {
    const halves = halvesOf(box).map((half) => ({ half, own: cutToBox(parts, half) }));
    if (halves.reduce((sum, { own }) => sum + own.length, 0) < WORTH * parts.length)
      return halves.reduce((sum, { half, own }) => sum + unionArea(own, half), 0);
  }
  return partsArea(uniteParts(parts));
}

/** Groups that hang together by pairs of rows; a row without pairs is in none. */
function groupRows(pairs: readonly (readonly [number, number])[]): number[][] {
  const parents = new Map<number, number>();
  const rootOf = (row: number): number => {
    let root = row;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    for (let at = row; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    if (!parents.has(root)) parents.set(root, root);
    return root;
  };
  for (const [a, b] of pairs) parents.set(rootOf(a), rootOf(b));
  const groups = new Map<number, number[]>();
  for (const row of parents.keys()) {
    const root = rootOf(row);
    const group = groups.get(root);
    if (group) group.push(row);
    else groups.set(root, [row]);
  }
  return [...groups.values()];
}

/** Overlaps that lie over each other hang together by a claim that both are of. */
function twiceArea(overlaps: readonly PlanOverlap[]): number {
  const byClaim = new Map<number, number>();
  const pairs: [number, number][] = overlaps.flatMap(({ a, b }, row) =>
    [a, b].map((claim): [number, number] => {
      const first = byClaim.get(claim) ?? row;
      byClaim.set(claim, first);
      return [first, row];
    }),
  );
  let sum = 0;
  for (const rows of groupRows(pairs)) {
    const own = rows.map((row) => overlaps[row] as PlanOverlap);
    sum += own.length === 1 ? (own[0] as PlanOverlap).areaM2 : unionArea(own.flatMap(({ parts }) => parts));
  }
  return sum;
}

/** In order of theme. Of claims twice only what both claim on one day counts, at whatever heights. */
export function balanceThemes(claims: readonly ResolvedClaim[], overlaps: readonly PlanOverlap[]): ClaimBalance[] {
  const claimOf = (row: number) => (claims[row] as ResolvedClaim).claim;
  const themes = new Map<string, { claimedM2: number; readonly overlaps: PlanOverlap[] }>();
  for (const { claim, areaM2 } of claims) {
    const theme = themes.get(claim.theme);
    if (theme) theme.claimedM2 += areaM2;
    else themes.set(claim.theme, { claimedM2: areaM2, overlaps: [] });
  }
  for (const overlap of overlaps)
    for (const theme of new Set([claimOf(overlap.a).theme, claimOf(overlap.b).theme]))
      themes.get(theme)?.overlaps.push(overlap);
  const isTogether = ({ a, b }: PlanOverlap) => commonPeriod(claimOf(a), claimOf(b)) !== undefined;
  return [...themes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([theme, { claimedM2, overlaps: own }]) => ({
      theme,
      claimedM2,
      netM2: claimedM2 - lostM2(claims, own, theme),
      doubleClaimedM2: twiceArea(own.filter(isTogether)),
    }));
}

/** What the claims of one theme count more than once among themselves. */
function lostM2(claims: readonly ResolvedClaim[], overlaps: readonly PlanOverlap[], theme: string): number {
  const areaOf = (row: number) => claims[row] as ResolvedClaim;
  const own = overlaps.filter(({ a, b }) => areaOf(a).claim.theme === theme && areaOf(b).claim.theme === theme);
  // Of two that hang together by nothing else, their overlap is all there is.
  const between = new Map(own.map(({ a, areaM2 }) => [a, areaM2]));
  let lost = 0;
  for (const rows of groupRows(own.map(({ a, b }) => [a, b]))) {
    const group = rows.map(areaOf);
    const pair = rows.length === 2 ? between.get(Math.min(...rows)) : undefined;
    const sum = group.reduce((total, { areaM2 }) => total + areaM2, 0);
    lost += pair ?? sum - unionArea(group.flatMap(({ parts }) => parts));
  }
  return lost;
}
