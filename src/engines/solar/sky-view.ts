/**
 * Sky view factor of a plane from its horizon: the share of what an evenly bright sky would give it that is not blocked, cosine
 * counted. Per bearing the integral from horizon to zenith is exact, so 64 bearings are within 0.001 of the formulas for a free plane, a
 * wall, a canyon and a court, where rays in all directions need some 2,000 (`sky-directions.ts`). It takes for granted that what is
 * above the horizon is free: not so below a bridge or an overhang, where directions must be asked one by one.
 */
import { type Plane, planeNormal } from './plane.ts';

/** `horizonOf` gives the height, in radians, below which the sky is blocked at a bearing in radians, clockwise from true north. */
export function skyViewOfHorizon(plane: Plane, horizonOf: (bearing: number) => number, bearings = 64): number {
  const normal = planeNormal(plane);
  const slopeBearing = (plane.azimuthDegrees * Math.PI) / 180;
  const level = Math.hypot(normal.east, normal.north);
  let sum = 0;
  for (let i = 0; i < bearings; i++) {
    // Counted from the slope's own bearing, so that a mirrored scene has mirrored bearings.
    const turn = ((i + 0.5) / bearings) * 2 * Math.PI;
    const towards = level * Math.cos(turn);
    // Lower than this the plane itself is in the way.
    const behind = towards < 0 ? Math.atan2(-towards, normal.up) : 0;
    const from = Math.min(Math.PI / 2, Math.max(behind, horizonOf(slopeBearing + turn), 0));
    sum += towards * (Math.PI / 4 - from / 2 - Math.sin(2 * from) / 4) + (normal.up * Math.cos(from) ** 2) / 2;
  }
  return (sum * 2) / bearings;
}
