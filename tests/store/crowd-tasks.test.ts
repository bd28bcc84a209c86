import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toCrowdFile } from '../../src/model/crowd-file.ts';
import { headlinesOf } from '../../src/model/crowd-headlines.ts';
import { gateOf, joinPassages } from '../../src/model/crowd-passages.ts';
import type { EventLayout } from '../../src/model/event-plan.ts';
import { startHistory } from '../../src/model/history.ts';
import { parseCrowd } from '../../src/model/parse-crowd.ts';
import { crowd } from '../../src/store/crowd.ts';
import { crowdRun, forgetCrowdRun } from '../../src/store/crowd-run.ts';
import { isStale, listTasks, startCrowdRun } from '../../src/store/crowd-tasks.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { measureEvent } from '../../src/workers/measure-event.ts';
import type { PassageReply, PassageThread } from '../../src/workers/start-passages.ts';
import { startHere } from '../fixtures/crowd-square.ts';
import { smallPlace, smallPlan } from '../fixtures/small-event.ts';

const [without, withCabin] = smallPlan.layouts as [EventLayout, EventLayout];
const both = { layout: 'a', other: 'b' };

/** What the thread of passages does, in this one, in a later turn. */
const passages = (onReply: (reply: PassageReply) => void): PassageThread => ({
  ask: (question) =>
    setTimeout(() => onReply({ kind: 'passages', side: question.side, answer: measureEvent(question) })),
  stop() {},
});

beforeEach(() => {
  forgetCrowdRun();
  const town = { places: [smallPlace], events: [smallPlan], source: smallPlan.source };
  crowd.setState({ town: { status: 'ready', value: town }, history: startHistory(smallPlan), draft: undefined });
  twin.setState({ ...initialTwin, crowd: { ...initialTwin.crowd, ...both, runs: 1 } });
});

describe('what is asked of an event', () => {
  it('is the chosen layout and the other one, counted at the same passages, and what the command line reads', async () => {
    await startCrowdRun({ people: startHere, passages, cores: 2 });
    await vi.waitFor(() => expect(crowdRun.getState().job.status).toBe('idle'), 40_000);
    const { sides, plan } = crowdRun.getState();
    expect(plan).toBe(smallPlan);
    expect(sides.map(({ layout, title }) => [layout, title])).toEqual([
      ['a', 'Zonder cabine'],
      ['b', 'Met cabine'],
    ]);
    for (const { scenario } of sides)
      expect(parseCrowd(JSON.parse(JSON.stringify(toCrowdFile(scenario))), 'scenario.json')).toEqual(scenario);
    const rows = joinPassages(sides.map(({ answers }) => answers[0]?.passages ?? []));
    const [first] = rows as [(typeof rows)[number]];
    // What the cabin changes comes first: 4.00 m without, 2.50 m with.
    expect(first.now.map((each) => each?.widthM)).toEqual([expect.closeTo(4, 3), expect.closeTo(2.5, 3)]);
    for (const { scenario, answers } of sides) {
      const gate = gateOf(first, scenario.gates);
      expect(gate?.id).toBe('passage-1');
      // All come by the street with the cabin.
      const crossed = answers[0]?.gates.find(({ id }) => id === gate?.id)?.crossed;
      expect((crossed?.forward ?? 0) + (crossed?.backward ?? 0)).toBeGreaterThanOrEqual(60);
      expect(headlinesOf(answers, gate?.id).flow?.middle).toBeGreaterThan(10);
    }
  }, 60_000);

  it('is another one when an object moves, and the same again when that is undone', () => {
    const tasks = listTasks(smallPlan, smallPlace, both);
    const sides = tasks.map((task) => ({ ...task, origin: undefined, moments: [], answers: [] }));
    expect(isStale(sides, tasks)).toBe(false);
    // The other way round is no other question.
    expect(isStale(sides, listTasks(smallPlan, smallPlace, { layout: 'b', other: 'a' }))).toBe(false);
    const moved = withCabin.objects.map((object) => ({ ...object, x: object.x + 0.1 }));
    const changed = { ...smallPlan, layouts: [without, { ...withCabin, objects: moved }] };
    expect(isStale(sides, listTasks(changed, smallPlace, both))).toBe(true);
    expect(isStale(sides, listTasks(changed, smallPlace, { layout: 'a', other: undefined }))).toBe(false);
    const named = { ...smallPlan, layouts: [without, { ...withCabin, title: 'Toilet' }] };
    expect(isStale(sides, listTasks(named, smallPlace, both))).toBe(false);
  });

  it('names what cannot be computed', () => {
    const entries = smallPlan.entries.map((entry) => ({ ...entry, line: [0, 0, 4, 0] }));
    expect(() => listTasks({ ...smallPlan, entries }, smallPlace, both)).toThrow('entries (north)');
  });
});
