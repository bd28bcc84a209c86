/**
 * The town frame: metres east (x) and north (y) of the southwest corner of the detailed extent. Everything is planned in
 * it; only the writers add the origin.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Path = readonly Point[];

/** Southwest corner of the detailed extent in RD New, and its size, metres. */
export const origin: Point = { x: 145500, y: 506800 };
export const townSize = { width: 3000, height: 2500 } as const;

export const at = (x: number, y: number): Point => ({ x, y });
/** Points from text: "x,y x,y …", as in SVG. Throws on anything else. */
export const points = (text: string): Point[] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [x, y, ...rest] = pair.split(',').map(Number);
      if (x === undefined || y === undefined || rest.length > 0 || !Number.isFinite(x + y)) {
        throw new Error(`"${pair}" is no point`);
      }
      return { x, y };
    });
export const subtract = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
export const scale = (a: Point, factor: number): Point => ({ x: a.x * factor, y: a.y * factor });
export const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;
const cross = (a: Point, b: Point): number => a.x * b.y - a.y * b.x;
// Square roots: Math.hypot guards against overflow, which metres do not need, and is many times slower.
export function distance(a: Point, b: Point): number {
  const x = a.x - b.x;
  const y = a.y - b.y;
  return Math.sqrt(x * x + y * y);
}
/** To the left of a direction. */
export const left = (a: Point): Point => ({ x: -a.y, y: a.x });
export const mix = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
export function unit(a: Point): Point {
  const size = Math.sqrt(a.x * a.x + a.y * a.y);
  return size === 0 ? { x: 1, y: 0 } : { x: a.x / size, y: a.y / size };
}
/** `from` moved `along` metres in a direction and `across` metres to its left. */
export const move = (from: Point, direction: Point, along: number, across = 0): Point => ({
  x: from.x + direction.x * along - direction.y * across,
  y: from.y + direction.y * along + direction.x * across,
});

/** Signed area of a ring without repeated end, positive when counter-clockwise. */
export function ringArea(ring: Path): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += cross(ring[j] as Point, ring[i] as Point);
  return sum / 2;
}

export function isInside(p: Point, ring: Path): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as Point;
    const b = ring[j] as Point;
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** Mean of the corners. */
export function centre(ring: Path): Point {
  let x = 0;
  let y = 0;
  for (const p of ring) {
    x += p.x;
    y += p.y;
  }
  return { x: x / ring.length, y: y / ring.length };
}

/** A rectangle, counter-clockwise: starts at `corner`, `width` along the direction, `depth` to its left. */
export function rectangle(corner: Point, direction: Point, width: number, depth: number): [Point, Point, Point, Point] {
  return [
    corner,
    move(corner, direction, width),
    move(corner, direction, width, depth),
    move(corner, direction, 0, depth),
  ];
}
