/** Window sills of buildings near a plan as points, for who has none of their own. */
import { listFacadePoints } from '../../engines/facade-points.ts';
import { InputError } from '../../model/input-error.ts';
import { trueNorthInRd } from '../../model/sun-direction.ts';
import { SILL } from '../../model/sun-question.ts';
import type { CityTriangles } from '../city-triangles.ts';
import { type City, makeScenes, type SunCity } from './groups.ts';
import type { NamedPoint } from './points.ts';

export interface WindowsWish {
  /** Metres around the plan. */
  readonly around: number;
  /** Metres from floor to floor. */
  readonly storey: number;
}

const distance = (a: City['extent'], b: City['extent']) =>
  Math.hypot(Math.max(a.west - b.east, b.west - a.east, 0), Math.max(a.south - b.north, b.south - a.north, 0));

/** Corners one after the other, from an origin. */
function unfold({ positions, indices, zero }: CityTriangles, origin: readonly [number, number, number]): Float32Array {
  const shift = [0, 1, 2].map((axis) => (zero[axis] as number) - (origin[axis] as number));
  return Float32Array.from({ length: 3 * indices.length }, (_, k) => {
    const corner = indices[Math.floor(k / 3)] as number;
    return (positions[3 * corner + (k % 3)] as number) + (shift[k % 3] as number);
  });
}

/** Of buildings that stay. Throws {@link InputError} where the plan stands alone. */
export function listWindows(city: SunCity, { around, storey }: WindowsWish): NamedPoint[] {
  const { kept, plan } = city;
  const near = kept.filter(({ extent }) => plan?.some((building) => distance(building.extent, extent) <= around));
  const [first] = near;
  if (!first) throw new InputError(`--windows ${around}: no building stands within ${around} m of the plan.`);
  const [x, y] = first.triangles.zero;
  const origin = [Math.round(x), Math.round(y), 0] as const;
  const turn = trueNorthInRd({ x, y });
  // What is in the way of a window stands beside it: everything that may shade a point low above the ground is more than enough.
  const beside = near.map(({ extent: { west, south } }) => ({ id: '', x: west, y: south, nap: -50, where: '' }));
  const [today] = makeScenes({ ...city, plan: undefined, heightAt: undefined }, { points: beside, rows: [], origin });
  return near.flatMap(({ triangles }) => {
    const building = { id: triangles.id, positions: unfold(triangles, origin) };
    const points = listFacadePoints(building, today, origin, turn, { storey, sill: SILL });
    return points.map((point) => ({ ...point, where: `window ${point.id}` }));
  });
}
