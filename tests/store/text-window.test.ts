import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { sendCommand } from '../../src/store/commands.ts';
import { startTextWindow } from '../../src/store/text-window.ts';
import { initialTwin, setSceneStatus, twin } from '../../src/store/twin.ts';
import { readFixture } from '../fixtures/read-fixture.ts';

const value = parseMunicipality(readFixture('municipality.json'), 'municipality.json');
let stop = () => {};

beforeEach(() => {
  twin.setState({ ...initialTwin, municipality: { status: 'ready', value } }, true);
  stop = startTextWindow();
});
afterEach(() => stop());

function square(): { x: number; y: number; width: number } {
  const [west = 0, south = 0, east = 0] = twin.getState().footprint?.polygon ?? [];
  return { x: (west + east) / 2, y: south + (east - west) / 2, width: east - west };
}

describe('the window of the text', () => {
  it('waits until the scene says that it cannot draw', () => {
    expect(twin.getState().footprint).toBeUndefined();
    setSceneStatus('unsupported');
    // Home looks from y 507600 at 180 m, 30° down: 312 m ahead.
    expect(square()).toEqual({ x: 147000, y: expect.closeTo(507911.8, 0), width: 500 });
  });

  it('obeys the commands that the camera obeys', () => {
    setSceneStatus('unsupported');
    sendCommand({ type: 'look-at', x: 147100, y: 508000, radius: 60 });
    expect(square()).toEqual({ x: 147100, y: 508000, width: 120 });
    sendCommand({ type: 'move', right: 0.5, forward: 0 });
    expect(square().x).toBe(147160);
    sendCommand({ type: 'zoom', factor: 2 });
    expect(square().width).toBe(240);
    sendCommand({ type: 'home' });
    expect(square().width).toBe(500);
  });

  it('comes back from a shared address', () => {
    setSceneStatus('unsupported');
    sendCommand({ type: 'look-at', x: 147100, y: 508000, radius: 60 });
    const { camera } = twin.getState();
    stop();
    twin.setState({ ...initialTwin, municipality: { status: 'ready', value }, camera, scene: 'unsupported' }, true);
    stop = startTextWindow();
    expect(square()).toEqual({ x: 147100, y: 508000, width: 120 });
  });
});
