/** Heights of the ground as the file says, to hold what the viewer says against. */
import { fileURLToPath } from 'node:url';
import { fromFile } from 'geotiff';
import { sampleHeight } from '../../../src/model/grid.ts';
import { createHeightReader } from '../../../src/workers/read-heights.ts';

const file = fileURLToPath(new URL('../../../public/made/markerwaard/heights.tif', import.meta.url));

/** Metres NAP within so many metres of a place. Throws for places that the file does not know. */
export async function readGround(x: number, y: number, reach: number): Promise<(x: number, y: number) => number> {
  const reader = await createHeightReader(await fromFile(file));
  const grid = await reader.read([x - reach, y - reach, x + reach, y + reach]);
  return (east, north) => {
    const height = grid && sampleHeight(grid, east, north);
    if (height === undefined) throw new Error(`No height at ${east}, ${north}.`);
    return height;
  };
}
