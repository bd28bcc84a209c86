import * as cesium from 'cesium';
import { Cartesian3, type ClippingPolygonCollection, Matrix4, type Model, PrimitiveCollection } from 'cesium';
import { validateBytes } from 'gltf-validator';
import { describe, expect, it } from 'vitest';
import { type GroundPiece, groundSurfaces } from '../../src/model/plan-model.ts';
import { createDaylight } from '../../src/scene/daylight.ts';
import { cartesianToRd, rdFrame } from '../../src/scene/frames.ts';
import { writeGlb } from '../../src/scene/glb.ts';
import { CUT_CODE, meshGround, meshSolids, STEPS } from '../../src/scene/plan-mesh.ts';
import { planBuildingGlsl, planGroundGlsl, planTreeGlsl } from '../../src/scene/plan-shader.ts';
import { createProposal, type MakesRoom } from '../../src/scene/proposal.ts';
import { makeBox, makePlanModel } from './plan-box.ts';

const tints = [[0.9, 0.8, 0.7]] as const;

function createProposalScene() {
  const cleared: (readonly [number, number])[] = [];
  const maker: MakesRoom = { clear: (removed, rings) => cleared.push([removed.size, rings.length]) };
  const scene = {
    primitives: new PrimitiveCollection(),
    groundPrimitives: new PrimitiveCollection(),
    globe: { clippingPolygons: undefined as unknown as ClippingPolygonCollection },
    requestRender() {},
  };
  const errors: unknown[] = [];
  const proposal = createProposal(
    scene,
    createDaylight(),
    () => [maker],
    (error) => errors.push(error),
  );
  return { scene, cleared, errors, proposal };
}

const listModels = ({ primitives }: { primitives: PrimitiveCollection }) =>
  Array.from({ length: primitives.length }, (_, i) => primitives.get(i) as Model);

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('a proposal', () => {
  it('draws the chosen variant, keeps the others hidden, and clears what it replaces', async () => {
    const { scene, cleared, errors, proposal } = createProposalScene();
    const [a, b] = [makePlanModel(), makePlanModel({ removed: ['x', 'y'], cut: [] })];
    proposal.update({ shown: [a], known: [a, b] });
    await until(() => scene.primitives.length === 4);
    expect(listModels(scene).filter((model) => model.show)).toHaveLength(2);
    expect(scene.globe.clippingPolygons.length).toBe(1);
    expect(scene.globe.clippingPolygons.enabled).toBe(true);
    expect(cleared.at(-1)).toEqual([1, 1]);

    proposal.update({ shown: [b], known: [a, b] });
    expect(listModels(scene).filter((model) => model.show)).toHaveLength(2);
    expect(scene.globe.clippingPolygons.enabled).toBe(false);
    expect(cleared.at(-1)).toEqual([2, 0]);

    // As the comparison draws today: everything of the plan is away, and back.
    proposal.setDrawn(false);
    expect(listModels(scene).filter((model) => model.show)).toHaveLength(0);
    expect(cleared.at(-1)).toEqual([0, 0]);
    proposal.setDrawn(true);
    expect(cleared.at(-1)).toEqual([2, 0]);

    proposal.update({ shown: [], known: [] });
    expect(scene.primitives.length).toBe(0);
    expect(errors).toEqual([]);
  });

  it('keeps showing a drawing until the changed one can be drawn, however fast changes follow', async () => {
    const { scene, proposal } = createProposalScene();
    const [first, second, third] = [makePlanModel(), makePlanModel(), makePlanModel()];
    proposal.update({ shown: [first], known: [] });
    await until(() => scene.primitives.length === 2);
    const old = listModels(scene);
    for (const model of old) model.readyEvent.raiseEvent(model);
    proposal.update({ shown: [second], known: [] });
    proposal.update({ shown: [third], known: [] });
    await until(() => scene.primitives.length === 4);
    expect(old.map((model) => !model.isDestroyed() && model.show)).toEqual([true, true]);
    const coming = listModels(scene).filter((model) => !old.includes(model));
    expect(coming).toHaveLength(2);
    for (const model of coming) model.readyEvent.raiseEvent(model);
    expect(listModels(scene)).toEqual(coming);
    expect(old.every((model) => model.isDestroyed())).toBe(true);
    proposal.update({ shown: [], known: [] });
    expect(scene.primitives.length).toBe(0);
  });

  it('leaves nothing behind when destroyed after loading', async () => {
    const { scene, cleared, proposal } = createProposalScene();
    const plan = makePlanModel();
    proposal.update({ shown: [plan], known: [plan] });
    await until(() => scene.primitives.length === 2);
    const [model] = listModels(scene);
    proposal.destroy();
    expect(scene.primitives.length).toBe(0);
    expect(model?.isDestroyed()).toBe(true);
    expect(scene.globe.clippingPolygons.enabled).toBe(false);
    expect(cleared.at(-1)).toEqual([0, 0]);
  });

  it('leaves nothing behind when destroyed while loading', async () => {
    const { scene, errors, proposal } = createProposalScene();
    const plan = makePlanModel();
    proposal.update({ shown: [plan], known: [plan] });
    proposal.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([scene.primitives.length, errors]).toEqual([0, []]);
  });
});

