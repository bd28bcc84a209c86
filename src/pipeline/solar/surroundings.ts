/** What stands between roofs and the sun beside buildings: the municipality's trees, and the ground itself. */
import type { TreeCrown } from '../../engines/solar/crowns.ts';
import { createGrid, type HeightGrid, type RdExtent } from '../../model/grid.ts';
import { treeModels } from '../trees/models.ts';
import { readTrees, type Tree } from '../trees/read-trees.ts';

type HeightAt = (x: number, y: number) => number | undefined;

/** Cells of the ground, metres: hills and dikes, not kerbs. */
const CELL = 20;
/** Metres around the municipality from where ground may still stand above its roofs' horizon. */
const AROUND = 500;

/** Conifers that lose their needles. */
const SHEDDING = /larix|lariks|taxodium|moerascipres|metasequoia|watercipres/i;

function toCrown(tree: Tree, heightAt: HeightAt): TreeCrown {
  const { middle, halfHeight } = treeModels[tree.shape];
  const isConifer = tree.shape === 'conifer';
  return {
    id: tree.id,
    x: tree.x,
    y: tree.y,
    ground: heightAt(tree.x, tree.y) ?? 0,
    height: tree.height,
    crown: tree.crown,
    middle,
    halfHeight,
    isEvergreen: isConifer && !SHEDDING.test(tree.species),
  };
}

export async function readTreeCrowns(files: readonly string[], heightAt: HeightAt): Promise<TreeCrown[]> {
  const { trees } = await readTrees(files);
  return trees.map((tree) => toCrown(tree, heightAt));
}

/** Heights of the ground in and around the extent, coarse; NaN where they are not known. */
export function sampleGround(heightAt: HeightAt, [west, south, east, north]: RdExtent): HeightGrid {
  const columns = Math.ceil((east - west + 2 * AROUND) / CELL);
  const rows = Math.ceil((north - south + 2 * AROUND) / CELL);
  const grid = createGrid(west - AROUND, south - AROUND, CELL, columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const height = heightAt(grid.west + (column + 0.5) * CELL, grid.south + (row + 0.5) * CELL);
      if (height !== undefined) grid.values[row * columns + column] = height;
    }
  }
  return grid;
}
