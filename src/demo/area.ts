/**
 * Areas: sets of rings in the town frame, outer rings counter-clockwise and holes clockwise, computed by Clipper2 on whole
 * millimetres (robust: no slivers from rounding, no failure on touching edges).
 */
import {
  Clipper,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type Paths64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import { type Path, type Point, ringArea } from './point.ts';

export type Area = readonly Path[];

/** One outer ring and its holes. */
export interface Polygon {
  readonly outer: Path;
  readonly holes: readonly Path[];
}

const toInteger = (area: Area): Paths64 =>
  area.map((ring) => ring.map((p) => ({ x: Math.round(p.x * 1000), y: Math.round(p.y * 1000) })));
const fromInteger = (paths: Paths64): Point[][] =>
  paths.map((ring: Path64) => ring.map((p) => ({ x: p.x / 1000, y: p.y / 1000 })));

export const unite = (...areas: readonly Area[]): Area =>
  fromInteger(Clipper.union(toInteger(areas.flat()), FillRule.NonZero));
export const intersect = (a: Area, b: Area): Area =>
  a.length === 0 || b.length === 0 ? [] : fromInteger(Clipper.intersect(toInteger(a), toInteger(b), FillRule.NonZero));
export const without = (a: Area, b: Area): Area =>
  a.length === 0 ? [] : fromInteger(Clipper.difference(toInteger(a), toInteger(b), FillRule.NonZero));

/** Grows (or with a negative distance shrinks) an area; corners round, or sharp. */
export const grow = (area: Area, by: number, corners: 'round' | 'sharp' = 'round'): Area =>
  fromInteger(
    Clipper.inflatePaths(
      toInteger(area),
      by * 1000,
      corners === 'round' ? JoinType.Round : JoinType.Miter,
      EndType.Polygon,
      2,
      80,
    ),
  );

/** Fills the notches narrower than twice the radius: gives junctions their rounded kerbs. */
export const closeGaps = (area: Area, radius: number): Area => grow(grow(area, radius), -radius);

/** A strip along a line, `halfWidth` to each side. */
export const strip = (line: Path, halfWidth: number, ends: 'butt' | 'round' = 'butt'): Area =>
  fromInteger(
    Clipper.inflatePaths(
      toInteger([line]),
      halfWidth * 1000,
      JoinType.Miter,
      ends === 'butt' ? EndType.Butt : EndType.Round,
      2,
      60,
    ),
  );

export const areaSize = (area: Area): number => area.reduce((sum, ring) => sum + ringArea(ring), 0);

/** Splits an area without overlaps into polygons with their holes. */
export function listPolygons(area: Area): Polygon[] {
  if (area.every((ring) => ringArea(ring) > 0)) return area.map((outer) => ({ outer, holes: [] }));
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, toInteger(area), null, tree, FillRule.NonZero);
  return polygonsOf(tree);
}

const ringOf = (node: PolyPath64): Path => fromInteger([node.poly ?? []])[0] ?? [];

function polygonsOf(tree: PolyTree64): Polygon[] {
  const result: Polygon[] = [];
  function visit(node: PolyPath64) {
    for (let i = 0; i < node.count; i++) {
      const outer = node.child(i);
      const holes: Path[] = [];
      for (let k = 0; k < outer.count; k++) {
        holes.push(ringOf(outer.child(k)));
        visit(outer.child(k));
      }
      result.push({ outer: ringOf(outer), holes });
    }
  }
  visit(tree);
  return result;
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function boxOf(area: Area): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of area) {
    for (const p of ring) {
      west = Math.min(west, p.x);
      south = Math.min(south, p.y);
      east = Math.max(east, p.x);
      north = Math.max(north, p.y);
    }
  }
  return { west, south, east, north };
}

export const boxArea = (box: Box): Area => [
  [
    { x: box.west, y: box.south },
    { x: box.east, y: box.south },
    { x: box.east, y: box.north },
    { x: box.west, y: box.north },
  ],
];

export const doBoxesMeet = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

/** The part of an area inside a box: linear in the size of the area, for many small boxes. */
export function clipToBox(area: Area, box: Box): Area {
  const whole = (value: number) => Math.round(value * 1000);
  const rect = { left: whole(box.west), top: whole(box.south), right: whole(box.east), bottom: whole(box.north) };
  return fromInteger(Clipper.rectClip(rect, toInteger(area)));
}
