/**
 * The dome of the sky cut in cells, each with the light that comes from it in every month: what a roof has to look at, whatever the
 * hour. Lines are those of the sun's own course, declination and hour angle, because between the tropics the sun passes through every
 * cell: bands there are those that it crosses in equal times, further north and south they are wider.
 *
 * A cell is looked at in {@link SETS} directions, spread evenly (a lattice). One point looks at a quarter of the cells only, in one
 * direction each (a {@link Glance}), and the next points at the others: what changes over a roof is seen better by many points than by
 * many rays from few.
 */
import { GLANCES, PARTS, SETS } from './roof-points.ts';
import type { SkyYear } from './sky-year.ts';

export interface SkyCells {
  readonly count: number;
  /** kWh/m² a year across the rays, sun and the ring around it: `month * count + cell`. */
  readonly direct: Float64Array;
  /** Steradians: whole, and above the horizon. */
  readonly wholeAngle: Float64Array;
  readonly solidAngle: Float64Array;
  /** Middle of what lies above the horizon, unit vector in RD axes: three numbers a cell; zero where nothing does. */
  readonly middles: Float64Array;
  /** Points take them in turn: after {@link PARTS} each cell was looked at once. */
  readonly glances: readonly Glance[];
}

/** What one point looks at; i of every column. */
export interface Glance {
  readonly cells: Uint16Array;
  /** Unit vectors in RD axes, three numbers each, above the horizon. */
  readonly directions: Float32Array;
  readonly sectors: Uint8Array;
}

/** Of azimuth, for {@link sectorOf}. */
export const SECTORS = 64;

const TILT = (23.4393 * Math.PI) / 180;
/** Bands between the tropics, hours of a cell there, and the width of bands outside. */
const SUN_BANDS = 8;
const SUN_STEP = (7.5 * Math.PI) / 180;
const OTHER_BANDS = 9;
/** Steradians of a cell outside the tropics, about. */
const OTHER_SIZE = 0.05;

/** Counted by the cheap "diamond" angle, from east over north; 0 to {@link SECTORS} − 1. */
export function sectorOf(x: number, y: number): number {
  const sum = Math.abs(x) + Math.abs(y);
  if (sum === 0) return 0;
  const turn = y >= 0 ? 1 - x / sum : 3 + x / sum;
  return Math.min(SECTORS - 1, Math.floor((turn * SECTORS) / 4));
}

interface Band {
  /** Sines of the declination. */
  readonly low: number;
  readonly high: number;
  /** Cells around the pole. */
  readonly cells: number;
  readonly first: number;
}

function listBands(): Band[] {
  const edges: number[] = [];
  const south = -1;
  const outside = (from: number, until: number, bands: number) => {
    for (let i = 0; i < bands; i++) edges.push(from + ((until - from) * i) / bands);
  };
  outside(south, -Math.sin(TILT), OTHER_BANDS);
  for (let i = 0; i < SUN_BANDS; i++) edges.push(Math.sin(TILT * Math.sin((i / SUN_BANDS - 0.5) * Math.PI)));
  outside(Math.sin(TILT), 1, OTHER_BANDS);
  edges.push(1);
  let first = 0;
  return edges.slice(1).map((high, i) => {
    const low = edges[i];
    const isSun = i >= OTHER_BANDS && i < OTHER_BANDS + SUN_BANDS;
    const cells = isSun
      ? Math.round((2 * Math.PI) / SUN_STEP)
      : Math.max(3, Math.round((2 * Math.PI * (high - low)) / OTHER_SIZE));
    first += cells;
    return { low, high, cells, first: first - cells };
  });
}

/** Axes of the sky in RD axes: the sun at noon at the equator's height, west, and the pole. */
interface Turn {
  readonly sine: number;
  readonly cosine: number;
  readonly sineNorth: number;
  readonly cosineNorth: number;
}

/** From the sine of the declination and the hour angle (negative before noon) to RD axes. */
function toRd(sine: number, hour: number, turn: Turn, out: Float64Array): void {
  const cosine = Math.sqrt(1 - sine * sine);
  const east = -cosine * Math.sin(hour);
  const north = turn.cosine * sine - turn.sine * cosine * Math.cos(hour);
  out[0] = east * turn.cosineNorth - north * turn.sineNorth;
  out[1] = north * turn.cosineNorth + east * turn.sineNorth;
  out[2] = turn.sine * sine + turn.cosine * cosine * Math.cos(hour);
}

