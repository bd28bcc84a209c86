/** How dense it was, by cell: as a table, and as GeoTIFF where the scenario lies in RD New. */
import { join } from 'node:path';
import type { DensityGrid } from '../../model/crowd-answer.ts';
import { writeRaster } from '../cog.ts';

/**
 * Cells with anyone in them: their middles (m), the most persons/m² over ten seconds, the mean over the whole time, seconds above the
 * limit and the second from which.
 */
export function writeDensity({ west, south, cell, width, height, most, mean, overSeconds, overFrom }: DensityGrid) {
  const lines = ['x,y,most_persons_per_m2,mean_persons_per_m2,seconds_above_limit,above_limit_from_second'];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const i = row * width + column;
      if (most[i] === 0) continue;
      const x = west + (column + 0.5) * cell;
      const y = south + (row + 0.5) * cell;
      const numbers = [x, y, most[i] as number, mean[i] as number].map((value) => value.toFixed(3));
      const from = overFrom[i] as number;
      lines.push([...numbers, overSeconds[i], from < Infinity ? from : ''].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Persons/m² and seconds above the limit; 0 where nobody was. */
export async function writeDensityRasters(folder: string, density: DensityGrid): Promise<void> {
  const { west, south, cell: cellSize, width, height } = density;
  for (const [name, values] of [
    ['density-max.tif', density.most],
    ['density-mean.tif', density.mean],
    ['above-limit.tif', density.overSeconds],
  ] as const) {
    const raster = { west, south, cellSize, width, height, values };
    await writeRaster(join(folder, name), raster, { noData: -9999, overview: 'mean', tileSize: 512 });
  }
}
