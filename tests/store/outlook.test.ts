import { beforeEach, describe, expect, it } from 'vitest';
import { HIGHEST_FLOOR } from '../../src/model/outlook.ts';
import type { Plan } from '../../src/model/plan.ts';
import { type Command, onCommand } from '../../src/store/commands.ts';
import { chooseHouse, followOutlook, lookOut, outlook, setFloor } from '../../src/store/outlook.ts';
import { readLink, writeLink } from '../../src/store/share-link.ts';
import { initialTwin, openTool, selectBuilding, twin } from '../../src/store/twin.ts';
import { fixtureAddresses } from '../fixtures/read-fixture.ts';

const house = { street: 'Kade', number: '4', x: 146000, y: 508000, building: 0 };
const plan = {
  id: 'harbour',
  variants: [{ id: 'low' }],
  area: [
    [0, 0],
    [10, 0],
    [10, 10],
  ],
} as unknown as Plan;

describe('the view from a window in the store', () => {
  beforeEach(() => {
    twin.setState(initialTwin, true);
    outlook.setState(outlook.getInitialState(), true);
  });

  it('keeps the floor between the ground and the highest', () => {
    setFloor(3.4);
    expect(outlook.getState().floor).toBe(3);
    setFloor(-1);
    expect(outlook.getState().floor).toBe(0);
    setFloor(1000);
    expect(outlook.getState().floor).toBe(HIGHEST_FLOOR);
  });

  it('has nothing to compute without a plan, and waits for variants that have yet to come', () => {
    chooseHouse(house);
    expect(outlook.getState().result.status).toBe('idle');
    const unfollow = followOutlook();
    twin.setState({ plans: { status: 'ready', value: [plan] }, planModels: { 'harbour/low': { status: 'running' } } });
    expect(twin.getState().choice?.plan).toBe('harbour');
    expect(outlook.getState().result.status).toBe('running');
    unfollow();
  });

  it('leaves a plan that is open as it is', () => {
    const choice = { plan: 'harbour', variant: 'low', phase: undefined };
    twin.setState({ choice, plans: { status: 'ready', value: [{ ...plan, id: 'first' }, plan] } });
    followOutlook()();
    expect(twin.getState().choice).toEqual(choice);
  });

  it('asks the camera for the computed eye, level, through the lens that was computed with', () => {
    const commands: Command[] = [];
    const stop = onCommand((command) => commands.push(command));
    lookOut();
    expect(commands).toEqual([]);
    const eye = { x: 146001, y: 508009, nap: 2.5, headingDegrees: 12 };
    outlook.setState({ result: { status: 'ready', value: { eye } as never } });
    lookOut();
    stop();
    expect(commands).toMatchObject([{ type: 'look-from', pose: { ...eye, pitchDegrees: 0 } }]);
    expect((commands[0] as { fieldOfViewDegrees: number }).fieldOfViewDegrees).toBeCloseTo(39.6, 1);
  });

  it('is part of a link while its tool is open, and opens from one once the register has come', () => {
    const addresses = fixtureAddresses();
    const [x, y, number] = [addresses.x[3] as number, addresses.y[3] as number, addresses.number[3] as string];
    twin.setState({ houseWindow: { x, y: y + 0.004, number, floor: 2 }, tool: 'window' });
    const unfollow = followOutlook();
    expect(outlook.getState().house).toBeUndefined();
    twin.setState({ addresses: { status: 'ready', value: addresses } });
    expect(outlook.getState()).toMatchObject({ house: { x, y, number, building: addresses.building[3] }, floor: 2 });
    setFloor(5);
    expect(twin.getState().houseWindow).toEqual({ x, y, number, floor: 5 });
    unfollow();
    const address = writeLink(twin.getState());
    expect(address).toBe(`v=3&window=${x},${y},5,${number}`);
    expect(readLink(address)).toMatchObject({ view: { houseWindow: { x, y, number, floor: 5 } }, complaints: [] });
    openTool('measure');
    expect(writeLink(twin.getState())).toBe('v=2');
  });

  it('of an address that is not there is told', () => {
    twin.setState({
      houseWindow: { x: 1, y: 2, number: '4', floor: 2 },
      addresses: { status: 'ready', value: fixtureAddresses() },
    });
    followOutlook()();
    expect(twin.getState().problems).toMatchObject([{ what: 'link', detail: 'no address with number 4 lies there' }]);
    expect([outlook.getState().house, twin.getState().houseWindow]).toEqual([undefined, undefined]);
  });

  it('remembers the building that was selected last, for the tool to offer', () => {
    selectBuilding({ id: 'a', attributes: {} });
    selectBuilding(undefined);
    expect(twin.getState().lastSelected).toBe('a');
  });
});
