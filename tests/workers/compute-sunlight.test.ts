import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { momentToDate } from '../../src/model/local-time.ts';
import type { PlanModel } from '../../src/model/plan-model.ts';
import { rdToLonLat } from '../../src/model/rd.ts';
import { locateSun } from '../../src/model/sun.ts';
import { readSunCells } from '../../src/model/sun-cells.ts';
import type { SunAtPlace, SunQuestion, SunReply } from '../../src/model/sun-question.ts';
import { type SunSite, sunRules } from '../../src/model/sunlight.ts';
import { writeCog } from '../../src/pipeline/cog.ts';
import { makeBuildingTiles } from '../../src/pipeline/tiles.ts';
import { createSunlightThread, type SunlightThread } from '../../src/workers/compute-sunlight.ts';
import { boxSoup } from '../engines/box-soup.ts';
import { makeGrid } from '../fixtures/height-files.ts';
import { createWorkFolder, sampleHeader, sampleHouse, sampleSequence } from '../pipeline/tiles/sample-city.ts';
import { type ByteServer, serveBytes } from '../scene/serve-bytes.ts';

/** One row of houses of 5 × 10 m, 7 m apart, south gables at y = 507000; ground at −4 m. */
const HOUSES = 40;
const HOUSE = 20;
const [X, Y, GROUND] = [146142.5, 507000, -4];
/** Of the plan: a wall from west to east. */
const [DISTANCE, HEIGHT, LENGTH] = [20, 12, 4000];
const dates = ['2026-03-21', '2026-06-21', '2026-12-21'];

/** As good as endless, south of the houses. */
function planOf(removed: string[] = []): PlanModel {
  const box = { x: 0, y: -DISTANCE - 0.5, width: LENGTH, depth: 1, low: GROUND, high: GROUND + HEIGHT };
  const { positions, indices } = boxSoup([box], 3);
  const wall = { id: 'wall', name: 'De muur', footprint: [], lowerNap: GROUND, upperNap: GROUND + HEIGHT, parts: [] };
  return {
    schema: 1,
    origin: [X, Y, 0],
    solids: [{ ...wall, positions: [...positions], indices: [...indices] }],
    ground: [],
    cut: [],
    removed,
    trees: [],
    models: [],
    precisionM: 1,
  };
}

/** Minutes that a wall facing south sees over an endless wall `distance` before it, by the formula of the endless wall. */
function minutesOverWall(date: string, above: number, distance: number): number {
  const place = rdToLonLat({ x: X, y: Y });
  let count = 0;
  for (let minutes = 0; minutes < 1440; minutes++) {
    const { elevationDegrees, azimuthDegrees } = locateSun(momentToDate({ date, minutes }), place);
    const [elevation, away] = [elevationDegrees, azimuthDegrees - 180].map((degrees) => (degrees * Math.PI) / 180);
    if ((elevation as number) <= 0 || Math.cos(away as number) <= 0) continue;
    if (Math.tan(elevation as number) > (above / distance) * Math.cos(away as number)) count++;
  }
  return count;
}

