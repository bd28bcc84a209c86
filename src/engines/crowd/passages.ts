/**
 * How wide it stays beside what is placed: without simulating, exact to the geometry.
 *
 * A bottleneck is a segment between two edges, one of them an obstacle's, where the two come nearest to each other and nothing else comes
 * as near to its middle (the disc on it is empty: a Gabriel edge of the free ground). Its line, drawn on through what stands there to the
 * edges of the ground without obstacles, is the passage as it was; all bottlenecks on that line together are the passage as it is, but for
 * open ground, where each is one of its own. What is narrower than a body does not count. Capacity: Weidmann (1993), 1.2249 persons a
 * second for each metre, or another of `passageCapacities`.
 *
 * Cost: pairs of edges within 12 m of each other; a square of 160 edges with 60 things on it takes 25 ms of processor time once warm, four
 * times that the first time (`npm run bench -- crowd`): in a thread (`workers/passages.worker.ts`), so that a picture in which something
 * is dragged does not wait. Most pairs fall to the edge that the pair before fell to.
 */
import Flatbush from 'flatbush';
import { BODY_WIDTH, CAPACITY_PER_METRE, type CrowdScenario } from '../../model/crowd.ts';
import type { Passage } from '../../model/crowd-answer.ts';
import { withoutCracks } from './cracks.ts';
import { along, at, distanceTo, type Edge, listEdges } from './segments.ts';
import { freeGround } from './walkable-area.ts';

/** m: wider is open ground, no passage. */
const WIDEST = 12;
/** m */
const NEAR_ZERO = 1e-6;
/** Passages whose lines are this close, both ends, are one; m. */
const SAME = 0.75;

function indexEdges(edges: readonly Edge[]): Flatbush {
  const index = new Flatbush(edges.length);
  for (const [x1, y1, x2, y2] of edges)
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  index.finish();
  return index;
}

/** Distance, then both ends, of four ways to go from one edge to another. */
const ways = new Float64Array(20);

function tryWay(row: number, px: number, py: number, edge: Edge, isFirst: boolean): void {
  const t = along(edge, px, py);
  const qx = edge[0] + (edge[2] - edge[0]) * t;
  const qy = edge[1] + (edge[3] - edge[1]) * t;
  const i = row * 5;
  ways[i] = Math.hypot(px - qx, py - qy);
  ways[i + 1] = isFirst ? px : qx;
  ways[i + 2] = isFirst ? py : qy;
  ways[i + 3] = isFirst ? qx : px;
  ways[i + 4] = isFirst ? qy : py;
}

/** The shortest segment between two edges that do not cross, into `to`; between parallel ones that in the middle of where they face. */
function nearest(a: Edge, b: Edge, to: [number, number, number, number]): number {
  tryWay(0, a[0], a[1], b, true);
  tryWay(1, a[2], a[3], b, true);
  tryWay(2, b[0], b[1], a, false);
  tryWay(3, b[2], b[3], a, false);
  let least = Infinity;
  for (let i = 0; i < 20; i += 5) least = Math.min(least, ways[i] as number);
  to.fill(0);
  let ties = 0;
  // The mean of ends that are as near lies between them on both edges, so is as near.
  for (let i = 0; i < 20; i += 5) {
    if ((ways[i] as number) >= least + NEAR_ZERO) continue;
    ties++;
    for (let k = 0; k < 4; k++) to[k] = (to[k] as number) + (ways[i + 1 + k] as number);
  }
  for (let k = 0; k < 4; k++) to[k] = (to[k] as number) / ties;
  return sizeOf(to);
}

