import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareSearch } from '../../src/model/search.ts';
import { type Command, onCommand } from '../../src/store/commands.ts';
import { lookAtBuilding, walkToBuilding } from '../../src/store/go-to-building.ts';
import { goToPlace } from '../../src/store/go-to-place.ts';
import { loadMunicipality, needIndex } from '../../src/store/load-municipality.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { fixtureAddresses, fixtureStreets, readFixture } from '../fixtures/read-fixture.ts';

const readJson = async (url: string) => readFixture(url.split('/').at(-1) as string);
const search = prepareSearch(fixtureAddresses(), fixtureStreets());
const tower = 'NL.IMBAG.Pand.0999100000000013';
let sent: Command[] = [];
let stop = () => {};

beforeEach(async () => {
  twin.setState(initialTwin, true);
  await loadMunicipality('fixture', 'http://localhost/', readJson);
  await needIndex('buildingTable', readJson);
  await needIndex('streets', readJson);
  sent = [];
  stop = onCommand((command) => sent.push(command));
});
afterEach(() => stop());

function goTo(query: string): void {
  const [place] = search(query, 1);
  if (place) goToPlace(place);
}

describe('going to a place that was found', () => {
  it('flies to an address and selects its building', async () => {
    goTo('kerkplein 1');
    expect(sent).toEqual([{ type: 'look-at', x: 147010, y: 507960, radius: 60 }]);
    await expect.poll(() => twin.getState().selection?.id).toBe(tower);
    expect(twin.getState().selection?.attributes['b3_h_dak_max']).toBe(34.2);
  });

  it('flies to a street so that all of it is seen, and lets go of the building', async () => {
    goTo('kerkplein 1');
    await expect.poll(() => twin.getState().selection?.id).toBe(tower);
    goTo('dijk');
    expect(sent.at(-1)).toEqual({ type: 'look-at', x: 147000, y: 507700, radius: 300 });
    expect(twin.getState().selection).toBeUndefined();
  });

  it('flies to an address without a building all the same', () => {
    goTo('plein 1945 9');
    expect(sent).toEqual([{ type: 'look-at', x: 146935, y: 508008, radius: 60 }]);
    expect(twin.getState().selection).toBeUndefined();
  });
});

describe('going to a building', () => {
  it('shows all of a tall one', async () => {
    await lookAtBuilding(tower);
    expect(sent[0]).toMatchObject({ type: 'look-at', x: 147010, y: 507970 });
    expect((sent[0] as { radius: number }).radius).toBeGreaterThan(38);
  });

  it('on foot stands on the nearest street, far enough to see it, faces it and looks up', async () => {
    await walkToBuilding(tower);
    const [walk, turn, tilt] = sent;
    if (walk?.type !== 'walk' || turn?.type !== 'turn' || tilt?.type !== 'tilt') throw new Error('other commands');
    const { x = 0, y = 0 } = walk.at ?? {};
    // On Kerkplein, which runs along y 507940 and x 147040.
    expect(y === 507940 || x === 147040).toBe(true);
    const [east, north] = [147010 - x, 507970 - y];
    expect(Math.hypot(east, north)).toBeGreaterThan(40);
    expect(turn.degrees).toBeCloseTo((Math.atan2(east, north) * 180) / Math.PI);
    expect(tilt.degrees).toBeGreaterThan(15);
  });

  it('that the table does not know does nothing', async () => {
    await lookAtBuilding('elsewhere');
    await walkToBuilding('elsewhere');
    expect(sent).toEqual([]);
  });
});
