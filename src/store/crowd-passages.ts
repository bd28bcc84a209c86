/**
 * Widths of passages and emergency routes of the layout that is seen, and of the one it is held against: measured in a thread whenever
 * something changes, also while it is dragged. While one measuring runs only the newest change waits.
 */
import { createStore } from 'zustand/vanilla';
import type { RouteAnswer } from '../model/crowd-answer.ts';
import {
  type PassageAnswer,
  type PassageQuestion,
  type PassageReply,
  type PassageSide,
  type PassageThread,
  startPassages,
} from '../workers/start-passages.ts';
import { crowd, needCrowd, otherLayout, seenLayout, seenPlace, seenPlan } from './crowd.ts';
import { twin } from './twin.ts';

export interface MeasuredLayout extends PassageAnswer, Pick<PassageQuestion, 'layout' | 'chosen'> {
  /** Of emergency routes; those of the step before while they are measured. */
  readonly routes: readonly RouteAnswer[] | undefined;
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

function questionsNow(): Partial<Record<PassageSide, PassageQuestion>> {
  const state = crowd.getState();
  const { crowd: choice } = twin.getState();
  const [plan, place, layout] = [seenPlan(state), seenPlace(state), seenLayout(state, choice)];
  if (!plan || !place || !layout) return {};
  const other = otherLayout(state, choice);
  const isThing = [...layout.objects, ...layout.fences].some(({ id }) => id === choice.selected);
  const chosen = isThing ? choice.selected : undefined;
  return {
    now: { side: 'now', plan, place, layout, chosen },
    ...(other && { other: { side: 'other', plan, place, layout: other, chosen: undefined } }),
  };
}

const isSame = (a: PassageQuestion | undefined, b: PassageQuestion | undefined): boolean =>
  a?.layout === b?.layout && a?.plan === b?.plan && a?.place === b?.place && a?.chosen === b?.chosen;

let stop: (() => void) | undefined;

/** From now on until the overlay is taken out of the picture. The municipality must be there. */
export async function followPassages(
  start: (onReply: (reply: PassageReply) => void) => PassageThread = startPassages,
): Promise<void> {
  await needCrowd();
  if (stop || !twin.getState().overlays.crowd.visible || crowd.getState().town.status !== 'ready') return;
  const asked: Record<PassageSide, PassageQuestion | undefined> = { now: undefined, other: undefined };
  let isBusy = false;
  const thread = start(take);

  function take(reply: PassageReply): void {
    if (!stop) return;
    if (reply.kind === 'routes') {
      const before = crowdPassages.getState()[reply.side];
      if (before) crowdPassages.setState({ [reply.side]: { ...before, routes: reply.routes } });
      return;
    }
    isBusy = false;
    if (reply.kind === 'problem') crowdPassages.setState({ problem: reply.message });
    else {
      const { side, answer } = reply;
      const question = asked[side];
      const before = crowdPassages.getState()[side];
      const routes = before?.layout.id === question?.layout.id ? before?.routes : undefined;
      const { layout, chosen } = question ?? {};
      if (layout) crowdPassages.setState({ [side]: { layout, chosen, ...answer, routes }, problem: undefined });
    }
    askNext();
  }

  function askNext(): void {
    const wanted = questionsNow();
    if (asked.other && !wanted.other) {
      asked.other = undefined;
      crowdPassages.setState({ other: undefined });
    }
    const side = isBusy ? undefined : (['now', 'other'] as const).find((each) => !isSame(wanted[each], asked[each]));
    const question = side && wanted[side];
    if (!question) return;
    asked[question.side] = question;
    isBusy = true;
    thread.ask(question);
  }

  const ends = [
    crowd.subscribe(askNext),
    twin.subscribe((state, before) => {
      if (!state.overlays.crowd.visible) stop?.();
      else if (state.crowd !== before.crowd) askNext();
    }),
  ];
  stop = () => {
    for (const end of ends) end();
    thread.stop();
    stop = undefined;
    crowdPassages.setState(none);
  };
  askNext();
}
