/** Free ground: what can be walked on without what stands there, on whole millimetres (Clipper2: touching edges never fail). */
import { Clipper, ClipType, FillRule, type Path64, type Paths64, type PolyPath64, PolyTree64 } from 'clipper2-ts';
import type { CrowdPolygon } from '../../model/crowd.ts';

/** Per metre. */
export const SCALE = 1000;

export const toPath = (ring: readonly number[]): Path64 =>
  Array.from({ length: ring.length / 2 }, (_, i) => ({
    x: Math.round((ring[2 * i] as number) * SCALE),
    y: Math.round((ring[2 * i + 1] as number) * SCALE),
  }));

const toRing = (path: Path64 | null): number[] => (path ?? []).flatMap(({ x, y }) => [x / SCALE, y / SCALE]);

/** Whatever way round its rings go: the first is filled, the others are cut out. */
export function toPaths(polygons: readonly CrowdPolygon[]): Paths64 {
  return polygons.flatMap((polygon) => {
    const [outer, ...holes] = polygon.map(toPath);
    if (!outer) return [];
    return holes.length === 0
      ? Clipper.union([outer], FillRule.NonZero)
      : Clipper.difference([outer], holes, FillRule.NonZero);
  });
}

/** Polygons that do not overlap, outer rings counter-clockwise. */
export function freeGround(walkable: readonly CrowdPolygon[], obstacles: readonly CrowdPolygon[]): CrowdPolygon[] {
  const ground = Clipper.union(toPaths(walkable), FillRule.NonZero);
  return cutPaths(ClipType.Difference, ground, toPaths(obstacles));
}

/** Polygons that do not overlap. */
export function cutPaths(how: ClipType, subject: Paths64, other: Paths64): CrowdPolygon[] {
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(how, subject, other, tree, FillRule.NonZero);
  const result: CrowdPolygon[] = [];
  function collect(node: PolyPath64) {
    for (let i = 0; i < node.count; i++) {
      const outer = node.child(i);
      const holes: number[][] = [];
      for (let h = 0; h < outer.count; h++) {
        const hole = outer.child(h);
        holes.push(toRing(hole.poly));
        collect(hole);
      }
      result.push([toRing(outer.poly), ...holes]);
    }
  }
  collect(tree as unknown as PolyPath64);
  return result;
}
