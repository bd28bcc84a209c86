import type { StreetIndex } from './city-index.ts';
import { nearestStreetPoint } from './view-summary.ts';

const STEP = 2;

/**
 * Where to stand on the street nearest to a point so that it is about `distance` metres off: along that same street, because
 * round the corner something may stand between. Undefined without streets.
 */
export function standingPoint(
  index: StreetIndex,
  x: number,
  y: number,
  distance: number,
): { readonly x: number; readonly y: number } | undefined {
  const nearest = nearestStreetPoint(index, x, y);
  if (!nearest) return undefined;
  let best: { x: number; y: number } = nearest;
  let bestError = Math.abs(nearest.distance - distance);
  for (const line of index.streets.find(({ name }) => name === nearest.name)?.lines ?? []) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      const [ax, ay, bx, by] = [line[i], line[i + 1], line[i + 2], line[i + 3]] as [number, number, number, number];
      const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / STEP));
      for (let step = 0; step <= steps; step++) {
        const point = { x: ax + ((bx - ax) * step) / steps, y: ay + ((by - ay) * step) / steps };
        const error = Math.abs(Math.hypot(point.x - x, point.y - y) - distance);
        if (error < bestError) [best, bestError] = [point, error];
      }
    }
  }
  return { x: best.x, y: best.y };
}
