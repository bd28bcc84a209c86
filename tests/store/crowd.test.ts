import { beforeEach, describe, expect, it } from 'vitest';
import { initialCrowdChoice } from '../../src/model/crowd-choice.ts';
import type { EventLayout, EventObject } from '../../src/model/event-plan.ts';
import { eventPlanToJson } from '../../src/model/parse-event-plan.ts';
import { eventTownToJson } from '../../src/model/parse-event-town.ts';
import {
  changePlan,
  chooseEvent,
  chooseLayout,
  crowd,
  isPlanChanged,
  listEvents,
  NO_EVENTS,
  needCrowd,
  openSharedCrowd,
  redoPlan,
  resetPlan,
  seenLayout,
  seenPlan,
  setCrowdChoice,
  undoPlan,
} from '../../src/store/crowd.ts';
import { openPlanFile } from '../../src/store/crowd-files.ts';
import { crowdPassages, followPassages } from '../../src/store/crowd-passages.ts';
import {
  actOnPlanKey,
  addPlanGroup,
  copyInPlan,
  copyPlanLayout,
  deletePlanLayout,
  dropPlanCorner,
  finishShape,
  keepPreviewed,
  placeInPlan,
  previewMove,
  putInPlan,
} from '../../src/store/crowd-plan.ts';
import { sharedCrowdOf, toCrowdRecord } from '../../src/store/scenario-crowd.ts';
import { readCrowd } from '../../src/store/share-crowd.ts';
import { initialTwin, setOverlay, twin } from '../../src/store/twin.ts';
import { measureEvent, measureRoutes } from '../../src/workers/measure-event.ts';
import type { PassageQuestion, PassageReply } from '../../src/workers/start-passages.ts';
import { SOUTH, smallPlan, smallTown, WEST } from '../fixtures/small-event.ts';

const start = crowd.getState();

function givePlace(url: string | undefined): void {
  const municipality = { crowd: url === undefined ? undefined : { url, source: smallTown.source } };
  twin.setState({ municipality: { status: 'ready', value: municipality as never }, baseUrl: 'https://x.nl/made/' });
}
const open = () => needCrowd(async () => JSON.parse(eventTownToJson(smallTown)));
const layout = () => seenLayout(crowd.getState(), twin.getState().crowd) as EventLayout;
const find = (id: string | undefined) => layout().objects.find((object) => object.id === id) as EventObject;
const select = (id: string) => setCrowdChoice({ selected: id });

