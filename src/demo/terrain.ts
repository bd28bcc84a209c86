/**
 * Heights of the ground, m NAP: polder, raised town, terp, dike, ramps and railway as sums and maxima of simple profiles,
 * then water beds cut in, kerbs and camber from the surfaces, low spots, and a few centimetres of nature.
 */
import { type Area, boxArea } from './area.ts';
import { nearestOn, resample } from './curve.ts';
import { isInside, type Path, type Point, townSize } from './point.ts';
import { valueNoise } from './random.ts';
import { burn, cellCentre, type Grid, scanArea, visitNear } from './raster.ts';
import { dikeLine, ringLine } from './skeleton.ts';
import type { Street } from './street.ts';
import type { Surface, SurfaceName } from './surface.ts';

/** Levels in m NAP. */
export const levels = {
  lake: -0.3,
  polderWater: -4.9,
  ditchBed: -4.95,
  canalBed: -4.9,
  field: -4.25,
  town: -3.75,
  market: -2.5,
  dike: 3,
};

const smoothstep = (t: number) => {
  const u = Math.min(1, Math.max(0, t));
  return u * u * (3 - 2 * u);
};

/** Embankment: a level along a line, flat on top, slopes 1:3. */
interface Embankment {
  readonly line: Path;
  readonly halfTop: number;
  readonly levels: readonly (readonly [along: number, level: number])[];
  /** Run for one metre of height. */
  readonly run: number;
}

function levelAt(points: Embankment['levels'], along: number): number {
  let before = points[0] as readonly [number, number];
  for (const point of points) {
    if (point[0] >= along) {
      const span = point[0] - before[0];
      return span <= 0 ? point[1] : before[1] + ((point[1] - before[1]) * (along - before[0])) / span;
    }
    before = point;
  }
  return before[1];
}

/** Ground before anything was dug or built: a smooth function on a coarse grid. */
function baseHeights(grid: Grid, seed: number): Float32Array {
  const step = 10 / grid.cellSize;
  const columns = Math.ceil(grid.width / step) + 2;
  const rows = Math.ceil(grid.height / step) + 2;
  const coarse = new Float32Array(columns * rows);
  const outline = [
    ...resample(ringLine, 40),
    ...resample(dikeLine, 60)
      .filter((p) => p.x > 340 && p.x < 2350)
      .reverse(),
  ];
  const market = { x: 1390, y: 1735 };
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const p: Point = { x: grid.west + (i - 0.5) * 10, y: grid.south + (j - 0.5) * 10 };
      const edge = nearestOn(outline, p).distance * (isInside(p, outline) ? 1 : -1);
      const town = smoothstep((edge + 25) / 40);
      const terp = smoothstep(1 - Math.hypot(p.x - market.x, p.y - market.y) / 330);
      const soil = valueNoise(p.x, p.y, 240, seed) * 0.12 + valueNoise(p.x, p.y, 70, seed + 1) * 0.05;
      coarse[j * columns + i] =
        levels.field +
        (levels.town - levels.field) * town +
        (levels.market - levels.town) * terp +
        soil * (1 - 0.5 * town);
    }
  }
  const values = new Float32Array(grid.width * grid.height);
  for (let row = 0; row < grid.height; row++) {
    const v = (row + 0.5) / step + 0.5;
    const j = Math.floor(v);
    for (let column = 0; column < grid.width; column++) {
      const u = (column + 0.5) / step + 0.5;
      const i = Math.floor(u);
      const k = j * columns + i;
      const south = (coarse[k] as number) * (1 - (u - i)) + (coarse[k + 1] as number) * (u - i);
      const north = (coarse[k + columns] as number) * (1 - (u - i)) + (coarse[k + columns + 1] as number) * (u - i);
      values[row * grid.width + column] = south * (1 - (v - j)) + north * (v - j);
    }
  }
  return values;
}

const raised: ReadonlySet<SurfaceName> = new Set([
  'footway',
  'square',
  'garden',
  'green',
  'verge',
  'building',
  'yard',
  'shrubs',
  'cycleway',
  'platform',
  'industry',
]);

export interface TerrainPlan {
  readonly grid: Grid;
  readonly seed: number;
  readonly streets: readonly Street[];
  readonly surfaces: readonly Surface[];
  readonly embankments: readonly Embankment[];
  /** Lake outside the dike. */
  readonly lake: Area;
  /** Waters with upright quays, by bed level. */
  readonly quays: readonly { area: Area; bed: number }[];
  /** Water of the ditches; banks slope up from it. */
  readonly ditches: Area;
  /** Ponds: sloping shores inside the area. */
  readonly ponds: readonly Area[];
  /** Dips in the streets: depth and radius in metres. */
  readonly dips: readonly { point: Point; depth: number; radius: number }[];
  /** Arched bridges over water: hump above the street, metres. */
  readonly bridges: readonly {
    area: Area;
    point: Point;
    direction: Point;
    halfSpan: number;
    rise: number;
    halfWidth: number;
  }[];
}

const KERB = 0.12;
const CAMBER = 0.06;

