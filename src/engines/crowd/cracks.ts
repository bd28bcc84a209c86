/**
 * A crack beside a thing that one gets past is no passage that is shut. Where walls are not straight the middle of a crack and that of the
 * gap on the thing's other side lie some way apart, so each comes on a line of its own.
 */
import type { CrowdPolygon } from '../../model/crowd.ts';
import type { Passage } from '../../model/crowd-answer.ts';
import { distanceTo, type Edge, listEdges } from './segments.ts';
import { freeGround } from './walkable-area.ts';

/** m: how far along the way both may be apart; cosine of the angle between their lines. */
const ALONG = 3;
const PARALLEL = 0.9;
/** m: an end of a passage this near to a thing lies on it. */
const ON = 0.03;

type Measured = Omit<Passage, 'id'>;

/** Without those that are shut by what another passage leads past. Things that touch are one. */
export function withoutCracks(passages: readonly Measured[], obstacles: readonly CrowdPolygon[]): Measured[] {
  const ways = passages.filter(({ widthNow }) => widthNow > 0);
  if (ways.length === 0 || ways.length === passages.length) return [...passages];
  const things = freeGround(obstacles, []).map((thing) => listEdges([thing]));
  return passages.filter((each) => {
    if (each.widthNow > 0) return true;
    const beside = things.filter((thing) => lieOn(each, thing));
    return !ways.some((way) => leadsPast(way.line, each.line) && beside.some((thing) => lieOn(way, thing)));
  });
}

const isOn = (thing: readonly Edge[], x: number, y: number) => thing.some((edge) => distanceTo(edge, x, y) < ON);

const lieOn = ({ parts }: Measured, thing: readonly Edge[]) =>
  parts.some(([x1, y1, x2, y2]) => isOn(thing, x1, y1) || isOn(thing, x2, y2));

/** Whether the middle of the gap's line lies before or behind the way's line, across the same street. */
function leadsPast(way: Passage['line'], gap: Passage['line']): boolean {
  const size = Math.hypot(way[2] - way[0], way[3] - way[1]);
  const [ux, uy] = [(way[2] - way[0]) / size, (way[3] - way[1]) / size];
  const [vx, vy] = [gap[2] - gap[0], gap[3] - gap[1]];
  const [dx, dy] = [(gap[0] + gap[2]) / 2 - way[0], (gap[1] + gap[3]) / 2 - way[1]];
  const across = dx * ux + dy * uy;
  const isParallel = Math.abs(ux * vx + uy * vy) >= PARALLEL * Math.hypot(vx, vy);
  return isParallel && Math.abs(dx * uy - dy * ux) < ALONG && across > 0 && across < size;
}
