/**
 * A GeoPackage (OGC 12-128r19: an SQLite database with tables of features) as features, as `geojson.ts` has them of GeoJSON. All
 * tables of features that are in RD New or in degrees; others are refused by name.
 */
import { type GeoFeature, nameFeature } from './geojson.ts';
import { InputError } from './input-error.ts';
import { queryRows, quoteName, type SqlDatabase, type SqlEngine, type SqlValue } from './sql.ts';
import { type Geometry, parseWkb } from './wkb.ts';

/** RD New, and RD New with NAP; ETRS89 and WGS84, in two and three dimensions: x before y and degrees, as GeoPackages always are. */
const planar = new Set([28992, 7415]);
const geographic = new Set([4326, 4258, 4979, 4937]);
const envelopeBytes = [0, 32, 48, 48, 64];

interface FeatureTable {
  readonly name: string;
  readonly column: string;
  readonly isGeographic: boolean;
}

const textOf = (value: SqlValue | undefined) => (value === null || value === undefined ? '' : String(value));

function listTables(database: SqlDatabase, file: string): FeatureTable[] {
  const tables: FeatureTable[] = [];
  const rows = queryRows(
    database,
    `SELECT c.table_name AS name, g.column_name AS geometry, s.organization AS organization,
       s.organization_coordsys_id AS code, s.srs_name AS srs
     FROM gpkg_contents c
     JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
     LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
     WHERE c.data_type = 'features' ORDER BY c.rowid`,
  );
  for (const row of rows) {
    const name = textOf(row.get('name'));
    const code = /^epsg$/i.test(textOf(row.get('organization'))) ? Number(row.get('code')) : Number.NaN;
    if (!planar.has(code) && !geographic.has(code))
      throw new InputError(
        `${file}, table ${name}: coordinates are in ${textOf(row.get('srs')) || 'no known system'}; they must be in RD New (EPSG:28992) or in degrees (EPSG:4326).`,
      );
    tables.push({ name, column: textOf(row.get('geometry')), isGeographic: geographic.has(code) });
  }
  if (tables.length === 0) throw new InputError(`${file}: the GeoPackage has no table of features.`);
  return tables;
}

/** Header `GP`, envelope passed over, then WKB; undefined where it is empty. */
function readGeometry(value: SqlValue | undefined, where: string): Geometry | undefined {
  if (value === null || value === undefined) return undefined;
  if (!(value instanceof Uint8Array) || value.length < 8 || value[0] !== 0x47 || value[1] !== 0x50)
    throw new InputError(`${where}: geometry is none of a GeoPackage.`);
  const flags = value[3] as number;
  const envelope = envelopeBytes[(flags >> 1) & 7];
  if (envelope === undefined) throw new InputError(`${where}: geometry has an envelope of unknown kind.`);
  if (flags & 0b10_0000) throw new InputError(`${where}: geometry is of an extended kind that is not read here.`);
  return flags & 0b1_0000 ? undefined : parseWkb(value, 8 + envelope, where);
}

function* listFeatures(database: SqlDatabase, table: FeatureTable, file: string): Generator<GeoFeature> {
  let number = 0;
  for (const row of queryRows(database, `SELECT * FROM ${quoteName(table.name)}`)) {
    number++;
    const properties: Record<string, unknown> = {};
    for (const [name, value] of row)
      if (name !== table.column && !(value instanceof Uint8Array)) properties[name] = value;
    const named = nameFeature(`${file}, table ${table.name}, feature ${number}`, properties);
    const geometry = readGeometry(row.get(table.column), named.where);
    yield { ...named, geometry, geographic: table.isGeographic };
  }
}

/** Whether the bytes are those of an SQLite database. */
const isSqlite = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.subarray(0, 15)) === 'SQLite format 3';

/** `file` names it in messages. Throws {@link InputError}. Memory: some times the size of the file. */
export function parseGeoPackage(sql: SqlEngine, bytes: Uint8Array, file: string): GeoFeature[] {
  if (!isSqlite(bytes)) throw new InputError(`${file}: not a GeoPackage (an SQLite database).`);
  const database = new sql.Database(bytes);
  try {
    return listTables(database, file).flatMap((table) => [...listFeatures(database, table, file)]);
  } catch (error) {
    if (error instanceof InputError) throw error;
    // What SQLite says of a file that is broken, or that is a database of another kind.
    throw new InputError(`${file}: cannot be read as a GeoPackage: ${(error as Error).message}`);
  } finally {
    database.close();
  }
}