/** Heights on the grid, row 0 south. */
export function shapeTerrain(plan: TerrainPlan): Float32Array {
  const { grid, seed } = plan;
  const z = baseHeights(grid, seed);
  scanArea(grid, plan.lake, (row, from, until) => {
    z.fill(levels.lake, row * grid.width + from, row * grid.width + until);
    return true;
  });
  for (const { line, halfTop, levels: points, run } of plan.embankments) {
    const highest = Math.max(...points.map(([, level]) => level));
    visitNear(grid, line, halfTop + (highest + 4.6) * run, (i, gap, along) => {
      const level = levelAt(points, along) - Math.max(0, gap - halfTop) / run;
      if (level > (z[i] as number)) z[i] = level;
    });
  }
  kerbs(plan, z);
  for (const { point, depth, radius } of plan.dips) {
    visitNear(grid, [point, { x: point.x + 0.01, y: point.y }], radius, (i, gap) => {
      z[i] = (z[i] as number) - depth * smoothstep(1 - gap / radius);
    });
  }
  for (const ring of plan.ditches) {
    visitNear(grid, [...ring, ring[0] as Point], 1.6, (i, gap) => {
      const level = levels.ditchBed + gap / 1.5;
      if (level < (z[i] as number) && (z[i] as number) < -3) z[i] = level;
    });
  }
  scanArea(grid, plan.ditches, (row, from, until) => {
    z.fill(levels.ditchBed, row * grid.width + from, row * grid.width + until);
    return true;
  });
  for (const area of plan.ponds) {
    scanArea(grid, area, (row, from, until) => {
      for (let i = row * grid.width + from; i < row * grid.width + until; i++) z[i] = levels.ditchBed;
      return true;
    });
    for (const ring of area) {
      visitNear(grid, [...ring, ring[0] as Point], 4, (i, gap) => {
        const inside = (z[i] as number) <= levels.ditchBed + 1.4;
        const level = inside ? Math.max(z[i] as number, levels.ditchBed + Math.max(0, 1 - gap / 2)) : z[i];
        z[i] = level as number;
      });
    }
  }
  for (const { area, bed } of plan.quays) {
    scanArea(grid, area, (row, from, until) => {
      z.fill(bed, row * grid.width + from, row * grid.width + until);
      return true;
    });
  }
  decks(plan, z);
  for (let row = 0; row < grid.height; row++) {
    for (let column = 0; column < grid.width; column++) {
      const i = row * grid.width + column;
      const level = z[i] as number;
      if (level > -4.8 && level !== levels.lake) z[i] = level + valueNoise(column, row, 7, seed + 2) * 0.015;
      z[i] = Math.round((z[i] as number) * 1000) / 1000;
    }
  }
  return z;
}

/** Kerbs and camber: everything beside the carriageway lies 0.12 m above its edge. */
function kerbs({ grid, surfaces, streets }: TerrainPlan, z: Float32Array) {
  const up = new Uint8Array(grid.width * grid.height);
  for (const { kind, polygon, level } of surfaces) {
    if (level === 0 && raised.has(kind)) burn(grid, up, [polygon.outer, ...polygon.holes], 1);
  }
  const middle = new Float32Array(grid.width * grid.height).fill(4);
  for (const street of streets) {
    if (street.levels) continue;
    visitNear(grid, street.line, 3.3, (i, gap) => {
      if (gap < (middle[i] as number)) middle[i] = gap;
    });
  }
  for (let i = 0; i < z.length; i++) {
    if (up[i] === 1) z[i] = (z[i] as number) + KERB;
    else if ((middle[i] as number) < 3.3) z[i] = (z[i] as number) + CAMBER * (1 - ((middle[i] as number) / 3.3) ** 2);
  }
}

/** Bridge decks stand in the terrain, with a low arch: a viewer then drives over them. */
function decks({ grid, bridges }: TerrainPlan, z: Float32Array) {
  for (const { area, point, direction, halfSpan, rise, halfWidth } of bridges) {
    const bank = (sign: number) => {
      const reach = halfSpan + 3;
      const column = Math.floor(point.x + direction.x * sign * reach - grid.west);
      const row = Math.floor(point.y + direction.y * sign * reach - grid.south);
      return z[row * grid.width + column] ?? levels.town;
    };
    const from = bank(-1);
    const until = bank(1);
    const deck = new Uint8Array(1);
    scanArea(grid, area, (row, first, last) => {
      for (let column = first; column < last; column++) {
        const p = cellCentre(grid, column, row);
        const along = (p.x - point.x) * direction.x + (p.y - point.y) * direction.y;
        z[row * grid.width + column] = from + (until - from) * (0.5 + along / (2 * (halfSpan + 3)));
      }
      return deck[0] === 0;
    });
    const reach = halfSpan + 11;
    visitNear(
      grid,
      [
        { x: point.x - direction.x * reach, y: point.y - direction.y * reach },
        { x: point.x + direction.x * reach, y: point.y + direction.y * reach },
      ],
      halfWidth,
      (i, _, along) => {
        if ((z[i] as number) > -4.5) z[i] = (z[i] as number) + rise * smoothstep(1 - Math.abs(along - reach) / reach);
      },
    );
  }
}

export const townGrid: Grid = { west: 0, south: 0, cellSize: 1, width: townSize.width, height: townSize.height };
export const townExtent: Area = boxArea({ west: 0, south: 0, east: townSize.width, north: townSize.height });
