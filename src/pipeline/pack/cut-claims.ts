/** Claims of which something may lie in the extent: by the box around each, with its buffer. They stay whole, as do themes and matrix. */
import type { Claim } from '../../model/claim.ts';
import type { ClaimTown } from '../../model/claim-town.ts';
import type { RdExtent } from '../../model/grid.ts';
import { extentAlong } from '../../model/plan-ring.ts';
import { meets } from './extent.ts';

function boxOf({ parts, lines, bufferM, diameterM = 0 }: Claim): RdExtent {
  const paths = [...parts.flatMap(([outer = []]) => [outer]), ...lines];
  const [xs, ys] = [paths.map((path) => extentAlong(path, 1, 0)), paths.map((path) => extentAlong(path, 0, 1))];
  const reach = bufferM + diameterM / 2;
  return [
    Math.min(...xs.map(([west]) => west)) - reach,
    Math.min(...ys.map(([south]) => south)) - reach,
    Math.max(...xs.map(([, east]) => east)) + reach,
    Math.max(...ys.map(([, north]) => north)) + reach,
  ];
}

export function cutClaims(town: ClaimTown, extent: RdExtent): ClaimTown {
  const isKept = town.claims.map((claim) => meets(extent, boxOf(claim)));
  const cut = <T>(list: readonly T[]) => list.filter((_, row) => isKept[row]);
  return { ...town, claims: cut(town.claims), heights: cut(town.heights), groundNap: cut(town.groundNap) };
}
