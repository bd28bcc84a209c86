/** A map of sun hours on a height raster: `sunlight --dsm F.tif --map hours.tif`. */
import { addSuns, type GridSun } from '../../engines/shadow-grid.ts';
import { createSunPaths } from '../../engines/sunlight/sun-path.ts';
import { gridExtent } from '../../model/grid.ts';
import { writeRaster } from '../cog.ts';
import { finestGrid, readHeights } from '../terrain/read-heights.ts';

export interface SunMapRun {
  /** GeoTIFFs of what stands there, houses and trees included, m NAP. */
  readonly dsm: readonly string[];
  /** ISO 8601. */
  readonly date: string;
  readonly minElevationDegrees: number;
  /** GeoTIFF to write: hours, NoData −9999 where no height is known. */
  readonly map: string;
}

export interface SunMapReport {
  readonly cells: number;
  readonly cellSize: number;
  readonly suns: number;
  /** Of the sun alone, without reading and writing. */
  readonly seconds: number;
}

/** Minutes between suns: a shadow's edge that moves a cell in less is told within half of that. */
const STEP = 10;

/** Throws InputError for files it cannot use. */
export async function mapSunHours({ dsm, date, minElevationDegrees, map }: SunMapRun): Promise<SunMapReport> {
  const heights = await readHeights(dsm);
  const [first] = heights.grids;
  const grid = first && heights.grids.length === 1 ? first : finestGrid(heights);
  const [west, south, east, north] = gridExtent(grid);
  const path = createSunPaths({ x: (west + east) / 2, y: (south + north) / 2 })(date);
  const above = path.above(minElevationDegrees);
  const count = above ? Math.ceil((above.until - above.from) / STEP) : 0;
  const to = new Float64Array(3);
  // Each sun stands for the time around it.
  const suns = Array.from({ length: count }, (_, i): GridSun => {
    const { from, until } = above as NonNullable<typeof above>;
    path.at(from + ((until - from) * (i + 0.5)) / count, to);
    const [x, y, z] = to as unknown as [number, number, number];
    return { x, y, z, weight: (until - from) / count };
  });
  const start = performance.now();
  const sums = addSuns(grid, suns);
  const seconds = Math.round(performance.now() - start) / 1000;
  const values = sums.map((sum, i) => (Number.isNaN(grid.values[i]) ? Number.NaN : sum / 60));
  const options = { noData: -9999, overview: 'mean', isHeight: false, tileSize: 512, rounding: 1 / 1024 } as const;
  await writeRaster(map, { ...grid, values }, options);
  return { cells: values.length, cellSize: grid.cellSize, suns: suns.length, seconds };
}
