/** Claims as the files that a municipality would have: what registers say as GeoJSON, the network operators' survey as a GeoPackage. */
import initSqlJs from 'sql.js';
import { claimsToTables } from '../model/claim-tables.ts';
import { encodeGeoPackage } from '../model/encode-geopackage.ts';
import { claimsToGeoJson } from '../model/export-claims.ts';
import type { DemoClaims } from './claims.ts';

/** Name and content. `date`: ISO 8601 day, which the GeoPackage carries. */
export async function encodeClaims(
  { cables, zones, wishes }: DemoClaims,
  date: string,
): Promise<readonly (readonly [name: string, content: string | Uint8Array])[]> {
  const sql = await initSqlJs();
  return [
    ['claims-zones.geojson', claimsToGeoJson(zones, 'claims-zones', 'rd')],
    ['claims-plans.geojson', claimsToGeoJson(wishes, 'claims-plans', 'rd')],
    ['claims-cables.gpkg', encodeGeoPackage(sql, claimsToTables(cables), new Date(`${date}T00:00:00Z`))],
  ];
}
