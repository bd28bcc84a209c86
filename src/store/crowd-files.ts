/** Opening an event plan from a file: all of it or nothing, and everything that is wrong is told. */
import { readEventPlan } from '../model/parse-event-plan.ts';
import { crowd, openPlan } from './crowd.ts';

export type OpenedPlan =
  | { readonly status: 'opened'; readonly title: string }
  /** Technical lines, each with file, feature and field. */
  | { readonly status: 'refused'; readonly file: string; readonly faults: readonly string[] }
  | { readonly status: 'elsewhere'; readonly file: string; readonly place: string };

/** Bytes: many times the largest plan. */
const LARGEST = 5_000_000;

export async function openPlanFile(file: File): Promise<OpenedPlan> {
  const { name } = file;
  if (file.size > LARGEST) return { status: 'refused', file: name, faults: [`${name}: larger than ${LARGEST} bytes`] };
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
  } catch (error) {
    return {
      status: 'refused',
      file: name,
      faults: [`${name}: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  const { plan, faults } = readEventPlan(json, name);
  if (!plan) return { status: 'refused', file: name, faults };
  const { town } = crowd.getState();
  if (town.status !== 'ready' || !town.value.places.some(({ id }) => id === plan.place))
    return { status: 'elsewhere', file: name, place: plan.place };
  openPlan(plan);
  return { status: 'opened', title: plan.title };
}
