/** Roads under water: where cars cannot drive, for how long, and which places are then cut off. */
import type { FloodFrame } from '../../model/flood.ts';
import type { RoadNetwork } from './road-network.ts';

/**
 * m: deeper water stops ambulances and fire engines; cars stop sooner (M. Pregnolato, A. Ford, S.M. Wilkinson and R.J. Dawson, The
 * impact of flooding on road transport, Transportation Research Part D 55, 2017: 0.3 m is the end for ordinary cars).
 */
export const IMPASSABLE_DEPTH = 0.3;

/** Per piece of the network: 1 where the water on it is deeper than `limit` somewhere. Outside the frame roads are dry. */
export function findBlocked(
  { nodes, pieces, streets }: RoadNetwork,
  frame: FloodFrame,
  depth: ArrayLike<number>,
  limit = IMPASSABLE_DEPTH,
): Uint8Array {
  const blocked = new Uint8Array(streets.length);
  // Depths are single precision: 0.3 of theirs is a hair more.
  const most = Math.fround(limit);
  const { west, south, cellSize, width, height } = frame;
  for (let piece = 0; piece < blocked.length; piece++) {
    const [a, b] = [2 * (pieces[2 * piece] as number), 2 * (pieces[2 * piece + 1] as number)];
    const [x, y] = [nodes[a] as number, nodes[a + 1] as number];
    const [dx, dy] = [(nodes[b] as number) - x, (nodes[b + 1] as number) - y];
    const count = Math.max(1, Math.ceil((2 * Math.hypot(dx, dy)) / cellSize));
    for (let i = 0; i <= count && blocked[piece] === 0; i++) {
      const column = Math.floor((x + (i / count) * dx - west) / cellSize);
      const row = Math.floor((y + (i / count) * dy - south) / cellSize);
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      if ((depth[row * width + column] as number) > most) blocked[piece] = 1;
    }
  }
  return blocked;
}

export interface RoadWatch {
  /** In order of time. */
  add(second: number, depth: ArrayLike<number>): void;
  /** Seconds during which each piece was impassable: whole steps between moments at both of which it was. */
  readonly seconds: Float32Array;
  /** Per piece: 1 where it was ever impassable at a moment that was added. */
  readonly ever: Uint8Array;
}

export function createRoadWatch(network: RoadNetwork, frame: FloodFrame, limit = IMPASSABLE_DEPTH): RoadWatch {
  const seconds = new Float32Array(network.streets.length);
  const ever = new Uint8Array(network.streets.length);
  let before: { readonly second: number; readonly blocked: Uint8Array } | undefined;
  return {
    seconds,
    ever,
    add(second, depth) {
      const blocked = findBlocked(network, frame, depth, limit);
      for (let piece = 0; piece < blocked.length; piece++) {
        if (blocked[piece] !== 1) continue;
        ever[piece] = 1;
        if (before?.blocked[piece] === 1) seconds[piece] = (seconds[piece] as number) + second - before.second;
      }
      before = { second, blocked };
    },
  };
}

export interface BlockedStreet {
  readonly street: number;
  /** m that were impassable at some moment. */
  readonly metres: number;
  /** Longest, s. */
  readonly seconds: number;
}

/** Streets with impassable pieces, the longest first. */
export function listBlockedStreets({ nodes, pieces, streets }: RoadNetwork, watch: RoadWatch): BlockedStreet[] {
  const found = new Map<number, { metres: number; seconds: number }>();
  for (let piece = 0; piece < streets.length; piece++) {
    if (watch.ever[piece] !== 1) continue;
    const [a, b] = [2 * (pieces[2 * piece] as number), 2 * (pieces[2 * piece + 1] as number)];
    const metres = Math.hypot(
      (nodes[b] as number) - (nodes[a] as number),
      (nodes[b + 1] as number) - (nodes[a + 1] as number),
    );
    const street = found.get(streets[piece] as number) ?? { metres: 0, seconds: 0 };
    street.metres += metres;
    street.seconds = Math.max(street.seconds, watch.seconds[piece] as number);
    found.set(streets[piece] as number, street);
  }
  return [...found]
    .map(([street, figures]) => ({ street, ...figures }))
    .sort((a, b) => b.metres - a.metres || a.street - b.street);
}

/** Number of the connected part per node, the largest being 0 (by nodes). Without `blocked` the whole network counts. */
export function findParts({ nodes, pieces }: RoadNetwork, blocked?: Uint8Array): Uint32Array {
  const count = nodes.length / 2;
  const parent = Uint32Array.from({ length: count }, (_, node) => node);
  const rootOf = (node: number) => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number;
      root = parent[root] as number;
    }
    return root;
  };
  for (let piece = 0; piece < pieces.length / 2; piece++) {
    if (blocked?.[piece] === 1) continue;
    parent[rootOf(pieces[2 * piece] as number)] = rootOf(pieces[2 * piece + 1] as number);
  }
  const sizes = new Map<number, number>();
  for (let node = 0; node < count; node++) sizes.set(rootOf(node), (sizes.get(rootOf(node)) ?? 0) + 1);
  const order = new Map([...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([root], i) => [root, i]));
  return Uint32Array.from({ length: count }, (_, node) => order.get(rootOf(node)) as number);
}

/** m: a place farther from every road is not judged. */
const FAR = 150;

/**
 * Which places emergency services reach: 1 yes, 0 cut off by water, 2 not judged (no road near, or one that joins no other when
 * dry). They come over the network's largest part, or from `stations` (nodes) where these are given.
 */
export function findReached(
  network: RoadNetwork,
  blocked: Uint8Array,
  places: { readonly x: readonly number[]; readonly y: readonly number[] },
  stations: readonly number[] = [],
): Uint8Array {
  const { nodes } = network;
  const served = (parts: Uint32Array): Set<number> =>
    new Set(stations.length > 0 ? stations.map((node) => parts[node] as number) : [0]);
  const [dry, wet] = [findParts(network), findParts(network, blocked)];
  const [servedDry, servedWet] = [served(dry), served(wet)];
  const squares = new Map<string, number[]>();
  for (let node = 0; node < nodes.length / 2; node++) {
    const key = `${Math.floor((nodes[2 * node] as number) / FAR)},${Math.floor((nodes[2 * node + 1] as number) / FAR)}`;
    const square = squares.get(key);
    if (square) square.push(node);
    else squares.set(key, [node]);
  }
  return Uint8Array.from(places.x, (x, i) => {
    const y = places.y[i] as number;
    let nearest = FAR;
    let at = -1;
    for (let k = 0; k < 9; k++) {
      const key = `${Math.floor(x / FAR) + (k % 3) - 1},${Math.floor(y / FAR) + Math.floor(k / 3) - 1}`;
      for (const node of squares.get(key) ?? []) {
        const gap = Math.hypot((nodes[2 * node] as number) - x, (nodes[2 * node + 1] as number) - y);
        if (gap >= nearest) continue;
        nearest = gap;
        at = node;
      }
    }
    if (at < 0 || !servedDry.has(dry[at] as number)) return 2;
    return servedWet.has(wet[at] as number) ? 1 : 0;
  });
}
