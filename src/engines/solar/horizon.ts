/**
 * How high anything may stand in each sector of azimuth, so that rays above it need not be cast. Always too high, never too low: a
 * sector gets the height over the least distance of whatever reaches into it.
 */
import { SECTORS, sectorOf } from './sky-cells.ts';

/** Per sector: tangent of the elevation, −∞ where nothing stands. */
export type Horizon = Float64Array;

/** Metres that distances are taken shorter: places on a roof are rounded. */
const SLACK = 0.02;

export const createHorizon = (): Horizon => new Float64Array(SECTORS).fill(Number.NEGATIVE_INFINITY);

export function raiseAll(horizon: Horizon, tangent: number): void {
  for (let sector = 0; sector < SECTORS; sector++) if (tangent > horizon[sector]) horizon[sector] = tangent;
}

/** Raises the sectors from the one of a direction to that of another, counter-clockwise. */
function raiseBetween(horizon: Horizon, ax: number, ay: number, bx: number, by: number, tangent: number): void {
  const last = sectorOf(bx, by);
  for (let sector = sectorOf(ax, ay); ; sector = sector + 1 === SECTORS ? 0 : sector + 1) {
    if (tangent > horizon[sector]) horizon[sector] = tangent;
    if (sector === last) return;
  }
}

/** An upright cylinder seen from zero; answers false, and does nothing, where zero lies within it. */
export function raiseCylinder(horizon: Horizon, x: number, y: number, radius: number, height: number): boolean {
  const distance = Math.sqrt(x * x + y * y);
  if (distance <= radius + SLACK) return false;
  const sine = radius / distance;
  const cosine = Math.sqrt(1 - sine * sine);
  const tangent = height / (distance - radius - SLACK);
  raiseBetween(
    horizon,
    x * cosine + y * sine,
    y * cosine - x * sine,
    x * cosine - y * sine,
    y * cosine + x * sine,
    tangent,
  );
  return true;
}

/** Squared distance of zero to the line a–b. */
function distanceToSide(ax: number, ay: number, bx: number, by: number): number {
  const x = bx - ax;
  const y = by - ay;
  const length = x * x + y * y;
  const t = length > 0 ? Math.min(1, Math.max(0, -(ax * x + ay * y) / length)) : 0;
  const px = ax + t * x;
  const py = ay + t * y;
  return px * px + py * py;
}

/** A triangle seen from zero; where zero lies below or above it, all sectors. */
export function raiseTriangle(
  horizon: Horizon,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  height: number,
): void {
  const ab = ax * by - ay * bx;
  const bc = bx * cy - by * cx;
  const ca = cx * ay - cy * ax;
  const nearest = Math.sqrt(
    Math.min(distanceToSide(ax, ay, bx, by), distanceToSide(bx, by, cx, cy), distanceToSide(cx, cy, ax, ay)),
  );
  if (nearest <= SLACK || (ab > 0 && bc > 0 && ca > 0) || (ab < 0 && bc < 0 && ca < 0)) {
    horizon.fill(Number.POSITIVE_INFINITY);
    return;
  }
  // Its corners span less than half a turn: the one that all others lie left of, and the one they lie right of.
  let [rx, ry, lx, ly] = [ax, ay, ax, ay];
  if (rx * by - ry * bx < 0) [rx, ry] = [bx, by];
  if (rx * cy - ry * cx < 0) [rx, ry] = [cx, cy];
  if (lx * by - ly * bx > 0) [lx, ly] = [bx, by];
  if (lx * cy - ly * cx > 0) [lx, ly] = [cx, cy];
  raiseBetween(horizon, rx, ry, lx, ly, height / (nearest - SLACK));
}

/** Tangents to sines, for comparing with the z of unit vectors. */
export function toSines(horizon: Horizon, out: Float64Array): void {
  for (let sector = 0; sector < SECTORS; sector++) {
    const tangent = horizon[sector];
    out[sector] =
      tangent === Number.POSITIVE_INFINITY ? 1 : tangent <= 0 ? 0 : tangent / Math.sqrt(1 + tangent * tangent);
  }
}
