import { describe, expect, it } from 'vitest';
import { addPlaced, addVolume, startDrawing } from '../../src/model/drawing.ts';
import { drawingToModel } from '../../src/model/drawing-model.ts';
import { drawingToCityJson, drawingToGeoJson } from '../../src/model/export-drawing.ts';
import { readImport } from '../../src/model/import-file.ts';
import { readGeoJsonVolumes } from '../../src/model/import-geojson.ts';
import { listCorners } from '../../src/model/outline.ts';
import type { PlanVolume } from '../../src/model/plan-volume.ts';
import { walkedSolids } from './city-solids.ts';

const about = { title: 'Proef', date: '2026-11-22' };
const volumes: Omit<PlanVolume, 'id'>[] = [
  {
    name: 'Kade 1',
    use: 'wonen',
    dwellings: 12,
    footprint: [[147000, 508000, 147020, 508000, 147020, 508010, 147000, 508010]],
    lower: 0,
    upper: 12,
    reference: 'peil',
    roof: { shape: 'gabled', eaves: 8, ridgeDegrees: 90 },
  },
  {
    footprint: [
      [147050, 508000, 147090, 508000, 147090, 508040, 147050, 508040],
      [147060, 508010, 147060, 508030, 147080, 508030, 147080, 508010],
    ],
    lower: -1,
    upper: 9,
    reference: 'nap',
    roof: { shape: 'flat' },
  },
  {
    // An L.
    footprint: [[147000, 508100, 147030, 508100, 147030, 508110, 147010, 508110, 147010, 508130, 147000, 508130]],
    lower: 0,
    upper: 6.5,
    reference: 'ground',
    roof: { shape: 'flat' },
  },
  {
    footprint: [[147100, 508100, 147130, 508105, 147128, 508117, 147098, 508112]],
    lower: 0,
    upper: 11,
    reference: 'peil',
    roof: { shape: 'hipped', eaves: 6 },
  },
];
const box = { west: -2, south: -1, bottom: 0, east: 2, north: 1, top: 3 };
const drawing = volumes.reduce((before, volume) => addVolume(before, volume).drawing, startDrawing(-3.2));
const withModel = addPlaced(drawing, {
  name: 'boot.glb',
  box,
  file: 'file-1',
  x: 147200,
  y: 508000,
  nap: -4,
  rotationDegrees: 30,
  scale: 2,
}).drawing;

describe('a drawing as GeoJSON', () => {
  const json = JSON.parse(drawingToGeoJson(drawing, about));

  it('reads back as the same volumes, within the centimetre of seven decimals', () => {
    const read = readGeoJsonVolumes(json, 'tekening.geojson');
    if ('problem' in read) throw new Error(JSON.stringify(read.problem));
    expect(read.peilNap).toBe(-3.2);
    expect(read.volumes.map(({ footprint: _, ...rest }) => rest)).toEqual(
      drawing.volumes.map(({ footprint: _, ...rest }) => rest),
    );
    for (const [v, { footprint }] of drawing.volumes.entries())
      for (const [r, ring] of footprint.entries()) {
        const back = read.volumes[v]?.footprint[r] ?? [];
        expect(back).toHaveLength(ring.length);
        for (const [i, value] of ring.entries()) expect(Math.abs(value - (back[i] ?? 0))).toBeLessThan(0.01);
      }
  });

  it('is RFC 7946: degrees with longitude first, closed rings, the outer one counter-clockwise, no crs', () => {
    expect(json).not.toHaveProperty('crs');
    const [outer, hole] = json.features[1].geometry.coordinates;
    expect(outer[0][0]).toBeCloseTo(5.28, 1);
    expect(outer[0][1]).toBeCloseTo(52.56, 1);
    expect(outer.at(-1)).toEqual(outer[0]);
    const area = (ring: number[][]) =>
      ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0);
    expect(area(outer)).toBeGreaterThan(0);
    expect(area(hole)).toBeLessThan(0);
    expect(String(outer[0][0]).split('.')[1]?.length).toBeLessThanOrEqual(7);
  });

  it('holds a placed model as the block around it, in NAP', () => {
    const block = JSON.parse(drawingToGeoJson(withModel, about)).features.at(-1);
    expect(block.properties).toMatchObject({ name: 'boot.glb', lower: -4, upper: 2, reference: 'nap', roof: 'flat' });
  });
});