/** From the middle of a segment both ways along it to the edges; undefined where there is none. */
function chord([x1, y1, x2, y2]: Edge, edges: readonly Edge[]): Edge | undefined {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  let [back, ahead] = [-Infinity, Infinity];
  for (const [ax, ay, bx, by] of edges) {
    const from = ux * (ay - my) - uy * (ax - mx);
    const to = ux * (by - my) - uy * (bx - mx);
    if (from >= 0 === to >= 0) continue;
    const t = from / (from - to);
    const s = ux * (ax + (bx - ax) * t - mx) + uy * (ay + (by - ay) * t - my);
    if (s >= 0) ahead = Math.min(ahead, s);
    else back = Math.max(back, s);
  }
  if (!Number.isFinite(back) || !Number.isFinite(ahead)) return undefined;
  return [mx + ux * back, my + uy * back, mx + ux * ahead, my + uy * ahead];
}

const sizeOf = ([x1, y1, x2, y2]: Edge) => Math.hypot(x2 - x1, y2 - y1);

/** The same way round for any order of edges. */
const ordered = (edge: Edge): Edge => {
  const [x1, y1, x2, y2] = edge;
  return x2 - x1 > NEAR_ZERO || (Math.abs(x2 - x1) <= NEAR_ZERO && y1 <= y2) ? edge : [x2, y2, x1, y1];
};

const isSame = (a: Edge, b: Edge) =>
  Math.hypot(a[0] - b[0], a[1] - b[1]) < SAME && Math.hypot(a[2] - b[2], a[3] - b[3]) < SAME;

type Ground = Pick<CrowdScenario, 'walkable' | 'fixed' | 'obstacles'>;

/** By width now, narrowest first. `perMetre`: persons/(m·s) that a metre of width lets through. */
export function measurePassages({ walkable, fixed = [], obstacles }: Ground, perMetre = CAPACITY_PER_METRE): Passage[] {
  if (obstacles.length === 0) return [];
  const before = listEdges(freeGround(walkable, fixed));
  const ground = freeGround(walkable, [...fixed, ...obstacles]);
  const edges = listEdges(ground);
  if (edges.length === 0) return [];
  const index = indexEdges(edges);
  const wallIndex = indexEdges(before);
  // An edge that lies on none of the ground's own is an obstacle's.
  const isObstacle = edges.map((edge) => {
    const [x, y] = at(edge, 0.5);
    return !wallIndex
      .search(x - 0.01, y - 0.01, x + 0.01, y + 0.01)
      .some((w) => distanceTo(before[w] as Edge, x, y) < 0.002);
  });

  const passages: { line: Edge; parts: Edge[] }[] = [];
  const segment: [number, number, number, number] = [0, 0, 0, 0];
  for (const [i, edge] of edges.entries()) {
    if (!isObstacle[i]) continue;
    const [x1, y1, x2, y2] = edge;
    const near = index.search(
      Math.min(x1, x2) - WIDEST,
      Math.min(y1, y2) - WIDEST,
      Math.max(x1, x2) + WIDEST,
      Math.max(y1, y2) + WIDEST,
    );
    let blocker = i;
    for (const j of near) {
      if (j === i || (isObstacle[j] && j < i)) continue;
      const width = nearest(edge, edges[j] as Edge, segment);
      if (width < 0.01 || width > WIDEST) continue;
      // Whatever comes near to its middle is near this edge too: no farther than the disc is wide.
      const [mx, my] = at(segment, 0.5);
      const inside = width / 2 - 1e-4;
      if (distanceTo(edges[blocker] as Edge, mx, my) < inside) continue;
      const nearer = findNearer(near, edges, mx, my, inside);
      if (nearer >= 0) {
        blocker = nearer;
        continue;
      }
      if (!isLeast(segment, edges, index) || !isFree(mx, my, edges)) continue;
      const line = chord(segment, before);
      if (!line) continue;
      const part = ordered([...segment]);
      const found = passages.find((passage) => isSame(passage.line, ordered(line)));
      if (!found) passages.push({ line: ordered(line), parts: [part] });
      else if (!found.parts.some((other) => isSame(other, part))) found.parts.push(part);
    }
  }
  const measured = passages.flatMap(({ line, parts }) => {
    const widthBefore = sizeOf(line);
    // On open ground each gap is a passage of its own if someone fits; in a street all gaps on a line are what is left of it.
    const isOpen = widthBefore > WIDEST;
    const groups = isOpen ? parts.filter((part) => sizeOf(part) >= BODY_WIDTH).map((part) => [part]) : [parts];
    return groups.map((group) => {
      const widthNow = group.map(sizeOf).reduce((sum, width) => (width < BODY_WIDTH ? sum : sum + width), 0);
      return { line, parts: group, widthBefore, widthNow, capacityPersonsPerSecond: widthNow * perMetre };
    });
  });
  return withoutCracks(measured, obstacles)
    .sort((a, b) => a.widthNow - b.widthNow || a.line[0] - b.line[0] || a.line[1] - b.line[1])
    .map((passage, i) => ({ id: `passage-${i + 1}`, ...passage }));
}

