/** From what is planned to what is computed: the chosen layout, and the one it is compared with. */

import type { Passage } from '../model/crowd-answer.ts';
import type { CrowdChoice } from '../model/crowd-choice.ts';
import { asInFile } from '../model/crowd-file.ts';
import { passageGates } from '../model/crowd-passages.ts';
import type { EventPlace, EventPlan } from '../model/event-plan.ts';
import { eventToScenario } from '../model/event-scenario.ts';
import { startHistory } from '../model/history.ts';
import { startCrowd } from '../workers/start-crowd.ts';
import {
  type PassageQuestion,
  type PassageReply,
  type PassageSide,
  type PassageThread,
  startPassages,
} from '../workers/start-passages.ts';
import { crowd, layoutOf, otherLayout, seenPlace } from './crowd.ts';
import { type CrowdSide, type CrowdTask, computeLayouts, type StartCrowd } from './crowd-run.ts';
import { twin } from './twin.ts';

/** From the first on, as `cli crowd --runs` counts them. */
const FIRST_SEED = 1;

const seedsOf = ({ runs }: Pick<CrowdChoice, 'runs'>): number[] =>
  Array.from({ length: runs }, (_, i) => FIRST_SEED + i);

/** Throws an `InputError` with a line for everything that stands in the way. */
export function listTasks(
  plan: EventPlan,
  place: EventPlace,
  { layout, other }: Pick<CrowdChoice, 'layout' | 'other'>,
): CrowdTask[] {
  const chosen = layoutOf(plan, layout);
  const beside = otherLayout({ draft: undefined, history: startHistory(plan) }, { layout, other });
  return [chosen, beside]
    .filter((each) => each !== undefined)
    .map((each) => {
      const scenario = asInFile(eventToScenario(plan, each, place, { seed: FIRST_SEED }));
      return { layout: each.id, title: each.title, scenario, key: JSON.stringify(scenario) };
    });
}

/** Whether answers are of other layouts, or otherwise of them, than what is planned now. */
export const isStale = (sides: readonly CrowdSide[], tasks: readonly CrowdTask[]): boolean =>
  tasks.some(({ layout, key }) => !sides.some((side) => side.layout === layout && side.key === key));

type StartPassages = (onReply: (reply: PassageReply) => void) => PassageThread;

const sideIds = ['now', 'other'] as const;

/** In the order of the tasks, of which there are one or two. */
function measure(
  { plan, place }: Pick<PassageQuestion, 'plan' | 'place'>,
  tasks: readonly CrowdTask[],
  start: StartPassages,
): Promise<Passage[][]> {
  return new Promise((resolve, reject) => {
    const found = new Map<PassageSide, readonly Passage[]>();
    const thread = start((reply) => {
      if (reply.kind === 'problem') {
        thread.stop();
        reject(new Error(reply.message));
      }
      if (reply.kind !== 'passages') return;
      found.set(reply.side, reply.answer.passages);
      if (found.size < tasks.length) return;
      thread.stop();
      resolve(tasks.map((_, i) => [...(found.get(sideIds[i] as PassageSide) ?? [])]));
    });
    for (const [i, task] of tasks.entries()) {
      const layout = plan.layouts.find(({ id }) => id === task.layout);
      if (layout) thread.ask({ side: sideIds[i] as PassageSide, plan, place, layout, chosen: undefined });
    }
  });
}

/** Counted in every layout: who goes through the passages of each. */
function withPassages(tasks: readonly CrowdTask[], passages: readonly (readonly Passage[])[]): CrowdTask[] {
  const gates = passageGates(passages);
  return tasks.map((task) => {
    const scenario = { ...task.scenario, gates: [...task.scenario.gates, ...gates] };
    return { ...task, scenario: asInFile(scenario) };
  });
}

interface Threads {
  readonly people: StartCrowd;
  readonly passages: StartPassages;
  readonly cores: number;
}

const threadsHere = (): Threads => ({
  people: startCrowd,
  passages: startPassages,
  cores: navigator.hardwareConcurrency,
});

/** "Bereken de drukte". Rejects as {@link listTasks} throws, and when the passages cannot be measured. */
export async function startCrowdRun({ people, passages, cores }: Threads = threadsHere()): Promise<void> {
  const { crowd: choice } = twin.getState();
  const state = crowd.getState();
  const [plan, place] = [state.history?.present, seenPlace(state)];
  if (!plan || !place) return;
  const tasks = listTasks(plan, place, choice);
  const counted = withPassages(tasks, await measure({ plan, place }, tasks, passages));
  const second = choice.second > 0 ? choice.second : undefined;
  computeLayouts({ plan, tasks: counted, seeds: seedsOf(choice), second }, { start: people, cores });
}
