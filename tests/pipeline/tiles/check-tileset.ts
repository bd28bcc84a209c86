/** Walks a tileset on disk as a reader would, and lists what is wrong with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadTile, readGlb } from './read-glb.ts';

interface Tile {
  boundingVolume: { box?: number[]; sphere?: number[] };
  geometricError: number;
  refine?: string;
  transform?: number[];
  content?: { uri: string };
  children?: Tile[];
}

export interface Tileset {
  asset: { version: string };
  geometricError: number;
  root: Tile;
}

export interface WalkedTile {
  uri: string;
  isLeaf: boolean;
  depth: number;
  read: ReadTile;
  bytes: Uint8Array;
  /** Of the tile's frame (east, north, up) to earth-centred metres, column by column. */
  toEarth: number[];
}

const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

function multiply(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: 16 }, (_, k) =>
    [0, 1, 2, 3].reduce((sum, i) => sum + (a[i * 4 + (k % 4)] as number) * (b[Math.floor(k / 4) * 4 + i] as number), 0),
  );
}

export const transformPoint = (m: readonly number[], [x, y, z]: readonly number[]): number[] =>
  [0, 1, 2].map(
    (i) =>
      (m[i] as number) * (x as number) +
      (m[4 + i] as number) * (y as number) +
      (m[8 + i] as number) * (z as number) +
      (m[12 + i] as number),
  );

/** Whether a point lies in a box that stands along the axes of its own frame, within 1 mm. */
const isInside = (box: readonly number[], point: readonly number[]) =>
  [0, 1, 2].every((i) => Math.abs((point[i] as number) - (box[i] as number)) <= (box[3 + i * 4] as number) + 0.001);

const cornersOf = (box: readonly number[]) =>
  Array.from({ length: 8 }, (_, k) =>
    [0, 1, 2].map((i) => (box[i] as number) + (k & (1 << i) ? 1 : -1) * (box[3 + i * 4] as number)),
  );

/** Rows that a viewer's texture can hold. */
const MOST_SURFACES = 16_000;

function checkTile(read: ReadTile, box: readonly number[], uri: string, isLeaf: boolean): string[] {
  const problems = read.tables.flatMap((table) => table.problems.map((problem) => `${uri}: ${problem}`));
  const check = (holds: boolean, text: string) => holds || problems.push(`${uri}: ${text}`);
  const [buildings, surfaces] = read.tables as [ReadTile['tables'][number], ReadTile['tables'][number] | undefined];
  const names = isLeaf ? 'building,surface' : 'building';
  const surfaceCount = surfaces?.rows.length ?? 0;
  check(read.tables.map((table) => table.class).join() === names, `tables are not ${names}`);
  check(surfaceCount <= MOST_SURFACES, `${surfaceCount} surfaces are too many`);
  check(read.dataStart % 8 === 0, 'binary chunk not aligned');
  const seenBuildings = new Set<number>();
  const seenSurfaces = new Set<number>();
  read.primitives.forEach((primitive, i) => {
    const { positions, indices, bounds } = primitive;
    const labels = read.gltf.meshes[0]?.primitives[i]?.extensions.EXT_mesh_features.featureIds;
    check(labels?.map(({ label }) => label).join() === names, `feature ids are not ${names}`);
    check(labels?.[0]?.featureCount === buildings.rows.length, 'wrong number of buildings');
    check((labels?.[1]?.featureCount ?? 0) === surfaceCount, 'wrong number of surfaces');
    check(
      indices.every((index) => index < positions.length),
      'an index is out of range',
    );
    check(indices.length % 3 === 0, 'indices are no triangles');
    check(bounds.min.join() === bounds.low.join() && bounds.max.join() === bounds.high.join(), 'bounds are wrong');
    check(
      positions.every((point) => isInside(box, point)),
      'a vertex lies outside the box',
    );
    for (const id of primitive.buildings) seenBuildings.add(id);
    for (const id of primitive.surfaces) seenSurfaces.add(id);
  });
  check(seenBuildings.size === buildings.rows.length, 'a row of buildings is not drawn');
  check(seenSurfaces.size === surfaceCount, 'a row of surfaces is not drawn');
  check(Math.max(...seenBuildings) < buildings.rows.length, 'a building id is out of range');
  check(Math.max(-1, ...seenSurfaces) < surfaceCount, 'a surface id is out of range');
  return problems;
}

export async function checkTileset(
  folder: string,
): Promise<{ tiles: WalkedTile[]; problems: string[]; tileset: Tileset }> {
  const tileset = JSON.parse(readFileSync(join(folder, 'tileset.json'), 'utf8')) as Tileset;
  const tiles: WalkedTile[] = [];
  const problems: string[] = [];
  if (tileset.asset.version !== '1.1') problems.push(`version ${tileset.asset.version}`);
  if (tileset.geometricError < tileset.root.geometricError) problems.push('the root has more error than the tileset');

  async function walk(tile: Tile, parentToEarth: number[], depth: number) {
    const toEarth = multiply(parentToEarth, tile.transform ?? identity);
    const uri = tile.content?.uri;
    const { box } = tile.boundingVolume;
    if (!uri || !box) {
      if (tile.children) problems.push('a tile has no content or box');
      return;
    }
    const bytes = new Uint8Array(readFileSync(join(folder, uri)));
    const read = await readGlb(bytes);
    const isLeaf = !tile.children?.length;
    tiles.push({ uri, isLeaf, depth, read, bytes, toEarth });
    problems.push(...checkTile(read, box, uri, isLeaf));
    if (isLeaf && tile.geometricError !== 0) problems.push(`${uri}: a leaf has error ${tile.geometricError}`);
    for (const child of tile.children ?? []) {
      if (child.geometricError >= tile.geometricError) problems.push(`${uri}: errors do not go down`);
      const corners = cornersOf(child.boundingVolume.box ?? []);
      if (!corners.every((corner) => isInside(box, transformPoint(child.transform ?? identity, corner))))
        problems.push(`${uri}: a child's box sticks out`);
      await walk(child, toEarth, depth + 1);
    }
  }

  await walk(tileset.root, identity, 0);
  return { tiles, problems, tileset };
}

/** Ids of the buildings at full detail, sorted. */
export const listLeafIds = (tiles: readonly WalkedTile[]): string[] =>
  tiles
    .filter(({ isLeaf }) => isLeaf)
    .flatMap(({ read }) => (read.tables[0]?.rows ?? []).map((row) => String(row['id'])))
    .sort();
