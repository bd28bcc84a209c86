import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LENS, type OutlookRequest } from '../../src/model/outlook.ts';
import type { PlanModel } from '../../src/model/plan-model.ts';
import { writeCog } from '../../src/pipeline/cog.ts';
import { makeBuildingTiles } from '../../src/pipeline/tiles.ts';
import { joinBuildings } from '../../src/workers/building-mesh.ts';
import { answerOutlook } from '../../src/workers/compute-outlook.ts';
import { readBuildings } from '../../src/workers/read-buildings.ts';
import { boxSoup } from '../engines/box-soup.ts';
import { blockGlb } from '../fixtures/block-glb.ts';
import { makeGrid } from '../fixtures/height-files.ts';
import { createWorkFolder, sampleHeader, sampleHouse, sampleSequence } from '../pipeline/tiles/sample-city.ts';
import { type ByteServer, serveBytes } from '../scene/serve-bytes.ts';

/** Rows of 40 houses of 5 × 10 m, 7 m apart, rows 25 m apart; the last row has 20. */
const HOUSES = 1300;
/** In the last row: nothing stands north of it. */
const NORTHERN = 1285;
const GROUND = -4;

/** A block in the frame of a plan that lies where the test says. */
function planOf(x: number, y: number, removed: string[] = []): PlanModel {
  const { positions, indices } = boxSoup([{ x: 0, y: 10, width: 20, depth: 20, low: GROUND, high: 11 }], 3);
  return {
    schema: 1,
    origin: [x, y, 0],
    solids: [
      {
        id: 'block',
        footprint: [],
        lowerNap: GROUND,
        upperNap: 11,
        positions: [...positions],
        indices: [...indices],
        parts: [],
      },
    ],
    ground: [],
    cut: [],
    removed,
    trees: [],
    models: [],
    precisionM: 1,
  };
}

