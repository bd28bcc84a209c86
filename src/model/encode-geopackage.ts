/**
 * Tables as a GeoPackage (OGC 12-128r19, version 1.3) in RD New, as QGIS and ArcGIS open it. The same tables give the same bytes.
 * No spatial index: some thousands of features need none, and QGIS makes one when asked.
 */
import { quoteName, type SqlDatabase, type SqlEngine, type SqlValue } from './sql.ts';
import { encodeWkb, type Geometry } from './wkb.ts';

export interface GeoPackageColumn {
  readonly name: string;
  readonly type: 'TEXT' | 'REAL' | 'INTEGER' | 'DATE';
}

export interface GeoPackageTable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Of all rows; absent: rows without a place. */
  readonly geometryType?: 'POLYGON' | 'MULTIPOLYGON' | 'MULTILINESTRING' | 'POINT';
  /** Besides `fid` and `geom`. */
  readonly columns: readonly GeoPackageColumn[];
  readonly rows: readonly {
    /** As the columns; booleans are 0 and 1, days are ISO 8601. */
    readonly values: readonly (string | number | null)[];
    /** Coordinates in RD New. */
    readonly geometry?: Geometry | null;
  }[];
}

const APPLICATION_ID = 0x4750_4b47;
const VERSION = 10_300;
const RD = 28_992;

const rdDefinition =
  'PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128,' +
  'AUTHORITY["EPSG","7004"]],AUTHORITY["EPSG","6289"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],' +
  'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4289"]],' +
  'PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555556],' +
  'PARAMETER["central_meridian",5.38763888888889],PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],' +
  'PARAMETER["false_northing",463000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],' +
  'AXIS["Northing",NORTH],AUTHORITY["EPSG","28992"]]';
const wgs84Definition =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],' +
  'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],' +
  'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** The four rows that the standard asks for, and ours. */
const systems: readonly (readonly SqlValue[])[] = [
  ['Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', null],
  ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null],
  ['WGS 84 geodetic', 4326, 'EPSG', 4326, wgs84Definition, null],
  ['Amersfoort / RD New', RD, 'EPSG', RD, rdDefinition, 'The Netherlands'],
];

const schema = `
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));`;

type Box = [west: number, east: number, south: number, north: number];

function growBox(box: Box, coordinates: unknown): void {
  if (!Array.isArray(coordinates)) return;
  const [x, y] = coordinates;
  if (typeof x === 'number' && typeof y === 'number') {
    box[0] = Math.min(box[0], x);
    box[1] = Math.max(box[1], x);
    box[2] = Math.min(box[2], y);
    box[3] = Math.max(box[3], y);
  } else for (const inner of coordinates) growBox(box, inner);
}

const emptyBox = (): Box => [
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** Header with envelope (x and y), little-endian, then WKB. */
function encodeGeometry(geometry: Geometry, box: Box): Uint8Array {
  const wkb = encodeWkb(geometry);
  const bytes = new Uint8Array(40 + wkb.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 0b11]);
  view.setInt32(4, RD, true);
  for (const [i, value] of box.entries()) view.setFloat64(8 + 8 * i, value, true);
  bytes.set(wkb, 40);
  return bytes;
}

/** The type that the table promises, also of a feature in one part. */
function asTyped(geometry: Geometry, type: GeoPackageTable['geometryType']): Geometry {
  if (!type?.startsWith('MULTI') || geometry.type.startsWith('Multi')) return geometry;
  return { type: `Multi${geometry.type}`, coordinates: [geometry.coordinates] };
}

function writeTable(database: SqlDatabase, table: GeoPackageTable, changed: string): void {
  const { name, title, description, geometryType, columns, rows } = table;
  const own = columns.map((column) => `${quoteName(column.name)} ${column.type}`);
  const geometryColumn = geometryType ? [`geom ${geometryType}`] : [];
  database.run(
    `CREATE TABLE ${quoteName(name)} (${['fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL', ...geometryColumn, ...own].join(', ')})`,
  );
  const whole = emptyBox();
  const width = columns.length + geometryColumn.length;
  const names = [...(geometryType ? ['geom'] : []), ...columns.map((column) => quoteName(column.name))];
  const insert = database.prepare(
    `INSERT INTO ${quoteName(name)} (${names.join(', ')}) VALUES (${Array(width).fill('?').join(', ')})`,
  );
  for (const { values, geometry } of rows) {
    const box = emptyBox();
    if (geometry) growBox(box, geometry.coordinates);
    if (geometry)
      growBox(whole, [
        [box[0], box[2]],
        [box[1], box[3]],
      ]);
    const blob = geometry ? encodeGeometry(asTyped(geometry, geometryType), box) : null;
    insert.run([...(geometryType ? [blob] : []), ...values]);
  }
  insert.free();
  const extent = Number.isFinite(whole[0]) ? [whole[0], whole[2], whole[1], whole[3]] : [null, null, null, null];
  database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    name,
    geometryType ? 'features' : 'attributes',
    title,
    description,
    changed,
    ...extent,
    geometryType ? RD : null,
  ]);
  if (geometryType)
    database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [name, 'geom', geometryType, RD]);
}

/** `changed`: an ISO 8601 moment in UTC, which the file carries. */
export function encodeGeoPackage(sql: SqlEngine, tables: readonly GeoPackageTable[], changed: Date): Uint8Array {
  const database = new sql.Database();
  try {
    database.run(`PRAGMA application_id = ${APPLICATION_ID}`);
    database.run(`PRAGMA user_version = ${VERSION}`);
    database.run('BEGIN');
    for (const statement of schema.split(';\n')) database.run(statement);
    for (const system of systems)
      database.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)', [...system]);
    for (const table of tables) writeTable(database, table, changed.toISOString());
    database.run('COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}
