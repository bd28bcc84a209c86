/** Features of a file, whether GeoJSON or GeoPackage; what is wrong with it is an {@link InputError}. */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { GeoFeature } from '../model/geojson.ts';
import { InputError } from '../model/input-error.ts';
import { parseGeoPackage } from '../model/parse-geopackage.ts';
import { readGeoJson } from './geojson.ts';

/** SQLite holds the whole file in a memory of WebAssembly. */
const MAXIMUM_BYTES = 500e6;

async function readGeoPackage(path: string): Promise<GeoFeature[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${path}: ${error.code === 'ENOENT' ? 'file not found' : error.message}`);
  });
  const file = basename(path);
  if (bytes.length > MAXIMUM_BYTES) throw new InputError(`${file}: larger than 500 MB; split it into several files.`);
  const journal = `${path}-wal`;
  if (existsSync(journal) && statSync(journal).size > 0)
    throw new InputError(
      `${file}: not all of it has been saved (${basename(journal)} lies beside it); close it in the program that has it open.`,
    );
  const { default: initSqlJs } = await import('sql.js');
  return parseGeoPackage(await initSqlJs(), bytes, file);
}

export const readFeatures = (path: string): Promise<GeoFeature[]> =>
  /\.gpkg$/i.test(path) ? readGeoPackage(path) : readGeoJson(path);