const cellIn = (band: Band, hour: number) =>
  band.first + Math.min(band.cells - 1, Math.floor(((hour / (2 * Math.PI) + 1.5) % 1) * band.cells));

function foldSuns(sky: SkyYear, bands: readonly Band[], count: number): Float64Array {
  const direct = new Float64Array(12 * count);
  const latitude = (sky.latitude * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(latitude), Math.cos(latitude)];
  for (let i = 0; i < sky.direct.length; i++) {
    const [east, north, up] = [sky.east[i], sky.north[i], sky.up[i]];
    const declination = cosine * north + sine * up;
    const hour = Math.atan2(-east, cosine * up - sine * north);
    const band = bands.findLast(({ low }) => declination >= low) as Band;
    direct[sky.month[i] * count + cellIn(band, hour)] += sky.direct[i];
  }
  return direct;
}

/** Of a lattice in two dimensions that is even for every count (Roberts 2018). */
const LATTICE = [0.7548776662466927, 0.5698402909980532] as const;

/** Every fourth cell of a set, three numbers a cell. */
function glanceOf(set: readonly number[], part: number): Glance {
  const cells: number[] = [];
  for (let cell = part; 3 * cell < set.length; cell += PARTS) if (set[3 * cell + 2] > 0) cells.push(cell);
  return {
    cells: Uint16Array.from(cells),
    directions: Float32Array.from(cells.flatMap((cell) => set.slice(3 * cell, 3 * cell + 3))),
    sectors: Uint8Array.from(cells, (cell) => sectorOf(set[3 * cell], set[3 * cell + 1])),
  };
}

/** `convergenceDegrees`: azimuth of RD's north. The sky's latitude holds for the place. */
export function createSkyCells(sky: SkyYear, convergenceDegrees: number): SkyCells {
  const bands = listBands();
  const last = bands[bands.length - 1];
  const all = last.first + last.cells;
  const latitude = (sky.latitude * Math.PI) / 180;
  const convergence = (convergenceDegrees * Math.PI) / 180;
  const turn = {
    sine: Math.sin(latitude),
    cosine: Math.cos(latitude),
    sineNorth: Math.sin(convergence),
    cosineNorth: Math.cos(convergence),
  };
  const direct = foldSuns(sky, bands, all);
  const kept: number[] = [];
  const wholeAngle: number[] = [];
  const solidAngle: number[] = [];
  const middles: number[] = [];
  const looks: number[][] = Array.from({ length: SETS }, () => []);
  const at = new Float64Array(3);
  for (const { low, high, cells, first } of bands) {
    const whole = (2 * Math.PI * (high - low)) / cells;
    for (let c = 0; c < cells; c++) {
      const cell = first + c;
      const middle = [0, 0, 0];
      let above = 0;
      const own: number[][] = [];
      for (let set = 0; set < SETS; set++) {
        // Each cell begins elsewhere in the lattice, so that a set has no pattern.
        const share = (0.5 + set * LATTICE[0] + cell * 0.618034) % 1;
        const hour = ((c + ((0.5 + set * LATTICE[1] + cell * 0.414214) % 1)) / cells - 0.5) * 2 * Math.PI;
        toRd(low + (high - low) * share, hour, turn, at);
        own.push([...at]);
        if (at[2] <= 0) continue;
        above++;
        for (let k = 0; k < 3; k++) middle[k] += at[k];
      }
      if (above === 0) continue;
      const length = Math.hypot(middle[0], middle[1], middle[2]);
      kept.push(cell);
      wholeAngle.push(whole);
      solidAngle.push((whole * above) / SETS);
      middles.push(middle[0] / length, middle[1] / length, middle[2] / length);
      for (let set = 0; set < SETS; set++) looks[set].push(...own[set]);
    }
  }
  const count = kept.length;
  return {
    count,
    direct: Float64Array.from({ length: 12 * count }, (_, i) => direct[Math.floor(i / count) * all + kept[i % count]]),
    wholeAngle: Float64Array.from(wholeAngle),
    solidAngle: Float64Array.from(solidAngle),
    middles: Float64Array.from(middles),
    glances: Array.from({ length: GLANCES }, (_, i) => glanceOf(looks[Math.floor(i / PARTS)], i % PARTS)),
  };
}
