/**
 * Which places those who come to help still reach over the roads, and for how long they do not.
 *
 * They come from their stations, or, where these are not given, over whatever is then the largest connected part of the roads: it is
 * taken that somebody can always get onto that. Speed, one-way streets, barriers and the last metres to the door are not looked at.
 */
import type { FloodFrame } from '../../model/flood.ts';
import { NOT_JUDGED, type Reach } from '../../model/flood-effects.ts';
import { cellAt } from '../../model/flood-run.ts';
import type { RoadNetwork } from './road-network.ts';

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

interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Node nearest to each place, −1 where none is within 150 m. */
function findNearestNodes({ nodes }: RoadNetwork, { x: xs, y: ys }: Places): Int32Array {
  const squares = new Map<string, number[]>();
  for (let node = 0; node < nodes.length / 2; node++) {
    const key = `${Math.floor((nodes[2 * node] as number) / FAR)},${Math.floor((nodes[2 * node + 1] as number) / FAR)}`;
    const square = squares.get(key);
    if (square) square.push(node);
    else squares.set(key, [node]);
  }
  const found = new Int32Array(xs.length).fill(-1);
  for (let i = 0; i < found.length; i++) {
    const [x, y] = [xs[i] as number, ys[i] as number];
    let nearest = FAR;
    for (let k = 0; k < 9; k++) {
      const key = `${Math.floor(x / FAR) + (k % 3) - 1},${Math.floor(y / FAR) + Math.floor(k / 3) - 1}`;
      for (const node of squares.get(key) ?? []) {
        const gap = Math.hypot((nodes[2 * node] as number) - x, (nodes[2 * node + 1] as number) - y);
        if (gap >= nearest) continue;
        nearest = gap;
        found[i] = node;
      }
    }
  }
  return found;
}

export interface ReachWatch {
  /** In order of time, with the pieces that are then impassable. */
  add(second: number, blocked: Uint8Array): void;
  result(): Reach;
}

/** Judges places in the frame that have a road near which the service reaches when it is dry. `from`: RD places of stations. */
export function createReachWatch(
  network: RoadNetwork,
  frame: FloodFrame,
  places: Places,
  from: readonly (readonly [number, number])[],
): ReachWatch {
  const at = findNearestNodes(network, places);
  const stations = findNearestNodes(network, { x: from.map(([x]) => x), y: from.map(([, y]) => y) });
  const known = [...stations].filter((node) => node >= 0);
  const served = (parts: Uint32Array): Set<number> =>
    new Set(known.length > 0 ? known.map((node) => parts[node] as number) : [0]);
  const dry = findParts(network);
  const servedDry = served(dry);
  const seconds = new Float32Array(at.length);
  let judged = 0;
  for (let i = 0; i < at.length; i++) {
    const isInside = cellAt(frame, places.x[i] as number, places.y[i] as number) !== undefined;
    const node = at[i] as number;
    if (isInside && node >= 0 && servedDry.has(dry[node] as number)) judged++;
    else seconds[i] = NOT_JUDGED;
  }
  const ever = new Uint8Array(at.length);
  const last = new Uint8Array(at.length);
  let before: number | undefined;
  return {
    add(second, blocked) {
      const wet = findParts(network, blocked);
      const servedWet = served(wet);
      for (let i = 0; i < at.length; i++) {
        if (seconds[i] === NOT_JUDGED) continue;
        const isCut = !servedWet.has(wet[at[i] as number] as number);
        if (isCut && last[i] === 1 && before !== undefined) seconds[i] = (seconds[i] as number) + second - before;
        last[i] = isCut ? 1 : 0;
        if (isCut) ever[i] = 1;
      }
      before = second;
    },
    result() {
      const rows = Uint32Array.from(ever.keys())
        .filter((i) => ever[i] === 1)
        .sort((a, b) => (seconds[b] as number) - (seconds[a] as number) || a - b);
      const longest = rows.reduce((most, i) => Math.max(most, seconds[i] as number), 0);
      const lasting = last.reduce((sum, value) => sum + value, 0);
      return { judged, cut: rows.length, seconds, rows, longest, lasting };
    },
  };
}
