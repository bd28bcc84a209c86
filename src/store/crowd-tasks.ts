/** From what is planned to what is computed: the chosen layout, and the one it is compared with. */
import type { CrowdChoice } from '../model/crowd-choice.ts';
import { asInFile } from '../model/crowd-file.ts';
import { passageGates } from '../model/crowd-passages.ts';
import type { EventPlace, EventPlan } from '../model/event-plan.ts';
import { eventToScenario } from '../model/event-scenario.ts';
import { startHistory } from '../model/history.ts';
import { measureLayouts } from '../workers/measure-layouts.ts';
import { startCrowd } from '../workers/start-crowd.ts';
import { crowd, layoutOf, otherLayout, seenPlace } from './crowd.ts';
import { type CrowdSide, type CrowdTask, computeLayouts, type StartCrowd } from './crowd-run.ts';
import { twin } from './twin.ts';

/** From the first on, as `cli crowd --runs` counts them. */
const FIRST_SEED = 1;

export const seedsOf = ({ runs }: Pick<CrowdChoice, 'runs'>): number[] =>
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

/** Counted in every layout: who goes through the passages of each. */
export function withPassages(tasks: readonly CrowdTask[]): CrowdTask[] {
  const gates = passageGates(measureLayouts(tasks.map(({ scenario }) => scenario)));
  return tasks.map((task) => {
    const scenario = { ...task.scenario, gates: [...task.scenario.gates, ...gates] };
    return { ...task, scenario: asInFile(scenario) };
  });
}

/** "Bereken de drukte". Throws as {@link listTasks} does. */
export function startCrowdRun(start: StartCrowd = startCrowd, cores = navigator.hardwareConcurrency): void {
  const { crowd: choice } = twin.getState();
  const state = crowd.getState();
  const [plan, place] = [state.history?.present, seenPlace(state)];
  if (!plan || !place) return;
  const tasks = withPassages(listTasks(plan, place, choice));
  const second = choice.second > 0 ? choice.second : undefined;
  computeLayouts({ plan, tasks, seeds: seedsOf(choice), second }, { start, cores });
}