describe('the mesh of a plan', () => {
  it('is valid glTF', async () => {
    for (const mesh of [
      meshSolids(makePlanModel().solids, tints, tints, () => 3),
      meshGround(makePlanModel().ground, 0),
    ]) {
      const { issues } = await validateBytes(writeGlb(mesh, 1 / STEPS));
      expect(issues.messages.filter(({ severity }) => severity < 2)).toEqual([]);
    }
  });

  it('tells what is cut its depth under the ground of today and its height', () => {
    // From −4 m up to a slope that rises from −4 to −1 m over 9 m, in a frame whose zero lies at 2 m NAP.
    const cut: GroundPiece = {
      id: 'cut',
      surface: 'bare',
      area: 0,
      isCut: true,
      positions: [0, 0, -4, 9, 0, -4, 9, 0, -1],
      indices: [0, 1, 2],
    };
    const flat: GroundPiece = { ...cut, id: 'flat', isCut: false };
    const mesh = meshGround([cut, flat], 2);
    const [codes, places] = ['COLOR_0', 'TEXCOORD_0'].map((name) => [
      ...(mesh[name] as { values: Float32Array }).values,
    ]);
    expect(places).toEqual([0, -2, 3, -2, 0, 1, 0, 0, 0, 0, 0, 0]);
    const kinds = codes.filter((_, i) => i % 4 === 3).map((code) => code * 16);
    expect(kinds).toEqual([...[15, 15, 15], ...[7, 7, 7]]);
    expect(groundSurfaces.length).toBeLessThanOrEqual(CUT_CODE);
  });

  it.each(Object.entries({ planBuildingGlsl, planGroundGlsl, planTreeGlsl }))(
    'is drawn by a shader that CesiumJS can read: %s',
    (_, glsl) => {
      // It counts the lines of doc comments before it compiles anything, and fails on those of one line.
      const { ShaderSource } = cesium as unknown as {
        ShaderSource: new (options: object) => { createCombinedFragmentShader(context: object): string };
      };
      const source = new ShaderSource({ sources: [glsl] });
      expect(source.createCombinedFragmentShader({ webgl2: true })).toContain('fragmentMain');
    },
  );

  it('tells every wall its place, foot, eaves and width', () => {
    const mesh = meshSolids([makeBox('b', 0, 0, 10, 12, 9)], tints, tints, () => 0);
    const levels = mesh['TEXCOORD_0']?.values as Float32Array;
    const along = mesh['TEXCOORD_1']?.values as Float32Array;
    // Four walls of two triangles come first.
    for (let vertex = 0; vertex < 24; vertex++) {
      expect([levels[vertex * 2], levels[vertex * 2 + 1]]).toEqual([0, 9 * STEPS]);
      const width = Math.floor((along[vertex * 2 + 1] as number) / 2) * 2;
      expect([10 * STEPS, 12 * STEPS]).toContain(width);
      expect([0, width]).toContain(along[vertex * 2]);
    }
  });

  it('tells every vertex of which building it is', () => {
    const boxes = [makeBox('a', 0, 0, 10, 12, 9), makeBox('b', 20, 0, 10, 12, 9)];
    const mesh = meshSolids(boxes, tints, tints, ({ id }) => (id === 'a' ? 4 : 7));
    const numbers = [...(mesh['_SOLID']?.values ?? [])];
    const perBox = (mesh['POSITION']?.values.length ?? 0) / 3 / 2;
    expect(numbers).toEqual([...Array(perBox).fill(4), ...Array(perBox).fill(7)]);
  });

  it('stands where RD and NAP say, within a millimetre over 200 m', () => {
    const frame = rdFrame({ x: 147230, y: 507880, nap: -4 });
    for (const [x, y, z] of [
      [0, 0, 0],
      [200, 0, 0],
      [-140, 140, 30],
    ] as const) {
      const drawn = Matrix4.multiplyByPoint(frame, new Cartesian3(x, y, z), new Cartesian3());
      const place = cartesianToRd(drawn);
      expect(Math.hypot((place?.x ?? 0) - 147230 - x, (place?.y ?? 0) - 507880 - y)).toBeLessThan(0.002);
      // The earth curves away under a flat plan: 200 m from its middle by 3 mm.
      expect(Math.abs((place?.nap ?? 0) + 4 - z)).toBeLessThan(0.005);
    }
  });
});
