/**
 * Whether emergency routes stay open: the widest disc that passes along each, and where it is held.
 *
 * The middle of the disc stays within the needed width of the drawn line on either side, from a cross-section at its start to one at its
 * end; it may swerve past what stands beside or on the line. A disc of width w passes when the ground without a border of w/2 (Clipper2,
 * whole millimetres) joins both; the widest one by halving, to 2 mm. Discs, not vehicles: how a long one turns a corner is not looked at.
 * Beyond the ends of the line the ground goes on, so that a route begins at the edge of the ground.
 */
import { Clipper, ClipType, EndType, JoinType, type Paths64 } from 'clipper2-ts';
import type { CrowdPolygon } from '../../model/crowd.ts';
import type { RouteAnswer } from '../../model/crowd-answer.ts';
import type { EmergencyRoute } from '../../model/event-plan.ts';
import { isInPolygon } from '../../model/polygon.ts';
import { isInside } from './lines.ts';
import { listEdges, nearestOn, type Spot } from './segments.ts';
import { cutPaths, freeGround, SCALE, toPath, toPaths } from './walkable-area.ts';

interface RouteGround {
  readonly walkable: readonly CrowdPolygon[];
  /** Stands there for good. */
  readonly fixed: readonly CrowdPolygon[];
  /** Placed, and named where it is in the way. */
  readonly things: readonly { readonly id: string; readonly polygon: CrowdPolygon }[];
}

/** m: wider is not measured. */
const WIDEST = 8;
/** m: widths are found to the last of these, first roughly; arcs are as far off as their share of it at most (Clipper2 draws them inside). */
const ROUGH = 0.1;
const FINE = 0.002;
const ARC_SHARE = 0.25;
/** m: what stands this near to where a route is held, holds it. */
const TOUCH = 0.03;
/** m: what is this near to the cross-section where a route begins or ends is there. */
const END = 0.01;

/** One after the other; each some 50 ms of processor time on a full square: in a thread. */
export function checkEmergencyRoutes(ground: RouteGround, routes: readonly EmergencyRoute[]): RouteAnswer[] {
  return routes.map((route) => checkRoute(ground, route));
}

/** A point beyond an end of the line, `distance` on. */
function beyond(line: readonly number[], isStart: boolean, distance: number): Spot {
  const n = line.length;
  const [x, y, nx, ny] = (
    isStart ? [line[0], line[1], line[2], line[3]] : [line[n - 2], line[n - 1], line[n - 4], line[n - 3]]
  ) as [number, number, number, number];
  const length = Math.hypot(x - nx, y - ny);
  return [x + ((x - nx) / length) * distance, y + ((y - ny) / length) * distance];
}

/** Across an end, `half` to either side, from `inward` before to `outward` beyond it. */
function acrossEnd(line: readonly number[], isStart: boolean, half: number, inward: number, outward: number) {
  const [ax, ay] = beyond(line, isStart, -inward);
  const [bx, by] = beyond(line, isStart, outward);
  const length = Math.hypot(bx - ax, by - ay);
  const [nx, ny] = [(-(by - ay) / length) * half, ((bx - ax) / length) * half];
  return [ax + nx, ay + ny, bx + nx, by + ny, bx - nx, by - ny, ax - nx, ay - ny];
}

const alongLine = (line: readonly number[], half: number): Paths64 =>
  Clipper.inflatePaths([toPath(line)], half * SCALE, JoinType.Round, EndType.Butt, 2, 1);

