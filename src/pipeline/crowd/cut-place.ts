/**
 * Ground where people can walk: an outline, cut to the ground that is theirs and by what stands there. Clipper2 on whole tenths of
 * millimetres counted from a place nearby; answers on whole millimetres of RD.
 */
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
import { BODY_WIDTH, type CrowdPolygon } from '../../model/crowd.ts';

const UNITS = 10_000;
/** m: surfaces of a map that miss each other by less adjoin. */
const SEAM = 0.02;
/** m: how far beyond what a body reaches the ground keeps its own corners. */
const EDGE = 0.05;
const SHARP = 4;

type Rings = readonly (readonly number[])[];

export interface Scissors {
  /** Polygons as lists of rings, outer first, wound anyhow, closed or not; they may overlap. */
  unite(polygons: readonly Rings[]): Paths64;
  intersect(a: Paths64, b: Paths64): Paths64;
  without(a: Paths64, b: Paths64): Paths64;
  /** Without what no body fits in: gaps beside houses, corners between a tree and a wall. */
  clean(area: Paths64): Paths64;
  /** Pieces of a map become one ground, though they miss each other by a seam. */
  join(area: Paths64): Paths64;
  /** Outer ring counter-clockwise, then holes; flat x, y of RD in whole millimetres, not closed. */
  toPolygons(area: Paths64): CrowdPolygon[];
}

export const areaOf = (area: Paths64): number => area.reduce((sum, path) => sum + Clipper.area(path), 0) / UNITS ** 2;

/** All that is put together must come of the same scissors. */
export function createScissors(x0: number, y0: number): Scissors {
  const toPath = (ring: readonly number[]): Path64 => {
    const path: Path64 = [];
    for (let i = 0; i + 1 < ring.length; i += 2)
      path.push({
        x: Math.round(((ring[i] as number) - x0) * UNITS),
        y: Math.round(((ring[i + 1] as number) - y0) * UNITS),
      });
    return path;
  };
  const toRing = (path: Path64): number[] =>
    path.flatMap(({ x, y }) => [
      Math.round((x / UNITS + x0) * 1000) / 1000,
      Math.round((y / UNITS + y0) * 1000) / 1000,
    ]);
  const grow = (area: Paths64, by: number): Paths64 =>
    Clipper.inflatePaths(area, by * UNITS, JoinType.Miter, EndType.Polygon, SHARP);
  const intersect = (a: Paths64, b: Paths64): Paths64 =>
    a.length === 0 || b.length === 0 ? [] : Clipper.intersect(a, b, FillRule.NonZero);

  return {
    unite: (polygons) =>
      Clipper.union(
        // Even-odd within a polygon: its holes stay holes, whichever way they turn.
        polygons.flatMap((rings) => Clipper.union(rings.map(toPath), FillRule.EvenOdd)),
        FillRule.NonZero,
      ),
    intersect,
    without: (a, b) => (b.length === 0 || a.length === 0 ? a : Clipper.difference(a, b, FillRule.NonZero)),
    join: (area) => grow(grow(area, SEAM / 2), -SEAM / 2),
    clean(area) {
      const reached = grow(grow(area, -BODY_WIDTH / 2), BODY_WIDTH / 2 + EDGE);
      return intersect(area, reached).filter((path) => Math.abs(Clipper.area(path)) > (0.01 * UNITS) ** 2);
    },
    toPolygons(area) {
      const tree = new PolyTree64();
      Clipper.booleanOpWithPolyTree(ClipType.Union, area, null, tree, FillRule.NonZero);
      const result: CrowdPolygon[] = [];
      const visit = (node: PolyPath64 | PolyTree64) => {
        for (let i = 0; i < node.count; i++) {
          const outer = node.child(i);
          const holes = Array.from({ length: outer.count }, (_, h) => outer.child(h));
          result.push([outer, ...holes].map(({ poly }) => toRing(poly ?? [])));
          for (const hole of holes) visit(hole);
        }
      };
      visit(tree);
      return result;
    },
  };
}
