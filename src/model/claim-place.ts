/** Which claims lie at a point or in a drawn area, their buffers and the width of pipes counted; in plan only. */
import type { Claim } from './claim.ts';
import type { ClaimChoice } from './claim-choice.ts';
import { isInPolygon } from './polygon.ts';

type Flat = readonly number[];
type Ring = Flat;
type ClaimShape = Pick<Claim, 'parts' | 'lines' | 'bufferM' | 'diameterM'>;

function distanceToSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / length, 0), 1);
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Calls with every side: two corners. */
function eachSide(
  line: Flat,
  isClosed: boolean,
  visit: (ax: number, ay: number, bx: number, by: number) => boolean,
): boolean {
  for (let i = isClosed ? 0 : 2; i < line.length; i += 2) {
    const j = i === 0 ? line.length - 2 : i - 2;
    if (visit(line[j] as number, line[j + 1] as number, line[i] as number, line[i + 1] as number)) return true;
  }
  return false;
}

const isInPart = (rings: readonly Ring[], x: number, y: number) =>
  rings.filter((ring) => isInPolygon(ring, x, y)).length % 2 === 1;

/** Metres around the drawn geometry that are the claim's. */
const reachOf = ({ bufferM, diameterM = 0, lines }: Pick<Claim, 'bufferM' | 'diameterM' | 'lines'>): number =>
  bufferM + (lines.length > 0 ? diameterM / 2 : 0);

/** Rings and lines alike. */
const linesOf = ({ parts, lines }: Pick<Claim, 'parts' | 'lines'>): (readonly [Flat, boolean])[] => [
  ...parts.flatMap((rings) => rings.map((ring) => [ring, true] as const)),
  ...lines.map((line) => [line, false] as const),
];

function isAtPoint(claim: ClaimShape, x: number, y: number): boolean {
  if (claim.parts.some((rings) => isInPart(rings, x, y))) return true;
  const reach = reachOf(claim);
  return linesOf(claim).some(([line, isClosed]) =>
    eachSide(line, isClosed, (ax, ay, bx, by) => distanceToSegment(x, y, ax, ay, bx, by) < reach),
  );
}

const turn = (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

type Side = readonly [number, number, number, number];

/** Through each other, not only touching. */
const doCross = ([ax, ay, bx, by]: Side, [cx, cy, dx, dy]: Side) =>
  turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) < 0 &&
  turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) < 0;

const distance = ([ax, ay, bx, by]: Side, [cx, cy, dx, dy]: Side) =>
  Math.min(
    distanceToSegment(ax, ay, cx, cy, dx, dy),
    distanceToSegment(bx, by, cx, cy, dx, dy),
    distanceToSegment(cx, cy, ax, ay, bx, by),
    distanceToSegment(dx, dy, ax, ay, bx, by),
  );

/** Sides that cross or come near enough; else one of both lies wholly within the other, or they only touch. */
function isInArea(claim: ClaimShape, ring: Ring): boolean {
  const reach = reachOf(claim);
  const all = linesOf(claim);
  const isNear = all.some(([line, isClosed]) =>
    eachSide(line, isClosed, (...side) =>
      eachSide(ring, true, (...own) => doCross(side, own) || distance(side, own) < reach),
    ),
  );
  if (isNear) return true;
  const [x, y] = insideOf([ring]);
  return (
    claim.parts.some((rings) => isInPart(rings, x, y) || isInPolygon(ring, ...insideOf(rings))) ||
    claim.lines.some((line) => isInPolygon(ring, line[0] as number, line[1] as number))
  );
}

/** A point inside a part: in the middle of its widest piece along the line across its middle. */
function insideOf(rings: readonly Ring[]): readonly [number, number] {
  const ys = [...new Set(rings.flat().filter((_, i) => i % 2 === 1))].sort((a, b) => a - b);
  const middle = ((ys[0] as number) + (ys.at(-1) as number)) / 2;
  // Between two heights of corners, so that the line meets no corner.
  const above = ys.find((value) => value > middle) ?? middle;
  const below = ys.findLast((value) => value <= middle) ?? middle;
  const y = (above + below) / 2;
  const xs: number[] = [];
  for (const ring of rings)
    eachSide(ring, true, (ax, ay, bx, by) => {
      if (ay > y !== by > y) xs.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
      return false;
    });
  xs.sort((a, b) => a - b);
  let best: readonly [number, number] = [xs[0] ?? 0, y];
  let widest = -1;
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const [from, until] = [xs[i] as number, xs[i + 1] as number];
    if (until - from > widest) best = [(from + until) / 2, y];
    widest = Math.max(widest, until - from);
  }
  return best;
}

/** west, south, east, north. */
type Box = readonly [number, number, number, number];

export function boxOf(lines: readonly Flat[], margin = 0): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines)
    for (let i = 0; i < line.length; i += 2) {
      west = Math.min(west, line[i] as number);
      east = Math.max(east, line[i] as number);
      south = Math.min(south, line[i + 1] as number);
      north = Math.max(north, line[i + 1] as number);
    }
  return [west - margin, south - margin, east + margin, north + margin];
}

export const boxOfClaim = (claim: ClaimShape): Box => boxOf([...claim.parts.flat(), ...claim.lines], reachOf(claim));

const doBoxesMeet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Rows of `claims`. Touching is not overlapping. */
export function listClaimsAt(claims: readonly ClaimShape[], place: NonNullable<ClaimChoice['place']>): number[] {
  const box = 'ring' in place ? boxOf([place.ring]) : boxOf([[place.x, place.y]]);
  return claims.flatMap((claim, row) => {
    if (!doBoxesMeet(box, boxOfClaim(claim))) return [];
    const isThere = 'ring' in place ? isInArea(claim, place.ring) : isAtPoint(claim, place.x, place.y);
    return isThere ? [row] : [];
  });
}
