import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Command, onCommand } from '../../src/store/commands.ts';
import { endEvening, goToStop, runEvening, startEvening, stepEvening, toggleToday } from '../../src/store/evening.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { smallPlan } from '../fixtures/small-plan.ts';

const SECOND = 1000;
let commands: Command[] = [];
let stopListening: () => void;
let stopRun: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  commands = [];
  stopListening = onCommand((command) => commands.push(command));
  twin.setState({
    ...initialTwin,
    scene: 'ready',
    plans: { status: 'ready', value: [smallPlan] },
    choice: { plan: smallPlan.id, variant: undefined, phase: undefined },
  });
});

afterEach(() => {
  stopRun?.();
  stopRun = undefined;
  stopListening();
  vi.useRealTimers();
});

function run() {
  const evening = runEvening();
  stopRun = evening.destroy;
  return evening;
}

const shown = () => {
  const { evening, choice, moment } = twin.getState();
  return [evening?.stop, choice?.variant, moment?.minutes];
};
const flights = () => commands.filter(({ type }) => type === 'fly-to-pose').length;

describe('stepping through an evening', () => {
  it('shows eye, variant, date and time of each stop and stays at the ends', () => {
    startEvening();
    run();
    expect([shown(), flights()]).toEqual([[0, undefined, undefined], 1]);
    stepEvening(-1);
    expect(shown()).toEqual([0, undefined, undefined]);
    stepEvening(1);
    expect(shown()).toEqual([1, 'low', undefined]);
    stepEvening(1);
    expect(shown()).toEqual([2, 'high', 1020]);
    expect(commands.at(-1)).toMatchObject({ type: 'fly-to-pose', pose: { x: 146050, nap: 20, headingDegrees: 10 } });
    stepEvening(1);
    stepEvening(1);
    expect(shown()).toEqual([3, undefined, undefined]);
    goToStop(Number.MAX_SAFE_INTEGER);
    expect(shown()[0]).toBe(3);
  });

  it('ends a comparison and a walk, and leaves the plan open when it ends', () => {
    twin.setState({ compare: { mode: 'swipe', position: 0.3 }, walking: true, tool: 'sun' });
    startEvening();
    run();
    expect(twin.getState()).toMatchObject({ compare: { mode: 'off' }, tool: undefined });
    expect(commands[0]).toEqual({ type: 'stop-walking' });
    endEvening();
    expect(twin.getState()).toMatchObject({ evening: undefined, choice: { plan: smallPlan.id } });
  });

  it('waits with its first picture until there are a plan and someone to draw it', () => {
    const { plans } = twin.getState();
    twin.setState({ plans: { status: 'running' }, scene: 'loading' });
    twin.setState({ evening: { stop: 2, idleSeconds: 0, isAlone: false, variant: undefined } });
    run();
    twin.setState({ scene: 'ready' });
    expect(flights()).toBe(0);
    twin.setState({ plans });
    expect([shown(), flights()]).toEqual([[2, 'high', 1020], 1]);
  });
});

describe('the switch between today and plan', () => {
  it('goes back to the variant that was there', () => {
    startEvening();
    goToStop(2);
    toggleToday();
    expect(shown()).toEqual([2, undefined, 1020]);
    toggleToday();
    expect(shown()).toEqual([2, 'high', 1020]);
  });

  it('on a stop of today shows the variant seen last, else the first that a stop shows', () => {
    startEvening();
    goToStop(0);
    toggleToday();
    expect(shown()[1]).toBe('low');
    goToStop(2);
    goToStop(3);
    expect(shown()[1]).toBeUndefined();
    toggleToday();
    expect(shown()[1]).toBe('high');
  });
});

describe('an evening without anyone', () => {
  it('returns to the first stop after the idle time, then goes on every 20 seconds and around', () => {
    startEvening();
    run();
    goToStop(2);
    vi.advanceTimersByTime(179 * SECOND);
    expect(shown()[0]).toBe(2);
    vi.advanceTimersByTime(SECOND);
    expect([shown()[0], twin.getState().evening?.isAlone]).toEqual([0, true]);
    const seen = [1, 2, 3, 4, 5].map(() => {
      vi.advanceTimersByTime(20 * SECOND);
      return shown()[0];
    });
    expect(seen).toEqual([1, 2, 3, 0, 1]);
  });

  it('is not without anyone as long as someone touches it, and stops going on when they come back', () => {
    startEvening();
    const { touch } = run();
    goToStop(1);
    for (let minute = 0; minute < 10; minute++) {
      vi.advanceTimersByTime(60 * SECOND);
      touch();
    }
    expect(shown()[0]).toBe(1);
    vi.advanceTimersByTime(200 * SECOND);
    expect([shown()[0], twin.getState().evening?.isAlone]).toEqual([1, true]);
    touch();
    vi.advanceTimersByTime(170 * SECOND);
    expect([shown()[0], twin.getState().evening?.isAlone]).toEqual([1, false]);
  });

  it('stays where it is when the link says so, and after it has ended', () => {
    twin.setState({ evening: { stop: 1, idleSeconds: 0, isAlone: false, variant: undefined } });
    run();
    vi.advanceTimersByTime(3600 * SECOND);
    expect(shown()[0]).toBe(1);
    stopRun?.();
    startEvening();
    const before = commands.length;
    run().destroy();
    vi.advanceTimersByTime(3600 * SECOND);
    expect(commands.length).toBe(before + 1);
  });
});
