import { beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { type Command, onCommand } from '../../src/store/commands.ts';
import { chooseHouse, followOutlook, HIGHEST_FLOOR, lookOut, outlook, setFloor } from '../../src/store/outlook.ts';
import { initialTwin, selectBuilding, twin } from '../../src/store/twin.ts';

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

  it('remembers the building that was selected last, for the tool to offer', () => {
    selectBuilding({ id: 'a', attributes: {} });
    selectBuilding(undefined);
    expect(twin.getState().lastSelected).toBe('a');
  });
});
