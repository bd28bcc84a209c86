/**
 * Trees before the sun, in two ways: as what dims (`shade.ts`), and, where that is asked, as what nothing passes. Crowns are those of
 * `tree-crown.ts`; one that bears leaves lets 3 % through, which then counts as none.
 */
import type { SunTrees } from '../../model/sunlight.ts';
import { createObstacleBuilder, type TreeObstacle } from '../obstacle-builder.ts';
import type { Obstacles } from '../obstacles.ts';
import { buildShade } from '../shade.ts';
import { monthsInLeaf } from '../tree-crown.ts';
import { NEAR, type SunLayer, type SunLeaves } from './scene.ts';

function crownsOf(origin: Obstacles['origin'], trees: readonly TreeObstacle[]): Obstacles {
  const builder = createObstacleBuilder(origin);
  for (const tree of trees) builder.addTree(tree);
  return builder.finish();
}

/** None: no layer. */
export const createTreeLayers = (origin: Obstacles['origin'], trees: readonly TreeObstacle[]): SunLayer[] =>
  trees.length === 0 ? [] : [{ shade: buildShade(crownsOf(origin, trees)), near: NEAR }];

/** Those that keep their needles apart from those that lose their leaves; none where trees are not asked to shade. */
export function createLeaves(
  origin: Obstacles['origin'],
  trees: readonly TreeObstacle[],
  treeShade: SunTrees,
): SunLeaves[] {
  if (treeShade === 'no') return [];
  const isAlways = treeShade === 'yes';
  const kinds = isAlways ? [trees] : [true, false].map((is) => trees.filter((tree) => tree.isEvergreen === is));
  return kinds.flatMap((kind) => {
    const [first] = kind;
    if (!first) return [];
    const { objects, ...mesh } = crownsOf(origin, kind);
    const shade = buildShade({ ...mesh, objects: objects.map(({ id }) => ({ kind: 'tree', id })) });
    return [{ layer: { shade, near: NEAR }, months: monthsInLeaf(first.isEvergreen).map((is) => is || isAlways) }];
  });
}
