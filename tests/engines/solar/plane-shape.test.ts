import { describe, expect, it } from 'vitest';
import { buildBvh } from '../../../src/engines/bvh.ts';
import { fitPanels } from '../../../src/engines/solar/fit-panels.ts';
import { ringsOf, toPlane } from '../../../src/engines/solar/plane-shape.ts';
import { findRoofPlanes } from '../../../src/engines/solar/roof-planes.ts';
import { defaultSolarSettings } from '../../../src/model/solar-defaults.ts';
import { gable, meshOf } from './houses.ts';

/** Two triangles a square of one metre, on a slope of 1 in 2 to the east. */
const squares = (...places: readonly (readonly [x: number, y: number])[]): Float64Array =>
  Float64Array.from(
    places.flatMap(([x, y]) => {
      const corner = (dx: number, dy: number) => [x + dx, y + dy, (x + dx) / 2];
      const [a, b, c, d] = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)] as [
        number[],
        number[],
        number[],
        number[],
      ];
      return [...a, ...b, ...c, ...a, ...c, ...d];
    }),
  );
const areaOf = (ring: readonly (readonly [number, number, number])[]) =>
  ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length] as readonly [number, number, number];
    return sum + (x * v - u * y) / 2;
  }, 0);

describe('a roof plane from its triangles', () => {
  it('holds as many panels as the plane that was found in the file', () => {
    const mesh = meshOf(gable(0, 0, 12, 9, 6, 10));
    const { planes } = findRoofPlanes(mesh, () => buildBvh(mesh.positions));
    expect(planes).toHaveLength(2);
    for (const plane of planes) {
      const again = toPlane(plane.positions);
      if (!again) throw new Error('no plane');
      expect(again.slopeDegrees).toBeCloseTo(plane.slopeDegrees, 4);
      expect(again.area).toBeCloseTo(plane.area, 4);
      const [is, should] = [again, plane].map((one) => fitPanels(one, mesh.positions, defaultSolarSettings).count);
      expect(should).toBeGreaterThan(10);
      expect(is).toBe(should);
    }
  });

  it('is none without area, or where it looks down', () => {
    expect(toPlane(new Float32Array(9))).toBeUndefined();
    expect(toPlane(Float32Array.of(0, 0, 0, 0, 1, 0, 1, 0, 0))).toBeUndefined();
  });

  it('has one ring around all of its triangles, with their heights', () => {
    const [polygon, ...others] = ringsOf(squares([0, 0], [1, 0], [1, 1]));
    expect(others).toEqual([]);
    expect(polygon).toHaveLength(1);
    const ring = polygon?.[0] ?? [];
    expect(areaOf(ring)).toBeCloseTo(3, 9);
    for (const [x, , z] of ring) expect(z).toBeCloseTo(x / 2, 9);
  });

  it('has a ring the other way round a hole, and a polygon of its own for what lies apart', () => {
    const around = [0, 1, 2].flatMap((x) => [0, 1, 2].flatMap((y) => (x === 1 && y === 1 ? [] : [[x, y] as const])));
    const polygons = ringsOf(squares(...around, [5, 0]));
    expect(polygons.map((rings) => rings.map(areaOf))).toEqual([[9, -1], [1]]);
  });

  it('keeps rings apart where squares touch in a corner only', () => {
    const polygons = ringsOf(squares([0, 0], [1, 1]));
    expect(polygons.flatMap((rings) => rings.map(areaOf)).reduce((a, b) => a + b, 0)).toBeCloseTo(2, 9);
    for (const rings of polygons) for (const ring of rings) expect(areaOf(ring)).toBeGreaterThan(0);
  });
});
