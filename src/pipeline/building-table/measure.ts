/** Centre, footprint and heights of one building, from its geometry in source coordinates. */

import type { Family } from '../../model/city-families.ts';
import type { CityFeature, CityGeometry, CityHeader } from '../../model/cityjson.ts';
import { walkGeometry } from '../../model/walk-geometry.ts';

export interface MeasuredBuilding {
  /** Centre of the footprint. */
  readonly x: number;
  readonly y: number;
  /** Square source units; null for what has no extent. */
  readonly area: number | null;
  /** Of all its points but those of a flat footprint; null where it has no others. */
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** Twice the area and the moments of rings, by the shoelace formula around a nearby origin. */
interface Moments {
  area: number;
  x: number;
  y: number;
}

type Point = readonly [x: number, y: number, z: number];

function addRing(moments: Moments, ring: readonly Point[], [x0, y0]: Point, sign: number): void {
  let area = 0;
  let x = 0;
  let y = 0;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] as Point;
    const [ax, ay, bx, by] = [a[0] - x0, a[1] - y0, b[0] - x0, b[1] - y0];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  // Outer rings count, holes are taken off, whichever way they run.
  const factor = (area < 0 ? -1 : 1) * sign;
  moments.area += factor * area;
  moments.x += factor * x;
  moments.y += factor * y;
}

const isFootprint = (geometry: CityGeometry) => {
  const lod = Number(geometry.lod);
  return Number.isFinite(lod) && lod < 1 && String(geometry.lod ?? '') !== '';
};

const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);

/**
 * The footprint is that of level of detail 0, else the ground surfaces of one level; without either the box around the
 * points. Undefined where the building has no point at all.
 */
export function measureBuilding(
  family: Family,
  { vertices }: CityFeature,
  { transform }: CityHeader,
): MeasuredBuilding | undefined {
  const { scale, translate } = transform;
  const pointOf = (index: number): Point | undefined => {
    const vertex = vertices[index];
    if (!vertex) return undefined;
    const point = [0, 1, 2].map((i) => (vertex[i] as number) * (scale[i] as number) + (translate[i] as number));
    return point.every(Number.isFinite) ? (point as unknown as Point) : undefined;
  };
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  const footprint: Moments = { area: 0, x: 0, y: 0 };
  const grounds = new Map<string, Moments>();
  let origin: Point | undefined;

  function note(point: Point, dimensions: number) {
    origin ??= point;
    for (let i = 0; i < dimensions; i++) {
      low[i] = Math.min(low[i] as number, point[i] as number);
      high[i] = Math.max(high[i] as number, point[i] as number);
    }
  }

  function take(geometry: CityGeometry) {
    const flat = isFootprint(geometry);
    const level = String(geometry.lod ?? '?');
    walkGeometry(geometry, {
      startShell() {},
      surface(rings, type) {
        const points = rings.map((ring) =>
          Array.isArray(ring) ? ring.map(pointOf).filter((point) => point !== undefined) : [],
        );
        // A footprint's height says nothing of the building's own.
        for (const point of points.flat()) note(point, flat ? 2 : 3);
        if (!origin || (!flat && type !== 'GroundSurface')) return;
        const moments = flat ? footprint : (grounds.get(level) ?? { area: 0, x: 0, y: 0 });
        if (!flat) grounds.set(level, moments);
        const start = origin;
        points.forEach((ring, i) => {
          addRing(moments, ring, start, i === 0 ? 1 : -1);
        });
      },
      endShell() {},
    });
  }

  for (const [, object] of family.members) {
    for (const geometry of object.geometry ?? []) {
      // Of a template only the anchor is known: enough to find the building.
      const anchor =
        geometry.type === 'GeometryInstance' ? pointOf((geometry.boundaries as number[])?.[0] ?? -1) : undefined;
      if (anchor) note(anchor, 2);
      else take(geometry);
    }
  }
  if (!origin) return undefined;
  const [x0, y0] = origin;
  const moments = [footprint, ...[...grounds].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, ground]) => ground)].find(
    ({ area }) => area > 0.01,
  );
  const [width, depth] = [(high[0] as number) - (low[0] as number), (high[1] as number) - (low[1] as number)];
  return {
    x: moments ? x0 + moments.x / (3 * moments.area) : (low[0] as number) + width / 2,
    y: moments ? y0 + moments.y / (3 * moments.area) : (low[1] as number) + depth / 2,
    area: moments ? moments.area / 2 : width * depth || null,
    lowest: finite(low[2]),
    highest: finite(high[2]),
  };
}
