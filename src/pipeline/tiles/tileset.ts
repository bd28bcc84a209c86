/** The tileset.json of written tiles: frames as transforms from parent to child, boxes, errors. */
import { earthFrame, frameAt, type LocalFrame, type Movement, moveBetween, toMatrix, type Vec3 } from './ellipsoid.ts';
import type { TreeNode } from './tree.ts';
import type { WrittenTile } from './write-tile.ts';

interface Bounds {
  readonly low: Vec3;
  readonly high: Vec3;
}

interface Tile {
  readonly json: Record<string, unknown>;
  readonly bounds: Bounds;
}

/** Half a quantization step, rounded up. */
const MARGIN = 0.01;

const apply = ({ rotation: r, shift }: Movement, p: Vec3): Vec3 => [
  r[0] * p[0] + r[1] * p[1] + r[2] * p[2] + shift[0],
  r[3] * p[0] + r[4] * p[1] + r[5] * p[2] + shift[1],
  r[6] * p[0] + r[7] * p[1] + r[8] * p[2] + shift[2],
];

/** Bounds in another frame of a box's eight corners. */
function moveBounds({ low, high }: Bounds, movement: Movement): Bounds {
  const corners = Array.from({ length: 8 }, (_, k) =>
    apply(movement, [k & 1 ? high[0] : low[0], k & 2 ? high[1] : low[1], k & 4 ? high[2] : low[2]]),
  );
  return joinBounds(corners.map((corner) => ({ low: corner, high: corner })));
}

const joinBounds = (list: readonly Bounds[]): Bounds => ({
  low: [0, 1, 2].map((i) => Math.min(...list.map(({ low }) => low[i]))) as Vec3,
  high: [0, 1, 2].map((i) => Math.max(...list.map(({ high }) => high[i]))) as Vec3,
});

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Outward to whole centimetres, so that the written box holds all that it was made of, and a parent's holds its children's. */
const widen = ({ low, high }: Bounds): Bounds => ({
  low: low.map((value) => Math.floor((value - MARGIN) * 100) / 100) as Vec3,
  high: high.map((value) => Math.ceil((value + MARGIN) * 100) / 100) as Vec3,
});

function toBox({ low, high }: Bounds): number[] {
  const [x, y, z] = [0, 1, 2].map((i) => round((low[i] + high[i]) / 2));
  const [a, b, c] = [0, 1, 2].map((i) => round((high[i] - low[i]) / 2));
  return [x, y, z, a, 0, 0, 0, b, 0, 0, 0, c];
}

function toTile(node: TreeNode, parent: LocalFrame, written: ReadonlyMap<string, WrittenTile>): Tile {
  const own = written.get(node.name);
  if (!own) throw new Error(`Expected tile ${node.name} to be written.`);
  const frame = frameAt(own.origin, own.up);
  const children = node.children.map((child) => {
    const tile = toTile(child, frame, written);
    const { origin, up } = written.get(child.name) as WrittenTile;
    return { json: tile.json, bounds: moveBounds(tile.bounds, moveBetween(frameAt(origin, up), frame)) };
  });
  const bounds = widen(joinBounds([own, ...children.map((child) => child.bounds)]));
  return {
    bounds,
    json: {
      boundingVolume: { box: toBox(bounds) },
      geometricError: round(node.geometricError),
      refine: 'REPLACE',
      transform: toMatrix(moveBetween(frame, parent)),
      content: { uri: `tiles/${node.name}.glb` },
      ...(children.length > 0 ? { children: children.map((child) => child.json) } : {}),
    },
  };
}

export interface TilesetFacts {
  readonly buildings: number;
  readonly credit: string;
  readonly lod: string;
}

/** `root` undefined makes a tileset without content. */
export function toTileset(
  root: TreeNode | undefined,
  tiles: readonly WrittenTile[],
  facts: TilesetFacts,
): Record<string, unknown> {
  const written = new Map(tiles.map((tile) => [tile.name, tile]));
  const top = root && toTile(root, earthFrame, written);
  const size = top ? Math.max(...[0, 1, 2].map((i) => top.bounds.high[i] - top.bounds.low[i])) : 0;
  return {
    asset: {
      version: '1.1',
      extras: { generator: 'Tweelingstad', buildings: facts.buildings, lod: facts.lod, credit: facts.credit },
    },
    geometricError: round(Math.max(size, (root?.geometricError ?? 0) * 2)),
    root: top?.json ?? { boundingVolume: { sphere: [0, 0, 0, 0] }, geometricError: 0, refine: 'REPLACE' },
  };
}
