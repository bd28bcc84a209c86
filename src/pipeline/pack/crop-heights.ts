/** The cells of a made GeoTIFF of heights that touch the extent, as a file of the same kind. */
import { createGrid, type HeightGrid, type RdExtent } from '../../model/grid.ts';
import { writeCog } from '../cog.ts';
import { readGeotiff } from '../terrain/read-geotiff.ts';

export function cropGrid({ west, south, cellSize, width, height, values }: HeightGrid, extent: RdExtent): HeightGrid {
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  const column = clamp(Math.floor((extent[0] - west) / cellSize), width - 1);
  const row = clamp(Math.floor((extent[1] - south) / cellSize), height - 1);
  const columns = clamp(Math.ceil((extent[2] - west) / cellSize), width) - column;
  const rows = clamp(Math.ceil((extent[3] - south) / cellSize), height) - row;
  const cropped = createGrid(
    west + column * cellSize,
    south + row * cellSize,
    cellSize,
    Math.max(columns, 1),
    Math.max(rows, 1),
  );
  for (let r = 0; r < cropped.height; r++) {
    const start = (row + r) * width + column;
    cropped.values.set(values.subarray(start, start + cropped.width), r * cropped.width);
  }
  return cropped;
}

export async function cropHeights(from: string, to: string, extent: RdExtent): Promise<void> {
  const { grid } = await readGeotiff(from);
  await writeCog(to, cropGrid(grid, extent));
}
