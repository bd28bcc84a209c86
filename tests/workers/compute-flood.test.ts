import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFloodIndex } from '../../src/model/flood-index.ts';
import { ownStorm } from '../../src/model/storm-id.ts';
import { computeFlood, type FloodTask, type FloodTold } from '../../src/workers/compute-flood.ts';
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
    cellSizes: [8, 4],
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
    await computeFlood(task, {}, (one) => told.push({ ...one, deepest: one.deepest.slice() }));
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
    await expect(computeFlood(gone, {}, () => {})).rejects.toThrow('gone.tif: the server answers 404');
  });
});
