import { EllipsoidTerrainProvider, ImageryLayerCollection, Rectangle, type TerrainProvider } from 'cesium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMap } from '../../src/scene/map.ts';
import { createTerrain } from '../../src/scene/terrain.ts';
import { type ByteServer, serveBytes } from './serve-bytes.ts';

const layerJson = JSON.stringify({
  tilejson: '2.1.0',
  format: 'quantized-mesh-1.0',
  version: '1.0.0',
  scheme: 'tms',
  projection: 'EPSG:4326',
  extensions: ['octvertexnormals'],
  tiles: ['{z}/{x}/{y}.terrain'],
  available: [[{ startX: 0, startY: 0, endX: 1, endY: 0 }]],
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('terrain', () => {
  let server: ByteServer;
  beforeAll(async () => {
    server = await serveBytes({ '/terrain/layer.json': layerJson }, 30);
  });
  afterAll(() => server.close());

  function createGround() {
    const ellipsoid: TerrainProvider = new EllipsoidTerrainProvider();
    return { terrainProvider: ellipsoid };
  }

  it('replaces the bare ellipsoid when it has come, and puts it back when destroyed', async () => {
    const ground = createGround();
    const errors: unknown[] = [];
    const terrain = createTerrain(ground, `${server.url}/terrain/layer.json`, (error) => errors.push(error));
    for (let i = 0; i < 100 && ground.terrainProvider instanceof EllipsoidTerrainProvider; i++) await pause(10);
    expect(ground.terrainProvider.hasVertexNormals).toBe(true);
    terrain.destroy();
    expect(ground.terrainProvider).toBeInstanceOf(EllipsoidTerrainProvider);
    expect(errors).toEqual([]);
  });

  it('leaves the globe alone when destroyed while loading', async () => {
    const ground = createGround();
    const before = ground.terrainProvider;
    createTerrain(ground, `${server.url}/terrain/`, () => {}).destroy();
    await pause(150);
    expect(ground.terrainProvider).toBe(before);
  });

  it('tells when it is missing, and leaves the bare ellipsoid', async () => {
    const ground = createGround();
    const errors: unknown[] = [];
    createTerrain(ground, `${server.url}/nowhere/`, (error) => errors.push(error));
    for (let i = 0; i < 100 && errors.length === 0; i++) await pause(10);
    expect(errors).toHaveLength(1);
    expect(ground.terrainProvider).toBeInstanceOf(EllipsoidTerrainProvider);
  });
});

describe('the map', () => {
  const tiles = {
    url: 'map/{z}/{x}/{y}.png',
    minimumLevel: 8,
    maximumLevel: 18,
    tileSize: 512,
    detail: undefined,
    rectangle: Rectangle.fromDegrees(5, 52, 5.2, 52.2),
  };

  it('follows its view and leaves nothing behind when destroyed', () => {
    const imageryLayers = new ImageryLayerCollection();
    const map = createMap({ imageryLayers, requestRender() {} }, tiles, () => {});
    map.update({ visible: false, opacity: 0.25 });
    expect(imageryLayers.get(0)).toMatchObject({ show: false, alpha: 0.25 });
    map.destroy();
    expect(imageryLayers.length).toBe(0);
  });
});