function checkRoute({ walkable, fixed, things }: RouteGround, { id, line, widthM }: EmergencyRoute): RouteAnswer {
  const stray = widthM;
  const reach = stray + WIDEST / 2 + 1;
  const going = [true, false].map((isStart) => [acrossEnd(line, isStart, reach, 0, reach)]);
  // Only what is near: its own border is never met.
  const around = Clipper.inflatePaths([toPath(line)], reach * SCALE, JoinType.Round, EndType.Square, 2, SCALE / 10);
  const ground = cutPaths(
    ClipType.Intersection,
    toPaths(freeGround([...walkable, ...going], [...fixed, ...things.map(({ polygon }) => polygon)])),
    around,
  );
  const paths = toPaths(ground);
  const corridor = alongLine(line, stray);
  const ends = [true, false].map((isStart) => acrossEnd(line, isStart, stray + END, END, END));
  // The corridor ends straight there, so that a part which comes so far has corners on it.
  const touches = ([outer = []]: CrowdPolygon, end: readonly number[]) => {
    for (let i = 0; i < outer.length; i += 2)
      if (isInPolygon(end, outer[i] as number, outer[i + 1] as number)) return true;
    return false;
  };

  /** Parts in which the middle of a disc can be. */
  const partsFor = (width: number, off: number): CrowdPolygon[] =>
    cutPaths(
      ClipType.Intersection,
      Clipper.inflatePaths(paths, (-width / 2) * SCALE, JoinType.Round, EndType.Polygon, 2, off * ARC_SHARE * SCALE),
      corridor,
    );
  const passes = (parts: readonly CrowdPolygon[]) => parts.some((part) => ends.every((end) => touches(part, end)));

  const answer = { id, neededM: widthM, widestM: WIDEST };
  let [free, held] = [0, WIDEST];
  let parts = partsFor(WIDEST, FINE);
  if (passes(parts)) return { ...answer, verdict: 'ok', freeM: WIDEST, by: [] };
  for (const off of [ROUGH, FINE]) {
    while (held - free > off) {
      const width = (free + held) / 2;
      const tried = partsFor(width, off);
      if (passes(tried)) free = width;
      else {
        held = width;
        parts = tried;
      }
    }
    // What passes among arcs drawn inside may not among the arcs themselves; what does not, does not.
    if (off === ROUGH) free = Math.max(0, free - 2 * ROUGH * ARC_SHARE);
  }
  const isBlocked = free === 0;
  const reached = parts.filter((part) => touches(part, ends[0] as number[]));
  const middle = findGap(
    reached,
    parts.filter((part) => !reached.includes(part)),
    beyond(line, true, 0),
  );
  const across = isBlocked ? middle.across : findSides(ground, middle.at, held);
  const by = things.filter(({ polygon }) => isTouched(polygon, across)).map((thing) => thing.id);
  const freeM = isBlocked ? 0 : (free + held) / 2;
  const verdict = isBlocked ? 'blocked' : freeM < widthM - FINE ? 'narrow' : 'ok';
  return { ...answer, verdict, freeM, across, by };
}

type Across = [number, number, number, number];

/** Where the parts that are reached come nearest to the others. */
function findGap(reached: readonly CrowdPolygon[], others: readonly CrowdPolygon[], start: Spot) {
  let across: Across = [...start, ...start];
  let least = Infinity;
  for (const [from, to] of [
    [reached, others],
    [others, reached],
  ] as const) {
    const edges = listEdges(to);
    for (const ring of from.flat()) {
      for (let i = 0; i < ring.length; i += 2) {
        const [x, y] = [ring[i] as number, ring[i + 1] as number];
        const near = nearestOn(edges, x, y);
        if (near.distance >= least) continue;
        least = near.distance;
        across = [x, y, near.x, near.y];
      }
    }
  }
  const at: Spot = [(across[0] + across[2]) / 2, (across[1] + across[3]) / 2];
  return { at, across };
}

/** What is nearest to a place, and what is nearest on the other side of it. */
function findSides(ground: readonly CrowdPolygon[], [x, y]: Spot, width: number): Across {
  const edges = listEdges(ground);
  const a = nearestOn(edges, x, y);
  const far = edges.filter((edge) => {
    const near = nearestOn([edge], x, y);
    return (near.x - x) * (a.x - x) + (near.y - y) * (a.y - y) < -0.5 * near.distance * a.distance;
  });
  const b = nearestOn(far, x, y);
  // Held by the border of the corridor: as wide to the other side.
  if (!(b.distance < width)) return [a.x, a.y, 2 * x - a.x, 2 * y - a.y];
  return [a.x, a.y, b.x, b.y];
}

function isTouched(polygon: CrowdPolygon, [x1, y1, x2, y2]: Across): boolean {
  const edges = listEdges([polygon]);
  const places: Spot[] = [
    [x1, y1],
    [x2, y2],
    [(x1 + x2) / 2, (y1 + y2) / 2],
  ];
  return places.some(([x, y]) => isInside(polygon, x, y) || nearestOn(edges, x, y).distance < TOUCH);
}
