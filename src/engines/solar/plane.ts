/** A sloping plane in the open: which way it faces, and how much of the sky it sees. */
import type { SunVector } from './extraterrestrial.ts';

const RADIANS = Math.PI / 180;

export interface Plane {
  /** From flat, 90 is a wall. */
  readonly slopeDegrees: number;
  /** That it faces, clockwise from true north; of no meaning when flat. */
  readonly azimuthDegrees: number;
}

export function planeNormal(plane: Plane): SunVector {
  const [slope, azimuth] = [plane.slopeDegrees * RADIANS, plane.azimuthDegrees * RADIANS];
  return {
    east: Math.sin(slope) * Math.sin(azimuth),
    north: Math.sin(slope) * Math.cos(azimuth),
    up: Math.cos(slope),
  };
}

/** Sine of the sun's height above the plane; 0 when it stands behind it. */
export const sineAbove = (normal: SunVector, sun: SunVector) =>
  Math.max(0, normal.east * sun.east + normal.north * sun.north + normal.up * sun.up);

/** Sky in sight of a plane in the open; the rest is ground. */
export const skyShare = (normal: SunVector) => (1 + normal.up) / 2;
