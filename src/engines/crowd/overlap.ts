/** Ground that is drawn twice: a slip of who drew it, of which no one knows what was meant. */
import { Clipper, ClipType, EndType, FillRule, JoinType, type Paths64 } from 'clipper2-ts';
import type { CrowdPolygon } from '../../model/crowd.ts';
import { SCALE, toPaths } from './walkable-area.ts';

/** m: neighbours that were drawn over each other by no more than twice this touch. */
const TOUCH = 0.005;

const meet = (a: Paths64, b: Paths64): boolean => {
  const [p, q] = [Clipper.getBoundsPaths(a), Clipper.getBoundsPaths(b)];
  return p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom;
};

/** Numbers of the first two polygons that overlap by more than a touch. Cost: pairs whose boxes overlap. */
export function findOverlap(polygons: readonly CrowdPolygon[]): readonly [number, number] | undefined {
  const paths = polygons.map((polygon) => toPaths([polygon]));
  for (const [i, own] of paths.entries()) {
    for (const [j, other] of paths.slice(0, i).entries()) {
      if (!meet(own, other)) continue;
      const both = Clipper.booleanOp(ClipType.Intersection, own, other, FillRule.NonZero);
      if (Clipper.inflatePaths(both, -TOUCH * SCALE, JoinType.Miter, EndType.Polygon).length > 0) return [j, i];
    }
  }
  return undefined;
}
