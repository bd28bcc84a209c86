import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_CLASS } from '../../src/model/building-marks.ts';
import { buildingWaterClasses } from '../../src/model/building-water.ts';
import { ARRIVAL_DEPTH } from '../../src/model/flood.ts';
import { parseFloodIndex } from '../../src/model/flood-index.ts';
import { NEVER, sheetExtent } from '../../src/model/flood-run.ts';
import { createEffectsService, type EffectsTask } from '../../src/workers/flood-effects.ts';
import type { RunValues } from '../../src/workers/flood-view.ts';
import { createRasterCache } from '../../src/workers/raster-window.ts';
import { readRunFloor, readRunGrid } from '../../src/workers/read-run.ts';
import { createFloodedHamlet, type FloodedHamlet } from '../fixtures/flooded-hamlet.ts';
import { groundHeight, hamlet } from '../fixtures/small-municipality.ts';

const ROWS = 5;
const open = createRasterCache();
let place: FloodedHamlet;
let task: EffectsTask;
beforeAll(async () => {
  place = await createFloodedHamlet();
  const url = new URL('flood/index.json', place.url).href;
  const { files, waterDepth, runs, frame } = parseFloodIndex(await (await fetch(url)).json(), url);
  const [entry] = runs;
  if (!entry) throw new Error('no run');
  const whole = (path: string) => new URL(path, url).href;
  const [, south, east] = hamlet.extent as [number, number, number, number];
  // A street through the middle of the hollow, and one that the hollow does not reach.
  const streets = [
    [[east - 100, south + 40, east - 5, south + 40]],
    [[east - 100, south + 40, east - 100, south + 100]],
  ];
  task = {
    site: {
      heights: whole(files.heights),
      ground: whole(files.ground),
      buildings: whole(files.buildings),
      water: whole(files.water),
    },
    run: {
      deepest: whole(entry.deepest),
      arrival: whole(entry.arrival),
      duration: whole(entry.duration),
      waterDepth,
    },
    seconds: entry.seconds,
    depths: entry.depths.map(whole),
    extent: sheetExtent(frame),
    town: {
      areas: Array.from({ length: ROWS }, () => 50),
      streets,
      addresses: { x: [east - 100, east - 8], y: [south + 90, south + 42] },
      rescue: { ambulance: { depth: 0.3, from: [] }, fire: { depth: 0.05, from: [[east - 100, south + 100]] } },
      threshold: 0.15,
      accuracy: 0.05,
    },
  };
});
afterAll(() => place.destroy());

const toArrays = async (from: RunValues) => {
  const { frame, values } = await readRunGrid(open, from, task.extent);
  return { frame, values };
};

describe('effects of a run', () => {
  it('class every building by the water at its façade, with times where it is wet', async () => {
    const { buildings, damage, extent } = await createEffectsService()(task, () => {});
    expect(buildings.classes).toHaveLength(ROWS);
    const known = buildings.classes.filter((value) => value !== NO_CLASS);
    expect(known.length).toBeGreaterThan(2);
    for (const [row, value] of buildings.classes.entries()) {
      const isWet = (buildings.depth[row] as number) >= ARRIVAL_DEPTH;
      expect(value !== NO_CLASS && buildingWaterClasses[value] !== 'dry').toBe(isWet);
      expect(buildings.arrival[row] !== NEVER).toBe(isWet);
    }
    expect(damage.low).toBeLessThanOrEqual(damage.middle);
    expect(damage.middle).toBeLessThanOrEqual(damage.high);
    expect(extent[2] - extent[0]).toBeGreaterThan(100);
  });

  it('block the street in the hollow, and cut off who lives behind it, by the depth that each service can take', async () => {
    const shares: number[] = [];
    const { roads, reach, step } = await createEffectsService()(task, (share) => shares.push(share));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(step).toBe(900);
    const { fire } = reach;
    // In 5 cm of water: the address in the hollow is cut off from the station, the one beside the station is not.
    expect([fire.judged, fire.cut, [...fire.rows]]).toEqual([2, 1, [1]]);
    expect(fire.seconds[0]).toBe(0);
    expect(fire.seconds[1]).toBeGreaterThan(0);
    // Nowhere 30 cm.
    expect(roads.streets).toEqual([]);
  });

  it('are the same from files and from what was computed here', async () => {
    const { deepest, arrival, duration, waterDepth } = task.run;
    const own: EffectsTask = {
      ...task,
      run: {
        deepest: await toArrays(deepest),
        arrival: await toArrays(arrival),
        duration: await toArrays(duration),
        waterDepth,
      },
      depths: await Promise.all(task.depths.map(toArrays)),
    };
    const assess = createEffectsService();
    expect(await assess(own, () => {})).toEqual(await assess(task, () => {}));
  });

  it('know of doorsteps that were raised: what came in stays at the façade', async () => {
    // The whole run a metre deep, except that its ground is as it is.
    const { frame } = await readRunGrid(open, task.run.deepest, task.extent);
    const deep = { frame, values: new Uint16Array(frame.width * frame.height).fill(1000) };
    const flooded = { ...task, run: { ...task.run, deepest: deep } };
    const [west, south, east, north] = task.extent;
    const doorstep = {
      id: 'a',
      kind: 'doorstep',
      points: [west, south, east, south, east, north, west, north],
      figures: { heightM: 3 },
    } as const;
    const change = { key: 'doorsteps', plans: [], measures: [doorstep] };
    const assess = createEffectsService();
    const before = await assess(flooded, () => {});
    const after = await assess({ ...flooded, run: { ...flooded.run, change } }, () => {});
    expect(before.buildings.count.inside).toBeGreaterThan(2);
    expect(after.buildings.count).toMatchObject({ inside: 0, undecided: 0, facade: before.buildings.count.inside });
    expect(before.damage.middle).toBeGreaterThan(0);
    // Deeper than 30 cm at its deepest, and at no moment that is known.
    const { streets, lines, owners } = before.roads;
    expect(streets.map(({ street, metres, seconds }) => [street, Math.round(metres), seconds])).toEqual([
      [0, 95, 0],
      [1, 60, 0],
    ]);
    expect(lines).toHaveLength(6 * owners.length);
    // Drawn a little above the water, which stands a metre above the hamlet's ground.
    const [, y = 0, nap = 0] = lines;
    expect(nap - groundHeight(0, y)).toBeGreaterThan(0.7);
    expect(nap - groundHeight(0, y)).toBeLessThan(1.5);
    expect(after.damage.middle).toBe(0);
  });

  it('lie on the same ground whether it is read at once or in blocks', async () => {
    const { frame } = await readRunGrid(open, task.run.deepest, task.extent);
    const whole = await readRunFloor(open, task.site, frame, ROWS, task.run.waterDepth);
    const blocks = await readRunFloor(open, task.site, frame, ROWS, task.run.waterDepth, undefined, 64);
    expect([...blocks.bed].map((height) => height.toFixed(4))).toEqual([...whole.bed].map((h) => h.toFixed(4)));
    expect(blocks.isWater).toEqual(whole.isWater);
    const pairs = ({ facades }: typeof whole, row: number) =>
      Array.from(facades.cells.slice(facades.starts[row], facades.starts[row + 1]), (cell, i) => [
        cell,
        facades.ground[(facades.starts[row] as number) + i],
      ]).sort(([a], [b]) => (a as number) - (b as number));
    for (let row = 0; row < ROWS; row++) expect(pairs(blocks, row)).toEqual(pairs(whole, row));
  });
});
