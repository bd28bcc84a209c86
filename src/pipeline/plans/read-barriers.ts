import { listBarriers, type WaterBarrier } from '../../model/water-barrier.ts';
import { readGeoJson } from '../geojson.ts';

/** Throws {@link InputError} that names file, feature and field. */
export async function readBarriers(files: readonly string[]): Promise<WaterBarrier[]> {
  const barriers: WaterBarrier[] = [];
  for (const file of files) barriers.push(...listBarriers(await readGeoJson(file)));
  return barriers;
}
