/** Where Markerwaard's yearly fair is: the six streets by which people come onto the market square, and a frame to place things in. */
import { lineLength, stationAt } from './curve.ts';
import { distance, isInside, move, type Path, type Point, points, scale } from './point.ts';
import { marketSquare } from './skeleton.ts';
import type { Street } from './street.ts';

export const fairPlace = 'grote-markt';
/** Saturday. */
export const fairDate = '2026-06-13';
/** Over the whole day: counted when they come in. */
export const fairVisitors = 6000;

export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Middle of the street where people come in. */
  readonly point: Point;
  /** Unit, towards the square. */
  readonly inward: Point;
  /** Across the street, with the square to its left. */
  readonly line: Path;
}

/** Of a street that has two ends at the square, the one near `near` (town frame) is meant. */
const rows: readonly (readonly [id: string, title: string, street: string, near: string])[] = [
  ['hoogstraat-noord', 'Hoogstraat noord', 'Hoogstraat', '1396,1782'],
  ['brugstraat', 'Brugstraat', 'Brugstraat', '1430,1738'],
  ['hoogstraat-zuid', 'Hoogstraat zuid (van het station)', 'Hoogstraat', '1400,1680'],
  ['raadhuisstraat', 'Raadhuisstraat', 'Raadhuisstraat', '1350,1688'],
  ['westerstraat', 'Westerstraat', 'Westerstraat', '1335,1728'],
  ['kerkstraat', 'Kerkstraat', 'Kerkstraat', '1345,1775'],
];

/** m up the street from the edge of the square. */
const AWAY = 12;
/** m: half a lane from wall to wall, a little less. */
const HALF = 4.15;

/** Throws where a street does not come to the square: the town and its fair belong together. */
export function listEntries(streets: readonly Street[]): Entry[] {
  return rows.map(([id, title, name, near]): Entry => {
    const [end] = points(near) as [Point];
    const own = streets.filter((street) => street.name === name);
    const street = own.find(({ line }) => distance(line[0] as Point, end) < 1);
    if (!street) throw new Error(`no ${name} begins at ${near}`);
    const total = lineLength(street.line);
    let along = 0;
    while (along < total && isInside(stationAt(street.line, along).point, marketSquare)) along += 0.25;
    const { point, direction } = stationAt(street.line, along + AWAY);
    const inward = scale(direction, -1);
    // From its right end to its left end, seen from who comes in, reversed: the square lies to the left of the line.
    const line = [move(point, inward, 0, HALF), move(point, inward, 0, -HALF)];
    return { id, title, point, inward, line };
  });
}

/** Degrees, clockwise from north. */
export const bearingOf = ({ x, y }: Point): number => ((Math.atan2(x, y) * 180) / Math.PI + 360) % 360;

/** Of the market's rows: from the passage by Hoogstraat zuid northward, and to the right of that. */
const AXIS = 350;
const radians = (AXIS * Math.PI) / 180;
const ahead: Point = { x: Math.sin(radians), y: Math.cos(radians) };
/** Middle of the passage from Hoogstraat zuid. */
const passage: Point = { x: 1397, y: 1696 };

/** Degrees of what stands with its length along the avenue, or across it. */
export const turns = { along: AXIS, across: (AXIS + 90) % 360 } as const;

/** Metres northward along the avenue through the market, and to its right. */
export const onMarket = (along: number, across: number): Point => move(passage, ahead, along, -across);

export const boxOnMarket = (from: readonly [along: number, across: number], to: readonly [number, number]): Path => [
  onMarket(from[0], from[1]),
  onMarket(from[0], to[1]),
  onMarket(to[0], to[1]),
  onMarket(to[0], from[1]),
];
