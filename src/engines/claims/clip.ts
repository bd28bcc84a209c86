/** Clipper2 on the parts of claims: whole hundredths of a micrometre, counted from a place nearby, so that figures stay exact in doubles. */
import {
  Clipper,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type Paths64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import { ringArea } from '../../model/plan-ring.ts';

export type Rings = readonly (readonly number[])[];
/** Polygons: rings of flat x, y pairs, outer first, not closed. */
export type Parts = readonly Rings[];

const UNITS = 1e8;
/** Metres that a round corner lies within its circle at most. */
const CHORD_M = 0.001;

export interface Frame {
  readonly x: number;
  readonly y: number;
}

/** Whole metres, so that nothing is lost by counting from it. */
export function frameOf(parts: Parts): Frame {
  let [x, y] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [outer = []] of parts)
    for (let i = 0; i < outer.length; i += 2) {
      x = Math.min(x, outer[i]);
      y = Math.min(y, outer[i + 1]);
    }
  return { x: Math.floor(x), y: Math.floor(y) };
}

function toPath(ring: readonly number[], { x, y }: Frame): Path64 {
  const path: Path64 = [];
  for (let i = 0; i < ring.length; i += 2)
    path.push({ x: Math.round((ring[i] - x) * UNITS), y: Math.round((ring[i + 1] - y) * UNITS) });
  return path;
}

const toPaths = (parts: Parts, frame: Frame): Paths64 => parts.flatMap((rings) => rings.map((r) => toPath(r, frame)));

function toRing(path: Path64, { x, y }: Frame): number[] {
  const ring: number[] = [];
  for (const point of path) ring.push(x + point.x / UNITS, y + point.y / UNITS);
  return ring;
}

function listNodes(tree: PolyPath64 | PolyTree64, frame: Frame, result: number[][][]): void {
  for (let i = 0; i < tree.count; i++) {
    const outer = tree.child(i);
    const rings = [toRing(outer.poly ?? [], frame)];
    for (let k = 0; k < outer.count; k++) {
      const hole = outer.child(k);
      rings.push(toRing(hole.poly ?? [], frame));
      listNodes(hole, frame, result);
    }
    result.push(rings);
  }
}

/** Rings as the library gives them: outer ones counter-clockwise, holes clockwise; to parts. */
function toParts(paths: Paths64, frame: Frame): number[][][] {
  if (paths.every((path) => Clipper.area(path) > 0)) return paths.map((path) => [toRing(path, frame)]);
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, paths, null, tree, FillRule.NonZero);
  const result: number[][][] = [];
  listNodes(tree, frame, result);
  return result;
}

export function intersectParts(a: Parts, b: Parts): number[][][] {
  const frame = frameOf(a);
  return toParts(Clipper.intersect(toPaths(a, frame), toPaths(b, frame), FillRule.NonZero), frame);
}

export function subtractParts(a: Parts, b: Parts): number[][][] {
  const frame = frameOf(a);
  return toParts(Clipper.difference(toPaths(a, frame), toPaths(b, frame), FillRule.NonZero), frame);
}

/** `even-odd`: what is covered twice is a hole, as most programs read a ring that crosses itself. */
export function uniteParts(parts: Parts, rule: 'even-odd' | 'non-zero' = 'non-zero'): number[][][] {
  const frame = frameOf(parts);
  const fill = rule === 'even-odd' ? FillRule.EvenOdd : FillRule.NonZero;
  return toParts(Clipper.union(toPaths(parts, frame), fill), frame);
}

/** Grown by `by` metres with round corners, or shrunk by a negative distance with sharp ones. */
export function growParts(parts: Parts, by: number): number[][][] {
  const frame = frameOf(parts);
  const join = by > 0 ? JoinType.Round : JoinType.Miter;
  const paths = toPaths(parts, frame);
  return toParts(Clipper.inflatePaths(paths, by * UNITS, join, EndType.Polygon, 2, CHORD_M * UNITS), frame);
}

/** What lies within `reach` metres of lines; of a single point a disc. */
export function growLines(lines: Rings, reach: number): number[][][] {
  const frame = frameOf([lines.flatMap((line) => [...line])].map((ring) => [ring]));
  const paths = lines.map((line) => toPath(line, frame));
  const grown = Clipper.inflatePaths(paths, reach * UNITS, JoinType.Round, EndType.Round, 2, CHORD_M * UNITS);
  return toParts(grown, frame);
}

/** m² of parts that do not overlap; holes turn the other way round, whichever that is. */
export function partsArea(parts: Parts): number {
  let sum = 0;
  for (const [outer = [], ...holes] of parts) {
    sum += Math.abs(ringArea(outer));
    for (const hole of holes) sum -= Math.abs(ringArea(hole));
  }
  return sum;
}