describe('an event on a square in the store', () => {
  beforeEach(() => {
    twin.setState(initialTwin);
    crowd.setState(start, true);
    givePlace('crowd/events.json');
  });

  it('comes with the municipality, or says that it has none and why reading failed', async () => {
    givePlace(undefined);
    await needCrowd(async () => ({}));
    expect(crowd.getState().town).toEqual({ status: 'failed', message: NO_EVENTS });
    givePlace('crowd/events.json');
    await needCrowd(async () => ({ places: 3 }));
    expect(crowd.getState().town).toMatchObject({ status: 'failed' });
    await open();
    expect(seenPlan(crowd.getState())).toEqual(smallPlan);
    expect(layout().id).toBe('a');
    expect(isPlanChanged()).toBe(false);
  });

  it('places, moves, turns, copies and takes away by the same keys as the picture has, each of which is undone', async () => {
    await open();
    placeInPlan('toilet-cabin');
    putInPlan([WEST + 10.00049, SOUTH + 10]);
    const { selected, placing } = twin.getState().crowd;
    expect(placing).toBeUndefined();
    expect(find(selected)).toMatchObject({ id: 'toilet-cabin-1', kind: 'toilet-cabin', x: WEST + 10, length: 1.2 });
    expect(actOnPlanKey('ArrowRight', false)).toBe(true);
    expect(find(selected).x).toBe(WEST + 10.1);
    actOnPlanKey('ArrowUp', true);
    expect(find(selected).y).toBe(SOUTH + 11);
    actOnPlanKey(']', false);
    actOnPlanKey('{', true);
    expect(find(selected).turnDegrees).toBe(320);
    copyInPlan();
    expect(layout().objects).toHaveLength(3);
    expect(actOnPlanKey('Delete', false)).toBe(true);
    expect(layout().objects).toHaveLength(2);
    expect(actOnPlanKey('x', false)).toBe(false);
    for (let i = 0; i < 7; i++) undoPlan();
    expect(seenPlan(crowd.getState())).toEqual(smallPlan);
    expect(twin.getState().sharedCrowd).toBe('');
    redoPlan();
    expect(layout().objects).toHaveLength(2);
  });

  it('draws a line by its points, and nothing with too few', async () => {
    await open();
    placeInPlan('route', 'Route');
    putInPlan([WEST, SOUTH + 20]);
    finishShape();
    expect(seenPlan(crowd.getState())?.routes).toHaveLength(1);
    putInPlan([WEST + 1, SOUTH + 20]);
    dropPlanCorner();
    putInPlan([WEST + 30, SOUTH + 20]);
    finishShape();
    expect(seenPlan(crowd.getState())?.routes.at(-1)).toEqual({
      id: 'route-1',
      title: 'Route 2',
      line: [WEST, SOUTH + 20, WEST + 30, SOUTH + 20],
      widthM: 3.5,
    });
    // A place outside the Netherlands is no place.
    placeInPlan('bar');
    putInPlan([0, 0]);
    expect(layout().objects).toHaveLength(1);
  });

  it('shows what is dragged at once, and keeps it as one step or not at all', async () => {
    await open();
    select('stage');
    previewMove(1, 0);
    previewMove(2, 0);
    expect(find('stage').x).toBe(WEST + 31);
    keepPreviewed(false);
    expect(find('stage').x).toBe(WEST + 29);
    previewMove(3, 0);
    keepPreviewed(true);
    expect(find('stage').x).toBe(WEST + 32);
    undoPlan();
    expect(find('stage').x).toBe(WEST + 29);
  });

  it('does not take away an entry that a group uses', async () => {
    await open();
    select('north');
    actOnPlanKey('Delete', false);
    expect(seenPlan(crowd.getState())?.entries).toHaveLength(2);
  });

  it('copies a layout, holds it against its original, and takes it away again', async () => {
    await open();
    copyPlanLayout('Kopie');
    expect(twin.getState().crowd).toMatchObject({ layout: 'layout-1', other: 'a' });
    deletePlanLayout();
    expect(twin.getState().crowd).toMatchObject({ layout: 'a', other: undefined });
    expect(addPlanGroup('Laat')).toBe('group-1');
    expect(seenPlan(crowd.getState())?.groups.at(-1)).toMatchObject({ from: 'north', to: ['west'] });
  });

  it('keeps choice and changes in a link, whether the town was there before it or not', async () => {
    await open();
    chooseLayout('b');
    setCrowdChoice({ other: 'a', density: 'most', shows: ['objects', 'walkers'], second: 90 });
    expect(twin.getState().sharedCrowd).toBe('/b/a/90/density,passages,routes/most');
    select('cabin');
    actOnPlanKey('ArrowRight', true);
    const { sharedCrowd, crowd: choice } = twin.getState();
    expect(sharedCrowd).toContain('/(layouts:(b:(objects:(cabin:(x:');
    expect(sharedCrowd.length).toBeLessThan(120);
    const plan = seenPlan(crowd.getState());

    twin.setState({ crowd: initialCrowdChoice, sharedCrowd });
    crowd.setState(start, true);
    openSharedCrowd(sharedCrowd);
    expect(twin.getState().crowd).toEqual(choice);
    await open();
    expect(seenPlan(crowd.getState())).toEqual(plan);

    changePlan(() => smallPlan);
    twin.setState({ crowd: initialCrowdChoice, sharedCrowd });
    openSharedCrowd(sharedCrowd);
    expect(seenPlan(crowd.getState())).toEqual(plan);
    expect(twin.getState().problems).toEqual([]);
  });

  it('tells what of a link cannot be read, and shows the municipality’s', async () => {
    await open();
    for (const text of [
      'a/b/c/d',
      '/////wide',
      '//////99',
      '////////(layouts:(b:(objects:(cabin:(x:0)))))',
      '////////(place:elders)',
    ]) {
      twin.setState({ problems: [], sharedCrowd: text });
      openSharedCrowd(text);
      expect(twin.getState().problems, text).toMatchObject([{ what: 'link', url: `crowd=${text}` }]);
      expect(seenPlan(crowd.getState())).toEqual(smallPlan);
    }
    expect(() => readCrowd('/'.repeat(12))).toThrow('at most 9 parts');
  });

  it('stands in a scenario with all of a changed plan, and comes back', async () => {
    await open();
    expect(toCrowdRecord()).not.toHaveProperty('plan');
    chooseLayout('b');
    select('cabin');
    actOnPlanKey('ArrowRight', true);
    const record = JSON.parse(JSON.stringify(toCrowdRecord()));
    const plan = seenPlan(crowd.getState());
    expect(record.plan).toEqual(plan);
    crowd.setState(start, true);
    // The town has not come: the plan is there wholly.
    const text = sharedCrowdOf({ crowd: record });
    twin.setState({ crowd: initialCrowdChoice, sharedCrowd: text ?? '' });
    openSharedCrowd(text ?? '');
    await open();
    expect(seenPlan(crowd.getState())).toEqual(plan);
    // And the link is short again.
    expect(twin.getState().sharedCrowd.length).toBeLessThan(120);
    expect(sharedCrowdOf({ crowd: { ...record, plan: { id: 'x' } } })).toBeUndefined();
    expect(sharedCrowdOf({ crowd: { ...record, plan: undefined, density: 'wide' } })).toBeUndefined();
  });

  it('opens a plan from a file, all of it or nothing', async () => {
    await open();
    const fileOf = (text: string) => new File([text], 'mijn.json');
    const own = { ...smallPlan, id: 'own', title: 'Eigen feest' };
    expect(await openPlanFile(fileOf(eventPlanToJson(own)))).toEqual({ status: 'opened', title: 'Eigen feest' });
    expect(seenPlan(crowd.getState())).toEqual(own);
    const { sharedCrowd } = twin.getState();
    expect(sharedCrowd).toContain('Eigen');
    expect(await openPlanFile(fileOf('{'))).toMatchObject({ status: 'refused', file: 'mijn.json' });
    expect(await openPlanFile(fileOf(eventPlanToJson({ ...own, seconds: 0, entries: [] })))).toMatchObject({
      status: 'refused',
      faults: ['mijn.json: seconds: expected at least 1'],
    });
    expect(await openPlanFile(fileOf(eventPlanToJson({ ...own, place: 'elders' })))).toMatchObject({
      status: 'elsewhere',
      place: 'elders',
    });
    expect(seenPlan(crowd.getState())).toEqual(own);
    // Back to the municipality's: one's own is put aside with its undo, and comes back.
    changePlan((plan) => ({ ...plan, title: 'Feest' }));
    resetPlan();
    expect(seenPlan(crowd.getState())).toEqual(smallPlan);
    expect(listEvents(crowd.getState()).map(({ id }) => id)).toEqual(['fair', 'own']);
    chooseEvent('own');
    expect(seenPlan(crowd.getState())?.title).toBe('Feest');
    undoPlan();
    expect(seenPlan(crowd.getState())).toEqual(own);
    expect(twin.getState().sharedCrowd).toBe(sharedCrowd);
    // A link that holds all of it brings it back.
    crowd.setState(start, true);
    await open();
    expect(seenPlan(crowd.getState())).toEqual(own);
  });

  it('measures passages at every change, the newest only, without what is chosen too, and routes when there is time', async () => {
    await open();
    setOverlay('crowd', { visible: true });
    const asked: PassageQuestion[] = [];
    let reply: (answer: PassageReply) => void = () => {};
    let isStopped = false;
    await followPassages((onReply) => {
      reply = onReply;
      return { ask: (question) => asked.push(question), stop: () => (isStopped = true) };
    });
    const answer = () => {
      const question = asked.at(-1) as PassageQuestion;
      reply({ kind: 'passages', side: question.side, answer: measureEvent(question) });
      return question;
    };
    chooseLayout('b');
    select('cabin');
    actOnPlanKey('ArrowRight', true);
    expect(asked).toHaveLength(1);
    answer();
    // What changed meanwhile is asked as one.
    expect(asked).toHaveLength(2);
    const last = answer();
    expect(last).toMatchObject({ side: 'now', chosen: 'cabin' });
    const { now } = crowdPassages.getState();
    // 1 m on: 1.30 m on one side and 1.50 m on the other, and 4.00 m without it.
    expect(now?.beside?.[0]).toMatchObject({ parts: [{}, {}] });
    expect(now?.beside?.[0]?.widthNow).toBeCloseTo(2.8, 3);
    expect(now?.beside?.[0]?.widthBefore).toBeCloseTo(4, 3);
    reply({ kind: 'routes', side: 'now', routes: measureRoutes(last) });
    expect(crowdPassages.getState().now?.routes?.[0]).toMatchObject({ id: 'ambulance', verdict: 'narrow' });
    setCrowdChoice({ other: 'a' });
    expect(answer().side).toBe('other');
    expect(crowdPassages.getState().other?.layout.id).toBe('a');
    setCrowdChoice({ other: undefined });
    expect(crowdPassages.getState().other).toBeUndefined();
    setOverlay('crowd', { visible: false });
    expect(isStopped).toBe(true);
    expect(crowdPassages.getState().now).toBeUndefined();
  });
});
