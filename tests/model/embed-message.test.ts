import { describe, expect, it } from 'vitest';
import {
  type EmbedCommand,
  type EmbedEvent,
  LARGEST_MESSAGE,
  readClockTime,
  readCommand,
  readEvent,
  writeMessage,
} from '../../src/model/embed-message.ts';

const commands: EmbedCommand[] = [
  { type: 'hello' },
  { type: 'go-to-viewpoint', viewpoint: 'havenkwartier/lucht' },
  { type: 'select', building: 'NL.IMBAG.Pand.1' },
  { type: 'select', building: null },
  { type: 'show-question', question: 'flood' },
  { type: 'set-time', time: '2026-03-21T17:00' },
  { type: 'set-time', time: null },
];
const events: EmbedEvent[] = [
  { type: 'here' },
  { type: 'progress', stage: 'tiles' },
  { type: 'ready', municipality: 'markerwaard', name: 'Markerwaard', viewpoints: ['home'], questions: ['flood'] },
  { type: 'selection', building: null },
  { type: 'scenario', scenario: 'v=2&eye=1,2,3' },
  { type: 'camera', x: 147000, y: 508000, nap: 80, headingDegrees: 12, pitchDegrees: -30 },
  { type: 'leave' },
  { type: 'error', code: 'load', detail: 'the server answers 404' },
];
const asSent = (message: EmbedCommand | EmbedEvent) => structuredClone(writeMessage(message));

describe('messages between a page and the viewer', () => {
  it('come across as they were', () => {
    for (const message of commands) expect(readCommand(asSent(message))).toEqual({ message });
    for (const message of events) expect(readEvent(asSent(message))).toEqual({ message });
  });

  it('of the one side are none of the other', () => {
    for (const message of commands) expect(readEvent(asSent(message))).toEqual({ refused: 'malformed' });
    for (const message of events) expect(readCommand(asSent(message))).toEqual({ refused: 'malformed' });
  });

  it('are refused unless every member is as expected', () => {
    const good = asSent({ type: 'select', building: 'a' });
    const wrong: unknown[] = [
      undefined,
      null,
      1,
      '',
      'select',
      [],
      new Map(),
      new Date(),
      new Uint8Array(4),
      {},
      { ...good, type: 'constructor' },
      { ...good, type: '__proto__' },
      { ...good, type: 3 },
      { ...good, building: 7 },
      { ...good, building: '' },
      { ...good, building: 'a'.repeat(201) },
      { ...good, building: { toString: 'a' } },
      { ...good, more: 1 },
      { type: 'select', building: 'a' },
      { ...good, tweelingstad: '1' },
      asSent({ type: 'set-time', time: '2026-02-30T12:00' }),
      asSent({ type: 'set-time', time: '2026-03-21T24:00' }),
    ];
    for (const data of wrong) expect(readCommand(data), JSON.stringify(data)).toEqual({ refused: 'malformed' });
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, '1'])
      expect(readEvent({ ...writeMessage(events[5] as EmbedEvent), x })).toEqual({ refused: 'malformed' });
  });

  it('of another version are told apart from nonsense', () => {
    expect(readCommand({ tweelingstad: 2, type: 'fly', to: 'the moon' })).toEqual({ refused: 'version' });
  });

  it('that are too large are refused without being read through', () => {
    const large = { ...asSent({ type: 'select', building: 'a' }), building: 'a'.repeat(LARGEST_MESSAGE) };
    expect(readCommand(large)).toEqual({ refused: 'too-large' });
    expect(readCommand('a'.repeat(LARGEST_MESSAGE + 1))).toEqual({ refused: 'too-large' });
    expect(readEvent({ tweelingstad: 1, type: 'ready', viewpoints: Array(1e6).fill('x') })).toEqual({
      refused: 'too-large',
    });
    const circle: Record<string, unknown> = { tweelingstad: 1, type: 'hello' };
    circle['self'] = circle;
    expect(readCommand(circle)).toEqual({ refused: 'too-large' });
  });

  it('tell a clock time as people write it', () => {
    expect(readClockTime('2026-03-21T17:05')).toEqual({ date: '2026-03-21', minutes: 1025 });
    for (const text of ['', '2026-3-21T17:00', '2026-13-01T00:00', '2026-03-21 17:00', '2026-03-21T17:60'])
      expect(readClockTime(text)).toBeUndefined();
  });
});
