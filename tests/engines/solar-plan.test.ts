import { describe, expect, it } from 'vitest';
import type { Obstacles } from '../../src/engines/obstacles.ts';
import { deBilt } from '../../src/engines/solar/climate-de-bilt.ts';
import { comparePlanRoofs, computeBuiltRoofs, type RoofSurroundings } from '../../src/engines/solar-plan.ts';
import { rowsOf } from '../../src/model/group-rows.ts';
import { defaultSolarSettings } from '../../src/model/solar-defaults.ts';
import { type BuiltPlane, listBuiltRoofs } from '../../src/model/solar-plan.ts';
import { listSolarBuildings } from '../../src/model/solar-town.ts';
import { KIND_ROOF } from '../../src/model/surface-kind.ts';

const settings = defaultSolarSettings;
const origin = [147000, 508000, 0] as const;
type Corner = readonly [number, number, number];

/** Two triangles, counter-clockwise as seen from where it faces. */
const square = (a: Corner, b: Corner, c: Corner, d: Corner) => [a, b, c, a, c, d].flat();
/** A flat roof of 10 × 10 m at 6 m. */
const roof = Float32Array.from(square([-5, -5, 6], [5, -5, 6], [5, 5, 6], [-5, 5, 6]));
/** A wall from west to east, so far to the south and so high. */
const wall = (south: number, top: number) =>
  Float32Array.from(square([-40, -south, 0], [40, -south, 0], [40, -south, top], [-40, -south, top]));

function surround(...walls: readonly Float32Array[]): RoofSurroundings {
  const all = [roof, ...walls];
  const positions = Float32Array.from(all.flatMap((part) => [...part]));
  const owners = Uint32Array.from(all.flatMap((part, row) => Array.from({ length: part.length / 9 }, () => row)));
  const objects: Obstacles['objects'] = all.map((_, row) => ({ kind: row === 0 ? 'building' : 'plan', id: `${row}` }));
  return { obstacles: { origin, positions, owners, objects }, trees: [], fields: [] };
}
const mesh = {
  positions: roof,
  surfaces: Uint32Array.of(0, 0),
  kinds: Uint8Array.of(KIND_ROOF, KIND_ROOF),
  isGuessed: false,
};
const compare = (today: RoofSurroundings, plan: RoofSurroundings) =>
  comparePlanRoofs([{ id: 'home', mesh, ground: 0 }], today, plan, deBilt, defaultSolarSettings);

describe('what a plan changes of the sun on a roof', () => {
  it('is nothing where it changes nothing', () => {
    expect(compare(surround(), surround())).toEqual([
      { id: 'home', x: 147000, y: 508000, nap: 6, slope: 0, light: 1, yield: 1 },
    ]);
    expect(compare(surround(wall(20, 30)), surround(wall(20, 30)))[0]?.light).toBe(1);
  });

  it('is less light before a tower to the south, the less the nearer it stands; none from what is no higher', () => {
    const [near, far, low] = [wall(15, 30), wall(40, 30), wall(15, 6)].map(
      (built) => compare(surround(), surround(built))[0]?.light as number,
    ) as [number, number, number];
    expect(near).toBeLessThan(0.7);
    expect(far).toBeGreaterThan(near + 0.1);
    expect(far).toBeLessThan(0.97);
    expect(low).toBe(1);
  });

  it('is more light where it takes away what stood there, as much as it had taken', () => {
    const [taken] = compare(surround(), surround(wall(20, 20)));
    const [given] = compare(surround(wall(20, 20)), surround());
    expect((taken?.light as number) * (given?.light as number)).toBeCloseTo(1, 6);
  });
});

describe('the roofs of what a plan builds', () => {
  const built = (plan: RoofSurroundings) =>
    computeBuiltRoofs([{ id: 'new', mesh, ground: undefined }], plan, deBilt, defaultSolarSettings);

  it('get what a roof gets, shaded by what stands there then, in RD and NAP', () => {
    const [open, ...others] = built(surround());
    const [shaded] = built(surround(wall(15, 30)));
    expect(others).toEqual([]);
    expect(open).toMatchObject({ id: 'new', x: 147000, y: 508000, nap: 6, slope: 0, azimuth: -1, area: 100 });
    expect(open?.irradiation).toBeGreaterThan(950);
    expect(open?.irradiation).toBeLessThan(1100);
    expect(open?.panels).toBeGreaterThan(15);
    expect(shaded?.irradiation).toBeLessThan(0.7 * (open?.irradiation as number));
    expect(shaded?.unshaded).toBeCloseTo(open?.unshaded as number, 6);
    expect(open?.triangles).toHaveLength(18);
    expect(Math.min(...(open?.triangles ?? []))).toBe(6);
  });

  it('are a town of their own, by building', () => {
    const one = built(surround())[0] as BuiltPlane;
    const { ids, roofs, planes, triangles } = listBuiltRoofs([one, { ...one, id: 'b' }, { ...one, x: 1 }]);
    expect([ids, roofs.building]).toEqual([
      ['new', 'b'],
      [0, 1, 0],
    ]);
    expect([...rowsOf(planes, 0)]).toEqual([0, 2]);
    expect(triangles).toHaveLength(3);
    const [first, second] = listSolarBuildings({ roofs, planes, settings }, { id: ids }, settings);
    expect(first?.panels).toBe(2 * one.panels);
    expect(second?.yearly).toBeCloseTo(one.yield, 0);
  });
});
