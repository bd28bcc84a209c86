/** Trees (GeoJSON points) → 3D Tiles 1.1 with instanced models: `tileset.json`, `tiles/*.glb`, `models/*.bin`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../model/input-error.ts';
import { OutsideNetherlandsError } from '../model/rd.ts';
import { earthFrame, frameAt, moveBetween, toMatrix, type Vec3 } from './tiles/ellipsoid.ts';
import { createPlacement } from './tiles/placement.ts';
import { parseReferenceSystem } from './tiles/reference-system.ts';
import { type Grove, growGrove } from './trees/grove.ts';
import { createDice } from './trees/leaf-mesh.ts';
import { details, makeModelBuffer } from './trees/model-buffer.ts';
import { readTrees, type Tree } from './trees/read-trees.ts';
import { type PlacedTree, writeTreeTile } from './trees/tree-tile.ts';
import { writeBeside } from './write-beside.ts';

export interface TreesOptions {
  /** Metres NAP at a point in RD metres, undefined outside the data: the drawn ground lies at NAP zero there. */
  readonly heightAt: (x: number, y: number) => number | undefined;
  readonly credit?: string;
  readonly onProgress?: (share: number) => void;
}

export interface TreesReport {
  readonly trees: number;
  /** Trees whose height or crown the source does not say. */
  readonly guessed: number;
  readonly tiles: number;
  readonly bytes: number;
}

/** Radians: hardly any trunk is upright. */
const LEAN = 0.05;
const STRETCH = 0.14;

/** Trees in the frame of their middle. */
function placeTrees(trees: readonly Tree[], heightAt: TreesOptions['heightAt'], source: string) {
  const placement = createPlacement(parseReferenceSystem('EPSG:7415', 'trees'));
  const [first] = trees;
  const middle = trees.reduce(([x, y], tree) => [x + tree.x / trees.length, y + tree.y / trees.length], [0, 0]);
  const dice = createDice(7);
  const place = (x: number, y: number) => {
    try {
      return placement.frameAround(x, y, heightAt(x, y) ?? 0);
    } catch (error) {
      if (error instanceof OutsideNetherlandsError) throw new InputError(`${source}: ${error.message}`);
      throw error;
    }
  };
  const { origin, axes } = first ? place(middle[0] as number, middle[1] as number) : earthFrame;
  const frame = frameAt(origin, [axes[6], axes[7], axes[8]] as Vec3);
  const placed = trees.map((tree): PlacedTree => {
    const at = place(tree.x, tree.y).origin;
    const [east, north, up] = [0, 1, 2].map((i) =>
      [0, 1, 2].reduce((sum, j) => sum + (frame.axes[i * 3 + j] as number) * (at[j as 0] - origin[j as 0]), 0),
    ) as Vec3;
    const [turn, lean, stretch] = [dice() * 2 * Math.PI, (dice() * 2 - 1) * LEAN, (dice() * 2 - 1) * STRETCH];
    return { tree, east, north, up, turn, lean, stretch };
  });
  return { frame, placed };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Around all trees of a node, roots and leaning crowns too. */
function boxOf(trees: readonly PlacedTree[]): number[] {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const { tree, east, north, up } of trees) {
    const reach = 0.75 * tree.crown + 0.06 * tree.height;
    const bounds = [
      [east - reach, east + reach],
      [north - reach, north + reach],
      [up - 0.06 * tree.height, up + 1.12 * tree.height],
    ];
    bounds.forEach(([from, to], i) => {
      low[i] = Math.min(low[i] as number, from as number);
      high[i] = Math.max(high[i] as number, to as number);
    });
  }
  // Whole centimetres outwards, so that the box of a node holds those of its children exactly.
  const sides = low.map((value, i) => [Math.floor(value * 100) / 100, Math.ceil((high[i] as number) * 100) / 100]);
  const [x, y, z] = sides.map(([from, to]) => round(((from as number) + (to as number)) / 2));
  const [a, b, c] = sides.map(([from, to]) => round(((to as number) - (from as number)) / 2));
  return [x, y, z, a, 0, 0, 0, b, 0, 0, 0, c] as number[];
}

function toTile({ name, trees, geometricError, isEmpty, children }: Grove): Record<string, unknown> {
  return {
    boundingVolume: { box: boxOf(trees) },
    geometricError: round(geometricError),
    refine: 'REPLACE',
    ...(isEmpty ? {} : { content: { uri: `tiles/${name}.glb` } }),
    ...(children.length > 0 ? { children: children.map(toTile) } : {}),
  };
}

const listGroves = (grove: Grove): Grove[] => [grove, ...grove.children.flatMap(listGroves)];

/** Fills `outDir`, replaced as a whole. Throws InputError naming file and feature. */
export async function makeTrees(
  files: readonly string[],
  outDir: string,
  { heightAt, credit = '', onProgress }: TreesOptions,
): Promise<TreesReport> {
  const { trees, guessed } = await readTrees(files);
  const { frame, placed } = placeTrees(trees, heightAt, files.join(', '));
  const root = growGrove(placed);
  return writeBeside(outDir, 'folder', async (folder) => {
    await mkdir(join(folder, 'tiles'));
    await mkdir(join(folder, 'models'));
    const models = Object.fromEntries(details.map((detail) => [detail, makeModelBuffer(detail)])) as Record<
      (typeof details)[number],
      ReturnType<typeof makeModelBuffer>
    >;
    let bytes = 0;
    for (const detail of details) {
      await writeFile(join(folder, 'models', `${detail}.bin`), models[detail].bytes);
      bytes += models[detail].bytes.length;
    }
    const groves = root ? listGroves(root).filter(({ isEmpty }) => !isEmpty) : [];
    for (const [done, { name, detail, trees: own }] of groves.entries()) {
      const modelsUri = `../models/${detail}.bin`;
      const glb = writeTreeTile(own, { detail, models: models[detail], modelsUri, credit });
      await writeFile(join(folder, 'tiles', `${name}.glb`), glb);
      bytes += glb.length;
      onProgress?.((done + 1) / groves.length);
    }
    const tileset = {
      asset: { version: '1.1', extras: { generator: 'Tweelingstad', trees: trees.length, credit } },
      // Seen whole from some ten kilometres.
      geometricError: Math.max(200, root?.geometricError ?? 0),
      root: root
        ? { ...toTile(root), transform: toMatrix(moveBetween(frame, earthFrame)) }
        : { boundingVolume: { sphere: [0, 0, 0, 0] }, geometricError: 0, refine: 'REPLACE' },
    };
    await writeFile(join(folder, 'tileset.json'), `${JSON.stringify(tileset)}\n`);
    return { trees: trees.length, guessed, tiles: groves.length, bytes };
  });
}
