import { Cartesian3, Math as CesiumMath, Event, type Model, PerspectiveFrustum, PrimitiveCollection } from 'cesium';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ClaimConflict } from '../../src/model/claim.ts';
import { type ClaimChoice, initialClaimChoice } from '../../src/model/claim-choice.ts';
import type { ClaimTown } from '../../src/model/claim-town.ts';
import { createClaims } from '../../src/scene/claims.ts';
import { rdToCartesian } from '../../src/scene/frames.ts';
import { makeClaim, makeTown, square } from '../fixtures/claim-scene.ts';

const town = makeTown([
  [makeClaim('home'), [-4, 9]],
  [makeClaim('cellar', { parts: [[square(147005, 508005, 20)]] }), [-8, -3]],
]);
const conflict: ClaimConflict = {
  a: 'home',
  b: 'cellar',
  areaM2: 225,
  heightRange: [-4, -3],
  period: {},
  kind: 'excludes',
  reason: { id: 'matrix' },
  parts: [[square(147005, 508005, 15)]],
};

const conflicts = [conflict];

function createStage() {
  const stage = {
    primitives: new PrimitiveCollection(),
    canvas: { clientWidth: 800, clientHeight: 500 },
    drawingBufferHeight: 500,
    camera: {
      frustum: new PerspectiveFrustum({ fov: 1, aspectRatio: 1.6 }),
      positionWC: rdToCartesian({ x: 147000, y: 507900, nap: 50 }),
      directionWC: new Cartesian3(0, 0, -1),
      positionCartographic: { height: 90 },
      heading: 0,
      pitch: CesiumMath.toRadians(-30),
      getPickRay: () => undefined,
    },
    globe: { maximumScreenSpaceError: 2, getHeight: () => 38 },
    preUpdate: new Event(),
    requestRender() {},
  };
  const errors: unknown[] = [];
  const layer = createClaims(stage as unknown as Parameters<typeof createClaims>[0], (error) => errors.push(error));
  return { stage, layer, errors };
}

const view = (choice: Partial<ClaimChoice> = {}, known: ClaimTown | undefined = town, isShown = true) => ({
  layer: { visible: isShown, opacity: 1 },
  town: known,
  conflicts,
  choice: { ...initialClaimChoice, ...choice },
  hovered: undefined,
  here: undefined,
});
const count = ({ primitives }: { primitives: PrimitiveCollection }) => primitives.length;
const list = ({ primitives }: { primitives: PrimitiveCollection }) =>
  Array.from({ length: primitives.length }, (_, i) => primitives.get(i) as Model);

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('claims in the picture', () => {
  // Cesium's materials ask whether a value is one of these, also where there are none.
  beforeAll(() => {
    for (const name of ['HTMLCanvasElement', 'HTMLImageElement', 'ImageBitmap', 'OffscreenCanvas'])
      vi.stubGlobal(name, class {});
  });
  afterAll(() => void vi.unstubAllGlobals());

  it('draws two meshes for all claims and two for all overlaps, and keeps them when a slider moves', async () => {
    const { stage, layer, errors } = createStage();
    layer.update(view());
    await until(() => count(stage) === 4);
    const before = list(stage);
    layer.update(view({ lowNap: -2, highNap: 20, year: 2030, hiddenThemes: ['water'] }));
    stage.preUpdate.raiseEvent();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(list(stage)).toEqual(before);
    expect(before).toHaveLength(4);
    expect(errors).toEqual([]);
    layer.destroy();
  });

  it('opens the ground where what is chosen lies under it, and closes it again', async () => {
    const { stage, layer } = createStage();
    layer.update(view({ selected: ['cellar'] }));
    await until(() => count(stage) === 4);
    stage.preUpdate.raiseEvent();
    expect(count(stage)).toBe(5);
    expect(layer.read()?.window).toMatchObject({ x: 147015, y: 508015 });
    const pit = list(stage).at(-1);
    expect(pit?.show).toBe(true);
    layer.update(view());
    stage.preUpdate.raiseEvent();
    expect(pit?.show).toBe(false);
    expect(layer.read()?.window).toBeUndefined();
    layer.destroy();
    expect(count(stage)).toBe(0);
  });

  it('is not drawn while its overlay is hidden, nor named then', async () => {
    const { stage, layer } = createStage();
    layer.update(view());
    await until(() => count(stage) === 4);
    layer.update(view({}, town, false));
    expect(list(stage).some(({ show }) => show)).toBe(false);
    expect(layer.read()).toBeUndefined();
    layer.update({ ...view(), town: undefined, conflicts: [] });
    expect(count(stage)).toBe(0);
    layer.destroy();
  });

  it('leaves nothing behind when destroyed, also while claims are still coming', async () => {
    const { stage, layer } = createStage();
    layer.update(view());
    layer.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(count(stage)).toBe(0);
    expect(stage.preUpdate.numberOfListeners).toBe(0);
  });

  it('draws the newer town when it comes while the older one is still coming', async () => {
    const { stage, layer } = createStage();
    layer.update(view());
    const newer = makeTown([[makeClaim('home'), [0, 3]]]);
    layer.update({ ...view({}, newer), conflicts: [] });
    await until(() => count(stage) === 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(count(stage)).toBe(2);
    expect(layer.read()?.shapes).toHaveLength(1);
    layer.destroy();
  });
});