/**
 * Whether a segment gets longer when its ends move along the edges there. Where edges on both sides run on together, square to it, the
 * segment between the middles of where they face is the one that counts.
 */
function isLeast([x1, y1, x2, y2]: Edge, edges: readonly Edge[], index: Flatbush): boolean {
  const [dx, dy] = [(x2 - x1) / Math.hypot(x2 - x1, y2 - y1), (y2 - y1) / Math.hypot(x2 - x1, y2 - y1)];
  const here = waysOn(x1, y1, edges, index);
  const there = waysOn(x2, y2, edges, index);
  const shortens = (ways: readonly Way[], sign: number) => ways.some(([ux, uy]) => sign * (dx * ux + dy * uy) > SQUARE);
  if (shortens(here.all, 1) || shortens(there.all, -1)) return false;
  const isSquare = ([ux, uy]: Way) => Math.abs(dx * ux + dy * uy) <= SQUARE;
  const runsOn = (a: Way, b: Way) => a[0] * b[0] + a[1] * b[1] > 0;
  const meet = (from: readonly Way[], to: readonly Way[]) =>
    from.some((way) => isSquare(way) && to.some((other) => isSquare(other) && runsOn(way, other)));
  return !meet(here.ends, there.all) && !meet(there.ends, here.all);
}

/** Cosine under which two directions are square to each other. */
const SQUARE = 1e-6;
type Way = readonly [number, number];

/** Unit directions in which edges go on from a point: all of them, and those of edges that end there. */
function waysOn(x: number, y: number, edges: readonly Edge[], index: Flatbush): { all: Way[]; ends: Way[] } {
  const all: Way[] = [];
  const ends: Way[] = [];
  for (const k of index.search(x - NEAR_ZERO, y - NEAR_ZERO, x + NEAR_ZERO, y + NEAR_ZERO)) {
    const edge = edges[k] as Edge;
    if (distanceTo(edge, x, y) > NEAR_ZERO) continue;
    const [ax, ay, bx, by] = edge;
    const [ux, uy] = [(bx - ax) / sizeOf(edge), (by - ay) / sizeOf(edge)];
    const isStart = Math.hypot(ax - x, ay - y) < NEAR_ZERO;
    const isEnd = Math.hypot(bx - x, by - y) < NEAR_ZERO;
    if (!isEnd) all.push([ux, uy]);
    if (!isStart) all.push([-ux, -uy]);
    if (isStart) ends.push([ux, uy]);
    if (isEnd) ends.push([-ux, -uy]);
  }
  return { all, ends };
}

/** The first of `near` that is nearer than `distance`, or −1. */
function findNearer(near: readonly number[], edges: readonly Edge[], x: number, y: number, distance: number): number {
  for (const k of near) if (distanceTo(edges[k] as Edge, x, y) < distance) return k;
  return -1;
}

/** Even-odd over all rings of the free ground. */
function isFree(x: number, y: number, edges: readonly Edge[]): boolean {
  let inside = false;
  for (const [x1, y1, x2, y2] of edges)
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  return inside;
}
