/**
 * Widths of passages and emergency routes of the layout that is seen, and of the one it is held against: measured in a thread whenever
 * something changes, also while it is dragged. While one measuring runs only the newest change waits.
 */
import { createStore } from 'zustand/vanilla';
import type { EventLayout, EventPlace, EventPlan } from '../model/event-plan.ts';
import { listObstacles, listPlaced } from '../model/event-scenario.ts';
import { type PassageAnswer, type PassageThread, startPassages } from '../workers/start-passages.ts';
import { crowd, needCrowd, otherLayout, seenLayout, seenPlace, seenPlan } from './crowd.ts';
import { twin } from './twin.ts';

export interface MeasuredLayout extends PassageAnswer {
  /** As it was when it was measured. */
  readonly layout: EventLayout;
}

export interface CrowdPassagesState {
  /** Of the layout that is seen; the last one that was measured while a newer one is under way. */
  readonly now: MeasuredLayout | undefined;
  /** Of the other one of a comparison. */
  readonly other: MeasuredLayout | undefined;
  /** Technical line, when the last measuring failed. */
  readonly problem: string | undefined;
}

const none: CrowdPassagesState = { now: undefined, other: undefined, problem: undefined };
export const crowdPassages = createStore<CrowdPassagesState>(() => none);

interface Task {
  readonly plan: EventPlan;
  readonly place: EventPlace;
  readonly layout: EventLayout;
}

function tasksNow(): Partial<Record<'now' | 'other', Task>> {
  const state = crowd.getState();
  const { crowd: choice } = twin.getState();
  const [plan, place, layout] = [seenPlan(state), seenPlace(state), seenLayout(state, choice)];
  if (!plan || !place || !layout) return {};
  const other = otherLayout(state, choice);
  return { now: { plan, place, layout }, ...(other && { other: { plan, place, layout: other } }) };
}

const isSame = (a: Task | undefined, b: Task | undefined): boolean =>
  a?.layout === b?.layout && a?.place === b?.place && a?.plan.routes === b?.plan.routes;

const toQuestion = ({ plan, place, layout }: Task) => ({
  walkable: place.walkable,
  obstacles: listObstacles(layout, place),
  things: listPlaced(layout, place, true),
  routes: plan.routes,
});

let stop: (() => void) | undefined;

/** From now on until the overlay is taken out of the picture. The municipality must be there. */
export async function followPassages(start: () => PassageThread = startPassages): Promise<void> {
  await needCrowd();
  if (stop || !twin.getState().overlays.crowd.visible || crowd.getState().town.status !== 'ready') return;
  const thread = start();
  const measured: Record<'now' | 'other', Task | undefined> = { now: undefined, other: undefined };
  let isBusy = false;

  function measureNext(): void {
    if (isBusy) return;
    const wanted = tasksNow();
    const side = (['now', 'other'] as const).find((each) => !isSame(wanted[each], measured[each]));
    if (side === undefined) return;
    const task = wanted[side];
    measured[side] = task;
    if (!task) {
      crowdPassages.setState({ [side]: undefined });
      measureNext();
      return;
    }
    isBusy = true;
    thread.measure(toQuestion(task), (reply) => {
      isBusy = false;
      if ('message' in reply) crowdPassages.setState({ problem: reply.message });
      else crowdPassages.setState({ [side]: { layout: task.layout, ...reply }, problem: undefined });
      measureNext();
    });
  }

  const ends = [
    crowd.subscribe(measureNext),
    twin.subscribe((state, before) => {
      if (!state.overlays.crowd.visible) stop?.();
      else if (state.crowd !== before.crowd) measureNext();
    }),
  ];
  stop = () => {
    for (const end of ends) end();
    thread.stop();
    stop = undefined;
    crowdPassages.setState(none);
  };
  measureNext();
}