describe('sun in a street of tiles', () => {
  const work = createWorkFolder();
  let server: ByteServer;
  let site: SunSite;
  const nothing = Promise.resolve();

  function ask(thread: SunlightThread, question: SunQuestion): Promise<SunReply[]> {
    const replies: SunReply[] = [];
    return thread.ask(question, (reply) => replies.push(reply)).then(() => replies);
  }
  const window = { kind: 'window', x: X, y: Y + 5, floor: 0, dates, rules: [...sunRules], error: 0.2 } as const;
  const placesOf = ([reply]: readonly SunReply[]): readonly SunAtPlace[] =>
    reply?.kind === 'places' ? reply.places : [];
  const southOf = (places: readonly SunAtPlace[]) =>
    places.find(({ point }) => Math.abs((point.facingDegrees ?? 0) - 180) < 5);

  beforeAll(async () => {
    await makeBuildingTiles([work.write('street.city.jsonl', sampleSequence(HOUSES))], work.out, { threads: 1 });
    const heights = join(work.folder, 'heights.tif');
    await writeCog(
      heights,
      makeGrid([145500, 506500, 147000, 507500], 1, () => GROUND),
    );
    const tiles = readdirSync(join(work.out, 'tiles')).map((name) => `tiles/${name}`);
    server = await serveBytes(
      Object.fromEntries([
        ['/heights.tif', readFileSync(heights)],
        ...['tileset.json', ...tiles].map((name) => [`/${name}`, readFileSync(join(work.out, name))]),
      ]),
    );
    expect(sampleHeader.transform.translate[1]).toBe(Y);
    site = {
      place: { x: X, y: Y },
      radius: 40,
      tilesets: [{ url: `${server.url}/tileset.json`, isNap: false }],
      heights: `${server.url}/heights.tif`,
      trees: undefined,
      treeShade: 'no',
      variants: [{ id: 'wall', model: planOf(), base: server.url }],
    };
  });
  afterAll(async () => {
    await server.close();
    work.destroy();
  });

  it('tells hours of a south window as the formula of an endless wall does, and the wall by its name in the plan', async () => {
    const thread = createSunlightThread(site, nothing);
    const places = placesOf(await ask(thread, { ...window, building: sampleHouse(HOUSE).id }));
    // Houses stand 2 m apart: their long sides have no room, or look into the neighbour's wall.
    const south = southOf(places);
    expect(south?.width).toBeCloseTo(5, 1);
    const sill = (south?.point.nap ?? 0) - GROUND;
    expect(sill).toBeCloseTo(0.75, 1);
    const plan = south?.plan === 'gone' ? undefined : south?.plan;
    for (const [i, date] of dates.entries()) {
      const told = plan?.days[i];
      const expected = minutesOverWall(date, HEIGHT - sill, DISTANCE);
      console.log(
        `${date}: ${told?.minutes.toFixed(1)} min, formula ${expected}; today ${south?.today.days[i]?.minutes.toFixed(1)}`,
      );
      expect(Math.abs((told?.minutes ?? -99) - expected)).toBeLessThan(4);
      expect(told?.low ?? 0).toBeLessThanOrEqual(told?.minutes ?? 0);
      expect(told?.high ?? 0).toBeGreaterThanOrEqual(told?.minutes ?? 0);
    }
    expect(plan?.days[2]?.shadows.some(({ by }) => by.kind === 'plan' && by.id === 'wall')).toBe(true);
    expect(south?.today.judgements.map(({ rule, verdict }) => `${rule.id} ${verdict}`)[0]).toBe('tno-light meets');
    expect(plan?.judgements[0]?.verdict).toBe('fails');
  });

  it('says that a house is gone, that a garden lies in a house, and why there is no window', async () => {
    const gone = createSunlightThread(
      { ...site, variants: [{ id: 'wall', model: planOf([sampleHouse(HOUSE).id]), base: server.url }] },
      nothing,
    );
    const [place] = placesOf(await ask(gone, { ...window, building: sampleHouse(HOUSE).id }));
    expect(place?.plan).toBe('gone');
    const thread = createSunlightThread(site, nothing);
    const spot = { kind: 'spot', x: X, y: Y + 5, dates, rules: [], error: 0.2 } as const;
    expect(await ask(thread, spot)).toEqual([{ kind: 'failed', message: 'inside' }]);
    const high = await ask(thread, { ...window, floor: 9, building: sampleHouse(HOUSE).id });
    expect(high).toEqual([{ kind: 'failed', message: 'no-window' }]);
    const none = createSunlightThread({ ...site, tilesets: [] }, nothing);
    expect(await ask(none, { ...window, building: undefined })).toEqual([{ kind: 'failed', message: 'no-buildings' }]);
    const lost = createSunlightThread({ ...site, heights: `${server.url}/gone.tif` }, nothing);
    expect(await ask(lost, spot)).toMatchObject([{ kind: 'failed', message: expect.stringContaining('gone.tif') }]);
  });

  it('lists neighbours with what each loses', async () => {
    const thread = createSunlightThread(site, nothing);
    const buildings = [18, 19, 20, 21].map((number) => sampleHouse(number).id);
    const rule = sunRules[0];
    const [reply] = await ask(thread, { kind: 'neighbours', date: '2026-12-21', rule, error: 0.2, buildings });
    const rows = reply?.kind === 'neighbours' ? reply.neighbours : [];
    expect(rows.map(({ building }) => building).sort()).toEqual(buildings);
    for (const row of rows) {
      expect(row.today - row.plan).toBeGreaterThan(60);
      expect([row.before, row.after]).toEqual(['meets', 'fails']);
    }
    const alone = createSunlightThread({ ...site, variants: [] }, nothing);
    const without = await ask(alone, { kind: 'neighbours', date: '2026-12-21', rule, error: 0.2, buildings });
    expect(without).toEqual([{ kind: 'failed', message: 'no-plan' }]);
  });

  it('maps ground and walls from coarse to fine, today and with the plan, as the figures for a garden say', async () => {
    const thread = createSunlightThread(site, nothing);
    const replies = await ask(thread, { kind: 'map', date: '2026-03-21', radius: 25 });
    const maps = replies.flatMap((reply) => (reply.kind === 'map' ? reply.map : []));
    expect(maps.map(({ cellSize, isFinest }) => `${cellSize} ${isFinest}`)).toEqual(['4 false', '2 false', '1 true']);
    const finest = maps.at(-1);
    if (!finest?.plan || !finest.lost) throw new Error('no map of the plan');
    const at = { x: X + 0.5, y: Y - 8.5, nap: GROUND };
    const spot = { kind: 'spot', x: at.x, y: at.y, dates: ['2026-03-21'], rules: [], error: 0 } as const;
    const [garden] = placesOf(await ask(thread, spot));
    const plan = garden?.plan === 'gone' ? undefined : garden?.plan;
    const read = (cells: typeof finest.today) => readSunCells(cells, at, 1, finest.facadeSize)?.hours ?? Number.NaN;
    const [today, planned] = [garden?.today.days[0]?.minutes ?? 0, plan?.days[0]?.minutes ?? 0];
    console.log(
      `garden: ${today.toFixed(0)} and ${planned.toFixed(0)} min; map ${(60 * read(finest.today)).toFixed(0)} and ${(60 * read(finest.plan)).toFixed(0)}`,
    );
    // Each end of a span of sun is found within a minute.
    expect(Math.abs(60 * read(finest.today) - today)).toBeLessThan(3);
    expect(Math.abs(60 * read(finest.plan) - planned)).toBeLessThan(3);
    expect(60 * read(finest.lost)).toBeCloseTo(60 * (read(finest.today) - read(finest.plan)), 3);
    // Nothing is drawn on the ground inside a house; its walls are.
    const inside = readSunCells(finest.today, { x: X, y: Y + 5, nap: GROUND }, 1, finest.facadeSize);
    expect(inside).toBeUndefined();
    const wall = readSunCells(finest.today, { x: X, y: Y, nap: GROUND + 1.5 }, 1, finest.facadeSize);
    expect(wall?.isFacade).toBe(true);
  });

  it('stops a map when something else is wanted', async () => {
    const thread = createSunlightThread(site, nothing);
    const replies: SunReply[] = [];
    const mapping = thread.ask({ kind: 'map', date: '2026-06-21', radius: 25 }, (reply) => {
      replies.push(reply);
      thread.drop();
    });
    await mapping;
    expect(replies).toHaveLength(1);
  });
});
