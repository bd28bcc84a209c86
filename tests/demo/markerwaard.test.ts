import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clipper, FillRule, type Paths64 } from 'clipper2-ts';
import Flatbush from 'flatbush';
import { fromFile } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MarkerwaardReport, writeMarkerwaard } from '../../src/demo/markerwaard.ts';
import {
  type Position,
  type ReadBuilding,
  type ReadFeature,
  readBuildings,
  readFeatures,
  type Shell,
} from './read-sources.ts';

const extent = [145500, 506800, 148500, 509300] as const;
const folder = mkdtempSync(join(tmpdir(), 'markerwaard-'));
let report: MarkerwaardReport;
let buildings: ReadBuilding[];
let ground: ReadFeature[];

const toPaths = (rings: readonly (readonly (readonly number[])[])[]): Paths64 =>
  rings.map((ring) =>
    ring.map((p) => ({ x: Math.round((p[0] as number) * 1000), y: Math.round((p[1] as number) * 1000) })),
  );
/** m² shared by two sets of rings. */
const sharedArea = (a: Paths64, b: Paths64) =>
  Math.abs(Clipper.areaPaths(Clipper.intersect(a, b, FillRule.EvenOdd))) / 1e6;
const boundsOf = (paths: Paths64) => Clipper.getBoundsPaths(paths);

function indexPaths(all: readonly Paths64[]): Flatbush {
  const index = new Flatbush(all.length);
  for (const paths of all) {
    const { left, top, right, bottom } = boundsOf(paths);
    index.add(left, top, right, bottom);
  }
  index.finish();
  return index;
}

function near(index: Flatbush, paths: Paths64): number[] {
  const { left, top, right, bottom } = boundsOf(paths);
  return index.search(left, top, right, bottom);
}

/** Directed edges that are used twice, or whose counterpart is missing. */
function openEdges(shell: Shell): number {
  const key = (a: Position, b: Position) => [...a, ...b].map((value) => value.toFixed(3)).join(' ');
  const edges = new Map<string, number>();
  let wrong = 0;
  for (const ring of shell.flat()) {
    ring.forEach((a, i) => {
      const edge = key(a, ring[(i + 1) % ring.length] as Position);
      if (edges.has(edge)) wrong++;
      edges.set(edge, 1);
    });
  }
  for (const ring of shell.flat()) {
    ring.forEach((a, i) => {
      if (!edges.has(key(ring[(i + 1) % ring.length] as Position, a))) wrong++;
    });
  }
  return wrong;
}

/** Divergence theorem about the shell's first corner; holes run the other way round and so subtract themselves. */
function volume(shell: Shell): number {
  const [ox, oy, oz] = shell.flat(2)[0] as Position;
  let six = 0;
  for (const ring of shell.flat()) {
    const [a, ...rest] = ring.map(([x, y, z]): Position => [x - ox, y - oy, z - oz]) as [Position, ...Position[]];
    for (let i = 0; i + 1 < rest.length; i++) {
      const b = rest[i] as Position;
      const c = rest[i + 1] as Position;
      six +=
        a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
    }
  }
  return six / 6;
}

const hashFiles = (from: string) =>
  readdirSync(from)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(from, name)))
          .digest('hex')}`,
    );

beforeAll(async () => {
  report = await writeMarkerwaard(folder);
  buildings = readBuildings(folder);
  ground = readFeatures(folder, 'ground');
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Markerwaard', () => {
  it('is a town of thousands of buildings, trees and addresses', () => {
    expect(buildings.length).toBe(report.buildings);
    expect(report.buildings).toBeGreaterThan(3500);
    expect(report.trees).toBeGreaterThan(8000);
    expect(report.addresses).toBeGreaterThan(5000);
    expect(new Set(buildings.map(({ id }) => id)).size).toBe(buildings.length);
  });

  it('has closed solids whose faces look outward', () => {
    const open = buildings.filter(({ shells }) => shells.some((shell) => openEdges(shell) > 0));
    const inward = buildings.filter(({ shells }) => shells.some((shell) => volume(shell) <= 0));
    expect(open.map(({ id }) => id)).toEqual([]);
    expect(inward.map(({ id }) => id)).toEqual([]);
  });

  it('says of every building the volume that its solids enclose', () => {
    const wrong = buildings.filter(({ shells, attributes }) => {
      const measured = shells.reduce((sum, shell) => sum + volume(shell), 0);
      return Math.abs(measured - (attributes.b3_volume_lod22 as number)) > 0.005 * measured + 0.1;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('stands no building on another', () => {
    const all = buildings.map(({ footprint }) => toPaths(footprint));
    const index = indexPaths(all);
    const pairs: string[] = [];
    all.forEach((paths, i) => {
      for (const j of near(index, paths)) {
        if (j <= i) continue;
        const shared = sharedArea(paths, all[j] as Paths64);
        if (shared > 0.5) pairs.push(`${buildings[i]?.id} ${buildings[j]?.id} ${shared.toFixed(2)}`);
      }
    });
    expect(pairs).toEqual([]);
  });

  it('stands no building in a street or in water', () => {
    const wet = ground.filter(({ properties }) =>
      ['wegdeel', 'waterdeel', 'spoor'].includes(properties.objecttype as string),
    );
    const all = wet.map(({ geometry }) => toPaths(geometry.coordinates));
    const index = indexPaths(all);
    const wrong = buildings.flatMap(({ id, footprint }) => {
      const paths = toPaths(footprint);
      return near(index, paths)
        .map((i) => [i, sharedArea(paths, all[i] as Paths64)] as const)
        .filter(([, shared]) => shared > 0.5)
        .map(([i, shared]) => `${id} ${wet[i]?.properties.objecttype} ${shared.toFixed(2)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('covers its extent once', () => {
    const [west, south, east, north] = extent.map((value) => value * 1000) as [number, number, number, number];
    const rect = { left: west, top: south, right: east, bottom: north };
    let size = 0;
    for (const { properties, geometry } of ground) {
      if (properties.relatieve_hoogteligging !== 0) continue;
      size += Clipper.areaPaths(Clipper.rectClip(rect, toPaths(geometry.coordinates))) / 1e6;
    }
    expect(Math.abs(size) / (3000 * 2500)).toBeGreaterThan(0.99);
    expect(Math.abs(size) / (3000 * 2500)).toBeLessThan(1.01);
  });

  it('gives every address a building that exists', () => {
    const known = new Set(buildings.map(({ id }) => id));
    const lost = readFeatures(folder, 'addresses').filter(({ properties }) => !known.has(properties.pand as string));
    expect(lost.length).toBe(0);
  });

  it('has heights that GeoTIFF readers place in RD New', async () => {
    const file = await fromFile(join(folder, 'dtm.tif'));
    const image = await file.getImage();
    expect(image.getBoundingBox()).toEqual([...extent]);
    expect(image.getGeoKeys()?.ProjectedCSTypeGeoKey).toBe(28992);
    const [values] = (await image.readRasters()) as unknown as Float32Array[];
    let lowest = Number.POSITIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    for (const value of values as Float32Array) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    expect(lowest).toBeGreaterThan(-8);
    expect(highest).toBeGreaterThan(2.9);
    expect(highest).toBeLessThan(6);
    await file.close();
  });

  it('is the same to the byte for the same seed', async () => {
    const again = mkdtempSync(join(tmpdir(), 'markerwaard-'));
    await writeMarkerwaard(again);
    expect(hashFiles(again)).toEqual(hashFiles(folder));
    rmSync(again, { recursive: true, force: true });
  }, 300_000);
});
