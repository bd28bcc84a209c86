import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readFigures } from '../../src/model/flood-figures.ts';
import { isDoubtful } from '../../src/model/flood-picture.ts';
import { NEVER } from '../../src/model/flood-run.ts';
import { fromHalf } from '../../src/model/half-float.ts';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { flood, initialFlood, setFloodChoice, setFloodSecond } from '../../src/store/flood.ts';
import { followFlood } from '../../src/store/flood-follow.ts';
import { playFlood, stopFlood } from '../../src/store/flood-play.ts';
import { hideOverlay } from '../../src/store/hide-overlay.ts';
import { fetchJson } from '../../src/store/load-municipality.ts';
import { initialTwin, openQuestion, twin } from '../../src/store/twin.ts';
import { createFloodView } from '../../src/workers/flood-view.ts';
import { createFloodedHamlet, type FloodedHamlet } from '../fixtures/flooded-hamlet.ts';
import { hamlet } from '../fixtures/small-municipality.ts';

let place: FloodedHamlet;
let unfollow: () => void = () => {};
beforeAll(async () => {
  place = await createFloodedHamlet();
});
afterAll(() => place.destroy());

const municipality = (url: string | undefined) =>
  parseMunicipality({ ...hamlet, ...(url && { flood: { source: hamlet.terrain.source, url } }) }, 'hamlet');

/** The service itself, without a thread around it. */
const startHere = () => ({ ...createFloodView(), stop() {} });

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isTrue()).toBe(true);
}

beforeEach(() => {
  flood.setState(initialFlood, true);
  const value = municipality('flood/index.json');
  twin.setState({ ...initialTwin, municipality: { status: 'ready', value }, baseUrl: place.url }, true);
  unfollow = followFlood(fetchJson, startHere);
});
afterEach(() => unfollow());

const isDrawn = () => flood.getState().pictures.length > 0 && !flood.getState().isReading;
/** Depth in the picture's cell, between its moments. */
function drawnDepth(cell: number): number {
  const { pictures, share } = flood.getState();
  const water = pictures.at(-1)?.water;
  const [from, to] = [fromHalf(water?.[2 * cell] ?? 0), fromHalf(water?.[2 * cell + 1] ?? 0)];
  return from + (to - from) * share;
}

