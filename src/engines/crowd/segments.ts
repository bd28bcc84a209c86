/** Sides of polygons, and what of them is nearest to a place. */
import type { CrowdPolygon } from '../../model/crowd.ts';

export type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

export function listEdges(polygons: readonly CrowdPolygon[]): Edge[] {
  const edges: Edge[] = [];
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
        edges.push([ring[j], ring[j + 1], ring[i], ring[i + 1]] as unknown as Edge);
    }
  }
  return edges;
}

/** Share of an edge, 0 to 1, nearest to a point. */
export function along([x1, y1, x2, y2]: Edge, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
}

export const at = ([x1, y1, x2, y2]: Edge, t: number): [number, number] => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];

export function distanceTo(edge: Edge, x: number, y: number): number {
  const t = along(edge, x, y);
  return Math.hypot(edge[0] + (edge[2] - edge[0]) * t - x, edge[1] + (edge[3] - edge[1]) * t - y);
}

export type Spot = readonly [x: number, y: number];

/** The place on any of the edges that is nearest; infinitely far where there are none. */
export function nearestOn(edges: readonly Edge[], x: number, y: number) {
  const best = { distance: Infinity, x, y };
  for (const edge of edges) {
    const [ex, ey] = at(edge, along(edge, x, y));
    const distance = Math.hypot(ex - x, ey - y);
    if (distance >= best.distance) continue;
    best.distance = distance;
    best.x = ex;
    best.y = ey;
  }
  return best;
}
