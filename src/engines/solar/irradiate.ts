/**
 * kWh/m² in a plane from what it sees of the sky. Without shade the sums are exact (`sky-year.ts`); shade takes off the share that is
 * hidden of each month's direct light and of the sky, so what sampling leaves out cannot show where nothing stands in the way.
 *
 *   plane = direct · seen direct + diffuse · (sky in the open) · seen sky + global · albedo · (1 − sky in the open)
 *
 * What hides the sky is taken as dark: it throws back no light of its own.
 */
import type { Seen } from './look.ts';
import { type Plane, planeNormal, skyShare } from './plane.ts';
import type { SkyCells } from './sky-cells.ts';
import type { SkyYear } from './sky-year.ts';

export interface PlaneLight {
  /** kWh/m² in the plane per month, January first. */
  readonly unshaded: readonly number[];
  readonly shaded: readonly number[];
  /** 0 to 1, mean of the months where trees change it. */
  readonly skyView: number;
}

/** Direct light of each month without shade. */
function directIn(sky: SkyYear, { east, north, up }: ReturnType<typeof planeNormal>): Float64Array {
  const months = new Float64Array(12);
  for (let i = 0; i < sky.direct.length; i++) {
    const sine = sky.east[i] * east + sky.north[i] * north + sky.up[i] * up;
    if (sine > 0) months[sky.month[i]] += sky.direct[i] * sine;
  }
  return months;
}

/**
 * `plane` to true north; `normal` the same in the axes of the cells. `isOther`: it is not the plane that looked, but one that stands on
 * it, for which the looks are weighed anew by the middles of the cells.
 */
export function irradiatePlane(
  sky: SkyYear,
  cells: SkyCells,
  seen: Seen,
  plane: Plane,
  [nx, ny, nz]: readonly [number, number, number],
  albedo: number,
  isOther = false,
): PlaneLight {
  const facing = planeNormal(plane);
  const open = skyShare(facing);
  const direct = directIn(sky, facing);
  const { count, middles, solidAngle, wholeAngle, direct: weights } = cells;
  const { looks, free, dimmed, isDimmed } = seen;
  const hidden = new Float64Array(12);
  const whole = new Float64Array(12);
  const hiddenSky = new Float64Array(12);
  let wholeSky = 0;
  for (let cell = 0; cell < count; cell++) {
    const times = looks[cell];
    if (times === 0) continue;
    const cosine = middles[3 * cell] * nx + middles[3 * cell + 1] * ny + middles[3 * cell + 2] * nz;
    if (cosine <= 0) continue;
    const ofSky = isOther ? solidAngle[cell] * cosine : wholeAngle[cell] * times;
    wholeSky += ofSky;
    const lost = 1 - free[cell] / times;
    for (let month = 0; month < 12; month++) {
      const weight = weights[month * count + cell] * cosine;
      whole[month] += weight;
      if (lost === 0) continue;
      const gone = isDimmed ? lost - dimmed[month * count + cell] / times : lost;
      hidden[month] += weight * gone;
      hiddenSky[month] += ofSky * gone;
    }
  }
  const unshaded: number[] = [];
  const shaded: number[] = [];
  let skyView = 0;
  for (let month = 0; month < 12; month++) {
    const ground = sky.global[month] * albedo * (1 - open);
    const seenDirect = whole[month] > 0 ? 1 - hidden[month] / whole[month] : 1;
    const seenSky = wholeSky > 0 ? 1 - hiddenSky[month] / wholeSky : 1;
    unshaded.push(direct[month] + sky.diffuse[month] * open + ground);
    shaded.push(direct[month] * seenDirect + sky.diffuse[month] * open * seenSky + ground);
    skyView += (open * seenSky) / 12;
  }
  return { unshaded, shaded, skyView };
}
