/** The outline of pieces of ground together, as rings without holes: where today's ground makes way. */
import { Clipper, ClipType, FillRule, type Paths64, type PolyPath64, PolyTree64 } from 'clipper2-ts';
import { type Ring, ringArea } from '../../model/plan-ring.ts';

const MILLIMETRES = 1000;
/** Gaps between pieces narrower than this are drawing errors, metres; they are closed. */
const SEAM = 0.01;

type Box = readonly [west: number, south: number, east: number, north: number];

const toPaths = (rings: readonly Ring[], x0: number, y0: number): Paths64 =>
  rings.map((ring) =>
    Array.from({ length: ring.length / 2 }, (_, i) => ({
      x: Math.round((ring[i * 2] - x0) * MILLIMETRES),
      y: Math.round((ring[i * 2 + 1] - y0) * MILLIMETRES),
    })),
  );

const boxOf = (path: Paths64[number]): Box => [
  Math.min(...path.map(({ x }) => x)),
  Math.min(...path.map(({ y }) => y)),
  Math.max(...path.map(({ x }) => x)),
  Math.max(...path.map(({ y }) => y)),
];

/** A polygon with holes, cut through the middle of a hole until no piece has one. */
function withoutHoles(paths: Paths64): Paths64 {
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, paths, null, tree, FillRule.NonZero);
  const result: Paths64 = [];
  const visit = (node: PolyPath64) => {
    for (let i = 0; i < node.count; i++) {
      const outer = node.child(i);
      const ring = outer.poly ?? [];
      const [hole] = Array.from({ length: outer.count }, (_, k) => outer.child(k).poly ?? []);
      for (let k = 0; k < outer.count; k++) visit(outer.child(k));
      if (!hole) {
        result.push(ring);
        continue;
      }
      const [west, south, east, north] = boxOf(ring);
      const [left, , right] = boxOf(hole);
      const middle = Math.round((left + right) / 2);
      const rings = [ring, ...Array.from({ length: outer.count }, (_, k) => outer.child(k).poly ?? [])];
      for (const [from, until] of [
        [west, middle],
        [middle, east],
      ] as const) {
        const half = Clipper.intersect(rings, boxPath(from, south, until, north), FillRule.NonZero);
        result.push(...withoutHoles(half));
      }
    }
  };
  visit(tree);
  return result;
}

const boxPath = (west: number, south: number, east: number, north: number): Paths64 => [
  [
    { x: west, y: south },
    { x: east, y: south },
    { x: east, y: north },
    { x: west, y: north },
  ],
];

/** RD New, flat x, y pairs, counter-clockwise. `polygons` as lists of rings, outer first, wound anyhow. */
export function outlineOf(polygons: readonly (readonly Ring[])[]): number[][] {
  const [first] = polygons[0] ?? [];
  if (!first) return [];
  // Counted from the first corner: products of whole millimetres of RD are beyond what a number holds.
  const [x0, y0] = first;
  const areas = polygons.map((rings) => Clipper.union(toPaths(rings, x0, y0), FillRule.EvenOdd));
  const joined = Clipper.union(areas.flat(), FillRule.NonZero);
  return withoutHoles(closeSeams(joined))
    .map((path) => path.flatMap(({ x, y }) => [x / MILLIMETRES + x0, y / MILLIMETRES + y0]))
    .filter((ring) => Math.abs(ringArea(ring)) > 0.1);
}

/** Rings that are nowhere wider than a seam are left out: neighbours that miss each other by a millimetre. */
const closeSeams = (paths: Paths64): Paths64 =>
  paths.filter((path) => {
    const around = path.reduce((sum, { x, y }, i) => {
      const before = path.at(i - 1) as (typeof path)[number];
      return sum + Math.hypot(x - before.x, y - before.y);
    }, 0);
    return Math.abs(Clipper.area(path)) > (around / 2) * SEAM * MILLIMETRES;
  });
