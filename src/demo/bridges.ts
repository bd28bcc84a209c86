/** Where a street crosses water: a deck over the water, and the low arch that carries it. */
import { type Area, type Box, boxOf, strip } from './area.ts';
import { distance, isInside, type Path, type Point, subtract, unit } from './point.ts';
import { halfWidth, type Street } from './street.ts';

export interface Bridge {
  readonly area: Area;
  readonly point: Point;
  readonly direction: Point;
  readonly halfSpan: number;
  readonly rise: number;
  readonly halfWidth: number;
}

const isInBox = (p: Point, box: Box) => p.x >= box.west && p.x <= box.east && p.y >= box.south && p.y <= box.north;

export function listBridges(streets: readonly Street[], water: Area): Bridge[] {
  const bridges: Bridge[] = [];
  const rings = water.map((ring) => ({ ring, box: boxOf([ring]) }));
  // A point that lies in one ring or three is in the water, in two on an island.
  const isWet = (p: Point) =>
    rings.reduce((wet, { ring, box }) => (isInBox(p, box) && isInside(p, ring) ? !wet : wet), false);
  for (const street of streets) {
    const { line } = street;
    let start: Point | undefined;
    line.forEach((p, i) => {
      const wet = isWet(p);
      // A street that begins or ends at the water has a quay there, not a bridge.
      if (wet && !start) start = line[i - 1];
      if (!wet && start) {
        const span = distance(start, p);
        // A quay that touches the water along its side is no bridge.
        if (span < 45) bridges.push(bridgeBetween(start, p, halfWidth(street)));
        start = undefined;
      }
    });
  }
  return bridges;
}

function bridgeBetween(from: Point, until: Point, half: number): Bridge {
  const direction = unit(subtract(until, from));
  const halfSpan = distance(from, until) / 2;
  const line: Path = [from, until];
  return {
    area: strip(line, half),
    point: { x: (from.x + until.x) / 2, y: (from.y + until.y) / 2 },
    direction,
    halfSpan,
    rise: half > 6 ? 0.5 : 0.8,
    halfWidth: half,
  };
}
