/** Areas of plans and claims, by Clipper2 on whole tenths of millimetres from a place nearby: robust where edges touch. */
import { Clipper, EndType, FillRule, JoinType, type Paths64 } from 'clipper2-ts';
import type { CheckPolygon } from '../../model/claim-check-input.ts';
import { ringArea } from '../../model/plan-ring.ts';

const UNITS = 10_000;
/** m that a round corner may be off its arc. */
const ARC = 0.005;

/** Areas near one place, which all that are put together must share. */
export interface Areas {
  /** Rings of flat x, y: outer ones and holes by their direction, none overlapping. */
  readonly unite: (polygons: readonly CheckPolygon[]) => Paths64;
  /** Of areas that may overlap. */
  readonly merge: (areas: readonly Paths64[]) => Paths64;
  readonly intersect: (a: Paths64, b: Paths64) => Paths64;
  readonly without: (a: Paths64, b: Paths64) => Paths64;
  /** Round at corners and ends. */
  readonly grow: (area: Paths64, by: number) => Paths64;
  readonly strip: (lines: readonly (readonly number[])[], halfWidth: number) => Paths64;
  /** Back in RD New. Each ring by itself: even-odd tells what is within. */
  readonly rings: (area: Paths64) => number[][];
}

/** m². */
export const sizeOf = (area: Paths64): number => area.reduce((sum, ring) => sum + Clipper.area(ring), 0) / UNITS ** 2;

export const createAreas = (x0: number, y0: number): Areas => {
  const toPath = (flat: readonly number[], isReversed = false) => {
    const path: { x: number; y: number }[] = [];
    for (let i = 0; i < flat.length; i += 2)
      path.push({
        x: Math.round(((flat[i] as number) - x0) * UNITS),
        y: Math.round(((flat[i + 1] as number) - y0) * UNITS),
      });
    return isReversed ? path.reverse() : path;
  };
  // Outer rings one way and holes the other, so that a hole of one polygon does not empty another that lies over it.
  const toPaths = (polygon: CheckPolygon): Paths64 =>
    polygon.map((ring, i) => toPath(ring, ringArea(ring) > 0 !== (i === 0)));
  return {
    unite: (polygons) => Clipper.union(polygons.flatMap(toPaths), FillRule.Positive),
    merge: (areas) => Clipper.union(areas.flat(), FillRule.NonZero),
    intersect: (a, b) => (a.length === 0 || b.length === 0 ? [] : Clipper.intersect(a, b, FillRule.NonZero)),
    without: (a, b) => (a.length === 0 ? [] : b.length === 0 ? a : Clipper.difference(a, b, FillRule.NonZero)),
    grow: (area, by) =>
      by === 0 ? area : Clipper.inflatePaths(area, by * UNITS, JoinType.Round, EndType.Polygon, 2, ARC * UNITS),
    strip: (lines, halfWidth) =>
      Clipper.inflatePaths(
        lines.map((line) => toPath(line)),
        halfWidth * UNITS,
        JoinType.Round,
        EndType.Round,
        2,
        ARC * UNITS,
      ),
    rings: (area) => area.map((path) => path.flatMap(({ x, y }) => [x / UNITS + x0, y / UNITS + y0])),
  };
};

/**
 * Standard error of a polygon's area whose corners each are off by `error` m, m²: the shoelace formula's derivative to a corner is
 * half the distance between its neighbours.
 */
export function areaError(polygons: readonly CheckPolygon[], error: number): number {
  let squares = 0;
  for (const ring of polygons.flat()) {
    const n = ring.length;
    for (let i = 0; i < n; i += 2) {
      const [before, after] = [(i + n - 2) % n, (i + 2) % n];
      squares +=
        ((ring[after] as number) - (ring[before] as number)) ** 2 +
        ((ring[after + 1] as number) - (ring[before + 1] as number)) ** 2;
    }
  }
  return (error / 2) * Math.sqrt(squares);
}
