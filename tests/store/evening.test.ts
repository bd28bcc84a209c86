import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Municipality } from '../../src/model/municipality.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { type Command, onCommand } from '../../src/store/commands.ts';
import { endEvening, goToStop, runEvening, startEvening, stepEvening, toggleToday } from '../../src/store/evening.ts';
import { loadEveningFile } from '../../src/store/evening-file.ts';
import { findProgramme } from '../../src/store/evening-programme.ts';
import { captionScenario, setEveningSettings } from '../../src/store/scenarios.ts';
import { takeOverStops } from '../../src/store/take-over-stops.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { hamlet } from '../fixtures/small-municipality.ts';
import { smallPlan, smallPlanModel } from '../fixtures/small-plan.ts';

const here = hamlet as unknown as Municipality;
const [frozen] = (
  JSON.parse(readFileSync(new URL('../fixtures/scenarios/version-1.tweeling.json', import.meta.url), 'utf8')) as {
    scenarios: Scenario[];
  }
).scenarios;

const SECOND = 1000;
const model = { status: 'ready', value: smallPlanModel } as const;
/** As a link leaves it. */
const linked = { programme: 'plan', isAlone: false, seen: undefined } as const;
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
    planModels: { 'erf/low': model, 'erf/high': model },
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
    twin.setState({ evening: { ...linked, stop: 2, idleSeconds: 0 } });
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
    twin.setState({ evening: { ...linked, stop: 1, idleSeconds: 0 } });
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

describe('an evening of a civil servant’s own list', () => {
  beforeEach(() => {
    twin.setState({ municipality: { status: 'ready', value: here }, choice: undefined });
    takeOverStops(smallPlan);
    const [first] = twin.getState().scenarios.items;
    if (!first) throw new Error('no stops');
    captionScenario(first.id, 'Welkom');
    setEveningSettings({ idleSeconds: 3, staySeconds: 5 });
    startEvening('list');
  });

  it('shows the same pictures as the stops of the plan that it was taken from', () => {
    run();
    const seen = [0, 1, 2, 3].map((row) => {
      goToStop(row);
      const command = commands.at(-1);
      return [...shown(), command?.type === 'fly-to-pose' && [command.pose, command.instantly ?? false]];
    });
    endEvening();
    twin.setState({ choice: { plan: smallPlan.id, variant: undefined, phase: undefined } });
    startEvening();
    const own = [0, 1, 2, 3].map((row) => {
      goToStop(row);
      const command = commands.at(-1);
      return [...shown(), command?.type === 'fly-to-pose' && [command.pose, command.instantly ?? false]];
    });
    expect(seen).toEqual(own);
    expect(seen[2]?.slice(0, 3)).toEqual([2, 'high', 1020]);
  });

  it('does not end, change language or start walking by what a scenario holds', () => {
    const { items } = twin.getState().scenarios;
    const scenario = { ...items[1], scenario: { ...items[1]?.scenario, language: 'en', walking: true } };
    twin.setState({
      scenarios: { ...twin.getState().scenarios, items: [items[0], scenario] as typeof items },
      language: 'nl',
    });
    run();
    stepEvening(1);
    expect(twin.getState()).toMatchObject({ evening: { stop: 1, programme: 'list' }, language: 'nl', walking: false });
    expect(commands.map(({ type }) => type)).not.toContain('walk');
  });

  it('goes back to its first stop and on by itself after the times of the list, or of the link', () => {
    run();
    goToStop(2);
    vi.advanceTimersByTime(2999);
    expect(shown()[0]).toBe(2);
    vi.advanceTimersByTime(1);
    expect(shown()[0]).toBe(0);
    vi.advanceTimersByTime(5 * SECOND);
    expect(shown()[0]).toBe(1);
    stopRun?.();
    twin.setState({ evening: { ...linked, programme: 'list', stop: 2, idleSeconds: 0 } });
    run();
    vi.advanceTimersByTime(3600 * SECOND);
    expect(shown()[0]).toBe(2);
  });

  it('switches between today and the variant and phase of the scenario', () => {
    const { items } = twin.getState().scenarios;
    const choice = { plan: smallPlan.id, variant: 'high', phase: 'first' };
    const scenario = { ...items[0], scenario: { ...items[0]?.scenario, choice } };
    twin.setState({ scenarios: { ...twin.getState().scenarios, items: [scenario] as typeof items } });
    twin.setState({ choice });
    toggleToday();
    expect(twin.getState().choice?.variant).toBeUndefined();
    toggleToday();
    expect(twin.getState().choice).toEqual(choice);
  });

  it('leaves out what belongs to another municipality, and has no switch without a plan', () => {
    const { items } = twin.getState().scenarios;
    const strange = { ...items[0], scenario: { ...items[0]?.scenario, municipality: 'elders' } };
    const bare = { ...items[1], scenario: { ...items[1]?.scenario, choice: undefined } };
    twin.setState({ scenarios: { ...twin.getState().scenarios, items: [strange, bare] as typeof items } });
    run();
    expect(findProgramme('list', twin.getState()).stops).toHaveLength(1);
    expect(twin.getState().choice).toBeUndefined();
    toggleToday();
    expect(twin.getState().choice).toBeUndefined();
    expect(flights()).toBe(1);
  });
});

describe('an evening of the file that the municipality names', () => {
  const scenario = { ...frozen, municipality: here.id, title: 'Uit het bestand' };
  const file = { tweelingstad: 1, evening: { staySeconds: 9 }, scenarios: [scenario, { ...scenario, title: 'Twee' }] };
  beforeEach(() => {
    const municipality = { status: 'ready', value: { ...here, evening: 'avond.tweeling.json' } } as const;
    twin.setState({ municipality, baseUrl: 'https://example.org/made/proefdam/' });
  });

  it('is read once and played, without touching the list of the window', async () => {
    const asked: string[] = [];
    const read = async (url: string) => {
      asked.push(url);
      return file;
    };
    await loadEveningFile(read);
    await loadEveningFile(read);
    expect(asked).toEqual(['https://example.org/made/proefdam/avond.tweeling.json']);
    const { stops, staySeconds, idleSeconds } = findProgramme('file', twin.getState());
    expect([stops.map(({ title }) => title.nl), staySeconds, idleSeconds]).toEqual([
      ['Uit het bestand', 'Twee'],
      9,
      180,
    ]);
    expect(twin.getState()).toMatchObject({ scenarios: { items: [] }, problems: [] });
  });

  it.each([
    [{ ...file, scenarios: [{ ...scenario, layers: 3 }] }, /avond\.tweeling\.json: scenarios\.0 .*layers: /, 'failed'],
    [{ ...file, evening: { idleSeconds: 'long' } }, /avond\.tweeling\.json: evening: idleSeconds: /, 'ready'],
    [{ ...file, scenarios: [{ ...scenario, municipality: 'elders' }] }, /is of elders, not of proefdam/, 'ready'],
    [{ type: 'FeatureCollection' }, /avond\.tweeling\.json is no set of scenarios: tweelingstad: /, 'failed'],
  ])('that is wrong (%#) is told with file and field', async (json, reason, status) => {
    await loadEveningFile(async () => json);
    const { problems, eveningFile } = twin.getState();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ what: 'evening', detail: expect.stringMatching(reason) });
    expect(eveningFile.status).toBe(status);
  });

  it('that the municipality does not name is told', async () => {
    twin.setState({ municipality: { status: 'ready', value: here } });
    await loadEveningFile(() => Promise.reject(new Error('was read')));
    expect(twin.getState().problems[0]?.detail).toMatch(/municipality\.json: evening: names no programme/);
  });
});
