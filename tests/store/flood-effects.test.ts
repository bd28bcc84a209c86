import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { flood, initialFlood } from '../../src/store/flood.ts';
import { floodEffects, needFloodEffects } from '../../src/store/flood-effects.ts';
import { followFlood } from '../../src/store/flood-follow.ts';
import { hideOverlay } from '../../src/store/hide-overlay.ts';
import { fetchJson } from '../../src/store/load-municipality.ts';
import { initialTwin, openQuestion, twin } from '../../src/store/twin.ts';
import { createEffectsService, type EffectsTask } from '../../src/workers/flood-effects.ts';
import { createFloodView } from '../../src/workers/flood-view.ts';
import type { EffectsTold } from '../../src/workers/start-flood-effects.ts';
import { createFloodedHamlet, type FloodedHamlet } from '../fixtures/flooded-hamlet.ts';
import { hamlet } from '../fixtures/small-municipality.ts';

let place: FloodedHamlet;
let unfollow: () => void = () => {};
/** Tasks that were given to the thread. */
let tasks: EffectsTask[] = [];
let stopped = 0;
beforeAll(async () => {
  place = await createFloodedHamlet();
});
afterAll(() => place.destroy());

/** The service itself, without a thread around it. */
const startHere = () => {
  const assess = createEffectsService();
  return {
    assess(task: EffectsTask, onReply: (reply: EffectsTold) => void) {
      tasks.push(task);
      assess(task, () => {}).then(
        (effects) => onReply({ effects }),
        (error: Error) => onReply({ message: error.message }),
      );
    },
    stop() {
      stopped++;
    },
  };
};

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isTrue()).toBe(true);
}

const [, south, east] = hamlet.extent as [number, number, number, number];
const table = {
  id: ['a', 'b', 'c', 'd', 'e'],
  x: [0, 0, 0, 0, 0],
  y: [0, 0, 0, 0, 0],
  ground: [0, 0, 0, 0, 0],
  roof: [5, 5, 5, 5, 5],
  year: [1990, 1990, 1990, 1990, 1990],
  area: [50, 50, 50, 50, 50],
};

beforeEach(() => {
  tasks = [];
  stopped = 0;
  flood.setState(initialFlood, true);
  const flooded = {
    source: hamlet.terrain.source,
    url: 'flood/index.json',
    fire: { depthM: 0.5, from: [{ title: { nl: 'Kazerne', en: 'Station' }, position: [east - 100, south + 90] }] },
  };
  const value = parseMunicipality({ ...hamlet, flood: flooded }, 'hamlet');
  twin.setState(
    {
      ...initialTwin,
      municipality: { status: 'ready', value },
      baseUrl: place.url,
      buildingTable: { status: 'ready', value: table },
      streets: {
        status: 'ready',
        value: { streets: [{ name: 'Laan', lines: [[east - 100, south + 40, east - 5, south + 40]], labels: [] }] },
      },
      // The municipality has no addresses.
      addresses: { status: 'failed', message: 'none' },
    },
    true,
  );
  unfollow = followFlood(fetchJson, () => ({ ...createFloodView(), stop() {} }));
});
afterEach(() => unfollow());

const isReady = () => floodEffects.getState().effects.status === 'ready';

describe('effects of the run in the picture', () => {
  it('come when they are asked for, with what the municipality says of itself, and go with the water', async () => {
    openQuestion('flood');
    needFloodEffects(startHere);
    await until(isReady);
    const { effects, run } = floodEffects.getState();
    expect(run).toBe(flood.getState().run);
    expect(effects.status === 'ready' && effects.value.buildings.classes).toHaveLength(5);
    const last = tasks.at(-1);
    expect(last?.town.rescue.ambulance).toEqual({ depth: 0.3, from: [] });
    expect(last?.town.rescue.fire).toEqual({ depth: 0.5, from: [[east - 100, south + 90]] });
    expect(last?.town.threshold).toBe(flood.getState().facades?.threshold);
    expect(flood.getState().run?.balance?.rain).toBeGreaterThan(0);
    hideOverlay('flood');
    expect(floodEffects.getState().effects.status).toBe('idle');
    expect(stopped).toBe(1);
  });

  it('are not told of a run that is not whole, and are worked out again for the next', async () => {
    openQuestion('flood');
    needFloodEffects(startHere);
    await until(isReady);
    const given = tasks.length;
    const { run, source } = flood.getState();
    if (!run || !source) throw new Error('no run');
    flood.setState({ run: { ...run, engine: '' } });
    expect(floodEffects.getState().effects.status).toBe('idle');
    expect(tasks).toHaveLength(given);
    flood.setState({ run: { ...run, engine: 'javascript' } });
    expect(tasks).toHaveLength(given + 1);
    await until(isReady);
    hideOverlay('flood');
  });

  it('fail in words when a file of the run is gone', async () => {
    openQuestion('flood');
    needFloodEffects(startHere);
    await until(isReady);
    const { run, source } = flood.getState();
    if (!run || !source) throw new Error('no run');
    const gone = { ...source, run: { ...source.run, arrival: `${place.url}flood/gone.tif` } };
    flood.setState({ run: { ...run }, source: gone });
    await until(() => floodEffects.getState().effects.status === 'failed');
    expect(floodEffects.getState().effects).toMatchObject({ message: expect.stringContaining('gone.tif') });
    hideOverlay('flood');
  });
});
