/** Which of a building's roof planes a point on it lies in: the file of roofs has their middles and directions, not their outlines. */
import type { SolarRoofs } from './solar.ts';

const RADIANS = Math.PI / 180;
/** Metres off its plane that a point may lie: it was read from a picture. */
const REACH = 0.8;
/** Metres along a plane, beyond where it would end if it were round, that weigh as much as one metre off it. */
const ALONG = 8;

/** Row of the nearest of these rows, undefined where the point lies in none of their planes: on a wall, say. RD, m NAP. */
export function findRoofPlane(
  roofs: Pick<SolarRoofs, 'x' | 'y' | 'nap' | 'slope' | 'azimuth' | 'area'>,
  rows: Iterable<number>,
  { x, y, nap }: { readonly x: number; readonly y: number; readonly nap: number },
): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const at = (column: readonly number[]) => column[row] as number;
    const [dx, dy, dz] = [x - at(roofs.x), y - at(roofs.y), nap - at(roofs.nap)];
    const azimuth = at(roofs.azimuth) < 0 ? 0 : at(roofs.azimuth) * RADIANS;
    const level = Math.sin(at(roofs.slope) * RADIANS);
    const off = Math.abs(
      level * (Math.sin(azimuth) * dx + Math.cos(azimuth) * dy) + Math.cos(at(roofs.slope) * RADIANS) * dz,
    );
    const beyond = Math.max(0, Math.hypot(dx, dy, dz) - Math.sqrt(at(roofs.area) / Math.PI));
    const cost = off + beyond / ALONG;
    if (off <= REACH && cost < least) [best, least] = [row, cost];
  }
  return best;
}
