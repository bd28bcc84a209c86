import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EmbedCommand, type EmbedEvent, readEvent, writeMessage } from '../../src/model/embed-message.ts';
import type { Municipality } from '../../src/model/municipality.ts';
import { type Command, onCommand } from '../../src/store/commands.ts';
import { createEmbedHost, type EmbeddedWindow, type EmbedHost } from '../../src/store/embed-host.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { hamlet } from '../fixtures/small-municipality.ts';
import { smallPlan, smallPlanModel } from '../fixtures/small-plan.ts';

const SITE = 'https://www.gemeente.nl';
const town = { ...(hamlet as unknown as Municipality), embedders: [SITE] };
const model = { status: 'ready', value: smallPlanModel } as const;
const footprint = { polygon: [], centre: undefined, metresPerPixel: undefined };

let posted: { readonly event: EmbedEvent | undefined; readonly to: string }[];
let host: EmbedHost;
let commands: Command[];
let stopListening: () => void;
let own: EmbeddedWindow & EventTarget;

/** As a browser brings a message; `source` is the page around the viewer unless told otherwise. */
function receive(data: unknown, origin = SITE, source: unknown = own.parent): void {
  own.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
}
const ask = (command: EmbedCommand, origin?: string) => receive(writeMessage(command), origin);
const types = () => posted.map(({ event }) => event?.type);

beforeEach(() => {
  vi.useFakeTimers();
  posted = [];
  commands = [];
  stopListening = onCommand((command) => commands.push(command));
  const planModels = { 'erf/low': model, 'erf/high': model };
  twin.setState({ ...initialTwin, plans: { status: 'ready', value: [smallPlan] }, planModels }, true);
  const parent = {
    postMessage(data: unknown, to: string) {
      const read = readEvent(structuredClone(data));
      posted.push({ event: 'message' in read ? read.message : undefined, to });
    },
  };
  own = Object.assign(new EventTarget(), { parent, location: { origin: 'https://twin.gemeente.nl' } }) as typeof own;
  host = createEmbedHost(own, () => undefined);
});
afterEach(() => {
  host.destroy();
  stopListening();
  vi.useRealTimers();
});

const showTown = () => twin.setState({ municipality: { status: 'ready', value: town } });
const showPicture = () => twin.setState({ scene: 'ready', footprint, pendingTiles: 0 });

describe('the viewer in a frame', () => {
  it('says to anyone no more than that it is there', () => {
    expect(posted).toEqual([{ event: { type: 'here' }, to: '*' }]);
  });

  it('tells a page on the list how far it is, and all that it may ask for', () => {
    ask({ type: 'hello' });
    expect(types()).toEqual(['here']);
    showTown();
    twin.setState({ scene: 'ready', pendingTiles: 4 });
    showPicture();
    expect(types()).toEqual(['here', 'progress', 'progress', 'ready', 'scenario']);
    expect(posted.slice(1).every(({ to }) => to === SITE)).toBe(true);
    expect(posted[3]?.event).toMatchObject({
      municipality: town.id,
      viewpoints: [...town.viewpoints.map(({ id }) => id), 'erf/now', 'erf/low', 'erf/high', 'erf/end'],
    });
    expect(host.refused).toEqual({ origin: 0, malformed: 0, 'too-large': 0, version: 0 });
  });

  it('hears its own origin, and no other that is not on the list, nor another window of one that is', () => {
    showTown();
    for (const origin of ['https://gemeente.nl', 'http://www.gemeente.nl', 'https://www.gemeente.nl:8443', 'null'])
      ask({ type: 'show-question', question: 'flood' }, origin);
    receive(writeMessage({ type: 'show-question', question: 'flood' }), SITE, {});
    expect(twin.getState().question).toBeUndefined();
    expect(host.refused.origin).toBe(5);
    ask({ type: 'show-question', question: 'age' }, 'https://twin.gemeente.nl');
    expect(twin.getState().question).toBe('age');
  });

  it('ignores and counts what is malformed, too large or of another version', () => {
    showTown();
    receive({ tweelingstad: 1, type: 'select' });
    receive({ ...writeMessage({ type: 'select', building: 'a' }), building: 'a'.repeat(20_000) });
    receive({ tweelingstad: 2, type: 'hello' });
    expect(host.refused).toEqual({ origin: 0, malformed: 1, 'too-large': 1, version: 1 });
    expect(types()).toEqual(['here']);
  });

  it('obeys, and says of what it cannot why', async () => {
    showTown();
    showPicture();
    ask({ type: 'hello' });
    posted = [];
    ask({ type: 'go-to-viewpoint', viewpoint: town.viewpoints[0]?.id ?? '' });
    ask({ type: 'go-to-viewpoint', viewpoint: 'erf/high' });
    ask({ type: 'set-time', time: '2026-06-21T09:30' });
    expect(commands.map(({ type }) => type)).toEqual(['fly-to-pose', 'fly-to-pose']);
    expect(twin.getState().choice).toEqual({ plan: 'erf', variant: 'high', phase: undefined });
    expect(twin.getState().moment).toEqual({ date: '2026-06-21', minutes: 570 });
    ask({ type: 'set-time', time: null });
    expect(twin.getState().moment).toBeUndefined();
    ask({ type: 'go-to-viewpoint', viewpoint: 'moon' });
    ask({ type: 'show-question', question: 'love' });
    await vi.runAllTimersAsync();
    const errors = posted.flatMap(({ event }) => (event?.type === 'error' ? event.code : []));
    expect(errors).toEqual(expect.arrayContaining(['unknown-viewpoint', 'unknown-question']));
  });

  it('tells what the visitor does, and the scenario once it rests', async () => {
    showTown();
    showPicture();
    ask({ type: 'hello' });
    posted = [];
    twin.setState({ selection: { id: 'pand-1', attributes: {} } });
    twin.setState({ camera: { x: 147000, y: 508000, nap: 40, headingDegrees: 1, pitchDegrees: -2 } });
    expect(posted.map(({ event }) => event)).toEqual([
      { type: 'selection', building: 'pand-1' },
      { type: 'camera', x: 147000, y: 508000, nap: 40, headingDegrees: 1, pitchDegrees: -2 },
    ]);
    await vi.runAllTimersAsync();
    expect(posted.at(-1)?.event).toMatchObject({
      type: 'scenario',
      scenario: expect.stringContaining('building=pand-1'),
    });
  });

  it('tells what went wrong once', () => {
    showTown();
    ask({ type: 'hello' });
    posted = [];
    twin.setState({ problems: [{ what: 'terrain', url: 'a.terrain', detail: '404' }] });
    twin.setState({ scene: 'unsupported' });
    expect(posted.map(({ event }) => event).filter((event) => event?.type === 'error')).toEqual([
      { type: 'error', code: 'load', detail: 'terrain a.terrain: 404' },
      { type: 'error', code: 'no-webgl', detail: expect.any(String) },
    ]);
  });
});
