/**
 * How wide it stays beside what is placed: without simulating, exact to the geometry.
 *
 * A bottleneck is a segment between two edges, one of them an obstacle's, where the two come nearest to each other and nothing else comes
 * as near to its middle (the disc on it is empty: a Gabriel edge of the free ground). Its line, drawn on through what stands there to the
 * edges of the ground without obstacles, is the passage as it was; all bottlenecks on that line together are the passage as it is, but for
 * open ground, where each is one of its own. What is narrower than a body does not count. Capacity: Weidmann (1993), 1.2249 persons a second for each metre.
 */
import Flatbush from 'flatbush';
import { BODY_WIDTH, CAPACITY_PER_METRE, type CrowdPolygon } from '../../model/crowd.ts';
import type { Passage } from '../../model/crowd-answer.ts';
import { freeGround } from './walkable-area.ts';

/** m: wider is open ground, no passage. */
const WIDEST = 12;
/** m */
const NEAR_ZERO = 1e-6;
/** Passages whose lines are this close, both ends, are one; m. */
const SAME = 0.75;

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

function listEdges(polygons: readonly CrowdPolygon[]): Edge[] {
  const edges: Edge[] = [];
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
        edges.push([ring[j], ring[j + 1], ring[i], ring[i + 1]] as unknown as Edge);
    }
  }
  return edges;
}

function indexEdges(edges: readonly Edge[]): Flatbush {
  const index = new Flatbush(edges.length);
  for (const [x1, y1, x2, y2] of edges)
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  index.finish();
  return index;
}

/** Share of an edge, 0 to 1, nearest to a point. */
function along([x1, y1, x2, y2]: Edge, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
}

const at = ([x1, y1, x2, y2]: Edge, t: number): [number, number] => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];

function distanceTo(edge: Edge, x: number, y: number): number {
  const [ex, ey] = at(edge, along(edge, x, y));
  return Math.hypot(ex - x, ey - y);
}

/** The shortest segment between two edges that do not cross; between parallel ones that in the middle of where they face. */
function nearest(a: Edge, b: Edge): Edge {
  const candidates: [number, number, number, number, number][] = [];
  for (const t of [0, 1]) {
    const [px, py] = at(a, t);
    const [qx, qy] = at(b, along(b, px, py));
    candidates.push([Math.hypot(px - qx, py - qy), px, py, qx, qy]);
    const [rx, ry] = at(b, t);
    const [sx, sy] = at(a, along(a, rx, ry));
    candidates.push([Math.hypot(rx - sx, ry - sy), sx, sy, rx, ry]);
  }
  const least = Math.min(...candidates.map(([d]) => d));
  const ties = candidates.filter(([d]) => d < least + NEAR_ZERO);
  const mean = (k: number) => ties.reduce((sum, tie) => sum + (tie[k] as number), 0) / ties.length;
  // The mean of ends that are as near lies between them on both edges, so is as near.
  return [mean(1), mean(2), mean(3), mean(4)];
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

/** By width now, narrowest first. O(edges near edges). */
export function findPassages(walkable: readonly CrowdPolygon[], obstacles: readonly CrowdPolygon[]): Passage[] {
  if (obstacles.length === 0) return [];
  const before = listEdges(freeGround(walkable, []));
  const ground = freeGround(walkable, obstacles);
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
  for (const [i, edge] of edges.entries()) {
    if (!isObstacle[i]) continue;
    const [x1, y1, x2, y2] = edge;
    const near = index.search(
      Math.min(x1, x2) - WIDEST,
      Math.min(y1, y2) - WIDEST,
      Math.max(x1, x2) + WIDEST,
      Math.max(y1, y2) + WIDEST,
    );
    for (const j of near) {
      if (j === i || (isObstacle[j] && j < i)) continue;
      const segment = nearest(edge, edges[j] as Edge);
      const width = sizeOf(segment);
      if (width < 0.01 || width > WIDEST) continue;
      if (!isLeast(segment, edges, index) || !isEmpty(segment, edges, index)) continue;
      const line = chord(segment, before);
      if (!line) continue;
      const part = ordered(segment);
      const found = passages.find((passage) => isSame(passage.line, ordered(line)));
      if (!found) passages.push({ line: ordered(line), parts: [part] });
      else if (!found.parts.some((other) => isSame(other, part))) found.parts.push(part);
    }
  }
  return passages
    .flatMap(({ line, parts }) => {
      const widthBefore = sizeOf(line);
      // On open ground each gap is a passage of its own; in a street all gaps on a line are what is left of it.
      const groups = widthBefore > WIDEST ? parts.map((part) => [part]) : [parts];
      return groups.map((group) => {
        const widthNow = group.map(sizeOf).reduce((sum, width) => (width < BODY_WIDTH ? sum : sum + width), 0);
        return { line, parts: group, widthBefore, widthNow, capacityPersonsPerSecond: widthNow * CAPACITY_PER_METRE };
      });
    })
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

/** Whether its middle is free ground and nothing is nearer to it than its ends. */
function isEmpty(segment: Edge, edges: readonly Edge[], index: Flatbush): boolean {
  const [x, y] = at(segment, 0.5);
  const half = sizeOf(segment) / 2;
  const inside = half - 1e-4;
  if (inside <= 0) return false;
  for (const k of index.search(x - half, y - half, x + half, y + half))
    if (distanceTo(edges[k] as Edge, x, y) < inside) return false;
  return isFree(x, y, edges);
}

/** Even-odd over all rings of the free ground. */
function isFree(x: number, y: number, edges: readonly Edge[]): boolean {
  let inside = false;
  for (const [x1, y1, x2, y2] of edges)
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  return inside;
}
