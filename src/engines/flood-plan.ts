/**
 * A plan laid on a place before it rains there: its ground, water and paving in place of today's, today's buildings that go, and
 * its own. A building of the plan that begins more than 1.5 m above the ground lets water through under it.
 *
 * Not modelled: glTF models that a plan places (furniture, bridges), gates, sewers that come with the plan: its paving drains as
 * today's does.
 */
import type { FloodPlan } from '../model/flood-change.ts';
import { type FloodGroundId, floodGroundCode } from '../model/flood-ground.ts';
import type { FloodSite } from '../model/flood-site.ts';
import type { GroundPiece } from '../model/plan-model.ts';
import { scanPolygon } from '../model/scan-polygon.ts';

/** m: higher above the ground a building does not stand in the water. */
const CLEARANCE = 1.5;

const kinds: Readonly<Record<GroundPiece['surface'], FloodGroundId>> = {
  road: 'asphalt',
  path: 'half-paved',
  paving: 'clinkers',
  quay: 'clinkers',
  green: 'grass',
  garden: 'garden',
  water: 'water',
  bare: 'bare',
};

/** Calls with the cells whose middle lies in a triangle and the height there; upright triangles have none. */
function scanTriangle(
  { west, south, cellSize, width, height }: FloodSite['frame'],
  corners: ArrayLike<number>,
  visit: (cell: number, z: number) => void,
): void {
  const [ax, ay, az, bx, by, bz, cx, cy, cz] = corners as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const double = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (Math.abs(double) < 1e-9) return;
  const first = (value: number, start: number) => Math.max(0, Math.ceil((value - start) / cellSize - 0.5));
  const last = (value: number, start: number, most: number) =>
    Math.min(most - 1, Math.floor((value - start) / cellSize - 0.5));
  const [left, right] = [first(Math.min(ax, bx, cx), west), last(Math.max(ax, bx, cx), west, width)];
  const [bottom, top] = [first(Math.min(ay, by, cy), south), last(Math.max(ay, by, cy), south, height)];
  for (let row = bottom; row <= top; row++) {
    const y = south + (row + 0.5) * cellSize;
    for (let column = left; column <= right; column++) {
      const x = west + (column + 0.5) * cellSize;
      const v = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) / double;
      const w = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / double;
      if (v < 0 || w < 0 || v + w > 1) continue;
      visit(row * width + column, az + v * (bz - az) + w * (cz - az));
    }
  }
}

/** Pure: the site given stays as it is. */
export function planSite(site: FloodSite, plans: readonly FloodPlan[]): FloodSite {
  if (plans.length === 0) return site;
  const { frame } = site;
  const heights = site.heights.slice();
  const ground = site.ground.slice();
  const water = site.water.slice();
  // Today's rows fit in 16 bits, today's and the plan's may not.
  const buildings = Uint32Array.from(site.buildings);
  const wall = floodGroundCode('building');
  const bare = floodGroundCode('bare');

  function layGround({ origin }: FloodPlan, { surface, positions, indices }: FloodPlan['ground'][number]): void {
    const code = floodGroundCode(kinds[surface]);
    const isWater = surface === 'water';
    const corners = new Float64Array(9);
    for (let i = 0; i + 2 < indices.length; i += 3) {
      for (let k = 0; k < 3; k++) {
        const at = 3 * (indices[i + k] as number);
        for (let axis = 0; axis < 3; axis++)
          corners[3 * k + axis] = (positions[at + axis] as number) + (origin[axis] as number);
      }
      scanTriangle(frame, corners, (cell, z) => {
        heights[cell] = z;
        water[cell] = isWater ? z : Number.NaN;
        if (buildings[cell] === 0) ground[cell] = code;
      });
    }
  }

  for (const plan of plans) {
    const gone = new Set(plan.removed);
    for (let cell = 0; cell < buildings.length; cell++) {
      if (!gone.has(buildings[cell] as number)) continue;
      buildings[cell] = 0;
      if (ground[cell] === wall) ground[cell] = bare;
    }
    for (const piece of plan.ground) if (!piece.isCut && piece.area > 0) layGround(plan, piece);
    for (const [i, { footprint, lowerNap }] of plan.solids.entries()) {
      const rings = footprint.map((ring) =>
        ring.map((value, k) => value + (k % 2 === 0 ? plan.origin[0] : plan.origin[1])),
      );
      scanPolygon(frame, rings, (row, from, until) => {
        for (let cell = row * frame.width + from; cell < row * frame.width + until; cell++) {
          if (lowerNap - (heights[cell] as number) > CLEARANCE) continue;
          buildings[cell] = plan.firstRow + i;
          ground[cell] = wall;
          water[cell] = Number.NaN;
        }
      });
    }
  }
  return { ...site, heights, ground, water, buildings };
}
