import type { PlanModel, PlanSolid } from './plan-model.ts';
import { isInPolygon } from './polygon.ts';

/** Metres from a point to the nearest side of a ring of flat x, y pairs. */
function distanceToRing(ring: readonly number[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [x1, y1, x2, y2] = [ring[j], ring[j + 1], ring[i], ring[i + 1]] as [number, number, number, number];
    const [dx, dy] = [x2 - x1, y2 - y1];
    const part = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, Math.hypot(x - x1 - part * dx, y - y1 - part * dy));
  }
  return nearest;
}

/** Even-odd over all rings: holes lie outside. */
const isInFootprint = ({ footprint }: PlanSolid, x: number, y: number) =>
  footprint.filter((ring) => isInPolygon(ring, x, y)).length % 2 === 1;

/**
 * The building of a plan at a place in RD New. A point on a wall lies on the footprint's edge, not in it: so the nearest within
 * `reach` metres counts where none holds the point.
 */
export function findPlanSolid(model: PlanModel, x: number, y: number, reach = 0.3): PlanSolid | undefined {
  const [dx, dy] = [x - model.origin[0], y - model.origin[1]];
  const within = model.solids.find((solid) => isInFootprint(solid, dx, dy));
  if (within) return within;
  const near = model.solids.map((solid) => ({
    solid,
    distance: Math.min(...solid.footprint.map((ring) => distanceToRing(ring, dx, dy))),
  }));
  near.sort((a, b) => a.distance - b.distance);
  return near[0] && near[0].distance <= reach ? near[0].solid : undefined;
}
