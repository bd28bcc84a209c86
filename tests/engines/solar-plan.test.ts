import { describe, expect, it } from 'vitest';
import type { Obstacles } from '../../src/engines/obstacles.ts';
import { deBilt } from '../../src/engines/solar/climate-de-bilt.ts';
import { comparePlanRoofs, type RoofSurroundings } from '../../src/engines/solar-plan.ts';
import { defaultSolarSettings } from '../../src/model/solar-defaults.ts';
import { KIND_ROOF } from '../../src/model/surface-kind.ts';

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