describe('the view from a window in a street of tiles', () => {
  const work = createWorkFolder();
  let server: ByteServer;
  let request: OutlookRequest;

  beforeAll(async () => {
    await makeBuildingTiles([work.write('street.city.jsonl', sampleSequence(HOUSES))], work.out, { threads: 1 });
    // Half as large as the block and, before it is turned a quarter clockwise, west of its place instead of north.
    const block = blockGlb({ x: -5, y: 0, width: 10, depth: 10, low: 0, high: 7.5 });
    const heights = join(work.folder, 'heights.tif');
    await writeCog(
      heights,
      makeGrid([145500, 506500, 147000, 508500], 1, () => GROUND),
    );
    const tiles = readdirSync(join(work.out, 'tiles')).map((name) => `tiles/${name}`);
    server = await serveBytes(
      Object.fromEntries([
        ['/heights.tif', readFileSync(heights)],
        ['/models/block.glb', block],
        ...['tileset.json', ...tiles].map((name) => [`/${name}`, readFileSync(join(work.out, name))]),
      ]),
    );
    const house = { x: 146037.5, y: 507805, building: sampleHouse(NORTHERN).id, ground: undefined };
    request = {
      house,
      floor: 0,
      target: { x: house.x, y: 507900 },
      reach: 600,
      tilesets: [{ url: `${server.url}/tileset.json`, isNap: false }],
      heights: `${server.url}/heights.tif`,
      variants: [{ id: 'block', model: planOf(house.x, 507870), base: server.url }],
    };
  });
  afterAll(async () => {
    await server.close();
    work.destroy();
  });

  it('reads every building back to its place in RD and NAP within 2 cm', async () => {
    const origin = { x: 146100, y: 507400 };
    const buildings = await readBuildings({ url: `${server.url}/tileset.json`, isNap: false, isWanted: () => true });
    const mesh = joinBuildings(buildings, origin, () => true);
    expect([...mesh.ids].sort()).toEqual(Array.from({ length: HOUSES }, (_, i) => sampleHouse(i).id));
    expect(mesh.indices.length / 3).toBe(HOUSES * (2 + 2 + 2 + 3 + 3 + 2 + 2));
    const { translate } = sampleHeader.transform;
    const corners = mesh.ids.map((id) =>
      sampleHouse(Number(id.slice(-6))).vertices.map(([x = 0, y = 0, z = 0]) => [
        x / 1000 + (translate[0] as number) - origin.x,
        y / 1000 + (translate[1] as number) - origin.y,
        z / 1000,
      ]),
    );
    let worst = 0;
    mesh.indices.forEach((corner, i) => {
      const place = mesh.positions.subarray(3 * corner, 3 * corner + 3);
      const house = corners[mesh.owners[Math.floor(i / 3)] as number] ?? [];
      const errors = house.map((point) => Math.hypot(...point.map((n, k) => n - (place[k] as number))));
      worst = Math.max(worst, Math.min(...errors));
    });
    console.log(`furthest vertex: ${(1000 * worst).toFixed(1)} mm off`);
    expect(worst).toBeLessThan(0.02);
  });

  it('stands before the northern gable and sees of a block 60 m off what the formula says', async () => {
    const { eye, ground, window, today, variants } = await answerOutlook(request);
    expect(window).toBe('straight');
    expect(eye.x).toBeCloseTo(146037.5, 1);
    expect(eye.y).toBeCloseTo(507810.1, 1);
    expect(ground).toBeCloseTo(GROUND, 2);
    expect(eye.nap).toBeCloseTo(GROUND + 1.5, 2);
    expect(Math.cos((eye.headingDegrees * Math.PI) / 180)).toBeCloseTo(1, 6);
    expect(today.shares).toMatchObject({ existing: 0, new: 0 });
    const distance = 507870 - 507810.1;
    const expected = ((20 / distance) * (15 / distance)) / (4 * LENS.halfWidth * LENS.halfHeight);
    const figure = variants[0]?.figure;
    console.log(`block: ${(100 * (figure?.shares.new ?? 0)).toFixed(2)} %, formula ${(100 * expected).toFixed(2)} %`);
    expect(Math.abs((figure?.shares.new ?? 0) - expected)).toBeLessThan((figure?.sampling.new ?? 0) + 0.001);
    expect(today.shares.sky - (figure?.shares.sky ?? 0)).toBeCloseTo(figure?.hides.sky ?? 0, 12);
  });

  it('looks south through what a variant takes away', async () => {
    const south = { x: request.house.x, y: 507700 };
    const row = Array.from({ length: 40 }, (_, i) => sampleHouse(NORTHERN - 5 - 40 + i).id);
    const { today, variants } = await answerOutlook({
      ...request,
      target: south,
      variants: [
        { id: 'kept', model: planOf(south.x, 507300), base: server.url },
        { id: 'gone', model: planOf(south.x, 507300, row), base: server.url },
        { id: 'own', model: planOf(south.x, 507300, [request.house.building as string]), base: server.url },
      ],
    });
    const [kept, gone, own] = variants;
    expect(today.shares.existing).toBeGreaterThan(0.2);
    expect(kept?.figure.shares.existing).toBe(today.shares.existing);
    expect(gone?.figure.shares.existing).toBeLessThan(today.shares.existing - 0.05);
    expect([kept, gone, own].map((variant) => variant?.isHouseGone)).toEqual([false, false, true]);
  });

  it('sees a placed glb like the same block drawn, and leaves out a variant whose glb is lost', async () => {
    const { x } = request.house;
    const place = { position: [x, 507870] as [number, number], nap: GROUND, rotationDegrees: 90, scale: 2 };
    const withModel = (url: string) => ({ ...planOf(x, 507870), solids: [], models: [{ ...place, url }] });
    const { variants } = await answerOutlook({
      ...request,
      variants: [
        ...request.variants,
        { id: 'glb', model: withModel('block.glb'), base: `${server.url}/models/plan.json` },
        { id: 'lost', model: withModel('none.glb'), base: `${server.url}/models/plan.json` },
      ],
    });
    expect(variants.map(({ id }) => id)).toEqual(['block', 'glb']);
    expect(variants[1]?.figure).toEqual(variants[0]?.figure);
  });

  it('takes the building that stands at the address where the register names none', async () => {
    const known = await answerOutlook(request);
    const unknown = await answerOutlook({ ...request, house: { ...request.house, building: undefined } });
    expect(unknown).toEqual(known);
    const field = await answerOutlook({ ...request, house: { ...request.house, building: undefined, y: 507860 } });
    expect(field.window).toBe('point');
  });

  it('says why there is no such view', async () => {
    await expect(answerOutlook({ ...request, floor: 5 })).rejects.toThrow('no-window');
    await expect(answerOutlook({ ...request, tilesets: [] })).rejects.toThrow('no-buildings');
    const lost = { ...request, tilesets: [{ url: `${server.url}/none.json`, isNap: false }] };
    await expect(answerOutlook(lost)).rejects.toThrow(/none\.json: the server answers 404/);
  });

  it('gives the same answer and mark for the same question, another mark for another', async () => {
    const [once, again] = [await answerOutlook(request), await answerOutlook(request)];
    expect(again).toEqual(once);
    expect((await answerOutlook({ ...request, floor: 1 })).hash).not.toBe(once.hash);
  });
});
