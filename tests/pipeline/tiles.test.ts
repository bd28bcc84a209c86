import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tiles3DLoader } from '@loaders.gl/3d-tiles';
import { parse } from '@loaders.gl/core';
import { validateBytes } from 'gltf-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { napHeight, napToEllipsoid, rdToLonLat } from '../../src/model/rd.ts';
import { toEarthCentred } from '../../src/pipeline/tiles/ellipsoid.ts';
import { makeBuildingTiles, type TilesReport } from '../../src/pipeline/tiles.ts';
import { checkTileset, listLeafIds, transformPoint, type WalkedTile } from './tiles/check-tileset.ts';
import { createWorkFolder, sampleHeader, sampleHouse, sampleSequence } from './tiles/sample-city.ts';

const HOUSES = 1300;
type Triple = [number, number, number];

describe('a street of 1300 houses', () => {
  const work = createWorkFolder();
  let report: TilesReport;
  let walked: Awaited<ReturnType<typeof checkTileset>>;
  let leaves: WalkedTile[];

  beforeAll(async () => {
    const file = work.write('street.city.jsonl', sampleSequence(HOUSES));
    report = await makeBuildingTiles([file], work.out, { threads: 1, credit: '© Test' });
    walked = await checkTileset(work.out);
    leaves = walked.tiles.filter(({ isLeaf }) => isLeaf);
  });
  afterAll(work.destroy);

  it('loses no building and says so in the report', () => {
    expect(report).toMatchObject({ buildings: HOUSES, buildingsWritten: HOUSES, skipped: [], lodFallbacks: {} });
    expect(report.surfaces).toBe(HOUSES * 7);
    expect(report.triangles).toBe(HOUSES * (2 + 2 + 2 + 3 + 3 + 2 + 2));
    expect(report.emptyAttributes).toEqual(['leeg']);
    expect(JSON.parse(readFileSync(join(work.out, 'report.json'), 'utf8'))).toEqual(report);
    const ids = Array.from({ length: HOUSES }, (_, i) => sampleHouse(i).id);
    expect(listLeafIds(walked.tiles)).toEqual(ids);
    expect(existsSync(join(work.out, '.spill'))).toBe(false);
  });

  it('has sound boxes, errors, tables, offsets and ids in every tile', () => {
    expect(walked.problems).toEqual([]);
    expect(leaves.length).toBeGreaterThan(2);
    expect(walked.tiles.some(({ depth, isLeaf }) => depth > 0 && isLeaf)).toBe(true);
  });

  it('shows every building in the coarse tiles too', () => {
    const root = walked.tiles.find(({ depth }) => depth === 0);
    expect(root?.isLeaf).toBe(false);
    expect(root?.read.tables[0]?.rows.length).toBe(HOUSES);
    expect(root?.read.tables[0]?.rows[0]).toHaveProperty('status');
  });

  it('passes the glTF validator without errors or warnings', async () => {
    for (const { bytes, uri } of walked.tiles) {
      const { issues } = await validateBytes(bytes);
      expect([uri, issues.numErrors, issues.numWarnings]).toEqual([uri, 0, 0]);
    }
  });

  it('keeps every vertex within 1 cm of its exact place on earth', () => {
    const { scale, translate } = sampleHeader.transform;
    const exact = Array.from({ length: HOUSES }, (_, i) =>
      sampleHouse(i).vertices.map((vertex) => {
        const [x, y, z] = vertex.map((n, k) => n * (scale[k] as number) + (translate[k] as number)) as Triple;
        const at = rdToLonLat({ x, y });
        return toEarthCentred(at, napToEllipsoid(napHeight(z), at));
      }),
    );
    let worst = 0;
    for (const { read, toEarth } of leaves) {
      const numbers = (read.tables[0]?.rows ?? []).map((row) => Number(String(row['id']).slice(-6)));
      for (const { positions, buildings } of read.primitives) {
        positions.forEach((point, v) => {
          const place = transformPoint(toEarth, point);
          const house = exact[numbers[buildings[v] as number] as number] as Triple[];
          worst = Math.max(
            worst,
            Math.min(...house.map((corner) => Math.hypot(...corner.map((n, i) => n - (place[i] as number))))),
          );
        });
      }
    }
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(0.01);
  });

  it('keeps attributes with their types, and no value as no value', () => {
    const rows = leaves.flatMap(({ read }) => read.tables[0]?.rows ?? []);
    for (const number of [0, 1, 7, 35, 1299]) {
      const { id, CityObjects } = sampleHouse(number);
      const attributes = CityObjects[id]?.['attributes'] as Record<string, unknown>;
      const row = rows.find((candidate) => candidate['id'] === id);
      expect(row?.['identificatie']).toBe(id);
      expect(row?.['oorspronkelijkbouwjaar']).toBe(attributes['oorspronkelijkbouwjaar'] ?? undefined);
      expect(row?.['b3_h_maaiveld']).toBeCloseTo(attributes['b3_h_maaiveld'] as number, 5);
      expect(row?.['status']).toBe(attributes['status']);
      expect(row?.['monument']).toBe(String(attributes['monument']));
      expect(row?.['naam']).toBe(attributes['naam']);
      expect(row?.['_energie_label']).toBe(attributes['+energie-label']);
    }
  });

  it('measures slope, azimuth and area of every surface', () => {
    const [leaf] = leaves as [WalkedTile];
    const surfaces = leaf.read.tables[1]?.rows ?? [];
    const roofs = surfaces.filter((row) => row['type'] === 'RoofSurface');
    expect(surfaces.length).toBe((leaf.read.tables[0]?.rows.length ?? 0) * 7);
    // Ridge 3 m above the eaves, 2.5 m in: 50.2°, and 10 × 3.905 m². Grid north and true north differ by 0.1° here.
    for (const roof of roofs) {
      expect(roof['slope']).toBeCloseTo(50.2, 0);
      expect(Math.abs((roof['area'] as number) - 39.05)).toBeLessThan(0.05);
      const azimuth = roof['azimuth'] as number;
      expect(Math.min(Math.abs(azimuth - 90), Math.abs(azimuth - 270))).toBeLessThan(0.6);
    }
    const ground = surfaces.find((row) => row['type'] === 'GroundSurface');
    expect(ground).toMatchObject({ slope: 180, azimuth: undefined, area: 50 });
  });

  it('splits roof, wall and ground, each facing outward', () => {
    const [leaf] = leaves as [WalkedTile];
    expect(leaf.read.primitives.map(({ material }) => material)).toEqual(['roof', 'wall', 'ground']);
    const [roof, wall, ground] = leaf.read.primitives as [
      WalkedTile['read']['primitives'][number],
      ...WalkedTile['read']['primitives'],
    ];
    expect(roof.normals.every((n) => (n[2] as number) > 0.5)).toBe(true);
    expect(wall?.normals.every((n) => Math.abs(n[2] as number) < 0.05)).toBe(true);
    expect(ground?.normals.every((n) => (n[2] as number) < -0.9)).toBe(true);
  });

  it('winds every triangle of every tile after its normal, roofs up', () => {
    for (const { material, positions, normals, indices } of walked.tiles.flatMap(({ read }) => read.primitives)) {
      let wrong = 0;
      for (let i = 0; i < indices.length; i += 3) {
        const [a, b, c] = [0, 1, 2].map((k) => positions[indices[i + k] as number]) as [Triple, Triple, Triple];
        const u = b.map((n, k) => n - (a[k] as number)) as Triple;
        const v = c.map((n, k) => n - (a[k] as number)) as Triple;
        const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
        const n = normals[indices[i] as number] as number[];
        if (cross.reduce((sum, x, k) => sum + x * (n[k] as number), 0) <= 0) wrong++;
        if (material === 'roof' && (n[2] as number) <= 0.5) wrong++;
      }
      expect(wrong).toBe(0);
    }
  });

  it('tells each corner of a wall where the wall begins and how high its eaves are', () => {
    const [leaf] = leaves as [WalkedTile];
    for (const { material, heights, widths, positions } of leaf.read.primitives) {
      if (material !== 'wall') continue;
      positions.forEach(([, , z], i) => {
        const [low, eaves] = heights[i] as [number, number];
        const [along, width] = widths[i] as [number, number];
        expect(z as number).toBeGreaterThan(low - 0.01);
        expect(eaves - low).toBeGreaterThan(2);
        expect(along === 0 || Math.abs(along - width) < 0.05 || Math.abs(along - width / 2) < 0.05).toBe(true);
      });
    }
  });

  it('reads back with loaders.gl to the same buildings', async () => {
    const ids: string[] = [];
    for (const { bytes } of leaves) {
      const tile = (await parse(bytes.slice().buffer, Tiles3DLoader, {
        worker: false,
        '3d-tiles': { isTileset: false, loadGLTF: true },
      })) as {
        gltf: { extensions: Record<string, { propertyTables: { properties: Record<string, { data: string[] }> }[] }> };
      };
      ids.push(...(tile.gltf.extensions['EXT_structural_metadata']?.propertyTables[0]?.properties['id']?.data ?? []));
    }
    expect(ids.sort()).toEqual(listLeafIds(walked.tiles));
  });

  it('comes out as whole on two threads, from two files', async () => {
    const [header, ...lines] = sampleSequence(HOUSES).trimEnd().split('\n') as [string, ...string[]];
    const files = [lines.slice(0, 500), lines.slice(500)].map((part, i) =>
      work.write(`part-${i}.city.jsonl`, [header, ...part].join('\n')),
    );
    const out = join(work.folder, 'two');
    const second = await makeBuildingTiles(files, out, { threads: 2 });
    expect(second).toMatchObject({ buildings: HOUSES, buildingsWritten: HOUSES, surfaces: report.surfaces });
    const again = await checkTileset(out);
    expect(again.problems).toEqual([]);
    expect(listLeafIds(again.tiles)).toEqual(listLeafIds(walked.tiles));
  });
});
