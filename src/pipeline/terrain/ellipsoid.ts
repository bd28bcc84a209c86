/** Earth-fixed geometry of terrain tiles on the WGS84 ellipsoid. */
import type { LonLat } from '../../model/rd.ts';
import type { Field } from './ground.ts';
import type { Place } from './place.ts';

export type Vector = readonly [number, number, number];

const equatorial = 6378137;
const polar = 6356752.314245179;
const eccentricitySquared = 1 - (polar / equatorial) ** 2;
const radians = Math.PI / 180;

/** Earth-fixed metres of a point at `height` metres above the ellipsoid. */
export function toEarthFixed({ lon, lat }: LonLat, height: number): Vector {
  const sine = Math.sin(lat * radians);
  const cosine = Math.cos(lat * radians);
  const normal = equatorial / Math.sqrt(1 - eccentricitySquared * sine * sine);
  return [
    (normal + height) * cosine * Math.cos(lon * radians),
    (normal + height) * cosine * Math.sin(lon * radians),
    (normal * (1 - eccentricitySquared) + height) * sine,
  ];
}

const centralMeridian = 5.38763888888889;
const centralSine = Math.sin(52.15616055555555 * radians);
/** The finest step over which a slope is taken, where there is no cell: any will do, the sea is level. */
const seaStep = 100;

/** A vector given eastward, northward and upward at a place, Earth-fixed. */
export function enuToEarthFixed({ lon, lat }: LonLat, [east, north, up]: Vector): Vector {
  const [sinLon, cosLon] = [Math.sin(lon * radians), Math.cos(lon * radians)];
  const [sinLat, cosLat] = [Math.sin(lat * radians), Math.cos(lat * radians)];
  return [
    up * cosLat * cosLon - east * sinLon - north * sinLat * cosLon,
    up * cosLat * sinLon + east * cosLon - north * sinLat * sinLon,
    up * sinLat + north * cosLat,
  ];
}

/**
 * Upward unit vector of the ground, Earth-fixed: from the slope of the height field over two cells, not of triangles,
 * so that it is the same in all tiles that share a vertex.
 */
export function groundNormal(field: Field, { x, y }: Place, at: LonLat): Vector {
  if (Number.isNaN(x)) return enuToEarthFixed(at, [0, 0, 1]);
  const step = Math.min(field.cellAt(x, y), seaStep);
  const slopeX = (field.heightAt(x + step, y) - field.heightAt(x - step, y)) / (2 * step);
  const slopeY = (field.heightAt(x, y + step) - field.heightAt(x, y - step)) / (2 * step);
  // RD's north turns from true north with the distance to its central meridian.
  const turn = (at.lon - centralMeridian) * radians * centralSine;
  const east = slopeX * Math.cos(turn) + slopeY * Math.sin(turn);
  const north = slopeY * Math.cos(turn) - slopeX * Math.sin(turn);
  const length = Math.hypot(east, north, 1);
  return enuToEarthFixed(at, [-east / length, -north / length, 1 / length]);
}

/** Beyond this many radii the point says no more than that the tile can be seen from half of space. */
const farthest = 1e4;

/**
 * The point, in the frame scaled to a unit sphere, that lies below the horizon only when all `points` do, in the
 * direction of `centre` (Ring 2013, "Computing the horizon occlusion point"). Points below the ellipsoid count as on it.
 */
export function horizonOcclusionPoint(centre: Vector, points: readonly Vector[]): Vector {
  const scale = ([x, y, z]: Vector): Vector => [x / equatorial, y / equatorial, z / polar];
  const toward = scale(centre);
  const size = Math.hypot(...toward);
  const direction: Vector = [toward[0] / size, toward[1] / size, toward[2] / size];
  let magnitude = 0;
  for (const point of points) {
    const scaled = scale(point);
    const length = Math.hypot(...scaled);
    const cosAlpha = (scaled[0] * direction[0] + scaled[1] * direction[1] + scaled[2] * direction[2]) / length;
    const sinAlpha = Math.sqrt(Math.max(0, 1 - cosAlpha * cosAlpha));
    const distance = Math.max(1, length);
    const cosBeta = 1 / distance;
    const sinBeta = Math.sqrt(distance * distance - 1) * cosBeta;
    const denominator = cosAlpha * cosBeta - sinAlpha * sinBeta;
    magnitude = Math.max(magnitude, denominator > 1 / farthest ? 1 / denominator : farthest);
  }
  return [direction[0] * magnitude, direction[1] * magnitude, direction[2] * magnitude];
}
