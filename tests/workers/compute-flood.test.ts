import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFloodIndex } from '../../src/model/flood-index.ts';
import { compareWater } from '../../src/model/flood-measure-effect.ts';
import { ownStorm } from '../../src/model/storm-id.ts';
import { createFloodComputer, type FloodTask, type FloodTold, isStopped } from '../../src/workers/compute-flood.ts';
import { createFloodedHamlet, type FloodedHamlet } from '../fixtures/flooded-hamlet.ts';

let place: FloodedHamlet;
let task: FloodTask;
beforeAll(async () => {
  place = await createFloodedHamlet();
  const url = new URL('flood/index.json', place.url).href;
  const { files, waterDepth } = parseFloodIndex(await (await fetch(url)).json(), url);
  const whole = (path: string) => new URL(path, url).href;
  task = {
    storm: ownStorm(80, 30),
    extent: [146010, 506990, 146114, 507094],
    runs: [8, 4].map((cellSize) => ({ side: 'changed', cellSize })),
    change: undefined,
    thresholds: { threshold: 0.15, accuracy: 0.05 },
    seconds: 2700,
    every: 900,
    ground: { waterDepth, sewerMillimetresPerHour: 20 },
    site: {
      heights: whole(files.heights),
      ground: whole(files.ground),
      buildings: whole(files.buildings),
      water: whole(files.water),
    },
  };
});
afterAll(() => place.destroy());

describe('a storm of one’s own', () => {
  it('is told moment by moment, first on coarse cells and then on finer ones, and accounts for its water', async () => {
    const told: FloodTold[] = [];
    await createFloodComputer().compute(task, {}, (one) => told.push({ ...one, deepest: one.deepest.slice() }));
    expect(told.map(({ frame, seconds, end }) => [frame.cellSize, seconds.length, end !== undefined])).toEqual([
      [8, 1, false],
      [8, 2, false],
      [8, 3, false],
      [8, 3, true],
      [4, 1, false],
      [4, 2, false],
      [4, 3, false],
      [4, 3, true],
    ]);
    for (const { end, deepest } of told.filter((one) => one.end)) {
      expect(Math.abs(end?.balance.relativeError ?? 1)).toBeLessThan(1e-5);
      // In the hollow.
      expect(deepest.reduce((most, mm) => Math.max(most, mm), 0)).toBeGreaterThan(60);
    }
    const [first, second] = told;
    if (!first || !second) throw new Error('nothing was told');
    expect(second.deepest.every((mm, cell) => mm >= (first.deepest[cell] as number))).toBe(true);
  });

  it('fails with the address of a file that is not there', async () => {
    const gone = { ...task, site: { ...task.site, ground: `${place.url}flood/gone.tif` } };
    await expect(createFloodComputer().compute(gone, {}, () => {})).rejects.toThrow('gone.tif: the server answers 404');
  });

  it('is laid beside that of today where measures lie on the ground, and says what they do', async () => {
    const [west, south] = [146114 - 60, 506990 + 20];
    const wadi = {
      id: 'wadi-1',
      kind: 'wadi' as const,
      points: [west, south, west + 40, south, west + 40, south + 40, west, south + 40],
      figures: { depthM: 0.5 },
    };
    const ends = new Map<string, FloodTold>();
    const runs = (['changed', 'today'] as const).map((side) => ({ side, cellSize: 4 }));
    const change = { key: 'a', plans: [], measures: [wadi] };
    await createFloodComputer().compute({ ...task, runs, change }, {}, (one) => one.end && ends.set(one.side, one));
    const [today, changed] = [ends.get('today')?.end, ends.get('changed')?.end];
    if (!today || !changed) throw new Error('a side is missing');
    expect(today.water.amounts).toEqual([]);
    expect(changed.water.amounts).toMatchObject([{ id: 'wadi-1', storage: expect.closeTo(800, 0) }]);
    expect(Math.abs(changed.balance.relativeError)).toBeLessThan(1e-5);
    expect(compareWater(today.water, changed.water).street.after).toBeLessThanOrEqual(today.water.street);
  });

  it('stops between two steps when it is asked to', async () => {
    let told = 0;
    const computer = createFloodComputer();
    const computing = computer.compute(
      task,
      {},
      () => told++,
      () => told > 0,
    );
    expect(isStopped(await computing.catch((error: unknown) => error))).toBe(true);
    expect(told).toBe(1);
  });
});
