/** Heights of the ground as the file says, read by the pipeline's reader, to hold what the viewer says against. */
import { fileURLToPath } from 'node:url';
import { sampleHeight } from '../../../src/model/grid.ts';
import { readGeotiff } from '../../../src/pipeline/terrain/read-geotiff.ts';

const file = fileURLToPath(new URL('../../../public/made/markerwaard/heights.tif', import.meta.url));

let reading: ReturnType<typeof readGeotiff> | undefined;

/** Metres NAP; throws for places that the file does not know. */
export async function readGround(): Promise<(x: number, y: number) => number> {
  reading ??= readGeotiff(file);
  const { grid } = await reading;
  return (x, y) => {
    const height = sampleHeight(grid, x, y);
    if (height === undefined) throw new Error(`No height at ${x}, ${y}.`);
    return height;
  };
}
