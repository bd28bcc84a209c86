/** GeoJSON files; what is wrong with one is an {@link InputError}. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type GeoFeature, parseGeoJson } from '../model/geojson.ts';
import { InputError } from '../model/input-error.ts';

/** V8 cannot hold a longer text. */
const MAXIMUM_BYTES = 500e6;

/** Reads a whole file, up to 500 MB (a larger source is given as several files). */
export async function readJsonFile(path: string): Promise<unknown> {
  const file = basename(path);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${path}: ${error.code === 'ENOENT' ? 'file not found' : error.message}`);
  });
  if (bytes.length > MAXIMUM_BYTES) throw new InputError(`${file}: larger than 500 MB; split it into several files.`);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new InputError(`${file}: not valid JSON: ${(error as Error).message}`);
  }
}

export const readGeoJson = async (path: string): Promise<GeoFeature[]> =>
  parseGeoJson(await readJsonFile(path), basename(path));
