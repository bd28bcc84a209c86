/** Where pieces of new ground meet each other and today's ground: stretches of edge with what lies on their other side. */
import type { GroundPolygon } from '../../model/plan-geojson.ts';
import { isInRings, type Ring, ringArea } from '../../model/plan-ring.ts';

/** Part of a piece's edge: the piece lies to its left, `other` (undefined: today's ground) to its right. RD New. */
export interface Border {
  readonly piece: GroundPolygon;
  readonly other: GroundPolygon | undefined;
  readonly from: readonly [number, number];
  readonly until: readonly [number, number];
}

/** Side of the cells in which pieces are looked up, metres. */
const CELL = 10;
/** How far beside an edge its neighbour is looked for: beyond rounding, within the narrowest piece. Metres. */
const BESIDE = 0.02;
/** A corner this near to an edge lies on it, metres. */
const ON_EDGE = 0.004;

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(ring: Ring): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    west = Math.min(west, ring[i]);
    east = Math.max(east, ring[i]);
    south = Math.min(south, ring[i + 1]);
    north = Math.max(north, ring[i + 1]);
  }
  return [west, south, east, north];
}

/** What lies in each cell; boxes reach a little over their edges. */
function createCells<T>() {
  const cells = new Map<string, T[]>();
  const visit = ([west, south, east, north]: Box, each: (key: string) => void) => {
    for (let i = Math.floor((west - 0.1) / CELL); i <= Math.floor((east + 0.1) / CELL); i++)
      for (let j = Math.floor((south - 0.1) / CELL); j <= Math.floor((north + 0.1) / CELL); j++) each(`${i} ${j}`);
  };
  return {
    add(box: Box, item: T) {
      visit(box, (key) => {
        const list = cells.get(key);
        if (list) list.push(item);
        else cells.set(key, [item]);
      });
    },
    near(box: Box): Set<T> {
      const found = new Set<T>();
      visit(box, (key) => {
        for (const item of cells.get(key) ?? []) found.add(item);
      });
      return found;
    },
  };
}

/** Finds the piece at a point of RD New. */
export function createGroundFinder(pieces: readonly GroundPolygon[]) {
  const cells = createCells<GroundPolygon>();
  for (const piece of pieces) cells.add(boxOf(piece.rings[0]), piece);
  return (x: number, y: number, except?: GroundPolygon): GroundPolygon | undefined => {
    for (const piece of cells.near([x, y, x, y])) if (piece !== except && isInRings(piece.rings, x, y)) return piece;
    return undefined;
  };
}

export function listBorders(pieces: readonly GroundPolygon[]): Border[] {
  const corners = createCells<readonly [number, number]>();
  for (const { rings } of pieces)
    for (const ring of rings)
      for (let i = 0; i < ring.length; i += 2)
        corners.add([ring[i], ring[i + 1], ring[i], ring[i + 1]], [ring[i], ring[i + 1]]);
  const find = createGroundFinder(pieces);

  /** The edge from a to b, in stretches that end at every corner that lies on it. */
  function listStops(a: readonly [number, number], b: readonly [number, number]) {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const stops: [number, readonly [number, number]][] = [];
    for (const corner of corners.near(boxOf([...a, ...b]))) {
      const [dx, dy] = [corner[0] - a[0], corner[1] - a[1]];
      const along = dx * ux + dy * uy;
      if (Math.abs(dy * ux - dx * uy) < ON_EDGE && along > ON_EDGE && along < length - ON_EDGE)
        stops.push([along, corner]);
    }
    stops.sort(([s], [t]) => s - t);
    const between = stops.filter(([along], i) => i === 0 || along - stops[i - 1][0] > ON_EDGE);
    return { points: [a, ...between.map(([, corner]) => corner), b], ux, uy };
  }

  return pieces.flatMap((piece) =>
    piece.rings.flatMap((ring, r) => {
      // Outer rings run with the piece on their left, holes too.
      const forward = ringArea(ring) > 0 === (r === 0);
      const borders: Border[] = [];
      for (let i = 0; i < ring.length; i += 2) {
        const j = (i + 2) % ring.length;
        const [a, b] = forward ? [i, j] : [j, i];
        const { points, ux, uy } = listStops([ring[a], ring[a + 1]], [ring[b], ring[b + 1]]);
        for (let k = 1; k < points.length; k++) {
          const [from, until] = [points[k - 1], points[k]];
          const [x, y] = [(from[0] + until[0]) / 2 + uy * BESIDE, (from[1] + until[1]) / 2 - ux * BESIDE];
          borders.push({ piece, other: find(x, y, piece), from, until });
        }
      }
      return borders;
    }),
  );
}
