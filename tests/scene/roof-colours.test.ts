import { type Cesium3DTileset, PrimitiveCollection } from 'cesium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roofTones } from '../../src/model/roof-tones.ts';
import { type Buildings, createBuildings, type RoofPaint } from '../../src/scene/buildings.ts';
import { createDaylight } from '../../src/scene/daylight.ts';
import { type ByteServer, serveBytes } from './serve-bytes.ts';

const tileset = JSON.stringify({
  asset: { version: '1.1' },
  geometricError: 100,
  root: { boundingVolume: { sphere: [3900000, 350000, 5020000, 1000] }, geometricError: 0, refine: 'REPLACE' },
});

/** What CesiumJS found in the text of a shader, and what waits for the graphics card. */
interface Read {
  readonly usedVariablesFragment: { readonly attributeSet: object; readonly metadataSet: object };
  readonly uniforms: Readonly<Record<string, { readonly value: unknown }>>;
  readonly fragmentShaderText: string;
  readonly _textureManager: {
    readonly _loadedImages: readonly {
      readonly id: string;
      readonly textureUniform: { readonly typedArray: Uint8Array; readonly width: number; readonly height: number };
    }[];
  };
}

describe('colours of roofs', () => {
  let server: ByteServer;
  let layer: Buildings;
  let shader: Read;
  beforeAll(async () => {
    server = await serveBytes({ '/tileset.json': tileset }, 0);
    const scene = { primitives: new PrimitiveCollection(), requestRender() {} };
    layer = createBuildings(
      scene,
      `${server.url}/tileset.json`,
      {},
      createDaylight(),
      () => {},
      (error) => {
        throw error;
      },
    );
    for (let i = 0; i < 200 && scene.primitives.length === 0; i++) await new Promise((done) => setTimeout(done, 10));
    shader = (scene.primitives.get(0) as Cesium3DTileset).customShader as unknown as Read;
  });
  afterAll(() => {
    layer.destroy();
    server.close();
  });
  const uniformOf = (name: string) => shader.uniforms[name]?.value;
  const lastTable = () =>
    shader._textureManager._loadedImages.filter(({ id }) => id === 'u_roofs').at(-1)?.textureUniform;
  const paint = (today: number[], plan = today): RoofPaint => ({
    today: Uint8Array.from(today),
    plan: Uint8Array.from(plan),
    hasLines: true,
    opacity: 0.8,
  });

  it('are read by a shader that asks tiles for nothing that those of others lack', () => {
    // CesiumJS fills in a texture coordinate that is missing; without another attribute or metadata it would drop the shader.
    expect(shader.usedVariablesFragment.attributeSet).toHaveProperty('texCoord_2');
    expect(shader.usedVariablesFragment.metadataSet).toEqual({});
    expect(shader.fragmentShaderText).toContain(`ROOF_TONES[${roofTones.length}]`);
  });

  it('are off until they are set, and off again without', () => {
    expect([uniformOf('u_sun'), uniformOf('u_sunPlan')]).toEqual([0, 1]);
    layer.setRoofs(paint([1, 2, 3]));
    expect([uniformOf('u_sun'), uniformOf('u_sunLines')]).toEqual([0.8, 1]);
    layer.setRoofs(undefined);
    expect([uniformOf('u_sun'), uniformOf('u_sunLines')]).toEqual([0, 0]);
  });

  it('lie in a table by plane, today beside the plan, and are sent only when they change', () => {
    const first = paint(
      Array.from({ length: 1500 }, (_, row) => row % 11),
      Array.from({ length: 1500 }, () => 7),
    );
    layer.setRoofs(first);
    const sent = lastTable();
    expect([sent?.width, sent?.height]).toEqual([1024, 2]);
    expect([...(sent?.typedArray.subarray(4 * 1499, 4 * 1500) ?? [])]).toEqual([1499 % 11, 7, 0, 0]);
    layer.setRoofs({ ...first, opacity: 0.5 });
    expect(lastTable()).toBe(sent);
    expect(uniformOf('u_sun')).toBe(0.5);
  });

  it('are those of today on its half of a comparison', () => {
    layer.setToday(true);
    expect(uniformOf('u_sunPlan')).toBe(0);
    layer.setToday(false);
    expect(uniformOf('u_sunPlan')).toBe(1);
  });
});
