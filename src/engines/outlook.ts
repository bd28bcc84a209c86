/**
 * How much of the view from a window is new building, and how much sky it takes: shares of a level picture of 39.6° × 27.0°.
 *
 * Each scene (today, and each variant) is drawn into samples (see `outlook-raster.ts`); share of a class = its samples / all.
 * By solid angle a sample weighs dX dY / (1 + X² + Y²)^(3/2). Sampling error: at most half a sample for each neighbouring
 * pair of which one is of the class; what is thinner than a sample (0.07°) may be missed. The eye's height is not known
 * better than ± 0.5 m, so all is computed at three heights, and lowest and highest are given.
 * Not counted: trees, fences, vehicles, glass and frames of the window itself, whatever lies beyond the buildings' reach.
 */
import {
  EYE_TOLERANCE,
  LENS,
  OUTLINE,
  type OutlookFigure,
  type OutlookPicture,
  outlookClasses,
  type Shares,
} from '../model/outlook.ts';
import { createRaster, drawSoup, GROUND, type LocalEye, type Raster, type Soup } from './outlook-raster.ts';

const NEW = outlookClasses.indexOf('new');
export const SAMPLES = [600, 400] as const;

const toShares = (values: readonly number[]) =>
  Object.fromEntries(outlookClasses.map((name, i) => [name, values[i]])) as Record<keyof Shares, number>;

export function drawScene(soups: readonly Soup[], eye: LocalEye, [width, height]: readonly [number, number]): Raster {
  const raster = createRaster(width, height);
  for (const soup of soups) drawSoup(raster, eye, soup);
  return raster;
}

export function measureShares({ kinds }: Raster): Shares {
  const counts = outlookClasses.map(() => 0);
  for (const kind of kinds) counts[kind]++;
  return toShares(counts.map((count) => count / kinds.length));
}

/** Parts of the picture's solid angle, 4 asin(a b / √((1 + a²)(1 + b²))) for half sides a and b. */
export function measureSolidAngles({ width, height, kinds }: Raster): Shares {
  const sums = outlookClasses.map(() => 0);
  let all = 0;
  for (let row = 0; row < height; row++) {
    const y = ((2 * row + 1) / height - 1) * LENS.halfHeight;
    for (let column = 0; column < width; column++) {
      const x = ((2 * column + 1) / width - 1) * LENS.halfWidth;
      const weight = (1 + x * x + y * y) ** -1.5;
      sums[kinds[row * width + column]] += weight;
      all += weight;
    }
  }
  return toShares(sums.map((sum) => sum / all));
}

/** Half a sample for every pair of neighbours of which one is of the class. */
export function boundSampling({ width, height, kinds }: Raster): Shares {
  const pairs = outlookClasses.map(() => 0);
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at];
    const isLastColumn = (at + 1) % width === 0;
    if (!isLastColumn && kinds[at + 1] !== kind) {
      pairs[kind]++;
      pairs[kinds[at + 1]]++;
    }
    if (at + width < width * height && kinds[at + width] !== kind) {
      pairs[kind]++;
      pairs[kinds[at + width]]++;
    }
  }
  return toShares(pairs.map((count) => (0.5 * count) / kinds.length));
}

/** What the new buildings stand before, by what is there today. */
function measureHidden(today: Raster, plan: Raster): Shares {
  const counts = outlookClasses.map(() => 0);
  for (let at = 0; at < plan.kinds.length; at++) if (plan.kinds[at] === NEW) counts[today.kinds[at]]++;
  return toShares(counts.map((count) => count / plan.kinds.length));
}

/** Depth that jumps by this factor is an outline. */
const JUMP = 1.12;

/** Upright, with outlines where a building ends before what lies further: what was counted, to look at. */
function toPicture({ width, height, kinds, nearness }: Raster): OutlookPicture {
  const samples = kinds.slice();
  for (let at = 0; at < kinds.length; at++) {
    const column = at % width;
    for (const step of [-1, 1, -width, width]) {
      const beside = at + step;
      if ((step === -1 && column === 0) || (step === 1 && column === width - 1) || !(beside in kinds)) continue;
      if (kinds[beside] !== GROUND && nearness[beside] > nearness[at] * JUMP) samples[at] = kinds[at] + OUTLINE;
    }
  }
  const rows = Array.from({ length: height }, (_, row) => samples.subarray(row * width, (row + 1) * width));
  const upright = new Uint8Array(kinds.length);
  for (const [row, values] of rows.toReversed().entries()) upright.set(values, row * width);
  return { width, height, samples: upright };
}

const mix = (list: readonly Shares[], pick: (...values: number[]) => number) =>
  toShares(outlookClasses.map((name) => pick(...list.map((shares) => shares[name]))));

/**
 * One figure for each scene; the first is today's. The middle one of three eye heights gives the shares.
 * `samples` are columns and rows.
 */
export function computeOutlook(
  scenes: readonly (readonly Soup[])[],
  eye: LocalEye,
  samples: readonly [number, number] = SAMPLES,
): OutlookFigure[] {
  let today: Raster | undefined;
  return scenes.map((soups) => {
    const middle = drawScene(soups, eye, samples);
    today ??= middle;
    const sampling = boundSampling(middle);
    const all = [
      measureShares(middle),
      ...[-EYE_TOLERANCE, EYE_TOLERANCE].map((up) =>
        measureShares(drawScene(soups, { ...eye, z: eye.z + up }, samples)),
      ),
    ];
    const [low, high] = [mix(all, Math.min), mix(all, Math.max)];
    return {
      shares: all[0] as Shares,
      low: mix([low, sampling], (value = 0, error = 0) => Math.max(0, value - error)),
      high: mix([high, sampling], (value = 0, error = 0) => Math.min(1, value + error)),
      solidAngle: measureSolidAngles(middle),
      hides: measureHidden(today, middle),
      sampling,
      picture: toPicture(middle),
    };
  });
}
