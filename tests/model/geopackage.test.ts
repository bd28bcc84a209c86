import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.ts';
import { claimsToTables } from '../../src/model/claim-tables.ts';
import { encodeGeoPackage } from '../../src/model/encode-geopackage.ts';
import { parseClaims } from '../../src/model/parse-claims.ts';
import { parseGeoPackage } from '../../src/model/parse-geopackage.ts';
import type { SqlEngine } from '../../src/model/sql.ts';
import { encodeWkb, parseWkb } from '../../src/model/wkb.ts';
import { sampleClaims } from '../fixtures/sample-claims.ts';

const changed = new Date('2026-01-01T00:00:00Z');
let sql: SqlEngine;
beforeAll(async () => {
  sql = await initSqlJs();
});

/** As written, with a statement run in it. */
function withChange(statement: string): Uint8Array {
  const database = new sql.Database(encodeGeoPackage(sql, claimsToTables(sampleClaims), changed));
  database.run(statement);
  const bytes = database.export();
  database.close();
  return bytes;
}

describe('a GeoPackage of claims', () => {
  it('holds what was put into it', () => {
    const features = parseGeoPackage(sql, encodeGeoPackage(sql, claimsToTables(sampleClaims), changed), 'a.gpkg');
    const { claims, notes } = parseClaims(features);
    expect(notes).toEqual([]);
    const byId = (a: Claim, b: Claim) => (a.id < b.id ? -1 : 1);
    expect([...claims].sort(byId)).toEqual([...sampleClaims].sort(byId));
  });

  it('is the same bytes every time', () => {
    const tables = claimsToTables(sampleClaims);
    expect(encodeGeoPackage(sql, tables, changed)).toEqual(encodeGeoPackage(sql, tables, changed));
  });

  it('carries the marks of its format', () => {
    const view = new DataView(encodeGeoPackage(sql, claimsToTables(sampleClaims), changed).buffer);
    expect(view.getUint32(68)).toBe(0x4750_4b47);
    expect(view.getUint32(60)).toBe(10_300);
  });

  it('may be in degrees, and is refused in another frame by name', () => {
    const degrees = withChange('UPDATE gpkg_geometry_columns SET srs_id = 4326');
    expect(parseGeoPackage(sql, degrees, 'a.gpkg')[0]?.geographic).toBe(true);
    const elsewhere = withChange('UPDATE gpkg_geometry_columns SET srs_id = -1');
    expect(() => parseGeoPackage(sql, elsewhere, 'a.gpkg')).toThrow(
      'a.gpkg, table claims_areas: coordinates are in Undefined Cartesian SRS; they must be in RD New (EPSG:28992)',
    );
  });

  it.each([
    ['another database', 'DROP TABLE gpkg_contents', 'cannot be read as a GeoPackage: no such table: gpkg_contents'],
    ['no features', 'DELETE FROM gpkg_contents', 'the GeoPackage has no table of features'],
    ['no geometry', "UPDATE claims_areas SET geom = x'00'", 'feature 1 (NL.AREA): geometry is none of a GeoPackage'],
    [
      'half a geometry',
      'UPDATE claims_areas SET geom = substr(geom, 1, 90)',
      'feature 1 (NL.AREA): geometry breaks off before its end',
    ],
  ])('is refused with %s, in one line', (_, statement, message) => {
    expect(() => parseGeoPackage(sql, withChange(statement), 'a.gpkg')).toThrow(message);
  });

  it('is refused when it is no database, or breaks off', () => {
    expect(() => parseGeoPackage(sql, new TextEncoder().encode('{"type":'), 'a.gpkg')).toThrow(
      'a.gpkg: not a GeoPackage',
    );
    const whole = encodeGeoPackage(sql, claimsToTables(sampleClaims), changed);
    expect(() => parseGeoPackage(sql, whole.slice(0, 5000), 'a.gpkg')).toThrow('a.gpkg: cannot be read');
  });

  it('with tables of odd names and rows without a place is read', () => {
    const bytes = encodeGeoPackage(
      sql,
      [
        {
          name: 'a "table", 1',
          title: 'x',
          description: '',
          geometryType: 'POINT',
          columns: [{ name: 'i"d', type: 'TEXT' }],
          rows: [
            { values: ['q'], geometry: { type: 'Point', coordinates: [1, 2] } },
            { values: ['r'], geometry: null },
          ],
        },
        {
          name: 'decisions',
          title: 'y',
          description: '',
          columns: [{ name: 'why', type: 'TEXT' }],
          rows: [{ values: ['z'] }],
        },
      ],
      changed,
    );
    const features = parseGeoPackage(sql, bytes, 'a.gpkg');
    expect(features.map(({ geometry }) => geometry?.coordinates)).toEqual([[1, 2], undefined]);
    expect(features[1]).toMatchObject({ where: 'a.gpkg, table a "table", 1, feature 2 (r)', id: 'r' });
  });
});

describe('geometry as bytes', () => {
  const square = [
    [0, 0],
    [3, 0],
    [3, 2],
    [0, 0],
  ];
  it.each([
    ['Point', [1.5, 2]],
    ['LineString', square],
    ['Polygon', [square, square]],
    [
      'MultiPoint',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['MultiLineString', [square, square]],
    ['MultiPolygon', [[square], [square, square]]],
  ])('of a %s come back', (type, coordinates) => {
    expect(parseWkb(encodeWkb({ type, coordinates }), 0, 'x')).toEqual({ type, coordinates });
  });

  /** Big-endian. */
  const big = (kind: number, rest: readonly number[], count?: number) => {
    const view = new DataView(new ArrayBuffer(5 + (count === undefined ? 0 : 4) + 8 * rest.length));
    view.setUint32(1, kind);
    if (count !== undefined) view.setUint32(5, count);
    for (const [i, value] of rest.entries()) view.setFloat64((count === undefined ? 5 : 9) + 8 * i, value);
    return new Uint8Array(view.buffer);
  };

  it('may be big-endian, with heights and measures in either spelling', () => {
    expect(parseWkb(big(1, [1, 2]), 0, 'x').coordinates).toEqual([1, 2]);
    expect(parseWkb(big(1002, [1, 2, 9, 3, 4, 9], 2), 0, 'x').coordinates).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(parseWkb(big(3002, [1, 2, 9, 8, 3, 4, 9, 8], 2), 0, 'x').coordinates).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(parseWkb(big(0x8000_0002, [1, 2, 9, 3, 4, 9], 2), 0, 'x').coordinates).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('of curves are named and not read', () => {
    expect(parseWkb(big(10, []), 0, 'x')).toEqual({ type: 'CurvePolygon', coordinates: undefined });
  });

  it('that claim more than there is are refused at once', () => {
    expect(() => parseWkb(big(2, [1, 2], 4e9), 0, 'a.gpkg, feature 1')).toThrow(
      'a.gpkg, feature 1: geometry breaks off',
    );
  });
});
