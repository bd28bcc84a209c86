import { Cartesian3, Event, type Model, PerspectiveFrustum, PrimitiveCollection } from 'cesium';
import { describe, expect, it } from 'vitest';
import { classesOf } from '../../src/model/flood-classes.ts';
import type { FloodPicture } from '../../src/model/flood-picture.ts';
import { createDaylight } from '../../src/scene/daylight.ts';
import { createFlood, type FloodDrawnView, readFloodEye } from '../../src/scene/flood.ts';
import { MESH_REACH, meshRings, WIDEST_STEP } from '../../src/scene/flood-mesh.ts';
import { rdToCartesian } from '../../src/scene/frames.ts';

const picture = (cellSize = 1, width = 8): FloodPicture => ({
  frame: { west: 147000, south: 508000, cellSize, width, height: width },
  bed: new Float32Array(width * width).fill(-4),
  datum: -4,
  water: new Uint16Array(2 * width * width),
  shore: new Uint8Array(2 * width * width),
  isTinted: false,
});

const view = (pictures: readonly FloodPicture[], today: readonly FloodPicture[] = []): FloodDrawnView => ({
  pictures,
  today,
  share: 0.5,
  isPlaying: false,
  classes: classesOf('deepest', 'street'),
  hasPattern: false,
  opacity: 1,
});

function createStage() {
  const eye = rdToCartesian({ x: 147004, y: 507900, nap: 60 });
  const target = rdToCartesian({ x: 147004, y: 508000, nap: -4 });
  const directionWC = Cartesian3.normalize(Cartesian3.subtract(target, eye, new Cartesian3()), new Cartesian3());
  const stage = {
    primitives: new PrimitiveCollection(),
    camera: { positionWC: eye, directionWC, frustum: new PerspectiveFrustum({ fov: 1, aspectRatio: 1.5 }) },
    globe: { maximumScreenSpaceError: 2, getHeight: () => undefined },
    preUpdate: new Event(),
    drawingBufferHeight: 800,
    requestRender() {},
  };
  const errors: unknown[] = [];
  const layer = createFlood(stage as unknown as Parameters<typeof createFlood>[0], createDaylight(), (error) =>
    errors.push(error),
  );
  return { stage, layer, errors };
}

const listModels = ({ primitives }: { primitives: PrimitiveCollection }) =>
  Array.from({ length: primitives.length }, (_, i) => primitives.get(i) as Model);

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('the flood layer', () => {
  it('draws a sheet for each picture, and new water without a new model', async () => {
    const { stage, layer, errors } = createStage();
    const [coarse, fine] = [picture(4), picture(1)];
    layer.update(view([coarse, fine]));
    await until(() => stage.primitives.length === 2);
    expect(errors).toEqual([]);
    const models = listModels(stage);
    expect(models.every(({ show }) => show)).toBe(true);
    layer.update(view([coarse, { ...fine, water: new Uint16Array(128) }]));
    expect(listModels(stage)).toEqual(models);
    layer.update(view([coarse]));
    expect(stage.primitives.length).toBe(1);
    layer.destroy();
  });

  it('shows today’s water in today’s half, and the plan’s in the other', async () => {
    const { stage, layer } = createStage();
    layer.update(view([picture()], [picture()]));
    await until(() => stage.primitives.length === 2);
    const shown = () => listModels(stage).map(({ show }) => show);
    const plan = shown();
    expect(plan.filter(Boolean)).toHaveLength(1);
    layer.setToday(true);
    expect(shown()).toEqual(plan.map((isShown) => !isShown));
    layer.setToday(false);
    expect(shown()).toEqual(plan);
    layer.destroy();
  });

  it('leaves nothing behind when destroyed after loading', async () => {
    const { stage, layer } = createStage();
    layer.update(view([picture()]));
    await until(() => stage.primitives.length === 1);
    layer.destroy();
    expect(stage.primitives.length).toBe(0);
    expect(stage.preUpdate.numberOfListeners).toBe(0);
  });

  it('leaves nothing behind when destroyed while loading', async () => {
    const { stage, layer, errors } = createStage();
    layer.update(view([picture()]));
    layer.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stage.primitives.length).toBe(0);
    expect(errors).toEqual([]);
  });

  it('puts the fine part of its mesh ahead of the eye, wider steps where the eye is high', () => {
    const { stage } = createStage();
    const eye = readFloodEye(stage as unknown as Parameters<typeof readFloodEye>[0]);
    expect(eye?.x).toBeCloseTo(147004, 0);
    expect(eye?.y).toBeGreaterThan(507910);
    expect(eye?.step).toBe(1);
    stage.camera.positionWC = rdToCartesian({ x: 147004, y: 507900, nap: 800 });
    expect(readFloodEye(stage as unknown as Parameters<typeof readFloodEye>[0])?.step).toBe(8);
  });
});

describe('the flood mesh', () => {
  it('is whole: each edge inside belongs to two triangles, all of them face up', () => {
    const { positions, indices } = meshRings();
    const edges = new Map<number, number>();
    let faceDown = 0;
    const count = positions.length / 3;
    for (let i = 0; i < indices.length; i += 3) {
      const corners = [0, 1, 2].map((k) => indices[i + k] as number);
      const [a, b, c] = corners.map((at) => [positions[at * 3] as number, positions[at * 3 + 2] as number]) as [
        [number, number],
        [number, number],
        [number, number],
      ];
      // Of x east and z south: counter-clockwise from above is clockwise in x, z.
      if ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) >= 0) faceDown++;
      for (let k = 0; k < 3; k++) {
        const [from, to] = [corners[k] as number, corners[(k + 1) % 3] as number];
        const key = Math.min(from, to) * count + Math.max(from, to);
        edges.set(key, (edges.get(key) ?? 0) + 1);
      }
    }
    expect(faceDown).toBe(0);
    let loose = 0;
    let crowded = 0;
    for (const [key, triangles] of edges) {
      if (triangles > 2) crowded++;
      if (triangles >= 2) continue;
      const ends = [Math.floor(key / count), key % count];
      const isOuter = ends.every((at) =>
        [positions[at * 3] as number, positions[at * 3 + 2] as number].some((value) => Math.abs(value) === MESH_REACH),
      );
      if (!isOuter) loose++;
    }
    expect([loose, crowded]).toEqual([0, 0]);
    expect(MESH_REACH % WIDEST_STEP).toBe(0);
  });
});
