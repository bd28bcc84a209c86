/**
 * Areas of claims in one flat store: each polygon with its hull and the convex pieces that it falls apart in, which is what two claims are
 * compared by. Most plots are convex, and then all three are the same range of numbers.
 */
import earcut from 'earcut';
import { ringArea } from '../../model/plan-ring.ts';
import { type Box, boxOf } from './box.ts';
import { type Frame, frameOf, type Parts, partsArea, type Rings } from './clip.ts';
import { isConvexRing } from './crossing.ts';

export interface PieceStore {
  /** RD New metres less {@link frame}, flat x, y pairs. */
  readonly corners: Float64Array;
  readonly frame: Frame;
  readonly polygons: number;
  /** Row of its claim, by polygon. */
  readonly owners: Int32Array;
  /** Metres that lines of a claim may be off by rounding, by claim. */
  readonly touches: Float64Array;
  /** Four numbers for each polygon, in the frame. */
  readonly boxes: Float64Array;
  /** First number of the hull and the one after its last, two for each polygon. */
  readonly hulls: Int32Array;
  /** First piece of each polygon, and one more; none where a polygon could not be cut up: then only overlay tells. */
  readonly firstPieces: Int32Array;
  /** First number of each piece and the one after its last, two for each piece. */
  readonly pieces: Int32Array;
  /** As they were given. */
  readonly rings: readonly Rings[];
  /** First polygon of each claim, and one more. */
  readonly firstPolygons: Int32Array;
}

/** A flat list of numbers that grows. */
function createNumbers() {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    /** Without making an array of a ring first: 100,000 of them would be seen. */
    pushMoved(ring: readonly number[], x: number, y: number) {
      if (length + ring.length > values.length) {
        const larger = new Float64Array(2 * (length + ring.length));
        larger.set(values);
        values = larger;
      }
      for (let i = 0; i < ring.length; i += 2) {
        values[length++] = ring[i] - x;
        values[length++] = ring[i + 1] - y;
      }
    },
    finish: () => values.slice(0, length),
  };
}

/** Counter-clockwise, by Andrew's chain. */
function hullOf(ring: readonly number[]): number[] {
  const order = Array.from({ length: ring.length / 2 }, (_, i) => 2 * i);
  order.sort((a, b) => ring[a] - ring[b] || ring[a + 1] - ring[b + 1]);
  const chain = (rows: readonly number[]) => {
    const kept: number[] = [];
    for (const row of rows) {
      while (kept.length >= 2) {
        const [a, b] = [kept[kept.length - 2] as number, kept[kept.length - 1] as number];
        const [ux, uy] = [ring[b] - ring[a], ring[b + 1] - ring[a + 1]];
        if (ux * (ring[row + 1] - ring[a + 1]) - uy * (ring[row] - ring[a]) > 0) break;
        kept.pop();
      }
      kept.push(row);
    }
    return kept.slice(0, -1);
  };
  return [...chain(order), ...chain(order.reverse())].flatMap((row) => [ring[row], ring[row + 1]]);
}

/** Triangles that cover a polygon exactly; undefined where they do not. */
function cutUp(rings: Rings): number[][] | undefined {
  const [x0, y0] = rings[0];
  const flat: number[] = [];
  const holes: number[] = [];
  for (const [r, ring] of rings.entries()) {
    if (r > 0) holes.push(flat.length / 2);
    for (let i = 0; i < ring.length; i += 2) flat.push(ring[i] - x0, ring[i + 1] - y0);
  }
  const corners = earcut(flat, holes);
  const triangles: number[][] = [];
  let sum = 0;
  for (let i = 0; i < corners.length; i += 3) {
    const triangle: number[] = [];
    for (let k = 0; k < 3; k++) triangle.push(x0 + flat[2 * corners[i + k]], y0 + flat[2 * corners[i + k] + 1]);
    const area = ringArea(triangle);
    sum += Math.abs(area);
    if (area < 0)
      triangles.push([triangle[0], triangle[1], triangle[4], triangle[5], triangle[2], triangle[3]] as number[]);
    else if (area > 0) triangles.push(triangle);
  }
  const area = partsArea([rings]);
  return Math.abs(sum - area) <= 1e-9 * (1 + area) ? triangles : undefined;
}

/** Convex rings that cover parts exactly, counter-clockwise; a polygon that cannot be cut up is left out. */
export const listConvex = (parts: Parts): readonly (readonly number[])[] =>
  parts.flatMap((own) => (own.length === 1 && isConvexRing(own[0] ?? []) ? [own[0] ?? []] : (cutUp(own) ?? [])));

/** Of parts that turn the right way round, one list for each claim; `touches` as {@link PieceStore.touches}. */
export function storePieces(claims: readonly Parts[], touches: Float64Array): PieceStore {
  const rings = claims.flat();
  const frame = frameOf(rings);
  const numbers = createNumbers();
  const owners = new Int32Array(rings.length);
  const boxes = new Float64Array(4 * rings.length);
  const hulls = new Int32Array(2 * rings.length);
  const firstPieces = new Int32Array(rings.length + 1);
  const firstPolygons = new Int32Array(claims.length + 1);
  const pieces: number[] = [];
  const add = (ring: readonly number[]) => {
    const first = numbers.length;
    numbers.pushMoved(ring, frame.x, frame.y);
    return first;
  };
  let polygon = 0;
  for (const [claim, parts] of claims.entries()) {
    for (const own of parts) {
      const [outer = []] = own;
      owners[polygon] = claim;
      const box: Box = boxOf([own]);
      for (let i = 0; i < 4; i++) boxes[4 * polygon + i] = box[i] - (i % 2 === 0 ? frame.x : frame.y);
      if (own.length === 1 && isConvexRing(outer)) {
        const first = add(outer);
        hulls[2 * polygon] = first;
        hulls[2 * polygon + 1] = numbers.length;
        pieces.push(first, numbers.length);
      } else {
        hulls[2 * polygon] = add(hullOf(outer));
        hulls[2 * polygon + 1] = numbers.length;
        for (const triangle of cutUp(own) ?? []) pieces.push(add(triangle), numbers.length);
      }
      polygon++;
      firstPieces[polygon] = pieces.length / 2;
    }
    firstPolygons[claim + 1] = polygon;
  }
  return {
    corners: numbers.finish(),
    frame,
    polygons: rings.length,
    owners,
    touches,
    boxes,
    hulls,
    firstPieces,
    pieces: Int32Array.from(pieces),
    rings,
    firstPolygons,
  };
}
