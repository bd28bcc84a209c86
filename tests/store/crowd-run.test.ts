import { beforeEach, describe, expect, it, vi } from 'vitest';
import { busiestSecond } from '../../src/model/crowd-rows.ts';
import type { EventPlan } from '../../src/model/event-plan.ts';
import { playCrowd, setCrowdClock, setCrowdSpeed, stopCrowd } from '../../src/store/crowd-play.ts';
import {
  computeLayouts,
  crowdRun,
  forgetCrowdRun,
  lastCrowdSecond,
  type StartCrowd,
  stopCrowdRun,
} from '../../src/store/crowd-run.ts';
import { answersOf, smallSquare, startHere } from '../fixtures/crowd-square.ts';

const open = { layout: 'a', title: 'Open', scenario: smallSquare(false, 20), key: 'a' };
const narrow = { layout: 'b', title: 'With a cabin', scenario: smallSquare(true, 20), key: 'b' };
const plan: EventPlan = {
  id: 'fair',
  title: 'Fair',
  place: 'square',
  start: '2026-06-13T10:00',
  seconds: 240,
  entries: [],
  stops: [],
  groups: [],
  routes: [],
  layouts: [],
  limitPersonsPerM2: 1.5,
  source: { title: { nl: 'Markt', en: 'Fair' }, holder: 'test', date: '2026-01-01', licence: 'CC0' },
};
const isDone = () => vi.waitFor(() => expect(crowdRun.getState().job.status).not.toBe('running'), 20_000);

beforeEach(() => forgetCrowdRun());

describe('computing layouts', () => {
  it('gives for each layout the frames of the first seed and an answer for each, however many threads there are', async () => {
    const expected = [open, narrow].map(({ scenario }) => answersOf(scenario, [3, 4, 5]));
    for (const cores of [1, 8]) {
      computeLayouts({ plan, tasks: [open, narrow], seeds: [3, 4, 5] }, { start: startHere, cores });
      expect(crowdRun.getState().job).toEqual({ status: 'running', share: 0 });
      await isDone();
      const { sides, job } = crowdRun.getState();
      expect(job).toEqual({ status: 'idle' });
      expect(sides.map(({ answers }) => answers)).toEqual(expected);
      for (const { moments, answers, origin } of sides) {
        expect(origin?.west).toBeLessThan(0);
        expect(moments.map(({ second }) => second)).toEqual(moments.map((_, i) => i));
        expect(moments.at(-1)?.second).toBeGreaterThan((answers[0]?.seconds as number) - 2);
      }
    }
  });

  it('shows what has come while it computes, and the clock goes along until somebody sets it', async () => {
    const seen: number[] = [];
    const unsubscribe = crowdRun.subscribe(({ clock, isFollowing }) => isFollowing && seen.push(clock));
    computeLayouts({ plan, tasks: [open], seeds: [1] }, { start: startHere, cores: 4 });
    await isDone();
    unsubscribe();
    expect(Math.max(...seen)).toBeGreaterThan(10);
    // Then the busiest moment, which is worth a look.
    const { sides, clock } = crowdRun.getState();
    expect(clock).toBe(busiestSecond(sides[0]?.answers[0]));
    computeLayouts({ plan, tasks: [open], seeds: [1], second: 7 }, { start: startHere, cores: 4 });
    await isDone();
    expect(crowdRun.getState().clock).toBe(7);
    setCrowdClock(5);
    expect(crowdRun.getState()).toMatchObject({ clock: 5, isFollowing: false });
    setCrowdClock(1e9);
    expect(crowdRun.getState().clock).toBe(lastCrowdSecond(crowdRun.getState()));
  });

  it('can be stopped, and nothing comes any more; what has come stays', async () => {
    let late: (() => void) | undefined;
    const start: StartCrowd = (question, onReply) => {
      late = () => onReply({ kind: 'start', west: 9, south: 9 });
      return startHere(question, onReply);
    };
    computeLayouts({ plan, tasks: [open], seeds: [1, 2] }, { start, cores: 1 });
    await vi.waitFor(() => expect(crowdRun.getState().sides[0]?.answers.length).toBeGreaterThan(0), 20_000);
    stopCrowdRun();
    const { sides, job } = crowdRun.getState();
    expect(job).toEqual({ status: 'idle' });
    expect(sides[0]?.moments.length).toBeGreaterThan(0);
    late?.();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(crowdRun.getState().sides).toBe(sides);
  });

  it('tells by name which layout cannot be computed and why, and ends the other', async () => {
    const shut = { ...narrow, scenario: { ...narrow.scenario, obstacles: [[[14.5, 3, 17, 3, 17, 9, 14.5, 9]]] } };
    computeLayouts({ plan, tasks: [open, shut], seeds: [1] }, { start: startHere, cores: 2 });
    await isDone();
    expect(crowdRun.getState().job).toMatchObject({ status: 'failed', title: 'With a cabin' });
    expect(crowdRun.getState().job).toHaveProperty('message', expect.stringContaining('through'));
  });
});

describe('playing', () => {
  it('goes by steps for who wants no motion, at the chosen speed, to the end', async () => {
    computeLayouts({ plan, tasks: [open], seeds: [1] }, { start: startHere, cores: 1 });
    await isDone();
    const end = lastCrowdSecond(crowdRun.getState());
    vi.useFakeTimers();
    try {
      setCrowdClock(0);
      setCrowdSpeed(1);
      playCrowd(true);
      vi.advanceTimersByTime(1600 * 2);
      expect(crowdRun.getState()).toMatchObject({ clock: 20, isPlaying: true });
      stopCrowd();
      vi.advanceTimersByTime(1600 * 5);
      expect(crowdRun.getState()).toMatchObject({ clock: 20, isPlaying: false });
      setCrowdSpeed(60);
      playCrowd(true);
      vi.advanceTimersByTime(1600 * 5);
      expect(crowdRun.getState()).toMatchObject({ clock: end, isPlaying: false });
      playCrowd(true);
      expect(crowdRun.getState()).toMatchObject({ clock: 0, isPlaying: true });
      stopCrowd();
    } finally {
      vi.useRealTimers();
    }
  });
});
