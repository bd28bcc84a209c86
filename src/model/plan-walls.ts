/** From a footprint, a floor and a roof to a closed mesh: roof, walls up to it, and the floor below. */
import { type Corner, createPlanMesh, type PlanMesh } from './plan-mesh.ts';
import { planParts } from './plan-model.ts';
import type { Ring } from './plan-ring.ts';
import type { Roof } from './plan-roof.ts';
import { triangulateRings } from './triangulate-rings.ts';

const WALL = planParts.indexOf('wall');
const ROOF = planParts.indexOf('roof');
const FLOOR = planParts.indexOf('ground');

type Point = readonly [x: number, y: number];

/** The roof's corners that lie on a–b, with both ends, in order. The corners themselves: a wall must end in the same millimetre. */
function listStops(roof: Roof, a: Point, b: Point): Point[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const found = new Map<number, Point>();
  for (const ring of roof.parts.flat()) {
    for (let i = 0; i < ring.length; i += 2) {
      const [dx, dy] = [ring[i] - a[0], ring[i + 1] - a[1]];
      const along = dx * ux + dy * uy;
      if (Math.abs(dy * ux - dx * uy) < 0.0015 && along > 0.001 && along < length - 0.001)
        found.set(along, [ring[i], ring[i + 1]]);
    }
  }
  const between = [...found].sort(([s], [t]) => s - t).map(([, corner]) => corner);
  return [a, ...between, b];
}

/** `footprint` counter-clockwise with clockwise holes; heights in the frame of the roof. */
export function raiseWalls(footprint: readonly Ring[], floor: number, roof: Roof): PlanMesh {
  const mesh = createPlanMesh();
  for (const part of roof.parts) {
    mesh.startFace();
    for (const [ax, ay, bx, by, cx, cy] of triangulateRings(part)) {
      const lift = (x: number, y: number): Corner => [x, y, roof.heightAt(x, y)];
      mesh.add(ROOF, lift(ax, ay), lift(bx, by), lift(cx, cy));
    }
  }
  for (const ring of footprint) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      const stops = listStops(roof, [ring[i], ring[i + 1]], [ring[j], ring[j + 1]]);
      mesh.startFace();
      // Strip by strip: the wall's top bends only at stops.
      for (let k = 1; k < stops.length; k++) {
        const [from, until] = [stops[k - 1], stops[k]];
        const low: [Corner, Corner] = [
          [...from, floor],
          [...until, floor],
        ];
        const high: [Corner, Corner] = [
          [...from, roof.heightAt(...from)],
          [...until, roof.heightAt(...until)],
        ];
        mesh.add(WALL, low[0], low[1], high[1]);
        mesh.add(WALL, low[0], high[1], high[0]);
      }
    }
  }
  mesh.startFace();
  for (const [ax, ay, bx, by, cx, cy] of triangulateRings(footprint))
    mesh.add(FLOOR, [ax, ay, floor], [cx, cy, floor], [bx, by, floor]);
  return mesh.build();
}
