/** Every real CityJSON file goes through, and what comes out matches a count made here without our reader. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateBytes } from 'gltf-validator';
import { afterAll, describe, expect, it } from 'vitest';
import { makeBuildingTiles, type TilesOptions } from '../../src/pipeline/tiles.ts';
import { checkTileset, listLeafIds } from '../pipeline/tiles/check-tileset.ts';
import { createWorkFolder } from '../pipeline/tiles/sample-city.ts';

const shared = fileURLToPath(new URL('../../../shared/data/cityjson/', import.meta.url));
const isThere = existsSync(shared);
const files = isThere
  ? readdirSync(shared, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(city\.)?jsonl?$/.test(name))
      .sort()
  : [];

/** What is broken, or no CityJSON of a version from 1.0 on, must be refused, and why. */
const refused: Record<string, RegExp> = {
  'acquisition.json': /type is missing/,
  'cases.json': /type is missing/,
  'cityjson_fake_complete.city.json': /EPSG\/0\/2355" is not known/,
  'cityjsonfeature_minimal.city.jsonl': /begins with a CityJSONFeature/,
  'invalid_cityjsonfeature_root_id_unresolved.city.jsonl': /begins with a CityJSONFeature/,
  'no_cityjson_obj.city.jsonl': /begins with a CityJSONFeature/,
  'cjfeat1.json': /begins with a CityJSONFeature/,
  '3dbag_feature_x71.city.jsonl': /begins with a CityJSONFeature/,
  'generic.ext.json': /type is "CityJSONExtension"/,
  'metadata.json': /type is "Feature"/,
  'cube_20.jsonl': /line 5: feature: type is "CityJSONFeatur"/,
  'extension.jsonl': /line 5: feature: type is "CityJSONFeatur"/,
  'o4.json': /version 0\.9/,
  'unknown_crs.city.json': /EPSG\/0\/9999999" is not known/,
  'tetra.json': /type is "CityModel"/,
  'tetra_all_geom.json': /type is "CityModel"/,
};
/** Files that name no reference system and do not lie in RD New: theirs, where known; a place for the drawings. */
const systems: Record<string, string> = {
  'multi_lod_solid_buildings.json': 'EPSG:3879',
  '1b_w_texture.city.json': 'EPSG:3879',
  'vienna.jsonl': 'EPSG:31256',
};
const origin = [155000, 463000] as const;

interface Model {
  CityObjects?: Record<
    string,
    { type: string; geometry?: { type: string; lod?: unknown; boundaries: unknown[] }[]; parents?: string[] }
  >;
}

function readModels(file: string): Model[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  try {
    return [JSON.parse(text) as Model];
  } catch {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Model);
  }
}

function countObjects(models: readonly Model[]) {
  let buildings = 0;
  let surfaces = 0;
  let isPlain = true;
  for (const { CityObjects = {} } of models) {
    for (const object of Object.values(CityObjects)) {
      const isOrphan = !object.parents?.some((id) => CityObjects[id]?.type === 'Building');
      if (object.type === 'Building' || (object.type === 'BuildingPart' && isOrphan)) buildings++;
      if (object.type !== 'Building' && object.type !== 'BuildingPart') {
        if (object.type.includes('Building')) isPlain = false;
        continue;
      }
      const fine = (object.geometry ?? []).filter(({ lod }) => String(lod) !== '0');
      const solids = fine.filter(({ type, lod }) => type === 'Solid' && String(lod) === '2.2');
      if (fine.length > 0 && solids.length !== 1) isPlain = false;
      for (const { boundaries } of solids) for (const shell of boundaries) surfaces += (shell as unknown[]).length;
      if (object.type === 'Building' && fine.length === 0 && !hasPartWithSolid(CityObjects, object)) isPlain = false;
    }
  }
  return { buildings, surfaces, isPlain };
}

function hasPartWithSolid(objects: NonNullable<Model['CityObjects']>, building: unknown): boolean {
  return Object.values(objects).some(
    ({ type, geometry, parents }) =>
      type === 'BuildingPart' &&
      parents?.some((id) => objects[id] === building) &&
      geometry?.some((g) => g.type === 'Solid'),
  );
}

describe.skipIf(!isThere)(`${files.length} real CityJSON files`, () => {
  const work = createWorkFolder();
  afterAll(work.destroy);
  let counted = 0;

  for (const name of files) {
    const file = join(shared, name);
    const reason = refused[basename(name)];
    if (reason) {
      it(`${name} is refused in one line`, async () => {
        await expect(makeBuildingTiles([file], work.out, { threads: 1, origin })).rejects.toThrow(reason);
      });
      continue;
    }
    it(`${name} goes through with all its buildings`, async () => {
      const crs = systems[basename(name)];
      const options: TilesOptions = { threads: 1, ...(crs ? { crs } : {}) };
      const report = await makeBuildingTiles([file], work.out, options).catch((error: Error) => {
        expect(error.message).toMatch(/names no reference system and \(.*\) does not lie in RD New.*--origin/);
        return makeBuildingTiles([file], work.out, { ...options, origin });
      });
      const expected = countObjects(readModels(file));
      expect(report.buildings).toBe(expected.buildings);
      expect(report.buildingsWritten + report.skipped.length).toBe(report.buildings);
      if (expected.isPlain && report.skipped.length === 0) {
        const withoutArea = report.warnings.map((text) => /^(\d+) surfaces without area/.exec(text)?.[1] ?? 0);
        const left = withoutArea.reduce<number>((sum, count) => sum + Number(count), 0);
        expect(report.surfaces + left).toBe(expected.surfaces);
        counted++;
      }
      const { problems, tiles } = await checkTileset(work.out);
      expect(problems).toEqual([]);
      expect(listLeafIds(tiles)).toHaveLength(report.buildingsWritten);
      for (const { bytes, uri } of tiles) {
        const { issues } = await validateBytes(bytes);
        expect([uri, issues.numErrors]).toEqual([uri, 0]);
      }
    });
  }

  it('counts surfaces too where all are solids of level 2.2', () => expect(counted).toBeGreaterThan(8));

  it('a header and its features in two files', async () => {
    const pair = ['tyler/3dbag_x00.city.json', 'tyler/3dbag_feature_x71.city.jsonl'].map((name) => join(shared, name));
    const report = await makeBuildingTiles(pair, work.out, { threads: 1 });
    expect(report).toMatchObject({ buildings: 1, buildingsWritten: 1 });
  });
});