describe('a drawing as CityJSON', () => {
  const grounds = { [drawing.volumes[2]?.id ?? '']: -4 };
  const city = JSON.parse(drawingToCityJson(withModel, grounds, about));
  const solids = walkedSolids(city);

  it('is CityJSON 2.0 in RD and NAP, in millimetres, with an extent', () => {
    expect(city).toMatchObject({
      type: 'CityJSON',
      version: '2.0',
      transform: { scale: [0.001, 0.001, 0.001] },
      metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' },
    });
    expect(city.vertices.flat().every(Number.isInteger)).toBe(true);
    expect(city.metadata.geographicalExtent.slice(0, 3)).toEqual([147000, 507996.268, -4]);
    expect(solids).toHaveLength(5);
  });

  it('has closed shells that face out and hold what they should', () => {
    expect(solids.map(({ openEdges }) => openEdges)).toEqual([0, 0, 0, 0, 0]);
    const found = solids.map(({ volume }) => volume);
    expect(found[0]).toBeCloseTo(200 * 8 + 200 * 2, 1);
    expect(found[1]).toBeCloseTo((1600 - 400) * 10, 1);
    expect(found[2]).toBeCloseTo(500 * 6.5, 1);
    expect(found[4]).toBeCloseTo(8 * 4 * 6, 0);
  });

  it('joins triangles to whole walls, roofs and floors', () => {
    expect(solids[0]?.surfaces).toEqual({ GroundSurface: 1, WallSurface: 4, RoofSurface: 2 });
    expect(solids[1]?.surfaces).toEqual({ GroundSurface: 1, WallSurface: 8, RoofSurface: 1 });
    expect(solids[2]?.surfaces).toEqual({ GroundSurface: 1, WallSurface: 6, RoofSurface: 1 });
    expect(solids[3]?.surfaces).toEqual({ GroundSurface: 1, WallSurface: 4, RoofSurface: 4 });
  });

  it('comes back as buildings of the same size, place and height', () => {
    const back = readImport('tekening.city.json', new TextEncoder().encode(JSON.stringify(city)));
    if ('problem' in back || back.value.kind !== 'buildings') throw new Error(JSON.stringify(back));
    const { buildings } = back.value;
    const again = buildings.reduce((before, thing) => addPlaced(before, thing).drawing, startDrawing(0));
    const [first, before] = [
      drawingToModel(again, {}, () => undefined),
      drawingToModel(drawing, grounds, () => undefined),
    ];
    for (const [i, solid] of (before?.solids ?? []).entries()) {
      const found = first?.solids[i];
      expect(found).toMatchObject({ lowerNap: solid.lowerNap, upperNap: solid.upperNap });
      const outer = (model: typeof first, ring: readonly number[] = []) =>
        listCorners(ring).map(([x, y]) => [x + (model?.origin[0] ?? 0), y + (model?.origin[1] ?? 0)].map(Math.round));
      expect(outer(first, found?.footprint[0]).sort()).toEqual(outer(before, solid.footprint[0]).sort());
    }
    expect(first?.solids[0]).toMatchObject({ name: 'Kade 1', use: 'wonen', dwellings: 12 });
    // Saved once more, it is the same building.
    const twice = walkedSolids(JSON.parse(drawingToCityJson(again, {}, about)));
    expect(twice.map(({ openEdges, surfaces }) => [openEdges, surfaces])).toEqual(
      solids.map(({ openEdges, surfaces }) => [openEdges, surfaces]),
    );
    for (const [i, { volume }] of twice.entries()) expect(volume).toBeCloseTo(solids[i]?.volume ?? 0, 1);
  });

  it('says what is drawn and what is only a block', () => {
    const [first, , , , block] = Object.values(city.CityObjects) as {
      attributes: object;
      geometry: { lod: string }[];
    }[];
    expect(first?.attributes).toMatchObject({
      naam: 'Kade 1',
      woningen: 12,
      peil_nap: -3.2,
      bovenkant_nap: 8.8,
    });
    expect([first?.geometry[0]?.lod, block?.geometry[0]?.lod]).toEqual(['2.2', '1.2']);
  });
});
