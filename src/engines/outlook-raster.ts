/**
 * What a level picture shows at each of its samples: a z-buffer over directions, in perspective.
 *
 * A point d = p − eye has depth Z = d·f, and lies at (X, Y) = (d·r / Z, d·u / Z) of the picture, with f ahead, r to the right
 * and u up. Triangles are cut at Z = 0.3 m; 1/Z is linear in the picture (Blinn 1992), so the largest 1/Z at a sample is the
 * nearest surface. Both sides of a triangle hide. Where nothing stands, it is sky above the horizon and ground below: the
 * earth is flat, whose dip at an eye of 10 m (0.1°) is left out.
 * Deterministic; equal depth: what was drawn first stays. Time: 0.07 s for 100,000 triangles at 600 × 400 samples.
 */
import { LENS, type OutlookEye, outlookClasses } from '../model/outlook.ts';

const SKY = outlookClasses.indexOf('sky');
export const GROUND = outlookClasses.indexOf('ground');

/** Triangles of one class: flat x, y, z in metres east, north and up of the scene's origin, three indices each. */
export interface Soup {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
  /** Row of `outlookClasses`. */
  readonly kind: number;
}

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** `width * height`, index `row * width + column`, row 0 lowest, column 0 left. Rows of `outlookClasses`. */
  readonly kinds: Uint8Array;
  /** Same order: 1 / metres ahead, 0 where nothing stands. */
  readonly nearness: Float32Array;
}

const NEAR = 0.3;

/** An empty plain under an empty sky. `height` must be even, so that no sample lies on the horizon. */
export function createRaster(width: number, height: number): Raster {
  const kinds = new Uint8Array(width * height).fill(SKY);
  kinds.fill(GROUND, 0, width * Math.floor(height / 2));
  return { width, height, kinds, nearness: new Float32Array(width * height) };
}

/** The eye in the scene's frame. */
export type LocalEye = Pick<OutlookEye, 'x' | 'y' | 'headingDegrees'> & { readonly z: number };

export function drawSoup(raster: Raster, eye: LocalEye, soup: Soup): void {
  const { positions, indices, kind } = soup;
  const heading = (eye.headingDegrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(heading), Math.cos(heading)];
  const count = positions.length / 3;
  // Right, up, ahead: in a frame of the eye.
  const seen = new Float64Array(positions.length);
  for (let i = 0; i < count; i++) {
    const [dx, dy] = [positions[3 * i] - eye.x, positions[3 * i + 1] - eye.y];
    seen[3 * i] = dx * cos - dy * sin;
    seen[3 * i + 1] = positions[3 * i + 2] - eye.z;
    seen[3 * i + 2] = dx * sin + dy * cos;
  }
  const polygon = new Float64Array(12);
  const flat = new Float64Array(9);
  for (let t = 0; t < indices.length; t += 3) {
    const corners = cutNear(seen, indices[t], indices[t + 1], indices[t + 2], polygon);
    for (let fan = 2; fan < corners; fan++) {
      project(polygon, 0, flat, 0, raster);
      project(polygon, fan - 1, flat, 3, raster);
      project(polygon, fan, flat, 6, raster);
      fill(raster, flat, kind);
    }
  }
}

/** Writes the part of a triangle beyond the near plane as a polygon; returns its number of corners. */
function cutNear(seen: Float64Array, a: number, b: number, c: number, polygon: Float64Array): number {
  let corners = 0;
  for (let i = 0; i < 3; i++) {
    const from = 3 * (i === 0 ? a : i === 1 ? b : c);
    const to = 3 * (i === 0 ? b : i === 1 ? c : a);
    const [z0, z1] = [seen[from + 2], seen[to + 2]];
    if (z0 >= NEAR) {
      for (let k = 0; k < 3; k++) polygon[3 * corners + k] = seen[from + k];
      corners++;
    }
    if (z0 >= NEAR !== z1 >= NEAR) {
      const part = (NEAR - z0) / (z1 - z0);
      polygon[3 * corners] = seen[from] + part * (seen[to] - seen[from]);
      polygon[3 * corners + 1] = seen[from + 1] + part * (seen[to + 1] - seen[from + 1]);
      polygon[3 * corners + 2] = NEAR;
      corners++;
    }
  }
  return corners;
}

/** To columns and rows, in which sample centres are whole numbers, and 1 / depth. */
function project(polygon: Float64Array, corner: number, flat: Float64Array, at: number, raster: Raster): void {
  const near = 1 / polygon[3 * corner + 2];
  flat[at] = ((polygon[3 * corner] * near) / LENS.halfWidth + 1) * 0.5 * raster.width - 0.5;
  flat[at + 1] = ((polygon[3 * corner + 1] * near) / LENS.halfHeight + 1) * 0.5 * raster.height - 0.5;
  flat[at + 2] = near;
}

function fill({ width, height, kinds, nearness }: Raster, p: Float64Array, kind: number): void {
  const [x0, y0, x1, y1, x2, y2] = [p[0], p[1], p[3], p[4], p[6], p[7]];
  const left = Math.max(0, Math.ceil(Math.min(x0, x1, x2)));
  const right = Math.min(width - 1, Math.floor(Math.max(x0, x1, x2)));
  const low = Math.max(0, Math.ceil(Math.min(y0, y1, y2)));
  const high = Math.min(height - 1, Math.floor(Math.max(y0, y1, y2)));
  const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  if (left > right || low > high || area === 0) return;
  // Barycentric weights: linear in column and row. A hair of slack, so that neighbours leave no sample between them.
  const slack = -1e-9;
  const [wx1, wy1] = [(y2 - y0) / area, -(x2 - x0) / area];
  const [wx2, wy2] = [-(y1 - y0) / area, (x1 - x0) / area];
  const [near1, near2] = [p[5] - p[2], p[8] - p[2]];
  for (let row = low; row <= high; row++) {
    const dy = row - y0;
    for (let column = left; column <= right; column++) {
      const dx = column - x0;
      const w1 = dx * wx1 + dy * wy1;
      const w2 = dx * wx2 + dy * wy2;
      if (w1 < slack || w2 < slack || 1 - w1 - w2 < slack) continue;
      const near = p[2] + w1 * near1 + w2 * near2;
      const at = row * width + column;
      if (near > nearness[at]) {
        nearness[at] = near;
        kinds[at] = kind;
      }
    }
  }
}
