import { Cesium3DTileset, PrimitiveCollection } from 'cesium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBuildings } from '../../src/scene/buildings.ts';
import { createDaylight } from '../../src/scene/daylight.ts';
import type { OnError } from '../../src/scene/scene-layer.ts';
import type { TilesetScene } from '../../src/scene/tileset.ts';
import { createTrees } from '../../src/scene/trees.ts';
import { type ByteServer, serveBytes } from './serve-bytes.ts';

const tileset = JSON.stringify({
  asset: { version: '1.1' },
  geometricError: 100,
  root: { boundingVolume: { sphere: [3900000, 350000, 5020000, 1000] }, geometricError: 0, refine: 'REPLACE' },
});

const view = { visible: true, opacity: 1 };
const layers = {
  buildings: (scene: TilesetScene, url: string, onError: OnError) => {
    const layer = createBuildings(scene, url, {}, createDaylight(), () => {}, onError);
    layer.update({ layer: { visible: false, opacity: 0.5 }, selected: 'a', hovered: undefined, marks: undefined });
    return layer;
  },
  trees: (scene: TilesetScene, url: string, onError: OnError) => {
    const layer = createTrees(scene, url, {}, createDaylight(), onError);
    layer.update({ ...view, visible: false });
    return layer;
  },
};

function createTilesetScene() {
  let requests = 0;
  const scene = {
    primitives: new PrimitiveCollection(),
    requestRender() {
      requests++;
    },
  };
  return { scene, requests: () => requests };
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe.each(Object.entries(layers))('%s', (_name, create) => {
  let server: ByteServer;
  beforeAll(async () => {
    server = await serveBytes({ '/tileset.json': tileset, '/broken.json': '{"asset":{"version":"7.0"}}' }, 30);
  });
  afterAll(() => server.close());

  it('come into the scene as the view wants them, and leave nothing behind when destroyed', async () => {
    const { scene, requests } = createTilesetScene();
    const errors: unknown[] = [];
    const layer = create(scene, `${server.url}/tileset.json`, (error) => errors.push(error));
    await until(() => scene.primitives.length > 0);
    const primitive: unknown = scene.primitives.get(0);
    expect(primitive).toBeInstanceOf(Cesium3DTileset);
    expect((primitive as Cesium3DTileset).show).toBe(false);
    expect((primitive as Cesium3DTileset).customShader).toBeDefined();
    expect(requests()).toBeGreaterThan(0);
    layer.destroy();
    expect(scene.primitives.length).toBe(0);
    expect((primitive as Cesium3DTileset).isDestroyed()).toBe(true);
    expect(errors).toEqual([]);
  });

  it('leave nothing behind when destroyed while loading', async () => {
    const { scene } = createTilesetScene();
    const errors: unknown[] = [];
    create(scene, `${server.url}/tileset.json`, (error) => errors.push(error)).destroy();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(scene.primitives.length).toBe(0);
    expect(errors).toEqual([]);
  });

  it('say what is wrong with a tileset that is missing or broken', async () => {
    for (const name of ['missing.json', 'broken.json']) {
      const { scene } = createTilesetScene();
      const errors: unknown[] = [];
      const layer = create(scene, `${server.url}/${name}`, (error) => errors.push(error));
      await until(() => errors.length > 0);
      expect(errors).toHaveLength(1);
      expect(scene.primitives.length).toBe(0);
      layer.destroy();
    }
  });
});
