/**
 * Roads under water: where cars cannot drive and for how long.
 *
 * Limit: 0.3 m of water is the end for ordinary cars (M. Pregnolato, A. Ford, S.M. Wilkinson and R.J. Dawson, The impact of flooding
 * on road transport, Transportation Research Part D 55, 2017). Some municipalities take less: Rotterdam draws its map at 0.15 m.
 */
import type { FloodFrame } from '../../model/flood.ts';
import { type BlockedStreet, IMPASSABLE_DEPTH } from '../../model/flood-effects.ts';
import type { RoadNetwork } from './road-network.ts';

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
  /** In order of time; answers which pieces are impassable at that moment. */
  add(second: number, depth: ArrayLike<number>): Uint8Array;
  /** Greatest depths: what was impassable between two moments counts too, though nobody knows how long. */
  addDeepest(depth: ArrayLike<number>): void;
  /** Seconds during which each piece was impassable: whole steps between moments at both of which it was. */
  readonly seconds: Float32Array;
  /** Per piece: 1 where it was ever impassable at a moment that was added. */
  readonly ever: Uint8Array;
  /** Per piece: 1 where it was at the last moment that was added. */
  readonly last: Uint8Array;
}

export function createRoadWatch(network: RoadNetwork, frame: FloodFrame, limit = IMPASSABLE_DEPTH): RoadWatch {
  const seconds = new Float32Array(network.streets.length);
  const ever = new Uint8Array(network.streets.length);
  const last = new Uint8Array(network.streets.length);
  let before: number | undefined;
  return {
    seconds,
    ever,
    last,
    add(second, depth) {
      const blocked = findBlocked(network, frame, depth, limit);
      for (let piece = 0; piece < blocked.length; piece++) {
        if (blocked[piece] !== 1) continue;
        ever[piece] = 1;
        if (before !== undefined && last[piece] === 1) seconds[piece] = (seconds[piece] as number) + second - before;
      }
      last.set(blocked);
      before = second;
      return blocked;
    },
    addDeepest(depth) {
      const blocked = findBlocked(network, frame, depth, limit);
      for (let piece = 0; piece < blocked.length; piece++) if (blocked[piece] === 1) ever[piece] = 1;
    },
  };
}

/** Streets with impassable pieces, the longest first. */
export function listBlockedStreets({ nodes, pieces, streets }: RoadNetwork, watch: RoadWatch): BlockedStreet[] {
  const found = new Map<number, { metres: number; seconds: number; isLasting: boolean; x: number; y: number }>();
  for (let piece = 0; piece < streets.length; piece++) {
    if (watch.ever[piece] !== 1) continue;
    const [a, b] = [2 * (pieces[2 * piece] as number), 2 * (pieces[2 * piece + 1] as number)];
    const [x1, y1, x2, y2] = [nodes[a], nodes[a + 1], nodes[b], nodes[b + 1]] as [number, number, number, number];
    const known = found.get(streets[piece] as number);
    const street = known ?? { metres: 0, seconds: 0, isLasting: false, x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
    street.metres += Math.hypot(x2 - x1, y2 - y1);
    street.seconds = Math.max(street.seconds, watch.seconds[piece] as number);
    if (watch.last[piece] === 1) street.isLasting = true;
    found.set(streets[piece] as number, street);
  }
  return [...found]
    .map(([street, figures]) => ({ street, ...figures }))
    .sort((a, b) => b.metres - a.metres || a.street - b.street);
}