describe('water in the picture', () => {
  it('comes with its question, on the cells of the ground, and goes with it', async () => {
    openQuestion('flood');
    await until(isDrawn);
    const { sheets, pictures, run, facades } = flood.getState();
    expect(run).toMatchObject({ storm: { id: '70mm-1h' }, isOwn: false, cellSize: 4 });
    expect(sheets.map(({ sheet }) => sheet.frame.cellSize)).toEqual([1]);
    expect(facades?.lowest).toHaveLength(5);
    const [shown] = sheets;
    const wet = shown?.sheet.deepest.findIndex((mm) => mm > 60) ?? -1;
    expect(wet).toBeGreaterThanOrEqual(0);
    // Hatched is what is undecided, and nothing else.
    const hatched = Array.from(shown?.sheet.undecided ?? [], (_, cell) =>
      fromHalf(pictures[0]?.tint?.[2 * cell + 1] ?? 0),
    );
    expect(hatched).toEqual(Array.from(shown?.sheet.undecided ?? []));
    expect(hatched).toContain(1);
    expect(pictures[0]?.isTinted).toBe(false);
    expect(drawnDepth(wet)).toBeCloseTo((shown?.sheet.deepest[wet] ?? 0) / 1000, 3);
    expect(pictures[0]?.bed).toHaveLength(shown?.sheet.bed.length ?? -1);
    hideOverlay('flood');
    expect(twin.getState().question).toBeUndefined();
    expect(flood.getState()).toMatchObject({ sheets: [], pictures: [], run: undefined });
  });

  it('stands level: in one pond the level is the same, whatever the ground', async () => {
    openQuestion('flood');
    await until(isDrawn);
    const [shown] = flood.getState().sheets;
    if (!shown) throw new Error('no sheet');
    const { sheet } = shown;
    const [, south, east] = hamlet.extent as [number, number, number, number];
    const levels: number[] = [];
    const depths: number[] = [];
    for (let dx = -8; dx <= 8; dx++) {
      for (let dy = -8; dy <= 8; dy++) {
        const figures = readFigures([sheet], east - 40 + dx + 0.5, south + 40 + dy + 0.5);
        levels.push(figures?.level ?? Number.NaN);
        depths.push(figures?.deepest ?? Number.NaN);
      }
    }
    expect(Math.max(...depths) - Math.min(...depths)).toBeGreaterThan(0.04);
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(0.015);
  });

  it('shows a moment between two of the run, dry before the first', async () => {
    openQuestion('flood');
    await until(isDrawn);
    const { pictures } = flood.getState();
    setFloodSecond(0);
    await until(() => flood.getState().pictures !== pictures);
    const { sheets, run } = flood.getState();
    const cells = Array.from(sheets[0]?.sheet.deepest ?? [], (_, cell) => cell);
    expect(cells.every((cell) => drawnDepth(cell) <= 0)).toBe(true);
    const [first, second] = run?.seconds ?? [];
    setFloodSecond(((first ?? 0) + (second ?? 0)) / 2);
    await until(() => flood.getState().share === 0.5);
    expect(twin.getState().flood).toMatchObject({ view: 'now', second: ((first ?? 0) + (second ?? 0)) / 2 });
    // Hatched is what is open at that moment.
    setFloodSecond(run?.seconds.at(-1) ?? 0);
    const [before] = flood.getState().pictures;
    await until(() => flood.getState().pictures[0] !== before);
    const [picture] = flood.getState().pictures;
    if (!picture) throw new Error('no picture');
    const { west, south, cellSize, width } = picture.frame;
    const doubtful = cells.filter((cell) =>
      isDoubtful(
        picture,
        1,
        west + ((cell % width) + 0.5) * cellSize,
        south + (Math.floor(cell / width) + 0.5) * cellSize,
      ),
    );
    expect(doubtful.length).toBeGreaterThan(0);
    expect(doubtful.every((cell) => drawnDepth(cell) < 0.09)).toBe(true);
  });

  it('colours by the time that water comes or stays, where there is water', async () => {
    openQuestion('flood');
    await until(isDrawn);
    setFloodChoice({ view: 'arrival' });
    await until(() => flood.getState().pictures[0]?.isTinted === true);
    const { sheets, pictures } = flood.getState();
    const [shown] = sheets;
    if (!shown) throw new Error('no sheet');
    const { deepest, arrival } = shown.sheet;
    const known = deepest.findIndex((mm, cell) => mm > 60 && arrival[cell] !== NEVER);
    expect(known).toBeGreaterThanOrEqual(0);
    expect(fromHalf(pictures[0]?.tint?.[2 * known] ?? 0)).toBe(arrival[known]);
    const unknown = arrival.indexOf(NEVER);
    expect(fromHalf(pictures[0]?.tint?.[2 * unknown] ?? 0)).toBe(-1);
  });

  it('plays moment by moment for who wants no motion, and keeps the one where it is stopped', async () => {
    openQuestion('flood');
    await until(isDrawn);
    playFlood(true);
    await until(() => flood.getState().clock > 0);
    const { seconds = [] } = flood.getState().run ?? {};
    expect(seconds).toContain(flood.getState().clock);
    stopFlood();
    expect(flood.getState().isPlaying).toBe(false);
    expect(twin.getState().flood.second).toBe(flood.getState().clock);
  });

  it('says what is wrong, and leaves the rest working, where a municipality has no water or its files are gone', async () => {
    unfollow();
    flood.setState(initialFlood, true);
    twin.setState({ municipality: { status: 'ready', value: municipality(undefined) } });
    unfollow = followFlood(fetchJson, startHere);
    openQuestion('flood');
    await until(() => flood.getState().index.status === 'failed');
    unfollow();
    flood.setState(initialFlood, true);
    const gone = {
      ...municipality('flood/index.json'),
      flood: { ...municipality(undefined).terrain, url: 'gone/index.json' },
    };
    twin.setState({ municipality: { status: 'ready', value: gone as never } });
    unfollow = followFlood(fetchJson, startHere);
    await until(() => flood.getState().index.status === 'failed');
    const { index } = flood.getState();
    expect(index.status === 'failed' && index.message).toContain('the server answers 404');
  });
});
