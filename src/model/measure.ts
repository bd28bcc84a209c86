/**
 * Lengths, heights and areas between points, each with the error that its points' errors make. Everything counts in RD New
 * and NAP; RD is a map, so that its lengths are up to 1 : 10,000 off the true ones (see `rdScale`).
 */
import type { RdPoint } from './rd.ts';

/** What a point lies on; decides how far off it may be. */
type PointOrigin = 'typed' | 'ground' | 'building' | 'plan';

export interface MeasurePoint extends RdPoint {
  /** Metres NAP; unknown for points that were typed without it and where the picture was too coarse to tell. */
  readonly nap: number | undefined;
  readonly on: PointOrigin;
  /** Standard error along each axis, metres; 0 as typed; undefined where the source names none. */
  readonly error: number | undefined;
}

/** A number with its standard error; no error where that of a point is not known. */
export interface Figure {
  readonly value: number;
  readonly error: number | undefined;
}

type Vec3 = readonly [x: number, y: number, z: number];

/** Metres that a point is moved to see how a figure follows it. */
const NUDGE = 1e-3;

/**
 * The figure that `compute` makes of the points, and its standard error: errors of points and axes are taken as independent,
 * and small beside the lengths. Points that coincide make a figure larger whichever way they err, which this leaves out.
 */
function propagate(points: readonly MeasurePoint[], compute: (places: readonly Vec3[]) => number): Figure {
  const places = points.map(({ x, y, nap }): Vec3 => [x, y, nap ?? 0]);
  const value = compute(places);
  let variance: number | undefined = 0;
  for (const [i, { error }] of points.entries()) {
    if (error === undefined) return { value, error: undefined };
    if (error === 0) continue;
    for (const axis of [0, 1, 2]) {
      const moved = (by: number) =>
        places.map((place, k) =>
          k === i ? (place.map((v, a) => (a === axis ? v + by : v)) as unknown as Vec3) : place,
        );
      const slope = (compute(moved(NUDGE)) - compute(moved(-NUDGE))) / (2 * NUDGE);
      variance += (slope * error) ** 2;
    }
  }
  return { value, error: Math.sqrt(variance) };
}

const mapLeg = (a: Vec3, b: Vec3) => Math.hypot(b[0] - a[0], b[1] - a[1]);
const spaceLeg = (a: Vec3, b: Vec3) => Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);

function sumLegs(places: readonly Vec3[], leg: (a: Vec3, b: Vec3) => number, isClosed = false): number {
  let sum = 0;
  for (let i = 1; i < places.length; i++) sum += leg(places[i - 1] as Vec3, places[i] as Vec3);
  return isClosed && places.length > 2 ? sum + leg(places.at(-1) as Vec3, places[0] as Vec3) : sum;
}

const haveHeights = (points: readonly MeasurePoint[]) => points.every(({ nap }) => nap !== undefined);

export interface DistanceFigures {
  /** Along all points, metres. */
  readonly onMap: Figure;
  /** Undefined where a point has no height; so are the two below. */
  readonly inSpace: Figure | undefined;
  /** Last point above the first, metres. */
  readonly rise: Figure | undefined;
  /** Rise over map length between first and last, degrees; undefined where they lie above each other. */
  readonly slopeDegrees: Figure | undefined;
}

/** Of at least two points. */
export function measureDistance(points: readonly MeasurePoint[]): DistanceFigures {
  if (points.length < 2) throw new Error(`Expected at least two points, got ${points.length}.`);
  const hasHeights = haveHeights(points);
  const ends = [points[0], points.at(-1)] as MeasurePoint[];
  const riseOf = (places: readonly Vec3[]) => (places.at(-1) as Vec3)[2] - (places[0] as Vec3)[2];
  const runOf = (places: readonly Vec3[]) => mapLeg(places[0] as Vec3, places.at(-1) as Vec3);
  const run = propagate(ends, runOf).value;
  return {
    onMap: propagate(points, (places) => sumLegs(places, mapLeg)),
    inSpace: hasHeights ? propagate(points, (places) => sumLegs(places, spaceLeg)) : undefined,
    rise: hasHeights ? propagate(ends, riseOf) : undefined,
    slopeDegrees:
      hasHeights && run > 0
        ? propagate(ends, (places) => (Math.atan2(riseOf(places), runOf(places)) * 180) / Math.PI)
        : undefined,
  };
}

/** Newell's vector: as long as the area of a flat polygon, along its normal. */
function areaVector(places: readonly Vec3[]): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  // Counted from the first point: RD's six digits before the point would cost as many behind it.
  const [ox, oy, oz] = places[0] ?? [0, 0, 0];
  for (let i = 0; i < places.length; i++) {
    const [ax, ay, az] = places[i] as Vec3;
    const [bx, by, bz] = places[(i + 1) % places.length] as Vec3;
    sum[0] += ((ay - oy) * (bz - oz) - (az - oz) * (by - oy)) / 2;
    sum[1] += ((az - oz) * (bx - ox) - (ax - ox) * (bz - oz)) / 2;
    sum[2] += ((ax - ox) * (by - oy) - (ay - oy) * (bx - ox)) / 2;
  }
  return sum;
}

