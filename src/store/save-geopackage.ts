import type { GeoPackageTable } from '../model/encode-geopackage.ts';
import { writeGeoPackage } from '../workers/start-geopackage.ts';

/** SQLite comes with the first one. Rejects with what went wrong. */
export async function saveGeoPackage(
  tables: readonly GeoPackageTable[],
  save: (bytes: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const bytes = await writeGeoPackage(tables);
  save(new Uint8Array(bytes));
}
