import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.ts';
import { claimsToTables } from '../../src/model/claim-tables.ts';
import { encodeGeoPackage } from '../../src/model/encode-geopackage.ts';
import { claimsToGeoJson } from '../../src/model/export-claims.ts';
import { parseClaims } from '../../src/model/parse-claims.ts';
import { readFeatures } from '../../src/pipeline/features.ts';
import { runGdal } from '../fixtures/gdal.ts';
import { sampleClaims } from '../fixtures/sample-claims.ts';

const hasGdal = runGdal('ogrinfo', ['--version']) !== undefined;
const byId = (claims: readonly Claim[]) => [...claims].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('features of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'features-'));
  const path = (name: string) => join(folder, name);
  const read = async (name: string) => {
    const { claims, notes } = parseClaims(await readFeatures(path(name)));
    return { claims: byId(claims), notes };
  };
  beforeAll(async () => {
    const sql = await initSqlJs();
    writeFileSync(path('ours.gpkg'), encodeGeoPackage(sql, claimsToTables(sampleClaims), new Date('2026-01-01')));
    writeFileSync(path('ours.geojson'), claimsToGeoJson(sampleClaims, 'claims', 'rd'));
    writeFileSync(path('degrees.geojson'), claimsToGeoJson(sampleClaims, 'claims', 'crs84'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are the same from GeoJSON and GeoPackage', async () => {
    expect(await read('ours.gpkg')).toEqual({ claims: byId(sampleClaims), notes: [] });
    expect(await read('ours.geojson')).toEqual({ claims: byId(sampleClaims), notes: [] });
  });

  it('of a file that is not there, or not what its name says, are refused by name', async () => {
    await expect(readFeatures(path('none.gpkg'))).rejects.toThrow(/none\.gpkg: file not found/);
    writeFileSync(path('false.gpkg'), readFileSync(path('ours.geojson')));
    await expect(readFeatures(path('false.gpkg'))).rejects.toThrow('false.gpkg: not a GeoPackage');
  });

  it('of a GeoPackage that kept a journal are read, and refused while the journal holds something', async () => {
    const bytes = readFileSync(path('ours.gpkg'));
    bytes.set([2, 2], 18);
    writeFileSync(path('wal.gpkg'), bytes);
    writeFileSync(path('wal.gpkg-wal'), '');
    expect((await read('wal.gpkg')).claims).toEqual(byId(sampleClaims));
    writeFileSync(path('wal.gpkg-wal'), 'pages');
    await expect(readFeatures(path('wal.gpkg'))).rejects.toThrow('wal.gpkg: not all of it has been saved');
  });

  describe.skipIf(!hasGdal)('beside GDAL', () => {
    it('GDAL finds in ours two layers in RD New, with their extent, types and fields, and nothing to complain of', () => {
      const text = runGdal('ogrinfo', ['-so', '-al', path('ours.gpkg')]) ?? '';
      expect(text).not.toMatch(/warning|error/i);
      expect(text).toContain('Layer name: claims_areas');
      expect(text).toMatch(
        /Geometry: Multi Polygon\nFeature Count: 1\nExtent: \(146010\.0+, 507010\.0+\) - \(146070\.0+, 507050\.125/,
      );
      expect(text).toContain('Geometry: Multi Line String');
      expect(text).toContain('ID["EPSG",28992]');
      expect(text).toContain('valid_from: Date');
      expect(text).toContain('upper: Real');
    });

    it('what GDAL makes of our GeoPackage is read again as the same claims', async () => {
      runGdal('ogr2ogr', ['-f', 'GPKG', path('theirs.gpkg'), path('ours.gpkg')]);
      expect(await read('theirs.gpkg')).toEqual({ claims: byId(sampleClaims), notes: [] });
    });

    it('what GDAL makes of our GeoJSON is, too, with nested fields flattened or as text', async () => {
      runGdal('ogr2ogr', ['-f', 'GPKG', path('nested.gpkg'), path('ours.geojson')]);
      const options = ['-oo', 'FLATTEN_NESTED_ATTRIBUTES=YES'];
      runGdal('ogr2ogr', ['-f', 'GPKG', ...options, path('flat.gpkg'), path('ours.geojson')]);
      expect(await read('nested.gpkg')).toEqual({ claims: byId(sampleClaims), notes: [] });
      expect(await read('flat.gpkg')).toEqual({ claims: byId(sampleClaims), notes: [] });
    });

    it('a GeoPackage in WAL mode, as GDAL leaves it, is read', async () => {
      runGdal('ogr2ogr', [
        '--config',
        'OGR_SQLITE_JOURNAL',
        'WAL',
        '-f',
        'GPKG',
        path('journal.gpkg'),
        path('ours.gpkg'),
      ]);
      expect(readFileSync(path('journal.gpkg'))[18]).toBe(2);
      expect((await read('journal.gpkg')).claims).toEqual(byId(sampleClaims));
    });

    it('in degrees they lie where they lay', async () => {
      runGdal('ogr2ogr', ['-f', 'GPKG', '-a_srs', 'EPSG:4326', path('degrees.gpkg'), path('degrees.geojson')]);
      const { claims } = await read('degrees.gpkg');
      const [x, y] = claims.find(({ id }) => id === 'NL.AREA')?.parts.flat(2) ?? [];
      expect(x).toBeCloseTo(146_010, 2);
      expect(y).toBeCloseTo(507_010, 2);
    });
  });
});
