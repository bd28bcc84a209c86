/**
 * Source coordinates to places on earth, fast. Exact conversion costs tens of microseconds a point; buildings have a hundred
 * points. So the exact one is asked at nine nodes of a cell of 1 km and a biquadratic polynomial runs through them. What the
 * polynomial leaves out is of third order (under 0.1 mm measured); each cell checks itself at a tenth point.
 */
import { InputError } from '../../model/input-error.ts';
import { frameAt, type LocalFrame, toEarthCentred, upAt, type Vec3 } from './ellipsoid.ts';
import type { ReferenceSystem } from './reference-system.ts';

/** Coordinates of one building: source coordinates in, metres east, north, up of the frame's origin out. */
export interface BuildingFrame extends LocalFrame {
  /** Writes three numbers at `offset` of `out`. */
  place(x: number, y: number, z: number, out: Float64Array, offset: number): void;
}

interface Cell {
  readonly centreX: number;
  readonly centreY: number;
  /** Nine terms (1, u, v, u², uv, v², u²v, uv², u²v²) of earth-centred metres at height 0, three numbers a term. */
  readonly surface: Float64Array;
  /** Three terms (1, u, v) of the up direction, three numbers a term. */
  readonly up: Float64Array;
}

const MAXIMUM_ERROR = 0.001;

/** Coefficients of the parabola through f(−½), f(0), f(½). */
const parabola = (low: number, middle: number, high: number) =>
  [middle, high - low, 2 * (low + high) - 4 * middle] as const;

function evaluate(terms: Float64Array, u: number, v: number): Vec3 {
  const weights = [1, u, v, u * u, u * v, v * v, u * u * v, u * v * v, u * u * v * v];
  const sum: Vec3 = [0, 0, 0];
  for (let k = 0; k < terms.length / 3; k++)
    for (let i = 0; i < 3; i++) sum[i] += (weights[k] as number) * terms[k * 3 + i];
  return sum;
}

function createCell(system: ReferenceSystem, column: number, row: number): Cell {
  const size = system.cellSize;
  const centreX = (column + 0.5) * size;
  const centreY = (row + 0.5) * size;
  const exact = (u: number, v: number): Vec3 => {
    const at = system.toLonLat(centreX + u * size, centreY + v * size);
    return toEarthCentred(at, system.heightOfZero(at));
  };
  const steps = [-0.5, 0, 0.5];
  const nodes = steps.map((v) => steps.map((u) => exact(u, v)));
  const surface = new Float64Array(27);
  const order = [0, 1, 3, 2, 4, 6, 5, 7, 8];
  for (let i = 0; i < 3; i++) {
    const alongU = nodes.map((line) => parabola(line[0][i], line[1][i], line[2][i]));
    for (let p = 0; p < 3; p++) {
      const alongV = parabola(alongU[0][p] as number, alongU[1][p] as number, alongU[2][p] as number);
      for (let q = 0; q < 3; q++) surface[(order[q * 3 + p] as number) * 3 + i] = alongV[q] as number;
    }
  }
  const up = new Float64Array(9);
  const upOf = (u: number, v: number) => upAt(system.toLonLat(centreX + u * size, centreY + v * size));
  const [middle, west, east, south, north] = [upOf(0, 0), upOf(-0.5, 0), upOf(0.5, 0), upOf(0, -0.5), upOf(0, 0.5)];
  for (let i = 0; i < 3; i++) {
    up[i] = middle[i];
    up[3 + i] = east[i] - west[i];
    up[6 + i] = north[i] - south[i];
  }
  const wanted = exact(0.26, -0.37);
  const got = evaluate(surface, 0.26, -0.37);
  const error = Math.hypot(got[0] - wanted[0], got[1] - wanted[1], got[2] - wanted[2]);
  if (!(error <= MAXIMUM_ERROR))
    throw new InputError(
      `Coordinates near (${centreX}, ${centreY}) cannot be placed within 1 mm in ${system.name} (${error} m).`,
    );
  return { centreX, centreY, surface, up };
}

export interface Placement {
  /** The frame of a building around a point in source coordinates. Throws where the reference system is not defined. */
  frameAround(x: number, y: number, z: number): BuildingFrame;
}

/** Keeps its cells (about 300 bytes each) as long as it lives. */
export function createPlacement(system: ReferenceSystem): Placement {
  const cells = new Map<string, Cell>();
  const size = system.cellSize;

  function cellAt(x: number, y: number): Cell {
    const column = Math.floor(x / size);
    const row = Math.floor(y / size);
    const key = `${column} ${row}`;
    let cell = cells.get(key);
    if (!cell) {
      cell = createCell(system, column, row);
      cells.set(key, cell);
    }
    return cell;
  }

  return {
    frameAround(x, y, z) {
      const { centreX, centreY, surface, up } = cellAt(x, y);
      const u0 = (x - centreX) / size;
      const v0 = (y - centreY) / size;
      const direction = evaluate(up, u0, v0);
      const length = Math.hypot(...direction);
      const upward: Vec3 = [direction[0] / length, direction[1] / length, direction[2] / length];
      const ground = evaluate(surface, u0, v0);
      const origin: Vec3 = [ground[0] + z * upward[0], ground[1] + z * upward[1], ground[2] + z * upward[2]];
      const frame = frameAt(origin, upward);
      const { axes } = frame;
      // The cell's polynomial seen from this frame: twelve terms of three numbers, the last three times the height.
      const terms = new Float64Array(36);
      for (let k = 0; k < 12; k++) {
        for (let i = 0; i < 3; i++) {
          let sum = 0;
          for (let j = 0; j < 3; j++) {
            const value = k < 9 ? surface[k * 3 + j] - (k === 0 ? origin[j] : 0) : up[(k - 9) * 3 + j];
            sum += axes[i * 3 + j] * value;
          }
          terms[k * 3 + i] = sum;
        }
      }
      return {
        ...frame,
        place(px, py, pz, out, offset) {
          const u = (px - centreX) / size;
          const v = (py - centreY) / size;
          const uu = u * u;
          const uv = u * v;
          const vv = v * v;
          for (let i = 0; i < 3; i++) {
            out[offset + i] =
              terms[i] +
              u * terms[3 + i] +
              v * terms[6 + i] +
              uu * terms[9 + i] +
              uv * terms[12 + i] +
              vv * terms[15 + i] +
              uu * v * terms[18 + i] +
              u * vv * terms[21 + i] +
              uu * vv * terms[24 + i] +
              pz * (terms[27 + i] + u * terms[30 + i] + v * terms[33 + i]);
          }
        },
      };
    },
  };
}
