import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.ts';
import { claimsToTables } from '../../src/model/claim-tables.ts';
import type { ClaimTown } from '../../src/model/claim-town.ts';
import { encodeGeoPackage } from '../../src/model/encode-geopackage.ts';
import { claimsToGeoJson } from '../../src/model/export-claims.ts';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { parseClaimTown } from '../../src/model/parse-claim-town.ts';
import { buildMunicipality } from '../../src/pipeline/build.ts';
import { ruleFile } from '../engines/claim-rule-cases.ts';
import { sampleClaims } from '../fixtures/sample-claims.ts';
import { createHamlet, groundHeight, hamlet, type Municipality } from '../fixtures/small-municipality.ts';

const source = { title: { nl: 'Claims', en: 'Claims' }, holder: 'Proefdam', date: '2026-01-01', licence: 'CC0-1.0' };
const [area, line] = sampleClaims as [Claim, Claim];
const own = { themes: ['water', 'housing'] as [string, string], kind: 'combinable' as const };

describe('claims of a municipality', () => {
  let place: Municipality;
  const readJson = (name: string): unknown => JSON.parse(readFileSync(join(place.out, name), 'utf8'));
  const readTown = (): ClaimTown => parseClaimTown(readJson('claims/claims.json'), 'claims.json');
  const build = () => buildMunicipality(place.folder, { out: place.out });
  const name = (claims: object) => place.write('municipality.json', { ...hamlet, claims: { source, ...claims } });

  beforeAll(async () => {
    place = await createHamlet();
    const bytes = encodeGeoPackage(await initSqlJs(), claimsToTables([line]), new Date('2026-01-01'));
    writeFileSync(join(place.folder, 'sources/lines.gpkg'), bytes);
    const broken = { ...area, id: 'NL.BAD', lower: 20 };
    place.write('sources/areas.geojson', JSON.parse(claimsToGeoJson([area, broken], 'areas', 'rd')));
    place.write('rules.json', ruleFile());
    name({
      files: ['sources/areas.geojson', 'sources/lines.gpkg'],
      matrix: [own],
      themes: [{ id: 'ruimtevaart', title: { nl: 'Ruimtevaart', en: 'Space travel' } }],
      rules: 'rules.json',
    });
  });
  afterAll(() => place.destroy());

  it('are made of GeoJSON and GeoPackage, and what was refused is told', async () => {
    const report = await build();
    expect(report.steps.find((step) => step.name === 'claims')?.facts).toEqual({
      accepted: 2,
      refused: 1,
      notes: ['areas.geojson, feature 2 (NL.BAD): refused: lower 20 is above upper 12.5.'],
    });
    expect(report.notes).toEqual(['areas.geojson, feature 2 (NL.BAD): refused: lower 20 is above upper 12.5.']);
    const made = parseMunicipality(readJson('municipality.json'), 'municipality.json');
    expect(made.claims).toEqual({ url: 'claims/claims.json', rules: 'claims/rules.json', source });
    expect(readJson('claims/rules.json')).toEqual(ruleFile());
    expect(readTown().claims).toEqual([area, line]);
    expect(readTown().notes).toHaveLength(1);
  }, 120_000);

  it('know between which heights they stand', () => {
    const { heights, groundNap } = readTown();
    expect(heights[0]).toEqual({ lowerNap: -3.4, upperNap: 9.1, errorM: 0 });
    // Along the line the ground is read from the file of heights.
    const mean = groundHeight(0, 507_050);
    expect(heights[1]?.lowerNap).toBeCloseTo(mean - 1.3, 1);
    expect((heights[1]?.upperNap ?? 0) - (heights[1]?.lowerNap ?? 0)).toBeCloseTo(0.2, 3);
    expect(heights[1]?.errorM).toBeGreaterThan(0.1);
    expect(groundNap[1]).toBeCloseTo(mean, 1);
  });

  it("have the municipality's own themes and choices before the customary ones", () => {
    const { themes, matrix } = readTown();
    expect(themes[0]?.id).toBe('ruimtevaart');
    expect(themes.map(({ id }) => id)).toContain('water');
    expect(matrix[0]).toEqual(own);
    expect(matrix.filter((pair) => [...pair.themes].sort().join() === 'housing,water')).toHaveLength(1);
  });

  it('that cannot be used at all end the build in one line, and leave what was there', async () => {
    place.write('sources/areas.geojson', JSON.parse(claimsToGeoJson([{ ...area, theme: '' }], 'areas', 'rd')));
    name({ files: ['sources/areas.geojson'] });
    await expect(build()).rejects.toThrow(
      'claims: no feature of areas.geojson can be used; the first: areas.geojson, feature 1 (NL.AREA): refused: theme is missing',
    );
    expect(existsSync(join(place.out, 'claims/claims.json'))).toBe(true);
  });

  it('come with rules, which are refused by rule and field', async () => {
    place.write('sources/areas.geojson', JSON.parse(claimsToGeoJson([area], 'areas', 'rd')));
    place.write('rules.json', ruleFile({ id: 'hoogte', kind: 'hoogte' }));
    name({ files: ['sources/areas.geojson'], rules: 'rules.json' });
    await expect(build()).rejects.toThrow('rules.json, rule 1 (hoogte): kind: "hoogte" is not known');
  });

  it('are asked for by name when their files are missing', async () => {
    rmSync(join(place.folder, 'sources/lines.gpkg'));
    name({ files: ['sources/lines.gpkg'], rules: 'none.json' });
    await expect(build()).rejects.toThrow('sources/lines.gpkg (claims), none.json (claims.rules)');
  });
});

describe('a file of claims that is not what the build writes', () => {
  it('is refused with the place in it', () => {
    const town = { schema: 1, claims: [{}], heights: [], groundNap: [], themes: [], matrix: [], source, notes: [] };
    expect(() => parseClaimTown(town, 'claims.json')).toThrow('claims.json: claims.0.id');
    expect(() => parseClaimTown({ ...town, claims: [area] }, 'claims.json')).toThrow(
      'heights has 0 values, expected 1',
    );
  });
});
