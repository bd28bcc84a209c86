import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFile } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventLayout } from '../../src/model/event-plan.ts';
import { eventPlanToJson } from '../../src/model/parse-event-plan.ts';
import { eventTownToJson } from '../../src/model/parse-event-town.ts';
import { addCrowdCommand } from '../../src/pipeline/crowd/command.ts';
import { callCommand } from '../fixtures/call-command.ts';
import { smallPlace, smallPlan } from '../fixtures/small-event.ts';

const [X, Y] = [147_000, 507_000];
const box = (west: number, south: number, east: number, north: number) => [
  [X + west, Y + south],
  [X + east, Y + south],
  [X + east, Y + north],
  [X + west, Y + north],
  [X + west, Y + south],
];
const square = {
  crs: 'EPSG:28992',
  walkable: [box(0, 0, 20, 12)],
  obstacles: [box(8, 9, 14, 10), box(40, 40, 41, 41)],
  stops: [{ id: 'bar, south', polygon: box(8, 4, 14, 9), seconds: 5, places: 2 }],
  sources: [{ id: 'in', polygon: box(0.5, 1, 4, 6), persons: 16, until: 10, via: ['bar, south'], to: ['out'] }],
  exits: [
    {
      id: 'out',
      line: [
        [X + 20, Y + 4],
        [X + 20, Y + 6],
      ],
    },
  ],
  gates: [
    {
      id: 'middle',
      line: [
        [X + 16, Y],
        [X + 16, Y + 12],
      ],
    },
  ],
  seconds: 240,
  everySeconds: 30,
  limit: 1,
};

describe('the command for crowds', () => {
  let folder = '';
  const call = (...args: string[]) => callCommand(addCrowdCommand, ...args);
  const save = async (name: string, content: string) => {
    const file = join(folder, name);
    await writeFile(file, content);
    return file;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crowd-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('writes summary, series, density and spread, and tells what lies outside', async () => {
    const file = await save('square.json', JSON.stringify(square));
    const out = join(folder, 'out');
    const { out: text, told } = await call(file, '--out', out, '--runs', '3');
    const summary = JSON.parse(text);
    expect(told).toContain('obstacles.1 lies outside what is walkable.');
    expect(summary).toMatchObject({ persons: 16, evacuated: 16, remaining: 0, outside: ['obstacles.1'], runs: 3 });
    expect(summary.stops).toEqual([expect.objectContaining({ id: 'bar, south', served: 16 })]);
    expect(summary.aboveLimit.areaM2).toBeGreaterThan(0);
    const { low, middle, high } = summary.spread.clearSeconds;
    expect(low <= middle && middle <= high).toBe(true);
    expect(summary.spread.longestQueue[0].high).toBeGreaterThan(2);

    expect((await readdir(out)).sort()).toEqual([
      'above-limit.tif',
      'density-max.tif',
      'density-mean.tif',
      'density.csv',
      'series.csv',
      'spread.csv',
      'summary.json',
    ]);
    const [header, row] = (await readFile(join(out, 'series.csv'), 'utf8')).split('\n');
    expect(header).toMatch(/^second,present,entered,left,.*,middle_forward,middle_backward,"bar, south_waiting"/);
    expect(row).toMatch(/^30,\d+,16,\d+,/);
    const tiff = await fromFile(join(out, 'density-max.tif'));
    const image = await tiff.getImage();
    const [values] = (await image.readRasters()) as unknown as [Float32Array];
    expect(Math.max(...values)).toBeCloseTo(summary.maximumDensity, 2);
    expect(image.getBoundingBox()[0]).toBeCloseTo(X - 0.25, 6);
  });

  it('writes no GeoTIFF of a frame of its own, and no spread of one run', async () => {
    const file = await save('local.json', JSON.stringify({ ...square, crs: 'local', seconds: 20 }));
    const out = join(folder, 'local');
    await call(file, '--out', out);
    expect((await readdir(out)).sort()).toEqual(['density.csv', 'series.csv', 'summary.json']);
  });

  it("takes an event's plan with a layout, on the ground that the build made", async () => {
    const plan = await save('fair.json', eventPlanToJson(smallPlan));
    const source = smallPlan.source;
    const town = await save('events.json', eventTownToJson({ places: [smallPlace], events: [smallPlan], source }));
    const [first, second] = smallPlan.layouts as readonly [EventLayout, EventLayout];
    const one = JSON.parse((await call(plan, '--town', town, '--layout', first.id)).out);
    const other = JSON.parse((await call(town, '--layout', second.id)).out);
    expect([one.evacuated, other.evacuated]).toEqual([60, 60]);
    expect(other.passages[0].widthNow).toBeCloseTo(2.5, 3);
    await expect(call(plan, '--layout', first.id)).rejects.toThrow('fair.json: a plan of an event needs its ground');
    await expect(call(town)).rejects.toThrow(`events.json: expected --layout, one of ${first.id}, ${second.id}`);
    await expect(call(town, '--layout', 'c')).rejects.toThrow('--layout c is not there');
  });

  it('refuses what cannot be walked, with file and member', async () => {
    const source = square.sources[0];
    const refuse = async (change: object, message: string) => {
      const file = await save('wrong.json', JSON.stringify({ ...square, ...change }));
      await expect(call(file)).rejects.toThrow(`wrong.json: ${message}`);
    };
    await refuse({ sources: [{ ...source, polygon: box(9, 9.1, 13, 9.9) }] }, 'sources: in has no free ground');
    await refuse({ obstacles: [box(15, -1, 16, 13)] }, 'sources: from in no one can reach out');
    await refuse({ stops: [{ ...square.stops[0], polygon: box(50, 50, 60, 60) }] }, 'stops: bar, south has no free');
    await refuse({ walkable: [box(0, 0, 20, 12), box(19, 3, 30, 8)] }, 'walkable.1 overlaps walkable.0.');
    await refuse({ walkable: [box(0, 0, 20, 12), box(5, 5, 8, 8)] }, 'walkable.1 overlaps walkable.0.');
    await refuse({ walkable: [box(0, 0, 20, 12).slice(0, -1)] }, 'walkable.0: the polygon is not closed');
    await refuse({ sources: [{ ...source, persons: 1_000_000 }] }, 'sources: 1000000 persons are more than');
    await refuse({ sources: [{ ...source, persons: -1 }] }, 'sources.0.persons: expected 0 or more persons');
  });
});