/** Metres of the point furthest from the plane through the points' middle, across the area vector. */
function unevenness(places: readonly Vec3[]): number {
  const normal = areaVector(places);
  const length = Math.hypot(...normal);
  const middle = [0, 1, 2].map((axis) => places.reduce((sum, place) => sum + place[axis as 0], 0) / places.length);
  const offsets = places.map((place) =>
    normal.reduce((sum, n, axis) => sum + (n / length) * (place[axis as 0] - (middle[axis] as number)), 0),
  );
  return Math.max(...offsets.map(Math.abs));
}

/** Whether two sides of the polygon cross, seen along its area vector. */
function crossesItself(places: readonly Vec3[]): boolean {
  const normal = areaVector(places).map(Math.abs);
  const drop = normal.indexOf(Math.max(...normal));
  const flat = places.map((place) => place.filter((_, axis) => axis !== drop) as [number, number]);
  const side = (a: number[], b: number[], c: number[]) =>
    Math.sign(
      ((b[0] as number) - (a[0] as number)) * ((c[1] as number) - (a[1] as number)) -
        ((b[1] as number) - (a[1] as number)) * ((c[0] as number) - (a[0] as number)),
    );
  const count = flat.length;
  for (let i = 0; i < count; i++) {
    for (let k = i + 2; k < count; k++) {
      if (i === 0 && k === count - 1) continue;
      const [a, b, c, d] = [flat[i], flat[i + 1], flat[k], flat[(k + 1) % count]] as [number, number][];
      if (!a || !b || !c || !d) continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  }
  return false;
}

export interface AreaFigures {
  /** Seen from above, m². */
  readonly onMap: Figure;
  readonly perimeterOnMap: Figure;
  /** Of the plane through the points, m²; undefined where a point has no height or the points are not in one plane. */
  readonly inSpace: Figure | undefined;
  readonly perimeterInSpace: Figure | undefined;
  /** Metres that the points lie out of one plane, at most; undefined without heights. */
  readonly unevenness: number | undefined;
  /** The outline crosses itself: parts count negative, so that the area says nothing. */
  readonly crossesItself: boolean;
}

/** Metres out of the plane up to which points count as one plane, at least and per metre of size. */
const FLAT = { least: 0.05, perMetre: 0.01 };

/** Of at least three points. */
export function measureArea(points: readonly MeasurePoint[]): AreaFigures {
  if (points.length < 3) throw new Error(`Expected at least three points, got ${points.length}.`);
  const places = points.map(({ x, y, nap }): Vec3 => [x, y, nap ?? 0]);
  const hasHeights = haveHeights(points);
  const size = Math.sqrt(Math.hypot(...areaVector(places)));
  const out = hasHeights && size > 0 ? unevenness(places) : undefined;
  const isFlat = out !== undefined && out <= Math.max(FLAT.least, FLAT.perMetre * size);
  return {
    onMap: propagate(points, (moved) => Math.abs(areaVector(moved)[2])),
    perimeterOnMap: propagate(points, (moved) => sumLegs(moved, mapLeg, true)),
    inSpace: isFlat ? propagate(points, (moved) => Math.hypot(...areaVector(moved))) : undefined,
    perimeterInSpace: hasHeights ? propagate(points, (moved) => sumLegs(moved, spaceLeg, true)) : undefined,
    unevenness: out,
    crossesItself: crossesItself(places),
  };
}

/** EPSG:28992: oblique stereographic projection on a sphere of this radius (metres) around Amersfoort. */
const SCALE_AT_CENTRE = 0.9999079;
const SPHERE_RADIUS = 6_382_644.571;
const CENTRE = { x: 155_000, y: 463_000 };

/**
 * Metres on the RD map per metre on the ellipsoid: 0.9999079 at Amersfoort, 1 at 122 km from it, 1.00010 in the far corners.
 * Within 2 parts in 100,000 of what ETRS89 says (the residuals of RD itself are left out).
 */
export function rdScale({ x, y }: RdPoint): number {
  const fromCentre = (x - CENTRE.x) ** 2 + (y - CENTRE.y) ** 2;
  return SCALE_AT_CENTRE * (1 + fromCentre / (4 * SPHERE_RADIUS ** 2));
}

/** The place at a distance along the map line through the points; its ends beyond them. */
export function placeOnLine(points: readonly RdPoint[], distance: number): RdPoint {
  let left = distance;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as RdPoint, points[i] as RdPoint];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (left <= length && length > 0) {
      const part = Math.max(left, 0) / length;
      return { x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: Number.NaN, y: Number.NaN };
}
